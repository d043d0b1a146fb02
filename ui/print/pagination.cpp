#include "ui/print/pagination.h"

#include <algorithm>
#include <utility>

namespace cupel::ui {
namespace {

constexpr int kLeastLines = 2; ///< of a text, on each page

class Paginator {
public:
    Paginator(std::vector<Piece> pieces, qreal height)
        : m_pieces(std::move(pieces))
        , m_height(height)
    {
        m_sheets.emplace_back();
    }

    std::vector<SheetOfPieces> sheets()
    {
        for (std::size_t i = 0; i < m_pieces.size();) {
            const std::size_t end = endOfChain(i);
            if (!isEmpty() && !fits(i, end))
                beginSheet();
            for (; i < end; ++i)
                place(std::move(m_pieces[i]));
        }
        if (m_sheets.back().empty() && m_sheets.size() > 1)
            m_sheets.pop_back();
        return std::move(m_sheets);
    }

private:
    bool isEmpty() const { return m_sheets.back().empty(); }

    /// After the pieces from here on that are to stand on one page.
    std::size_t endOfChain(std::size_t begin) const
    {
        std::size_t at = begin;
        qreal height = m_pieces[at].height;
        while (m_pieces[at].keepsNext && at + 1 < m_pieces.size()) {
            ++at;
            height += m_pieces[at].gap + m_pieces[at].height;
        }
        if (height <= m_height)
            return at + 1;
        for (at = begin; leadsIn(m_pieces[at]) && at + 1 < m_pieces.size();)
            ++at;
        return at + 1;
    }

    static bool leadsIn(const Piece& piece)
    {
        return piece.keepsNext
            && (piece.role == PieceRole::Heading || piece.role == PieceRole::Caption
                || piece.role == PieceRole::TableHead);
    }

    /// Height of a piece, or of what has to stand on the page where it begins.
    static qreal leastHeight(const Piece& piece)
    {
        if (piece.isCutFreely) {
            Piece rest = piece;
            Piece top;
            for (const Ink& one : piece.inks) {
                const auto* text = std::get_if<TextInk>(&one);
                const qreal room
                    = text ? text->at.y() + text->text->lineHeight() * kLeastLines + 1.0 : 0.0;
                if (text && cutPiece(rest, room, kLeastLines, top))
                    return top.height;
            }
        }
        return piece.height;
    }

    bool fits(std::size_t begin, std::size_t end) const
    {
        qreal needed = 0.0;
        for (std::size_t i = begin; i < end; ++i) {
            const Piece& piece = m_pieces[i];
            needed += piece.gap + (i + 1 == end ? leastHeight(piece) : piece.height);
        }
        return m_used + needed <= m_height;
    }

    void beginSheet()
    {
        m_sheets.emplace_back();
        m_used = 0.0;
        m_onlyLeads = true;
        m_onlyItsHead = false;
    }

    void put(Piece piece)
    {
        const qreal top = m_used + (isEmpty() ? 0.0 : piece.gap);
        m_used = top + piece.height;
        m_onlyLeads = m_onlyLeads && leadsIn(piece);
        m_onlyItsHead = false;
        m_sheets.back().push_back({std::move(piece), top});
    }

    void place(Piece piece)
    {
        while (true) {
            if (isEmpty())
                repeatHead(piece);
            const qreal room = m_height - m_used - (isEmpty() ? 0.0 : piece.gap);
            if (piece.height <= room) {
                put(std::move(piece));
                return;
            }
            const bool isFresh = m_onlyLeads;
            Piece top;
            if (piece.isCutFreely || (isFresh && piece.height > room)) {
                const bool isCut = cutPiece(piece, room, kLeastLines, top)
                    || (isFresh && cutPiece(piece, room, 1, top));
                if (isCut) {
                    put(std::move(top));
                    beginSheet();
                    continue;
                }
            }
            // Nothing more can be done where it is alone, or is higher than any sheet.
            if (isEmpty() || m_onlyItsHead || (isFresh && piece.height > m_height)) {
                put(std::move(piece));
                return;
            }
            beginSheet();
        }
    }

    void repeatHead(const Piece& piece)
    {
        constexpr qreal kMostOfPage = 0.4;
        if (piece.head && piece.head->height <= m_height * kMostOfPage) {
            Piece head = *piece.head;
            head.anchor.clear();
            put(std::move(head));
            m_onlyItsHead = true;
        }
    }

    std::vector<Piece> m_pieces;
    qreal m_height;
    qreal m_used = 0.0;
    bool m_onlyLeads = true; ///< what stands on the sheet only leads to what comes next
    bool m_onlyItsHead = false; ///< on the sheet stands the repeated head of the piece
    std::vector<SheetOfPieces> m_sheets;
};

} // namespace

std::vector<SheetOfPieces> paginate(std::vector<Piece> pieces, qreal height)
{
    return Paginator(std::move(pieces), height).sheets();
}

} // namespace cupel::ui
