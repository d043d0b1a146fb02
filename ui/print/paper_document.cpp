#include "ui/print/paper_document.h"

#include <QPainter>

#include "ui/print/block_pieces.h"
#include "ui/print/print_style.h"

namespace cupel::ui {
namespace {

constexpr qreal kSide = points(56.0);
constexpr qreal kTop = points(64.0);
constexpr qreal kBottom = points(62.0);
constexpr qreal kHeadLine = points(46.0); ///< from the top of the sheet
constexpr qreal kFootLine = points(44.0); ///< from its bottom

void drawEdge(QPainter& painter, const QString& text, QPointF at, qreal width, Qt::Alignment to)
{
    painter.setPen(ink::kSoft);
    const TextPtr line = oneLine(text, fontOf(Face::Sans, kType.edge), width, to);
    if (line->lineCount() > 0)
        line->drawLine(painter, at, 0);
}

void drawRule(QPainter& painter, qreal y, qreal width)
{
    painter.setPen(QPen(ink::kLine, points(0.5), Qt::SolidLine, Qt::FlatCap));
    painter.drawLine(QPointF(kSide, y), QPointF(kSide + width, y));
}

} // namespace

PaperDocument::PaperDocument(const reports::Page& page, const reports::PrivacyView& view,
    QSizeF sheet, const base::JobContext& job)
    : m_sheet(sheet * kUnitsPerPoint)
    , m_body(m_sheet.width() - 2 * kSide, m_sheet.height() - kTop - kBottom)
    , m_title(wordsOf(page.title, view, kMostInHeading).text)
    , m_head(page.kind.empty() ? m_title : ownText(page.kind) + QStringLiteral(": ") + m_title)
    , m_foot(wordsOf(page.footer, view, kMostInHeading).text)
{
    m_sheets = paginate(pagePieces(page, view, m_body, job), m_body.height());
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
        drawPiece(painter, placed.piece, QPointF(kSide, kTop + placed.top), *this);
    paintFoot(painter, index);
    painter.restore();
}

void PaperDocument::paintHead(QPainter& painter) const
{
    const qreal height = points(kType.edge) * 1.36;
    drawEdge(
        painter, m_head, {kSide, kHeadLine - height - points(2.5)}, m_body.width(), Qt::AlignLeft);
    drawRule(painter, kHeadLine, m_body.width());
}

void PaperDocument::paintFoot(QPainter& painter, int index) const
{
    constexpr qreal kNumber = points(90.0);
    const qreal y = m_sheet.height() - kFootLine;
    drawRule(painter, y, m_body.width());
    const qreal text = y + points(3.5);
    drawEdge(painter, m_foot, {kSide, text}, m_body.width() - kNumber, Qt::AlignLeft);
    const QString number = QStringLiteral("Page %1 of %2").arg(index + 1).arg(pageCount());
    drawEdge(
        painter, number, {kSide + m_body.width() - kNumber - 1.0, text}, kNumber, Qt::AlignRight);
}

} // namespace cupel::ui
