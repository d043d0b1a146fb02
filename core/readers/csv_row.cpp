#include "core/readers/csv_row.h"

#include <algorithm>
#include <cstring>

namespace cupel::readers {
namespace {

class RowParser {
public:
    RowParser(const char* bytes, std::size_t begin, std::size_t size, bool atEnd,
        const Dialect& dialect, ParsedRow& row)
        : m_bytes(bytes)
        , m_begin(begin)
        , m_size(size)
        , m_atEnd(atEnd)
        , m_dialect(dialect)
        , m_newline(dialect.lineEnd.back())
        , m_row(row)
        , m_at(begin)
    {
    }

    void run()
    {
        m_row.status = ParsedRow::Status::Row;
        m_row.lines = 0;
        m_row.oddQuote = ParsedRow::kNone;
        m_row.openQuote = ParsedRow::kNone;
        m_cells = 0;
        while (cell()) { }
        m_row.cells.resize(m_cells);
        if (m_row.status == ParsedRow::Status::Row) {
            m_row.end = m_at;
            const bool empty = m_cells == 1 && m_row.cells[0].empty() && m_lineEndBegin == m_begin;
            if (empty)
                m_row.status = ParsedRow::Status::Blank;
        }
    }

private:
    std::string& nextCell()
    {
        if (m_cells == m_row.cells.size())
            m_row.cells.emplace_back();
        std::string& cell = m_row.cells[m_cells++];
        cell.clear();
        return cell;
    }

    bool startsDelimiter(std::size_t at) const
    {
        const std::string& delimiter = m_dialect.delimiter;
        return m_size - at >= delimiter.size()
            && std::memcmp(m_bytes + at, delimiter.data(), delimiter.size()) == 0;
    }
    /// Length of the line end at `at`, 0 if there is none. A CR before LF belongs to it.
    std::size_t lineEndAt(std::size_t at) const
    {
        if (m_bytes[at] == m_newline)
            return 1;
        if (m_newline == '\n' && m_bytes[at] == '\r' && hasNext(at) && m_bytes[at + 1] == '\n')
            return 2;
        return 0;
    }
    bool hasNext([[maybe_unused]] std::size_t at) const
    {
#ifdef CUPEL_PLANT_OVERRUN
        return true; // the defect that the fuzz target must find
#else
        return at + 1 < m_size;
#endif
    }

    /// Read one cell; true when another follows in the same row.
    bool cell()
    {
        std::string& cell = nextCell();
        if (m_at < m_size && m_dialect.quote != '\0' && m_bytes[m_at] == m_dialect.quote) {
            if (!quoted(cell))
                return false;
        }
        return unquoted(cell);
    }

    /// Append text up to the next separator.
    bool unquoted(std::string& cell)
    {
        const std::size_t from = m_at;
        for (; m_at < m_size; ++m_at) {
            const char byte = m_bytes[m_at];
            if (byte == m_dialect.delimiter[0] && startsDelimiter(m_at)) {
                cell.append(m_bytes + from, m_at - from);
                m_at += m_dialect.delimiter.size();
                return true;
            }
            if (const std::size_t length = lineEndAt(m_at)) {
                cell.append(m_bytes + from, m_at - from);
                m_lineEndBegin = m_at;
                m_at += length;
                ++m_row.lines;
                return false;
            }
            if (byte == m_dialect.quote && byte != '\0' && m_row.oddQuote == ParsedRow::kNone)
                m_row.oddQuote = m_at;
        }
        if (!m_atEnd) {
            m_row.status = ParsedRow::Status::NeedMore;
            return false;
        }
        cell.append(m_bytes + from, m_at - from);
        m_lineEndBegin = m_at;
        return false;
    }

    /// Read the quoted part of a cell; false when the row ends here as rejected or incomplete.
    bool quoted(std::string& cell)
    {
        const std::size_t open = m_at++;
        const std::size_t linesBefore = m_row.lines;
        while (true) {
            const std::size_t from = m_at;
            while (m_at < m_size && m_bytes[m_at] != m_dialect.quote) {
                if (m_bytes[m_at] == m_newline)
                    ++m_row.lines;
                ++m_at;
            }
            cell.append(m_bytes + from, m_at - from);
            if (m_at >= m_size)
                return unclosed(open, linesBefore);
            ++m_at;
            if (m_at < m_size && m_bytes[m_at] == m_dialect.quote) {
                cell.push_back(m_dialect.quote);
                ++m_at;
                continue;
            }
            if (m_at >= m_size && !m_atEnd) {
                // Whether this quote closes depends on the next byte.
                m_row.openQuote = open;
                m_row.status = ParsedRow::Status::NeedMore;
                return false;
            }
            break;
        }
        const bool closedWell = m_at >= m_size || lineEndAt(m_at) != 0
            || (m_bytes[m_at] == m_dialect.delimiter[0] && startsDelimiter(m_at));
        if (closedWell)
            return true;
        const std::size_t lookAhead = std::max<std::size_t>(m_dialect.delimiter.size(), 2);
        if (!m_atEnd && m_size - m_at < lookAhead) {
            m_row.openQuote = open;
            m_row.status = ParsedRow::Status::NeedMore;
            return false;
        }
        if (m_row.lines != linesBefore)
            return stray(open, linesBefore, "is closed by text on a later line");
        if (m_row.oddQuote == ParsedRow::kNone)
            m_row.oddQuote = m_at - 1;
        return true;
    }

    bool unclosed(std::size_t open, std::size_t linesBefore)
    {
        if (!m_atEnd) {
            m_row.openQuote = open;
            m_row.status = ParsedRow::Status::NeedMore;
            return false;
        }
        return stray(open, linesBefore, "never closes");
    }

    /// Reject the row up to the end of the line that holds the opening quote.
    bool stray(std::size_t open, std::size_t linesBefore, const char* how)
    {
        const void* found = std::memchr(m_bytes + open, m_newline, m_size - open);
        m_row.end = found ? static_cast<std::size_t>(static_cast<const char*>(found) - m_bytes) + 1
                          : m_size;
        m_row.lines = linesBefore + (found ? 1 : 0);
        std::size_t lineBegin = open;
        while (lineBegin > m_begin && m_bytes[lineBegin - 1] != m_newline)
            --lineBegin;
        m_row.oddQuote = open;
        m_row.reason = "the quote opened at column "
            + std::to_string(columnOf(m_bytes, lineBegin, open)) + " " + how;
        m_row.status = ParsedRow::Status::Rejected;
        return false;
    }

    const char* m_bytes;
    std::size_t m_begin;
    std::size_t m_size;
    bool m_atEnd;
    const Dialect& m_dialect;
    char m_newline;
    ParsedRow& m_row;
    std::size_t m_at;
    std::size_t m_cells = 0;
    std::size_t m_lineEndBegin = 0;
};

} // namespace

void parseRow(const char* bytes, std::size_t begin, std::size_t size, bool atEnd,
    const Dialect& dialect, ParsedRow& row)
{
    RowParser(bytes, begin, size, atEnd, dialect, row).run();
}

std::size_t columnOf(const char* bytes, std::size_t lineBegin, std::size_t at)
{
    return 1 + static_cast<std::size_t>(std::count_if(bytes + lineBegin, bytes + at, [](char byte) {
        return (static_cast<unsigned char>(byte) & 0xC0) != 0x80;
    }));
}

} // namespace cupel::readers
