#include "ui/models/columns_model.h"

#include <limits>

#include "core/audits/role_names.h"
#include "core/reports/text_forms.h"
#include "ui/models/column_texts.h"
#include "ui/models/finding_review.h"
#include "ui/theme/shown.h"

namespace cupel::ui {
namespace {

using counts::ColumnDescription;

constexpr std::size_t kNameLength = 300;

std::vector<TableModel::Column> columnColumns()
{
    const auto tr = [](const char* text) { return ColumnsModel::tr(text); };
    const Qt::Alignment right = Qt::AlignRight;
    return {{tr("Column"), tr("Name in the file")},
        {tr("Type"), tr("What all cells are that are not missing; can be given another one")},
        {tr("Role"), tr("The part that it plays in the audits; can be changed")},
        {tr("Missing"), tr("Cells that are missing, and their share of all rows"), right},
        {tr("Distinct"), tr("Different values; \"about\" marks an estimate"), right},
        {tr("Distribution"), tr("Bins of a number column, or rows of the most frequent values")},
        {tr("Most frequent"), tr("Its share of the cells that are not missing")},
        {tr("Min"), {}, right}, {tr("Median"), {}, right}, {tr("Mean"), {}, right},
        {tr("Max"), {}, right}};
}

/// The figure of a number column that a cell shows; none: it has no numbers.
std::optional<base::Figure> numberOf(const ColumnDescription& column, int which)
{
    const auto& numbers = column.profile.numbers;
    if (!numbers)
        return std::nullopt;
    switch (which) {
    case ColumnsModel::Min:
        return base::Figure(numbers->min);
    case ColumnsModel::Median:
        return base::Figure(numbers->quantiles[2]);
    case ColumnsModel::Mean:
        return numbers->mean;
    default:
        return base::Figure(numbers->max);
    }
}

QVariant count(std::int64_t number)
{
    return QVariant::fromValue(static_cast<qlonglong>(number));
}

} // namespace

ColumnsModel::ColumnsModel(QObject* parent)
    : TableModel(columnColumns(), parent)
{
}

void ColumnsModel::setDataset(OpenDatasetPtr dataset)
{
    if (isSameRun(m_dataset, dataset)) {
        m_dataset = std::move(dataset); // a review says nothing of what the columns hold
        return;
    }
    beginResetModel();
    m_dataset = std::move(dataset);
    endResetModel();
}

const ColumnDescription& ColumnsModel::column(int row) const
{
    return m_dataset->dataset().description.columns[static_cast<std::size_t>(row)];
}

int ColumnsModel::find(const std::string& name) const
{
    for (int row = 0; row < rowCount(); ++row) {
        if (column(row).name == name)
            return row;
    }
    return -1;
}

QStringList ColumnsModel::typeChoices()
{
    QStringList choices{QString()};
    for (const table::ColumnType type :
        {table::ColumnType::Text, table::ColumnType::Integer, table::ColumnType::Number,
            table::ColumnType::Boolean, table::ColumnType::Date, table::ColumnType::DateTime})
        choices += shown(table::typeName(type));
    return choices;
}

QStringList ColumnsModel::roleChoices()
{
    QStringList choices{QString(), QStringLiteral("label"), QStringLiteral("group")};
    for (const audits::SingleRole& role : audits::singleRoles())
        choices += shown(role.name);
    return choices;
}

int ColumnsModel::rowCount(const QModelIndex& parent) const
{
    if (parent.isValid() || !m_dataset)
        return 0;
    return static_cast<int>(m_dataset->dataset().description.columns.size());
}

Qt::ItemFlags ColumnsModel::flags(const QModelIndex& index) const
{
    const bool isChoice = index.isValid() && (index.column() == Type || index.column() == RoleOf);
    return TableModel::flags(index) | (isChoice ? Qt::ItemIsEditable : Qt::NoItemFlags);
}

bool ColumnsModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    const bool isChoice = index.isValid() && (index.column() == Type || index.column() == RoleOf);
    if (!isChoice || role != Qt::EditRole)
        return false;
    const QString chosen = value.toString();
    if (chosen == index.data(Qt::EditRole).toString())
        return true;
    const std::string name = column(index.row()).name;
    if (index.column() == Type)
        Q_EMIT typeEdited(name, bytesOf(chosen));
    else
        Q_EMIT roleEdited(name, bytesOf(chosen));
    return true;
}

QString ColumnsModel::display(const ColumnDescription& column, int which) const
{
    switch (which) {
    case Name:
        return shown(reports::shortened(column.name, kNameLength));
    case Type:
        return typeWords(column);
    case RoleOf:
        return editValue(column, RoleOf);
    case Missing:
        return missingWords(column.profile);
    case Distinct:
        return distinctWords(column.profile.distinct);
    case Distribution:
        return {};
    case Top:
        return topValueWords(column);
    default: {
        const auto figure = numberOf(column, which);
        return figure ? figureWords(*figure) : QString();
    }
    }
}

QVariant ColumnsModel::sortValue(const ColumnDescription& column, int row, int which) const
{
    const table::ColumnProfile& profile = column.profile;
    switch (which) {
    case Name:
    case Type:
    case RoleOf:
        return {};
    case Missing:
        return count(profile.missing);
    case Distinct:
        return count(profile.distinct.value);
    case Distribution:
        return row; // as in the file
    case Top:
        return count(profile.top.empty() ? -1 : profile.top.front().count);
    default: {
        const auto figure = numberOf(column, which);
        return figure && figure->isDefined() ? figure->value()
                                             : -std::numeric_limits<double>::infinity();
    }
    }
}

QString ColumnsModel::editValue(const ColumnDescription& column, int which) const
{
    if (which == RoleOf)
        return shown(m_dataset->dataset().roles.roleOf(column.name));
    return column.evidence.overridden ? shown(table::typeName(column.type)) : QString();
}

QString ColumnsModel::toolTipOf(const ColumnDescription& column, int which) const
{
    if (which == Type)
        return typeEvidenceWords(column);
    if (which == Distribution)
        return shown(histogramOf(column).summary);
    return display(column, which);
}

QVariant ColumnsModel::cell(int row, int column, int role) const
{
    const ColumnDescription& one = this->column(row);
    switch (role) {
    case Qt::DisplayRole:
        return display(one, column);
    case Qt::EditRole:
        return editValue(one, column);
    case Qt::ToolTipRole:
        return toolTipOf(one, column);
    case Qt::AccessibleTextRole:
        return column == Distribution || column == Type ? toolTipOf(one, column) : QVariant();
    case SortRole:
        return sortValue(one, row, column);
    case SearchRole:
        return QString(display(one, Name) + QLatin1Char('\n') + typeWords(one) + QLatin1Char('\n')
            + editValue(one, RoleOf))
            .toCaseFolded();
    case HistogramRole:
        return column == Distribution ? QVariant::fromValue(histogramOf(one)) : QVariant();
    case ChoicesRole:
        if (column == Type)
            return typeChoices();
        return column == RoleOf ? QVariant(roleChoices()) : QVariant();
    default:
        return {};
    }
}

} // namespace cupel::ui
