#include "core/reports/archive_writer.h"

#include <cmath>

#include "core/base/number.h"
#include "core/base/utf8.h"
#include "core/reports/archive_data.h"
#include "core/reports/archive_documents.h"

namespace cupel::reports {
namespace {

constexpr std::string_view kHexDigits = "0123456789abcdef";

std::string hexOf(std::string_view bytes)
{
    std::string hex;
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        hex += kHexDigits[byte >> 4U];
        hex += kHexDigits[byte & 0xFU];
    }
    return hex;
}

} // namespace

void ArchiveWriter::value(double its)
{
    const std::string text = base::formatNumber(its);
    if (!std::isfinite(its))
        quoted(text);
    else
        m_text += text == "-0" ? "-0.0" : text; // JSON's -0 is an integer, which has no sign
}

void ArchiveWriter::value(const std::string& its)
{
    if (base::firstInvalidUtf8(its.data(), its.size(), its.size()) == base::kValidUtf8) {
        quoted(its);
        return;
    }
    Brackets braces(*this, '{', '}');
    member("hex", hexOf(its));
}

void ArchiveWriter::value(const base::DataText& its)
{
    Brackets brackets(*this, '[', ']');
    item(its.kind());
    item(its.raw());
    item(its.rows());
}

void ArchiveWriter::value(const base::Figure& its)
{
    if (its.isDefined()) {
        value(its.value());
        return;
    }
    Brackets braces(*this, '{', '}');
    member("undefined", its.reason());
}

void ArchiveWriter::value(const documents::Node& its)
{
    Brackets brackets(*this, '[', ']');
    nodes(its, nullptr);
}

/// The node, then those within it; each says how many these are, and as a member its key.
void ArchiveWriter::nodes(const documents::Node& node, const documents::Node::Member* named)
{
    comma();
    {
        Brackets brackets(*this, '[', ']');
        item(node.kind);
        item(node.text);
        item(node.at.line);
        item(node.at.column);
        item(node.isPlain);
        item(node.isMap() ? node.members.size() : node.items.size());
        if (named) {
            item(named->key);
            item(named->at.line);
            item(named->at.column);
        }
    }
    if (node.isMap()) {
        for (const documents::Node::Member& one : node.members)
            nodes(one.value, &one);
    } else {
        for (const documents::Node& one : node.items)
            nodes(one, nullptr);
    }
}

void ArchiveWriter::quoted(std::string_view text)
{
    m_text += '"';
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte < 0x20) {
            m_text += "\\u00";
            m_text += kHexDigits[byte >> 4U];
            m_text += kHexDigits[byte & 0xFU];
            continue;
        }
        if (c == '"' || c == '\\')
            m_text += '\\';
        m_text += c;
    }
    m_text += '"';
}

void ArchiveWriter::comma()
{
    if (!std::exchange(m_isFirst, false))
        m_text += ',';
}

} // namespace cupel::reports
