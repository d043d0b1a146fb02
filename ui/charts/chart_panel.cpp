#include "ui/charts/chart_panel.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QMenu>
#include <QMimeData>
#include <QPainter>
#include <QToolButton>
#include <utility>

#include "core/reports/page.h"
#include "core/reports/privacy.h"
#include "core/reports/table_csv.h"
#include "ui/charts/table_twin.h"
#include "ui/theme/plain_label.h"
#include "ui/theme/shown.h"

namespace cupel::ui {
namespace {

QToolButton* panelButton(const QString& text, const QString& help)
{
    auto* button = new QToolButton;
    button->setText(text);
    button->setToolTip(toolTip(help));
    button->setAccessibleName(text);
    button->setAccessibleDescription(help);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::StrongFocus);
    return button;
}

/// A name for a file, of an id that may hold names of columns.
QString fileNameOf(const std::string& id)
{
    return shown(reports::makeAnchor(id));
}

QByteArray bytesOfText(const std::string& text)
{
    return QByteArray(text.data(), static_cast<qsizetype>(text.size()));
}

} // namespace

ChartPanel::ChartPanel(const charts::ChartSpec& spec, ResultTablePtr table, QWidget* parent)
    : PanelFrame(Ground::Paper, parent)
    , m_spec(spec)
    , m_table(std::move(table))
    , m_title(new PlainLabel(shown(reports::cutTexts(m_table->title)), PlainLabel::Look::Heading))
    , m_chart(new ChartView)
    , m_remark(new PlainLabel({}, PlainLabel::Look::Small))
    , m_tableButton(panelButton(tr("Table"), tr("Show the same figures as a table (T)")))
    , m_logButton(panelButton(
          tr("Log scale"), tr("Draw the counts in powers of ten, so that small ones are seen")))
    , m_exportButton(panelButton(tr("Export"), tr("Copy or save the chart or its table")))
    , m_menu(new QMenu(this))
{
    m_chart->setContent(m_spec, m_table);
    m_remark->hide();
    auto* layout = new QVBoxLayout(this);
    makeHeader();
    layout->addWidget(m_chart);
    layout->addWidget(m_remark);
    makeMenu();
    setTabOrder(m_logButton, m_tableButton);
    setTabOrder(m_tableButton, m_exportButton);
    setTabOrder(m_exportButton, m_chart);
    setFocusProxy(m_chart);
    connect(m_chart, &ChartView::rowActivated, this, &ChartPanel::rowActivated);
    connect(m_chart, &ChartView::restActivated, this, &ChartPanel::toggleTable);
    connect(m_chart, &ChartView::tableAsked, this, &ChartPanel::toggleTable);
}

TableTwin& ChartPanel::twin()
{
    if (m_twin)
        return *m_twin;
    m_twin = new TableTwin(m_table);
    m_twin->setAccessibleName(tr("Table: %1").arg(m_title->text()));
    m_twin->hide();
    auto* column = static_cast<QVBoxLayout*>(layout());
    column->insertWidget(column->indexOf(m_remark), m_twin);
    setTabOrder(m_chart, m_twin);
    connect(m_twin, &TableTwin::rowActivated, this, &ChartPanel::rowActivated);
    connect(m_twin, &TableTwin::chartAsked, this, &ChartPanel::toggleTable);
    return *m_twin;
}

void ChartPanel::makeHeader()
{
    auto* header = new QHBoxLayout;
    static_cast<QVBoxLayout*>(layout())->addLayout(header);
    header->addWidget(m_title, 1);
    for (QToolButton* button : {m_logButton, m_tableButton, m_exportButton})
        header->addWidget(button, 0, Qt::AlignTop);
    m_tableButton->setCheckable(true);
    m_logButton->setCheckable(true);
    m_logButton->setVisible(m_chart->canBeLog());
    m_exportButton->setPopupMode(QToolButton::InstantPopup);
    m_exportButton->setMenu(m_menu);
    connect(m_tableButton, &QToolButton::toggled, this, &ChartPanel::setTableShown);
    connect(m_logButton, &QToolButton::toggled, this,
        [this](bool isLog) { m_chart->setScale(isLog ? ChartScale::Log : ChartScale::Linear); });
}

void ChartPanel::makeMenu()
{
    m_menu->addAction(tr("Copy image"), this, &ChartPanel::copyImage);
    m_menu->addAction(tr("Copy as SVG"), this, &ChartPanel::copySvg);
    m_menu->addAction(tr("Copy table as CSV"), this, &ChartPanel::copyCsv);
    m_menu->addSeparator();
    m_menu->addAction(tr("Save as…"), this, &ChartPanel::save);
}

void ChartPanel::setTableShown(bool isShown)
{
    if (isShown == isTableShown() && isShown == (m_twin && m_twin->isVisibleTo(this)))
        return;
    const bool hadFocus = m_chart->hasFocus() || twin().hasFocus();
    twin().setVisible(isShown);
    m_chart->setVisible(!isShown);
    m_logButton->setEnabled(!isShown);
    m_tableButton->setChecked(isShown);
    QWidget* seen = isShown ? static_cast<QWidget*>(m_twin) : m_chart;
    setFocusProxy(seen);
    if (hadFocus)
        seen->setFocus();
}

void ChartPanel::setLog(bool isLog)
{
    m_logButton->setChecked(isLog && m_chart->canBeLog());
}

bool ChartPanel::isTableShown() const
{
    return m_tableButton->isChecked();
}

/// What stands out in one stands out in the other.
void ChartPanel::toggleTable()
{
    const auto& rows = m_chart->rows().rows;
    if (!isTableShown() && m_chart->focusMark() < rows.size()) {
        if (const auto row = rows[m_chart->focusMark()].tableRow)
            twin().select(*row);
    }
    setTableShown(!isTableShown());
}

void ChartPanel::highlight(std::optional<std::size_t> tableRow)
{
    const bool hasMark = m_chart->highlight(tableRow);
    if (hasMark && !isTableShown())
        return;
    if (tableRow)
        twin().select(*tableRow);
    setTableShown(true);
}

void ChartPanel::say(const QString& remark)
{
    m_remark->setText(remark);
    m_remark->setVisible(!remark.isEmpty());
}

Picture ChartPanel::picture()
{
    QFont heading = m_title->font();
    heading.setPixelSize(QFontInfo(heading).pixelSize());
    const QFontMetrics metrics(heading);
    const int air = metrics.averageCharWidth();
    const QSize hint = m_chart->sizeHint();
    const int width = m_chart->isVisible() ? m_chart->width() : hint.width();
    const QRect title = metrics.boundingRect(
        QRect(0, 0, width - 2 * air, 10'000), Qt::TextWordWrap | Qt::AlignLeft, m_title->text());
    const int top = title.height() + 2 * air;
    const QString words = m_title->text();
    return {QSize(width, top + hint.height()), words, m_chart->summary(),
        [this, heading, words, air, width, top, hint](QPainter& painter) {
            const Colors& colors = colorsFor(palette());
            painter.fillRect(QRect(0, 0, width, top), colors.paper);
            m_chart->paintTo(painter, QRectF(0, top, width, hint.height()));
            painter.setPen(colors.ink);
            painter.setFont(heading);
            painter.drawText(QRect(air, air, width - 2 * air, top), Qt::TextWordWrap, words);
        }};
}

QByteArray ChartPanel::csv() const
{
    return bytesOfText(reports::tableCsv(*m_table, reports::PrivacyView(reports::Privacy::Full)));
}

void ChartPanel::copyImage()
{
    QGuiApplication::clipboard()->setImage(imageOf(picture()));
    say(tr("The image is on the clipboard."));
}

void ChartPanel::copySvg()
{
    const QByteArray svg = svgOf(picture());
    auto* copied = new QMimeData;
    copied->setData(QStringLiteral("image/svg+xml"), svg);
    copied->setText(QString::fromUtf8(svg));
    QGuiApplication::clipboard()->setMimeData(copied);
    say(tr("The SVG image is on the clipboard."));
}

void ChartPanel::copyCsv()
{
    const QByteArray table = csv();
    auto* copied = new QMimeData;
    copied->setData(QStringLiteral("text/csv"), table);
    copied->setText(QString::fromUtf8(table));
    QGuiApplication::clipboard()->setMimeData(copied);
    say(tr("The table is on the clipboard."));
}

void ChartPanel::save()
{
    const QString path = QFileDialog::getSaveFileName(this, tr("Save chart"),
        fileNameOf(m_spec.id) + QStringLiteral(".svg"),
        tr("SVG image (*.svg);;PNG image (*.png);;Table as CSV (*.csv)"));
    if (path.isEmpty())
        return;
    saveTo(QFileInfo(path).suffix().isEmpty() ? path + QStringLiteral(".svg") : path);
}

void ChartPanel::saveTo(const QString& path)
{
    const QString ending = QFileInfo(path).suffix().toLower();
    QByteArray content;
    if (ending == QLatin1String("svg"))
        content = svgOf(picture());
    else if (ending == QLatin1String("csv"))
        content = csv();
    else
        content = pngOf(picture());
    const QString name = shown(bytesOf(QFileInfo(path).fileName()));
    const auto fault = writeWhole(path, content);
    say(fault ? tr("%1 could not be written: %2").arg(name, *fault) : tr("Saved as %1.").arg(name));
}

void ChartPanel::contextMenuEvent(QContextMenuEvent* event)
{
    m_menu->popup(event->globalPos());
}

} // namespace cupel::ui
