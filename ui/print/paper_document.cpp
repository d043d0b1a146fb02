#include "ui/print/paper_document.h"

#include <QPainter>
#include <algorithm>

#include "ui/print/print_style.h"

namespace cupel::ui {
namespace {

constexpr qreal kTop = points(64.0);
constexpr qreal kBottom = points(62.0);
constexpr qreal kHeadLine = points(46.0); ///< from the top of the sheet
constexpr qreal kFootLine = points(50.0); ///< from its bottom
constexpr qreal kNumber = points(90.0); ///< beside the foot

void drawEdge(QPainter& painter, const QString& text, QPointF at, qreal width, Qt::Alignment to)
{
    painter.setPen(ink::kSoft);
    const TextPtr line = oneLine(text, fontOf(Face::Sans, kType.edge), width, to);
    if (line->lineCount() > 0)
        line->drawLine(painter, at, 0);
}

void drawRule(QPainter& painter, QPointF at, qreal width)
{
    painter.setPen(QPen(ink::kLine, points(0.5), Qt::SolidLine, Qt::FlatCap));
    painter.drawLine(at, at + QPointF(width, 0.0));
}

/// On the left and on the right, less on narrow sheets.
qreal sideOf(qreal width)
{
    constexpr qreal kMost = points(56.0);
    constexpr qreal kShare = 0.1;
    return std::min(kMost, width * kShare);
}

} // namespace

PaperDocument::PaperDocument(
    const reports::Page& page, const reports::PrivacyView& view, QSizeF sheet)
    : m_sheet(sheet * kUnitsPerPoint)
    , m_side(sideOf(m_sheet.width()))
    , m_body(
          m_sheet.width() - 2 * m_side, std::max(m_sheet.height() - kTop - kBottom, points(100.0)))
    , m_setter(std::make_unique<PageSetter>(page, view, m_body))
    , m_title(wordsOf(page.title, view, kMostInHeading).text)
    , m_head(page.kind.empty() ? m_title : shortText(page.kind) + QStringLiteral(": ") + m_title)
    , m_foot(twoLines(wordsOf(page.footer, view, kMostInHeading).text,
          fontOf(Face::Sans, kType.edge), m_body.width() - kNumber))
{
}

bool PaperDocument::layOutNext()
{
    if (!m_setter)
        return false;
    if (!m_setter->isDone()) {
        m_setter->setNext();
        return true;
    }
    paginateAll();
    return false;
}

void PaperDocument::layOut(const base::JobContext& job)
{
    while (!job.cancelled() && layOutNext()) { }
}

void PaperDocument::paginateAll()
{
    m_sheets = paginate(m_setter->pieces(), m_body.height());
    m_setter.reset();
    int number = 0;
    for (const SheetOfPieces& pieces : m_sheets) {
        ++number;
        for (const PlacedPiece& placed : pieces) {
            if (!placed.piece.anchor.empty())
                m_anchors.emplace(placed.piece.anchor, number);
        }
    }
}

int PaperDocument::pageOf(const std::string& anchor) const
{
    const auto found = m_anchors.find(anchor);
    return found == m_anchors.end() ? 0 : found->second;
}

void PaperDocument::paint(QPainter& painter, int index) const
{
    painter.save();
    painter.scale(1.0 / kUnitsPerPoint, 1.0 / kUnitsPerPoint);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    if (index > 0) // the first page begins with the title
        paintHead(painter);
    for (const PlacedPiece& placed : m_sheets[static_cast<std::size_t>(index)])
        drawPiece(painter, placed.piece, QPointF(m_side, kTop + placed.top), *this);
    paintFoot(painter, index);
    painter.restore();
}

void PaperDocument::paintHead(QPainter& painter) const
{
    const qreal height = points(kType.edge) * 1.36;
    drawEdge(
        painter, m_head, {m_side, kHeadLine - height - points(2.5)}, m_body.width(), Qt::AlignLeft);
    drawRule(painter, {m_side, kHeadLine}, m_body.width());
}

void PaperDocument::paintFoot(QPainter& painter, int index) const
{
    const qreal y = m_sheet.height() - kFootLine;
    drawRule(painter, {m_side, y}, m_body.width());
    const qreal text = y + points(3.5);
    painter.setPen(ink::kSoft);
    for (int i = 0; i < m_foot->lineCount(); ++i)
        m_foot->drawLine(painter, {m_side, text + m_foot->lineHeight() * i}, i);
    const QString number = QStringLiteral("Page %1 of %2").arg(index + 1).arg(pageCount());
    drawEdge(
        painter, number, {m_side + m_body.width() - kNumber - 1.0, text}, kNumber, Qt::AlignRight);
}

} // namespace cupel::ui
