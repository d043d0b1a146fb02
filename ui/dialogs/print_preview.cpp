#include "ui/dialogs/print_preview.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPushButton>
#include <QShortcut>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QVBoxLayout>
#include <array>
#include <utility>

#include "ui/dialogs/sheet_view.h"
#include "ui/theme/plain_label.h"
#include "ui/theme/shown.h"
#include "ui/theme/tip.h"

namespace cupel::ui {
namespace {

constexpr std::array kPapers{QPageSize::A4, QPageSize::A5, QPageSize::A3, QPageSize::Letter,
    QPageSize::Legal, QPageSize::Tabloid};
constexpr std::array kPercents{25, 50, 75, 100, 125, 150, 200, 300, 400};
constexpr int kFits = 2; ///< entries before those in percent

PlainLabel* nameOf(const QString& text, QWidget* input)
{
    auto* const label = new PlainLabel(text);
    label->setWordWrap(false);
    label->setTextInteractionFlags(Qt::NoTextInteraction);
    label->setBuddy(input);
    input->setAccessibleName(QString(text).remove(QLatin1Char('&')));
    return label;
}

PlainLabel* statusLabel()
{
    auto* const label = new PlainLabel;
    label->setWordWrap(false);
    return label;
}

} // namespace

PrintPreview::PrintPreview(const QString& title, const QPageLayout& layout, QWidget* parent)
    : QDialog(parent)
    , m_layout(layout)
    , m_view(new SheetView)
    , m_paper(new QComboBox)
    , m_orientation(new QComboBox)
    , m_zoom(new QComboBox)
    , m_before(new QPushButton(tr("P&revious")))
    , m_next(new QPushButton(tr("&Next")))
    , m_page(new QSpinBox)
    , m_print(new QPushButton(tr("&Print…")))
    , m_close(new QPushButton(tr("Close")))
    , m_count(statusLabel())
    , m_state(statusLabel())
{
    constexpr int kWide = 46;
    constexpr int kHigh = 52;
    setWindowTitle(tr("Print preview: %1").arg(title));
    makePaper();
    makeZoom();
    makePages();
    auto* const column = new QVBoxLayout(this);
    column->addWidget(topRow());
    column->addWidget(m_view, 1);
    column->addWidget(bottomRow());
    const std::array<QWidget*, 9> order{
        m_paper, m_orientation, m_zoom, m_view, m_before, m_page, m_next, m_print, m_close};
    for (std::size_t i = 1; i < order.size(); ++i)
        setTabOrder(order[i - 1], order[i]);
    m_print->setDefault(true);
    m_view->setFocus();
    const int unit = fontMetrics().height();
    resize(unit * kWide, unit * kHigh);
    sayPlace();
}

void PrintPreview::makePaper()
{
    // The printer may have a paper of its own.
    const QPageSize own = m_layout.pageSize();
    int chosen = -1;
    for (const QPageSize::PageSizeId id : kPapers) {
        if (id == own.id())
            chosen = m_paper->count();
        m_paper->addItem(QPageSize::name(id), QVariant::fromValue(QPageSize(id)));
    }
    if (chosen < 0) {
        m_paper->insertItem(0, own.name(), QVariant::fromValue(own));
        chosen = 0;
    }
    m_paper->setCurrentIndex(chosen);
    m_orientation->addItems({tr("Upright"), tr("Sideways")});
    m_orientation->setCurrentIndex(m_layout.orientation() == QPageLayout::Landscape ? 1 : 0);
    for (QComboBox* box : {m_paper, m_orientation})
        connect(box, &QComboBox::currentIndexChanged, this, &PrintPreview::choosePaper);
}

void PrintPreview::makeZoom()
{
    m_zoom->addItems({tr("Fit the width"), tr("Fit the sheet")});
    for (const int percent : kPercents)
        m_zoom->addItem(QStringLiteral("%1 %").arg(percent));
    connect(m_zoom, &QComboBox::currentIndexChanged, this, &PrintPreview::chooseZoom);
    connect(m_view, &SheetView::zoomAsked, this, &PrintPreview::zoomBy);
    for (const auto& [key, steps] :
        {std::pair{QKeySequence::ZoomIn, 1}, std::pair{QKeySequence::ZoomOut, -1}}) {
        for (const QKeySequence& one : QKeySequence::keyBindings(key)) {
            auto* const shortcut = new QShortcut(one, this);
            connect(shortcut, &QShortcut::activated, this, [this, by = steps] { zoomBy(by); });
        }
    }
    auto* const fit = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_0), this);
    connect(fit, &QShortcut::activated, m_zoom, [this] { m_zoom->setCurrentIndex(0); });
}

void PrintPreview::makePages()
{
    setTip(*m_before, tr("The sheet before (Ctrl+Page Up)"));
    setTip(*m_next, tr("The next sheet (Ctrl+Page Down)"));
    for (QPushButton* button : {m_before, m_next, m_close})
        button->setAutoDefault(false);
    m_page->setKeyboardTracking(false);
    m_page->installEventFilter(this);
    connect(m_before, &QPushButton::clicked, this, [this] { m_view->goTo(m_view->current() - 1); });
    connect(m_next, &QPushButton::clicked, this, [this] { m_view->goTo(m_view->current() + 1); });
    connect(m_page, &QSpinBox::valueChanged, this, [this](int page) { m_view->goTo(page - 1); });
    connect(m_view, &SheetView::currentChanged, this, &PrintPreview::sayPlace);
}

/// Enter goes to the sheet whose number was typed, and does not print as well.
bool PrintPreview::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_page && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            m_page->interpretText();
            return true;
        }
    }
    return QDialog::eventFilter(watched, event);
}

QWidget* PrintPreview::topRow()
{
    auto* const row = new QWidget;
    auto* const line = new QHBoxLayout(row);
    line->setContentsMargins(0, 0, 0, 0);
    line->addWidget(nameOf(tr("P&aper"), m_paper));
    line->addWidget(m_paper);
    line->addWidget(m_orientation);
    m_orientation->setAccessibleName(tr("Orientation of the paper"));
    line->addWidget(m_state, 1);
    line->addWidget(nameOf(tr("&Zoom"), m_zoom));
    line->addWidget(m_zoom);
    return row;
}

QWidget* PrintPreview::bottomRow()
{
    auto* const row = new QWidget;
    auto* const line = new QHBoxLayout(row);
    line->setContentsMargins(0, 0, 0, 0);
    line->addWidget(m_before);
    line->addWidget(nameOf(tr("Pa&ge"), m_page));
    line->addWidget(m_page);
    line->addWidget(m_count);
    line->addWidget(m_next);
    line->addStretch(1);
    line->addWidget(m_print);
    line->addWidget(m_close);
    connect(m_print, &QPushButton::clicked, this, &PrintPreview::printAsked);
    connect(m_close, &QPushButton::clicked, this, &QDialog::reject);
    return row;
}

void PrintPreview::setSheets(PaperSheets sheets)
{
    m_view->setSheets(std::move(sheets));
    setLayingOut(false);
    sayPlace();
}

void PrintPreview::setLayingOut(bool isLayingOut)
{
    m_state->setText(isLayingOut ? tr("Laying out…") : QString());
}

void PrintPreview::choosePaper()
{
    m_layout.setPageSize(m_paper->currentData().value<QPageSize>(), m_layout.minimumMargins());
    m_layout.setOrientation(
        m_orientation->currentIndex() == 1 ? QPageLayout::Landscape : QPageLayout::Portrait);
    setLayingOut(true);
    Q_EMIT layoutChosen(m_layout);
}

void PrintPreview::chooseZoom(int index)
{
    if (index < kFits)
        m_view->setFit(index == 0 ? SheetView::Fit::Width : SheetView::Fit::Sheet);
    else
        m_view->setZoom(kPercents[static_cast<std::size_t>(index - kFits)] / 100.0);
}

/// To the next step, from wherever the zoom is.
void PrintPreview::zoomBy(int steps)
{
    const qreal percent = m_view->zoom() * 100.0;
    constexpr qreal kSame = 0.5;
    const int count = static_cast<int>(kPercents.size());
    for (int i = 0; i < count; ++i) {
        const int at = steps > 0 ? i : count - 1 - i;
        const int its = kPercents[static_cast<std::size_t>(at)];
        if (steps > 0 ? its > percent + kSame : its < percent - kSame)
            return m_zoom->setCurrentIndex(kFits + at);
    }
}

void PrintPreview::sayPlace()
{
    const int count = m_view->sheetCount();
    const QSignalBlocker quiet(m_page);
    m_page->setRange(std::min(count, 1), count);
    m_page->setValue(m_view->current() + 1);
    m_count->setText(tr("of %1").arg(counted(count)));
    m_before->setEnabled(m_view->current() > 0);
    m_next->setEnabled(m_view->current() + 1 < count);
}

} // namespace cupel::ui
