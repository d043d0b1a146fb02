#include "ui/pages/roles_bar.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QStringListModel>
#include <QVBoxLayout>
#include <algorithm>

#include "core/base/number.h"
#include "core/reports/text_forms.h"
#include "ui/pages/check_button.h"
#include "ui/pages/flow_layout.h"
#include "ui/pages/role_choice.h"
#include "ui/pages/role_fields.h"
#include "ui/pages/tab_order.h"
#include "ui/theme/plain_label.h"
#include "ui/theme/shown.h"

namespace cupel::ui {
namespace {

bool isSame(const audits::LabelRole& a, const audits::LabelRole& b)
{
    return a.column == b.column && a.favourable == b.favourable && a.positive == b.positive
        && a.classes == b.classes;
}

bool isSame(const audits::GroupRole& a, const audits::GroupRole& b)
{
    return a.column == b.column && a.reference == b.reference && a.bins == b.bins;
}

bool isGroup(const audits::Roles& roles, const std::string& column)
{
    return std::any_of(roles.groups.begin(), roles.groups.end(),
        [&column](const audits::GroupRole& group) { return group.column == column; });
}

/// As far as this bar changes roles.
bool isSame(const audits::Roles& a, const audits::Roles& b)
{
    if (a.label.has_value() != b.label.has_value() || (a.label && !isSame(*a.label, *b.label)))
        return false;
    const bool areGroupsSame = std::equal(a.groups.begin(), a.groups.end(), b.groups.begin(),
        b.groups.end(), [](const auto& x, const auto& y) { return isSame(x, y); });
    return areGroupsSame && a.intersections == b.intersections && a.prediction == b.prediction
        && a.score == b.score && a.threshold == b.threshold && a.scoreOf == b.scoreOf;
}

/// The value behind an item of a choice, or the text that was typed.
std::string chosenValue(const QComboBox& choice)
{
    // Of names that begin alike, the one that was chosen.
    const int at = choice.currentIndex();
    const bool isChosen = at >= 0 && choice.itemText(at) == choice.currentText();
    const int index = isChosen ? at : choice.findText(choice.currentText());
    return index >= 0 ? choice.itemData(index).toByteArray().toStdString()
                      : bytesOf(choice.currentText());
}

/// A name or value as a choice lists it.
QString listed(const std::string& text)
{
    constexpr std::size_t kColumns = 120;
    return shown(reports::shortened(text, kColumns));
}

void addValue(QComboBox& choice, const std::string& value)
{
    choice.addItem(listed(value), QByteArray::fromStdString(value));
}

int indexOfValue(const QComboBox& choice, const std::string& value)
{
    return choice.findData(QByteArray::fromStdString(value));
}

} // namespace

RolesBar::RolesBar(QWidget* parent)
    : QWidget(parent)
    , m_columns(new QStringListModel(this))
    , m_label(choiceOf())
    , m_favourable(choiceOf())
    , m_groups(new CheckButton)
    , m_subgroups(new CheckButton)
    , m_prediction(choiceOf())
    , m_score(choiceOf())
    , m_threshold(numbersField(tr("such as 0.5")))
    , m_again(new QPushButton(tr("Audit again")))
    , m_hint(new PlainLabel({}, PlainLabel::Look::Small))
    , m_groupRow(new QWidget)
{
    makeFields();
    connect(m_label, &QComboBox::activated, this, &RolesBar::takeLabel);
    connect(m_favourable, &QComboBox::currentTextChanged, this, &RolesBar::takeFavourable);
    connect(m_groups, &CheckButton::checkedChanged, this, &RolesBar::takeGroups);
    connect(m_subgroups, &CheckButton::checkedChanged, this, &RolesBar::takeSubgroups);
    connect(m_prediction, &QComboBox::activated, this, &RolesBar::takePrediction);
    connect(m_score, &QComboBox::activated, this, &RolesBar::takeScore);
    connect(m_threshold, &QLineEdit::textChanged, this, &RolesBar::takeThreshold);
    connect(m_again, &QPushButton::clicked, this, [this] { Q_EMIT rolesChosen(m_roles); });
}

void RolesBar::makeFields()
{
    m_groups->setNothingText(tr("none"));
    m_subgroups->setNothingText(tr("none"));
    m_favourable->setEditable(true);
    m_favourable->setInsertPolicy(QComboBox::NoInsert);
    for (QComboBox* choice : {m_label, m_prediction, m_score})
        choice->setModel(m_columns);
    auto* fields = new QWidget;
    auto* flow = new FlowLayout(fields);
    flow->setSpacing(12);
    for (QWidget* field : {namedField(tr("Label"), m_label),
             namedField(tr("Favourable value"), m_favourable), namedField(tr("Groups"), m_groups),
             namedField(tr("Subgroups of two columns"), m_subgroups),
             namedField(tr("Prediction"), m_prediction), namedField(tr("Score"), m_score),
             namedField(tr("Score predicts from"), m_threshold)})
        flow->addWidget(field);
    auto* groups = new FlowLayout(m_groupRow);
    groups->setSpacing(12);
    auto* last = new QHBoxLayout;
    m_again->setAccessibleName(m_again->text());
    last->addWidget(m_again);
    last->addWidget(m_hint, 1);
    auto* layout = new QVBoxLayout(this);
    layout->setSpacing(10);
    layout->addWidget(fields);
    layout->addWidget(m_groupRow);
    layout->addLayout(last);
}

void RolesBar::setDataset(const OpenDatasetPtr& dataset)
{
    m_dataset = dataset;
    m_roles = dataset->dataset().roles;
    m_isThresholdFaulty = false;
    QStringList names{tr("none")};
    for (const counts::ColumnDescription& one : dataset->dataset().description.columns)
        names << listed(one.name);
    m_isShowing = true;
    m_columns->setStringList(names);
    m_isShowing = false;
    showRoles();
}

void RolesBar::showRoles()
{
    m_isShowing = true;
    m_label->setCurrentIndex(m_roles.label ? indexOf(m_roles.label->column) : 0);
    m_prediction->setCurrentIndex(indexOf(m_roles.prediction));
    m_score->setCurrentIndex(indexOf(m_roles.score));
    m_threshold->setText(
        m_roles.threshold ? shown(base::formatNumber(*m_roles.threshold)) : QString());
    m_threshold->setEnabled(!m_roles.score.empty());
    m_isThresholdFaulty = false;
    showFavourable();
    showGroupNames();
    showGroups();
    showSubgroups();
    m_isShowing = false;
    settle();
}

/// Groups stand first, in the order that they are compared in.
void RolesBar::showGroupNames()
{
    m_groupNames.clear();
    std::set<int> checked;
    for (const audits::GroupRole& group : m_roles.groups) {
        checked.insert(static_cast<int>(m_groupNames.size()));
        m_groupNames.push_back(group.column);
    }
    for (const counts::ColumnDescription& one : m_dataset->dataset().description.columns) {
        const bool isLabel = m_roles.label && m_roles.label->column == one.name;
        if (!isLabel && !isGroup(m_roles, one.name))
            m_groupNames.push_back(one.name);
    }
    QStringList names;
    for (const std::string& name : m_groupNames)
        names << listed(name);
    m_groups->setNames(names, checked);
}

void RolesBar::showFavourable()
{
    m_favourable->clear();
    m_favourable->setEnabled(m_roles.label.has_value());
    m_favourable->lineEdit()->setPlaceholderText(m_roles.label ? tr("choose one") : QString());
    if (!m_roles.label)
        return;
    const audits::LabelRole& label = *m_roles.label;
    if (const counts::ColumnDescription* of = column(label.column)) {
        for (const table::ValueCount& value : of->profile.top)
            addValue(*m_favourable, value.value);
    }
    for (const std::string& declared : label.classes) {
        if (indexOfValue(*m_favourable, declared) < 0)
            addValue(*m_favourable, declared);
    }
    if (label.favourable && indexOfValue(*m_favourable, *label.favourable) < 0)
        addValue(*m_favourable, *label.favourable);
    m_favourable->setCurrentIndex(
        label.favourable ? indexOfValue(*m_favourable, *label.favourable) : -1);
    if (!label.favourable)
        m_favourable->clearEditText();
}

void RolesBar::showGroups()
{
    auto* flow = static_cast<FlowLayout*>(m_groupRow->layout());
    while (QLayoutItem* item = flow->takeAt(0)) {
        item->widget()->deleteLater();
        item->widget()->hide();
        delete item;
    }
    m_groupFields.clear();
    m_edgeFaults.clear();
    for (std::size_t i = 0; i < m_roles.groups.size(); ++i) {
        const audits::GroupRole& group = m_roles.groups[i];
        const QString name = listed(group.column);
        GroupFields fields;
        fields.reference = choiceOf();
        flow->addWidget(namedField(tr("%1 compared with").arg(name), fields.reference));
        connect(fields.reference, &QComboBox::activated, this,
            [this, i](int index) { takeReference(i, index); });
        const counts::ColumnDescription* of = column(group.column);
        if (of && table::isNumeric(of->type)) {
            fields.edges = numbersField(tr("such as 18, 40, 65"));
            fields.edges->setText(edgesText(group.bins));
            flow->addWidget(namedField(tr("%1 in ranges between").arg(name), fields.edges));
            connect(fields.edges, &QLineEdit::textChanged, this, [this, i] { takeEdges(i); });
        }
        m_groupFields.push_back(fields);
        fillReference(i);
    }
    m_groupRow->setVisible(!m_groupFields.empty());
    tabAsLaidOut(*this);
}

void RolesBar::fillReference(std::size_t group)
{
    const audits::GroupRole& role = m_roles.groups[group];
    QComboBox& choice = *m_groupFields[group].reference;
    choice.clear();
    choice.addItem(tr("the largest group"));
    if (role.bins.size() > 1) {
        for (const std::string& label : counts::binLabels(role.bins))
            addValue(choice, label);
    } else if (const counts::ColumnDescription* of = column(role.column)) {
        for (const table::ValueCount& value : of->profile.top)
            addValue(choice, value.value);
    }
    if (role.reference && indexOfValue(choice, *role.reference) < 0 && role.bins.empty())
        addValue(choice, *role.reference);
    choice.setCurrentIndex(role.reference ? std::max(indexOfValue(choice, *role.reference), 0) : 0);
}

void RolesBar::showSubgroups()
{
    m_pairs = m_roles.intersections;
    for (std::size_t i = 0; i < m_roles.groups.size(); ++i) {
        for (std::size_t j = i + 1; j < m_roles.groups.size(); ++j) {
            const std::vector<std::string> pair{m_roles.groups[i].column, m_roles.groups[j].column};
            const std::vector<std::string> turned{pair[1], pair[0]};
            if (std::find(m_pairs.begin(), m_pairs.end(), pair) == m_pairs.end()
                && std::find(m_pairs.begin(), m_pairs.end(), turned) == m_pairs.end())
                m_pairs.push_back(pair);
        }
    }
    QStringList names;
    std::set<int> checked;
    for (std::size_t i = 0; i < m_pairs.size(); ++i) {
        QStringList columns;
        for (const std::string& one : m_pairs[i])
            columns << listed(one);
        names << columns.join(QStringLiteral(" × "));
        if (i < m_roles.intersections.size())
            checked.insert(static_cast<int>(i));
    }
    m_subgroups->setNames(names, checked);
    m_subgroups->setEnabled(!m_pairs.empty());
}

void RolesBar::takeLabel(int index)
{
    if (index <= 0)
        m_roles.label.reset();
    else
        m_roles = withRole(m_roles,
            m_dataset->dataset().description.columns[static_cast<std::size_t>(index - 1)].name,
            "label", m_dataset->dataset().proposals);
    showRoles();
}

void RolesBar::takeFavourable()
{
    if (m_isShowing || !m_roles.label)
        return;
    audits::LabelRole& label = *m_roles.label;
    const bool wasPositive = label.positive == label.favourable;
    const std::string value = chosenValue(*m_favourable);
    if (m_favourable->currentText().isEmpty())
        label.favourable.reset();
    else
        label.favourable = value;
    // The event was the good outcome; it still is.
    if (wasPositive)
        label.positive.reset();
    settle();
}

void RolesBar::takeGroups()
{
    std::set<std::string> wanted;
    for (const int row : m_groups->checked())
        wanted.insert(m_groupNames[static_cast<std::size_t>(row)]);
    std::set<std::string> unwanted;
    std::erase_if(m_roles.groups, [&](const audits::GroupRole& group) {
        if (wanted.erase(group.column) > 0)
            return false;
        unwanted.insert(group.column);
        return true;
    });
    std::erase_if(m_roles.intersections, [&unwanted](const std::vector<std::string>& crossed) {
        return std::any_of(crossed.begin(), crossed.end(),
            [&unwanted](const std::string& one) { return unwanted.count(one) > 0; });
    });
    for (const std::string& name : wanted) {
        // One that is crossed already counts as a group.
        if (m_roles.roleOf(name) == "group")
            m_roles.groups.push_back({name, std::nullopt, {}});
        else
            m_roles = withRole(m_roles, name, "group", {});
    }
    const auto place = [this](const audits::GroupRole& group) {
        return std::find(m_groupNames.begin(), m_groupNames.end(), group.column);
    };
    std::sort(m_roles.groups.begin(), m_roles.groups.end(),
        [&place](const auto& a, const auto& b) { return place(a) < place(b); });
    m_isShowing = true;
    m_prediction->setCurrentIndex(indexOf(m_roles.prediction));
    m_score->setCurrentIndex(indexOf(m_roles.score));
    showGroups();
    showSubgroups();
    m_isShowing = false;
    settle();
}

void RolesBar::takeSubgroups()
{
    m_roles.intersections.clear();
    for (const int row : m_subgroups->checked())
        m_roles.intersections.push_back(m_pairs[static_cast<std::size_t>(row)]);
    settle();
}

void RolesBar::takePrediction(int index)
{
    if (index <= 0)
        m_roles.prediction.clear();
    else
        m_roles = withRole(m_roles,
            m_dataset->dataset().description.columns[static_cast<std::size_t>(index - 1)].name,
            "prediction", {});
    showRoles();
}

void RolesBar::takeScore(int index)
{
    if (index <= 0) {
        m_roles.score.clear();
        m_roles.threshold.reset();
        m_roles.scoreOf.reset();
    } else {
        m_roles = withRole(m_roles,
            m_dataset->dataset().description.columns[static_cast<std::size_t>(index - 1)].name,
            "score", {});
    }
    showRoles();
}

void RolesBar::takeThreshold()
{
    if (m_isShowing)
        return;
    const QString text = m_threshold->text().trimmed();
    const auto number = base::parseNumber(bytesOf(text));
    m_isThresholdFaulty = !text.isEmpty() && !number;
    m_roles.threshold = number ? std::optional<double>(number->d) : std::nullopt;
    settle();
}

void RolesBar::takeReference(std::size_t group, int index)
{
    QComboBox& choice = *m_groupFields[group].reference;
    if (index <= 0)
        m_roles.groups[group].reference.reset();
    else
        m_roles.groups[group].reference = choice.itemData(index).toByteArray().toStdString();
    settle();
}

void RolesBar::takeEdges(std::size_t group)
{
    const auto edges = readEdges(m_groupFields[group].edges->text());
    if (!edges) {
        m_edgeFaults.insert(group);
    } else {
        m_edgeFaults.erase(group);
        if (*edges != m_roles.groups[group].bins)
            m_roles.groups[group].reference.reset();
        m_roles.groups[group].bins = *edges;
        fillReference(group);
    }
    settle();
}

QString RolesBar::fault() const
{
    if (m_isThresholdFaulty)
        return tr("The score to predict from is not a number.");
    if (!m_edgeFaults.empty())
        return tr("The ranges of %1 need two or more ascending numbers.")
            .arg(listed(m_roles.groups[*m_edgeFaults.begin()].column));
    return {};
}

bool RolesBar::isChanged() const
{
    return m_dataset && !isSame(m_roles, m_dataset->dataset().roles);
}

/// Say whether the figures below are of these roles.
void RolesBar::settle()
{
    const QString wrong = fault();
    m_again->setEnabled(wrong.isEmpty() && isChanged());
    if (!wrong.isEmpty())
        m_hint->setText(wrong);
    else
        m_hint->setText(isChanged()
                ? tr("Changed. The figures below are still those of the last audit.")
                : QString());
}

const counts::ColumnDescription* RolesBar::column(const std::string& name) const
{
    return m_dataset->dataset().description.find(name);
}

int RolesBar::indexOf(const std::string& name) const
{
    const auto& columns = m_dataset->dataset().description.columns;
    const auto found = std::find_if(columns.begin(), columns.end(),
        [&name](const counts::ColumnDescription& one) { return one.name == name; });
    return found == columns.end() ? 0 : static_cast<int>(found - columns.begin()) + 1;
}

QComboBox* RolesBar::reference(std::size_t group) const
{
    return group < m_groupFields.size() ? m_groupFields[group].reference : nullptr;
}

QLineEdit* RolesBar::edges(std::size_t group) const
{
    return group < m_groupFields.size() ? m_groupFields[group].edges : nullptr;
}

} // namespace cupel::ui
