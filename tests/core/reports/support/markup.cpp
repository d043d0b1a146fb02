#include "tests/core/reports/support/markup.h"

#include <map>

namespace cupel::test {
namespace {

const std::set<std::string, std::less<>> kVoid{"meta", "link", "br", "hr", "img"};

class Reader {
public:
    explicit Reader(std::string_view html)
        : m_html(html)
    {
    }

    Markup read()
    {
        while (m_at < m_html.size() && m_markup.fault.empty()) {
            if (m_html[m_at] == '<')
                readTag();
            else
                readText();
        }
        if (m_markup.fault.empty() && !m_open.empty())
            fault("not closed: " + m_open.back());
        return std::move(m_markup);
    }

private:
    void fault(const std::string& what)
    {
        const std::size_t from = m_at < 60 ? 0 : m_at - 60;
        m_markup.fault = what + " at: " + std::string(m_html.substr(from, 140));
    }

    bool skip(std::string_view word)
    {
        if (m_html.substr(m_at, word.size()) != word)
            return false;
        m_at += word.size();
        return true;
    }

    std::string name()
    {
        const std::size_t begin = m_at;
        while (m_at < m_html.size()
            && (std::isalnum(static_cast<unsigned char>(m_html[m_at])) || m_html[m_at] == '-'
                || m_html[m_at] == '_' || m_html[m_at] == ':'))
            ++m_at;
        return std::string(m_html.substr(begin, m_at - begin));
    }

    void readTag()
    {
        if (skip("<!DOCTYPE html>\n") || skip("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"))
            return;
        ++m_at;
        if (skip("/")) {
            const std::string closed = name();
            if (m_open.empty() || m_open.back() != closed || !skip(">"))
                return fault("closes " + closed);
            m_open.pop_back();
            return;
        }
        const std::string element = name();
        if (element.empty())
            return fault("stray <");
        m_markup.elements.insert(element);
        while (skip(" "))
            readAttribute(element);
        const bool closesItself = skip("/");
        if (!m_markup.fault.empty())
            return;
        if (!skip(">"))
            return fault("tag of " + element + " does not end");
        if (!closesItself && kVoid.count(element) == 0)
            m_open.push_back(element);
        if (element == "style")
            m_at = std::min(m_html.find("</style>", m_at), m_html.size());
    }

    void readAttribute(const std::string& element)
    {
        const std::string attribute = name();
        m_markup.attributes.insert(element + "@" + attribute);
        if (attribute.empty() || !skip("=\""))
            return fault("attribute of " + element);
        std::string value;
        while (m_at < m_html.size() && m_html[m_at] != '"') {
            if (m_html[m_at] == '<')
                return fault("< in an attribute");
            value += character();
        }
        ++m_at;
        if (attribute == "id")
            m_markup.ids.push_back(value);
        if (attribute == "href")
            m_markup.targets.push_back(value);
    }

    void readText()
    {
        if (m_html[m_at] == '>')
            return fault("stray >");
        m_markup.text += character();
    }

    std::string character()
    {
        static const std::map<std::string, std::string, std::less<>> kEntities{{"&amp;", "&"},
            {"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"&#39;", "'"}, {"&apos;", "'"}};
        const auto byte = static_cast<unsigned char>(m_html[m_at]);
        if (byte < 0x20 && byte != '\n' && byte != '\t')
            fault("a control character");
        if (m_html[m_at] != '&')
            return std::string(1, m_html[m_at++]);
        const std::size_t end = m_html.find(';', m_at);
        const auto found = kEntities.find(m_html.substr(m_at, end - m_at + 1));
        if (found == kEntities.end()) {
            fault("stray &");
            return {};
        }
        m_at = end + 1;
        return found->second;
    }

    std::string_view m_html;
    std::size_t m_at = 0;
    std::vector<std::string> m_open;
    Markup m_markup;
};

} // namespace

Markup readMarkup(std::string_view html)
{
    return Reader(html).read();
}

} // namespace cupel::test
