#include "ui/dialogs/limits_dialog.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QGroupBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QPushButton>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>
#include <algorithm>

#include "core/findings/rule_registry.h"
#include "ui/dialogs/limits_model.h"
#include "ui/models/text_filter.h"
#include "ui/theme/plain_label.h"
#include "ui/theme/plural_forms.h"
#include "ui/theme/shown.h"

namespace cupel::ui {
namespace {

constexpr int kWordColumns = 17;

/// What a rule measures, the first line of its explanation.
QString measuredBy(const std::string& rule)
{
    const findings::Rule* const its = findings::findRule(rule);
    return its ? shown(its->explanation.substr(0, its->explanation.find('\n'))) : QString();
}

QString usualWords(const findings::RunSetting& setting)
{
    QString words = LimitsDialog::tr("Otherwise %1 (%2).")
                        .arg(LimitsModel::words(setting, setting.usual), shown(setting.origin));
    if (setting.parts > 0) {
        const auto parts = static_cast<std::int64_t>(setting.parts);
        words += QLatin1Char(' ')
            + LimitsDialog::tr("The policy has %1 other value(s) for single datasets, columns, "
                               "groups or splits; a value given here holds for them as well.",
                nullptr, pluralOf(parts))
                  .arg(counted(parts));
    }
    return words;
}

} // namespace

LimitsDialog::LimitsDialog(const findings::Policy& policy, QWidget* parent)
    : QDialog(parent)
    , m_model(new LimitsModel(policy, this))
    , m_filter(new TextFilter(this))
    , m_search(new QLineEdit)
    , m_table(new QTableView)
    , m_title(new PlainLabel)
    , m_meaning(new PlainLabel({}, PlainLabel::Look::Small))
    , m_usual(new PlainLabel({}, PlainLabel::Look::Small))
    , m_editors(new QStackedWidget)
    , m_number(new QLineEdit)
    , m_choice(new QComboBox)
    , m_unit(new PlainLabel)
    , m_fault(new PlainLabel)
    , m_reset(new QPushButton(tr("&Reset")))
    , m_state(new PlainLabel({}, PlainLabel::Look::Small))
    , m_before(findings::flagsOf(policy))
{
    setWindowTitle(tr("Limits of this audit"));
    auto* const column = new QVBoxLayout(this);
    addList(policy, *column);
    column->addWidget(details());
    addButtons(*column);
    connect(m_search, &QLineEdit::textChanged, m_filter, &TextFilter::setText);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
        &LimitsDialog::showSetting);
    connect(m_model, &LimitsModel::changed, this, &LimitsDialog::showState);
    const int unit = fontMetrics().height();
    resize(unit * 56, unit * 40);
    select(0);
    showState();
    m_search->setFocus();
}

void LimitsDialog::addList(const findings::Policy& policy, QVBoxLayout& column)
{
    column.addWidget(new PlainLabel(policy.file.empty()
            ? tr("What the rules judge by. What is changed here holds for the whole dataset, as "
                 "--set does.")
            : tr("What the rules judge by: the policy %1. What is changed here wins over it, for "
                 "the whole dataset, as --set does.")
                  .arg(shown(policy.file))));
    m_search->setPlaceholderText(tr("Find a rule or a setting"));
    m_search->setAccessibleName(m_search->placeholderText());
    m_search->setClearButtonEnabled(true);
    column.addWidget(m_search);
    m_filter->setSourceModel(m_model);
    m_table->setModel(m_filter);
    m_table->setAccessibleName(tr("Settings"));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setTabKeyNavigation(false);
    m_table->setWordWrap(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(fontMetrics().height() * 3 / 2);
    m_table->resizeColumnsToContents();
    // What is changed stands there in bold.
    for (const int section : {LimitsModel::Setting, LimitsModel::Value, LimitsModel::Origin}) {
        const int wide = kWordColumns * fontMetrics().averageCharWidth();
        m_table->horizontalHeader()->resizeSection(
            section, std::max(m_table->columnWidth(section), wide));
    }
    m_table->horizontalHeader()->setSectionResizeMode(LimitsModel::What, QHeaderView::Stretch);
    column.addWidget(m_table, 1);
}

QWidget* LimitsDialog::details()
{
    auto* const part = new QGroupBox(tr("The chosen setting"));
    auto* const column = new QVBoxLayout(part);
    m_number->setAccessibleName(tr("Value"));
    m_choice->setAccessibleName(tr("Value"));
    m_editors->addWidget(m_number);
    m_editors->addWidget(m_choice);
    m_editors->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    m_reset->setAccessibleName(tr("Reset the chosen setting"));
    m_reset->setAutoDefault(false);
    m_unit->setWordWrap(false);
    auto* const label = new PlainLabel(tr("&Value"));
    label->setWordWrap(false);
    label->setBuddy(m_editors);
    auto* const row = new QHBoxLayout;
    row->addWidget(label);
    row->addWidget(m_editors);
    row->addWidget(m_unit);
    row->addWidget(m_reset);
    row->addStretch();
    column->addWidget(m_title);
    column->addWidget(m_meaning);
    column->addLayout(row);
    column->addWidget(m_usual);
    column->addWidget(m_fault);
    // The place is kept where nothing is wrong, so that the list does not move.
    m_fault->setMinimumHeight(m_fault->fontMetrics().lineSpacing());
    m_fault->setAccessibleName(tr("What is wrong with the value"));
    connect(m_number, &QLineEdit::textEdited, this,
        [this](const QString& text) { m_model->choose(currentRow(), bytesOf(text.trimmed())); });
    connect(m_choice, &QComboBox::activated, this, [this] {
        m_model->choose(currentRow(), m_choice->currentData().toByteArray().toStdString());
    });
    connect(m_reset, &QPushButton::clicked, this, [this] {
        m_model->reset(currentRow());
        showValue();
    });
    return part;
}

void LimitsDialog::addButtons(QVBoxLayout& column)
{
    auto* const buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_accept = buttons->addButton(tr("&Audit with these limits"), QDialogButtonBox::AcceptRole);
    m_accept->setDefault(true);
    m_resetAll = buttons->addButton(tr("Reset a&ll"), QDialogButtonBox::ResetRole);
    m_resetAll->setAutoDefault(false);
    column.addWidget(m_state);
    column.addWidget(buttons);
    connect(m_resetAll, &QPushButton::clicked, this, [this] {
        m_model->resetAll();
        showValue();
    });
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

int LimitsDialog::currentRow() const
{
    return m_filter->mapToSource(m_table->currentIndex()).row();
}

void LimitsDialog::select(int row)
{
    const QModelIndex place = m_filter->mapFromSource(m_model->index(row, LimitsModel::Value));
    m_table->setCurrentIndex(place);
    m_table->scrollTo(place, QAbstractItemView::PositionAtCenter);
}

void LimitsDialog::showRule(const std::string& rule)
{
    const int row = m_model->rowOf(rule);
    if (row < 0)
        return;
    m_search->clear();
    select(row);
    m_editors->currentWidget()->setFocus();
}

void LimitsDialog::showSetting()
{
    const int row = currentRow();
    m_editors->setEnabled(row >= 0);
    m_reset->setEnabled(row >= 0 && m_model->isChanged(row));
    if (row < 0) {
        for (PlainLabel* label : {m_title, m_meaning, m_usual, m_unit, m_fault})
            label->clear();
        m_number->clear();
        m_choice->clear();
        return;
    }
    const findings::RunSetting& setting = m_model->setting(row);
    m_title->setText(QStringLiteral("%1 · %2").arg(shown(setting.title), shown(setting.key)));
    const QString measured = measuredBy(setting.rule);
    m_meaning->setText(measured.isEmpty()
            ? shown(setting.meaning)
            : QStringLiteral("%1\n%2").arg(measured, shown(setting.meaning)));
    m_usual->setText(usualWords(setting));
    m_unit->setText(shown(setting.unit));
    m_choice->clear();
    for (const std::string& choice : setting.choices) {
        m_choice->addItem(LimitsModel::words(setting, choice), QByteArray::fromStdString(choice));
    }
    m_editors->setCurrentWidget(
        setting.choices.empty() ? static_cast<QWidget*>(m_number) : m_choice);
    m_editors->setFocusProxy(m_editors->currentWidget());
    showValue();
}

/// The value as the model has it.
void LimitsDialog::showValue()
{
    const int row = currentRow();
    if (row < 0)
        return;
    m_number->setText(shown(m_model->value(row)));
    m_choice->setCurrentIndex(m_choice->findData(QByteArray::fromStdString(m_model->value(row))));
    showState();
}

void LimitsDialog::showState()
{
    const int row = currentRow();
    const base::Error* const fault = row < 0 ? nullptr : m_model->fault(row);
    m_fault->setText(fault
            ? tr("Not valid: %1. Try: %2.").arg(shown(fault->message), shown(fault->hint))
            : QString());
    m_reset->setEnabled(row >= 0 && m_model->isChanged(row));
    const int faulty = m_model->firstFault();
    const int changes = m_model->changes();
    m_resetAll->setEnabled(changes > 0);
    m_accept->setEnabled(faulty < 0 && m_model->flags() != m_before);
    if (faulty >= 0) {
        m_state->setText(tr("%1 is not valid yet.").arg(shown(m_model->setting(faulty).key)));
    } else {
        m_state->setText(changes == 0
                ? tr("No setting is changed.")
                : tr("%1 setting(s) changed.", nullptr, changes).arg(counted(changes)));
    }
}

std::vector<findings::FlagSetting> LimitsDialog::flags() const
{
    return m_model->flags();
}

} // namespace cupel::ui
