#include "ui/dialogs/export_dialog.h"

#include <QDialogButtonBox>
#include <QEvent>
#include <QGroupBox>
#include <QListWidget>
#include <QPushButton>
#include <QRadioButton>
#include <QScreen>
#include <QStyle>
#include <QVBoxLayout>
#include <algorithm>
#include <utility>

#include "ui/theme/plain_label.h"
#include "ui/theme/plural_forms.h"
#include "ui/theme/shown.h"

namespace cupel::ui {
namespace {

constexpr int kMostLines = 14; ///< of the list, without scrolling
constexpr int kFewestLines = 4;
constexpr int kShareOfScreen = 90; ///< percent of its height that the dialog takes at most
constexpr int kMeaningColumns = 64;

struct Mode {
    QString name;
    QString meaning;
};

/// In the order of reports::Privacy.
std::array<Mode, 3> modes(std::int64_t minCell)
{
    return {{{ExportDialog::tr("Full"),
                 ExportDialog::tr("Everything, also values that single rows hold. For people who "
                                  "may see the data.")},
        {ExportDialog::tr("Masked"),
            ExportDialog::tr("Names, counts and figures, the range of number columns, and values "
                             "of columns with a role that at least %1 row(s) hold.",
                nullptr, pluralOf(minCell))
                .arg(counted(minCell))},
        {ExportDialog::tr("Aggregate"),
            ExportDialog::tr("Names, counts and figures; no values.")}}};
}

} // namespace

ExportDialog::ExportDialog(
    std::vector<ExportChoice> choices, const QString& chosen, std::int64_t minCell, QWidget* parent)
    : QDialog(parent)
    , m_choices(std::move(choices))
    , m_list(new QListWidget)
    , m_note(new PlainLabel(
          tr("Nothing is hidden in this file: it holds what documents and people say."),
          PlainLabel::Look::Small))
{
    setWindowTitle(tr("Export"));
    auto* const column = new QVBoxLayout(this);
    addChoices(chosen, *column);
    addPrivacy(minCell, *column);
    auto* const buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    QPushButton* const go
        = buttons->addButton(tr("&Choose the file…"), QDialogButtonBox::AcceptRole);
    go->setDefault(true);
    column->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_list, &QListWidget::itemDoubleClicked, this, &QDialog::accept);
    connect(m_list, &QListWidget::currentRowChanged, this, &ExportDialog::showWhatIsHidden);
    showWhatIsHidden();
    m_list->setFocus();
    const int more = std::max(0, std::min(m_list->count(), kMostLines) - kFewestLines);
    const int width = layout()->sizeHint().width();
    resize(width,
        std::min(heightNeeded(width) + more * m_list->sizeHintForRow(0),
            screen()->availableGeometry().height() * kShareOfScreen / 100));
}

/// Explanations are as many lines as the width makes of them; the list alone gives way.
int ExportDialog::heightNeeded(int width) const
{
    return layout()->minimumHeightForWidth(width);
}

bool ExportDialog::event(QEvent* event)
{
    const bool isTaken = QDialog::event(event);
    if (event->type() == QEvent::LayoutRequest || event->type() == QEvent::Resize
        || event->type() == QEvent::Show)
        setMinimumHeight(heightNeeded(width()));
    return isTaken;
}

void ExportDialog::addChoices(const QString& chosen, QVBoxLayout& column)
{
    for (const ExportChoice& choice : m_choices) {
        auto* const item = new QListWidgetItem(choice.title, m_list);
        if (choice.title == chosen)
            m_list->setCurrentItem(item);
    }
    if (m_list->currentRow() < 0)
        m_list->setCurrentRow(0);
    m_list->setAccessibleName(tr("What is written"));
    const int lines = std::min(m_list->count(), kFewestLines);
    m_list->setMinimumHeight(lines * m_list->sizeHintForRow(0) + 2 * m_list->frameWidth());
    auto* const label = new PlainLabel(tr("&What is written"));
    label->setBuddy(m_list);
    column.addWidget(label);
    column.addWidget(m_list, 1);
}

void ExportDialog::addPrivacy(std::int64_t minCell, QVBoxLayout& column)
{
    auto* const box = new QGroupBox(tr("How much of the data's own text is in it"));
    auto* const inner = new QVBoxLayout(box);
    const std::array<Mode, 3> all = modes(minCell);
    for (std::size_t i = 0; i < all.size(); ++i) {
        m_modes.at(i) = new QRadioButton(QLatin1Char('&') + all.at(i).name);
        m_modes.at(i)->setAccessibleName(all.at(i).name);
        m_modes.at(i)->setAccessibleDescription(all.at(i).meaning);
        m_meanings.at(i) = new PlainLabel(all.at(i).meaning, PlainLabel::Look::Small);
        m_meanings.at(i)->setMinimumWidth(kMeaningColumns * fontMetrics().averageCharWidth());
        m_meanings.at(i)->setIndent(style()->pixelMetric(QStyle::PM_ExclusiveIndicatorWidth)
            + style()->pixelMetric(QStyle::PM_RadioButtonLabelSpacing));
        // Tab goes to the one that is chosen, as Qt does once one of them had the focus.
        m_modes.at(i)->setFocusPolicy(Qt::ClickFocus);
        inner->addWidget(m_modes.at(i));
        inner->addWidget(m_meanings.at(i));
    }
    QRadioButton* const masked = m_modes.at(static_cast<std::size_t>(reports::Privacy::Masked));
    masked->setFocusPolicy(Qt::StrongFocus);
    masked->setChecked(true);
    inner->addWidget(m_note);
    column.addWidget(box);
}

void ExportDialog::showWhatIsHidden()
{
    const bool holdsData = m_choices.at(choice()).holdsData;
    for (std::size_t i = 0; i < m_modes.size(); ++i) {
        m_modes.at(i)->setEnabled(holdsData);
        m_meanings.at(i)->setEnabled(holdsData);
    }
    m_note->setVisible(!holdsData);
}

std::size_t ExportDialog::choice() const
{
    return static_cast<std::size_t>(std::max(0, m_list->currentRow()));
}

reports::Privacy ExportDialog::privacy() const
{
    const auto chosen = std::find_if(
        m_modes.begin(), m_modes.end(), [](const QRadioButton* mode) { return mode->isChecked(); });
    return static_cast<reports::Privacy>(chosen - m_modes.begin());
}

} // namespace cupel::ui
