#include "ui/dialogs/limits_model.h"

#include <QFont>
#include <algorithm>

#include "ui/theme/shown.h"

namespace cupel::ui {
namespace {

std::vector<TableModel::Column> limitColumns()
{
    return {{LimitsModel::tr("Rule")}, {LimitsModel::tr("Setting")},
        {LimitsModel::tr("Value"), LimitsModel::tr("That the next audit is done with"),
            Qt::AlignRight},
        {LimitsModel::tr("Unit")},
        {LimitsModel::tr("Otherwise"), LimitsModel::tr("The value without a change"),
            Qt::AlignRight},
        {LimitsModel::tr("From"), LimitsModel::tr("What says the value")}};
}

bool isSwitch(const findings::RunSetting& setting)
{
    return !setting.choices.empty() && setting.choices.front() == "true";
}

} // namespace

LimitsModel::LimitsModel(const findings::Policy& policy, QObject* parent)
    : TableModel(limitColumns(), parent)
    , m_settings(findings::runSettings(policy))
    , m_choices(m_settings.size())
{
    for (std::size_t i = 0; i < m_settings.size(); ++i) {
        if (m_settings[i].isFlag)
            m_choices[i].value = m_settings[i].value;
    }
    for (findings::FlagSetting& flag : findings::flagsOf(policy)) {
        if (std::none_of(m_settings.begin(), m_settings.end(),
                [&flag](const findings::RunSetting& one) { return one.key == flag.key; }))
            m_others.push_back(std::move(flag));
    }
}

const findings::RunSetting& LimitsModel::setting(int row) const
{
    return m_settings[static_cast<std::size_t>(row)];
}

const std::string& LimitsModel::value(int row) const
{
    if (const auto& value = choice(row).value)
        return *value;
    return setting(row).isFlag ? setting(row).usual : setting(row).value;
}

bool LimitsModel::isChanged(int row) const
{
    return choice(row).value.has_value();
}

const base::Error* LimitsModel::fault(int row) const
{
    const auto& fault = choice(row).fault;
    return fault ? &*fault : nullptr;
}

void LimitsModel::choose(int row, const std::string& value)
{
    const findings::RunSetting& its = setting(row);
    auto& chosen = m_choices[static_cast<std::size_t>(row)];
    const auto flag = findings::checkFlag({its.key, value});
    chosen.fault.reset();
    chosen.value = value;
    if (!flag)
        chosen.fault = flag.error();
    else if (flag->value == its.usual && its.parts == 0)
        chosen.value.reset();
    tell(row);
}

void LimitsModel::reset(int row)
{
    m_choices[static_cast<std::size_t>(row)] = {};
    tell(row);
}

void LimitsModel::resetAll()
{
    std::fill(m_choices.begin(), m_choices.end(), Choice());
    Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    Q_EMIT changed();
}

void LimitsModel::tell(int row)
{
    Q_EMIT dataChanged(index(row, 0), index(row, columnCount() - 1));
    Q_EMIT changed();
}

int LimitsModel::rowOf(const std::string& rule) const
{
    int first = -1;
    for (int row = 0; row < rowCount(); ++row) {
        if (setting(row).rule != rule)
            continue;
        if (setting(row).key.ends_with(".max") || setting(row).key.ends_with(".min"))
            return row;
        first = first < 0 ? row : first;
    }
    return first;
}

int LimitsModel::firstFault() const
{
    const auto found = std::find_if(m_choices.begin(), m_choices.end(),
        [](const Choice& one) { return one.fault.has_value(); });
    return found == m_choices.end() ? -1 : static_cast<int>(found - m_choices.begin());
}

int LimitsModel::changes() const
{
    return static_cast<int>(std::count_if(m_choices.begin(), m_choices.end(),
        [](const Choice& one) { return one.value.has_value(); }));
}

std::vector<findings::FlagSetting> LimitsModel::flags() const
{
    std::vector<findings::FlagSetting> flags;
    for (int row = 0; row < rowCount(); ++row) {
        if (!isChanged(row) || fault(row))
            continue;
        const auto flag = findings::checkFlag({setting(row).key, value(row)});
        if (flag)
            flags.push_back(*flag);
    }
    flags.insert(flags.end(), m_others.begin(), m_others.end());
    return flags;
}

QString LimitsModel::words(const findings::RunSetting& setting, const std::string& value)
{
    if (isSwitch(setting))
        return value == "true" ? tr("yes") : tr("no");
    return shown(value);
}

int LimitsModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_settings.size());
}

QString LimitsModel::display(int row, int column) const
{
    const findings::RunSetting& its = setting(row);
    switch (column) {
    case What:
        return shown(its.title);
    case Setting:
        return shown(its.name);
    case Value:
        return fault(row) ? tr("%1 (not valid)").arg(shown(value(row))) : words(its, value(row));
    case Unit:
        return shown(its.unit);
    case Otherwise:
        return words(its, its.usual);
    default:
        return isChanged(row) ? tr("changed here") : shown(its.origin);
    }
}

QVariant LimitsModel::cell(int row, int column, int role) const
{
    const findings::RunSetting& its = setting(row);
    switch (role) {
    case Qt::DisplayRole:
        return display(row, column);
    case Qt::ToolTipRole:
        return QStringLiteral("%1\n%2").arg(shown(its.key), shown(its.meaning));
    case Qt::FontRole: {
        QFont font;
        font.setBold(isChanged(row));
        return isChanged(row) ? QVariant(font) : QVariant();
    }
    case SearchRole: {
        QStringList texts{shown(its.key), shown(its.meaning)};
        for (int i = 0; i <= Origin; ++i)
            texts << display(row, i);
        return texts.join(QLatin1Char('\n')).toLower();
    }
    default:
        return {};
    }
}

} // namespace cupel::ui
