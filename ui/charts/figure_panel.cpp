#include "ui/charts/figure_panel.h"

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
#include "ui/jobs/whole_file.h"
#include "ui/theme/colors.h"
#include "ui/theme/plain_label.h"
#include "ui/theme/shown.h"
#include "ui/theme/tip.h"

namespace cupel::ui {
namespace {

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

QToolButton* figureButton(const QString& text, const QString& help)
{
    auto* button = new QToolButton;
    button->setText(text);
    setTip(*button, help);
    button->setAccessibleName(text);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::StrongFocus);
    return button;
}

FigurePanel::FigurePanel(std::string id, ResultTablePtr table, QWidget* figure, QWidget* parent)
    : PanelFrame(Ground::Paper, parent)
    , m_id(std::move(id))
    , m_table(std::move(table))
    , m_figure(figure)
    , m_title(new PlainLabel(shown(reports::cutTexts(m_table->title)), PlainLabel::Look::Heading))
    , m_header(new QHBoxLayout)
    , m_column(new QVBoxLayout(this))
    , m_remark(new PlainLabel({}, PlainLabel::Look::Small))
    , m_tableButton(figureButton(tr("Table"), tr("Show the same figures as a table (T)")))
    , m_exportButton(figureButton(tr("Export"), tr("Copy or save the chart or its table")))
    , m_menu(new QMenu(this))
{
    m_remark->hide();
    m_header->addWidget(m_title, 1);
    for (QToolButton* button : {m_tableButton, m_exportButton})
        m_header->addWidget(button, 0, Qt::AlignTop);
    m_tableButton->setCheckable(true);
    m_exportButton->setPopupMode(QToolButton::InstantPopup);
    m_exportButton->setMenu(m_menu);
    makeMenu();
    m_column->addLayout(m_header);
    m_column->addWidget(m_figure);
    m_column->addWidget(m_remark);
    setTabOrder(m_tableButton, m_exportButton);
    setTabOrder(m_exportButton, m_figure);
    setFocusProxy(m_figure);
    connect(m_tableButton, &QToolButton::toggled, this, &FigurePanel::setTableShown);
}

void FigurePanel::addButton(QToolButton* button)
{
    m_header->insertWidget(1, button, 0, Qt::AlignTop);
    setTabOrder(button, m_tableButton);
}

void FigurePanel::addAbove(const QString& words)
{
    m_column->insertWidget(
        m_column->indexOf(m_figure), new PlainLabel(words, PlainLabel::Look::Small));
}

void FigurePanel::addBelow(const QString& words)
{
    m_column->insertWidget(
        m_column->indexOf(m_remark), new PlainLabel(words, PlainLabel::Look::Small));
}

QString FigurePanel::title() const
{
    return m_title->text();
}

TableTwin& FigurePanel::twin()
{
    if (m_twin)
        return *m_twin;
    m_twin = new TableTwin(m_table);
    m_twin->setAccessibleName(tr("Table: %1").arg(title()));
    m_twin->hide();
    m_column->insertWidget(m_column->indexOf(m_figure) + 1, m_twin);
    setTabOrder(m_figure, m_twin);
    connect(m_twin, &TableTwin::rowActivated, this, &FigurePanel::rowActivated);
    connect(m_twin, &TableTwin::chartAsked, this, &FigurePanel::toggleTable);
    return *m_twin;
}

void FigurePanel::makeMenu()
{
    m_menu->addAction(tr("Copy image"), this, &FigurePanel::copyImage);
    m_menu->addAction(tr("Copy as SVG"), this, &FigurePanel::copySvg);
    m_menu->addAction(tr("Copy table as CSV"), this, &FigurePanel::copyCsv);
    m_menu->addSeparator();
    m_menu->addAction(tr("Save as…"), this, &FigurePanel::save);
}

void FigurePanel::setTableShown(bool isShown)
{
    if (isShown == isTableShown() && isShown == (m_twin && m_twin->isVisibleTo(this)))
        return;
    const bool hadFocus = m_figure->hasFocus() || twin().hasFocus();
    twin().setVisible(isShown);
    m_figure->setVisible(!isShown);
    tableShown(isShown);
    m_tableButton->setChecked(isShown);
    QWidget* seen = isShown ? static_cast<QWidget*>(m_twin) : m_figure;
    setFocusProxy(seen);
    if (hadFocus)
        seen->setFocus();
}

bool FigurePanel::isTableShown() const
{
    return m_tableButton->isChecked();
}

void FigurePanel::toggleTable()
{
    if (!isTableShown()) {
        if (const auto row = markedRow())
            twin().select(*row);
    }
    setTableShown(!isTableShown());
}

void FigurePanel::highlight(std::optional<std::size_t> tableRow)
{
    const bool hasMark = mark(tableRow);
    if (hasMark && !isTableShown())
        return;
    if (tableRow)
        twin().select(*tableRow);
    setTableShown(true);
}

void FigurePanel::say(const QString& remark)
{
    m_remark->setText(remark);
    m_remark->setVisible(!remark.isEmpty());
}

Picture FigurePanel::picture()
{
    QFont heading = m_title->font();
    heading.setPixelSize(QFontInfo(heading).pixelSize());
    const QFontMetrics metrics(heading);
    const int air = metrics.averageCharWidth();
    const Picture figure = figurePicture();
    const int width = figure.size.width();
    const QString words = title();
    const QRect above = metrics.boundingRect(
        QRect(0, 0, width - 2 * air, 10'000), Qt::TextWordWrap | Qt::AlignLeft, words);
    const int top = above.height() + 2 * air;
    return {QSize(width, top + figure.size.height()), words, figure.description,
        [this, heading, words, air, width, top, figure](QPainter& painter) {
            const Colors& colors = colorsFor(palette());
            painter.fillRect(QRect(0, 0, width, top + figure.size.height()), colors.paper);
            painter.save();
            painter.translate(0, top);
            figure.paint(painter);
            painter.restore();
            painter.setPen(colors.ink);
            painter.setFont(heading);
            painter.drawText(QRect(air, air, width - 2 * air, top), Qt::TextWordWrap, words);
        }};
}

QByteArray FigurePanel::csv() const
{
    return bytesOfText(reports::tableCsv(*m_table, reports::PrivacyView(reports::Privacy::Full)));
}

void FigurePanel::copyImage()
{
    QGuiApplication::clipboard()->setImage(imageOf(picture()));
    say(tr("The image is on the clipboard."));
}

void FigurePanel::copySvg()
{
    const QByteArray svg = svgOf(picture());
    auto* copied = new QMimeData;
    copied->setData(QStringLiteral("image/svg+xml"), svg);
    copied->setText(QString::fromUtf8(svg));
    QGuiApplication::clipboard()->setMimeData(copied);
    say(tr("The SVG image is on the clipboard."));
}

void FigurePanel::copyCsv()
{
    const QByteArray table = csv();
    auto* copied = new QMimeData;
    copied->setData(QStringLiteral("text/csv"), table);
    copied->setText(QString::fromUtf8(table));
    QGuiApplication::clipboard()->setMimeData(copied);
    say(tr("The table is on the clipboard."));
}

void FigurePanel::save()
{
    const QString path = QFileDialog::getSaveFileName(this, tr("Save chart"),
        fileNameOf(m_id) + QStringLiteral(".svg"),
        tr("SVG image (*.svg);;PNG image (*.png);;Table as CSV (*.csv)"));
    if (path.isEmpty())
        return;
    saveTo(QFileInfo(path).suffix().isEmpty() ? path + QStringLiteral(".svg") : path);
}

void FigurePanel::saveTo(const QString& path)
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
    const auto written
        = writeFile(path, {content.constData(), static_cast<std::size_t>(content.size())});
    say(written ? tr("Saved as %1.").arg(name) : shown(written.error().message));
}

void FigurePanel::contextMenuEvent(QContextMenuEvent* event)
{
    m_menu->popup(event->globalPos());
}

} // namespace cupel::ui
