#include "core/lint/issue_list.h"

#include <algorithm>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "core/base/cut_text.h"

namespace cupel::lint {

namespace {

using documents::Node;

/// A part of a JSON pointer (RFC 6901).
std::string escaped(const std::string& key)
{
    std::string part;
    for (const char c : key) {
        if (c == '~')
            part += "~0";
        else if (c == '/')
            part += "~1";
        else
            part += c;
    }
    return part;
}

/// Finds the pointers of some nodes in one walk. Readers of documents limit their depth.
class Pointers {
public:
    explicit Pointers(std::unordered_map<const Node*, std::string>& wanted)
        : m_wanted(wanted)
        , m_open(wanted.size())
    {
    }

    void walk(const Node& node)
    {
        const auto found = m_wanted.find(&node);
        if (found != m_wanted.end()) {
            found->second = m_path;
            --m_open;
        }
        const std::size_t length = m_path.size();
        for (std::size_t i = 0; m_open > 0 && i < node.items.size(); ++i) {
            m_path += "/" + std::to_string(i);
            walk(node.items[i]);
            m_path.resize(length);
        }
        for (std::size_t i = 0; m_open > 0 && i < node.members.size(); ++i) {
            m_path += "/" + escaped(node.members[i].key);
            walk(node.members[i].value);
            m_path.resize(length);
        }
    }

private:
    std::unordered_map<const Node*, std::string>& m_wanted;
    std::size_t m_open;
    std::string m_path;
};

std::string words(const base::Sentence& sentence)
{
    std::string all;
    for (const base::Span& span : sentence) {
        const auto* const own = std::get_if<std::string>(&span);
        all += own ? *own : std::get<base::DataText>(span).raw();
    }
    return all;
}

/// "; also in lines 12, 15 and others".
std::string alsoWords(const std::vector<documents::Position>& places)
{
    constexpr std::size_t kMostShown = 5;
    std::string lines;
    std::size_t count = 0;
    std::uint64_t last = 0;
    for (const documents::Position& place : places) {
        if (place.line == last)
            continue;
        last = place.line;
        if (++count <= kMostShown)
            lines += (count == 1 ? "" : ", ") + std::to_string(place.line);
    }
    return std::string("; also in line") + (count == 1 ? " " : "s ") + lines
        + (count > kMostShown ? " and others" : "");
}

} // namespace

base::DataText shown(std::string_view text)
{
    constexpr std::size_t kMostBytes = 200;
    return base::DataText::document(base::cutText(text, kMostBytes));
}

void IssueList::add(const char* rule, Level level, const Node* at, base::Sentence message,
    base::Sentence fix, const std::string& identity)
{
    const documents::Position place = at ? at->at : documents::Position{};
    keep({{rule, level, std::move(message), std::move(fix), place, {}}, at, {}}, identity);
}

void IssueList::addAt(const char* rule, Level level, documents::Position at, base::Sentence message,
    base::Sentence fix)
{
    keep({{rule, level, std::move(message), std::move(fix), at, {}}, nullptr, {}}, {});
}

void IssueList::keep(Found found, const std::string& identity)
{
    const Issue& issue = found.issue;
    const std::string key
        = issue.rule + "\n" + (identity.empty() ? words(issue.message) : identity);
    const auto [known, isNew] = m_known.emplace(key, m_found.size());
    if (!isNew) {
        addPlace(known->second, issue.at);
        return;
    }
    const bool isError = issue.level == Level::Error;
    if (isError)
        ++m_errors;
    if (m_found.size() == kMost) {
        // One error at least is among those that are listed.
        if (!isError || m_errors > 1)
            return;
        m_found.pop_back();
        known->second = m_found.size();
    }
    m_found.push_back(std::move(found));
}

void IssueList::addPlace(std::size_t index, documents::Position at)
{
    constexpr std::size_t kMostPlaces = 100;
    if (index >= m_found.size() || m_found[index].issue.at == at)
        return;
    std::vector<documents::Position>& also = m_found[index].also;
    if (also.size() < kMostPlaces && std::find(also.begin(), also.end(), at) == also.end())
        also.push_back(at);
}

void IssueList::locate(const Node& root)
{
    std::unordered_map<const Node*, std::string> pointers;
    for (const Found& found : m_found) {
        if (found.at)
            pointers.emplace(found.at, std::string());
    }
    Pointers(pointers).walk(root);
    for (Found& found : m_found) {
        if (found.at)
            found.issue.path = pointers[found.at];
        found.at = nullptr;
    }
}

Verdict IssueList::verdict(Profile profile)
{
    Verdict verdict;
    verdict.profile = profile;
    verdict.unlisted = m_known.size() - m_found.size();
    for (Found& found : m_found) {
        if (!found.also.empty())
            found.issue.message.emplace_back(alsoWords(found.also));
        verdict.issues.push_back(std::move(found.issue));
    }
    const auto order
        = [](const Issue& issue) { return std::tie(issue.at.line, issue.at.column, issue.rule); };
    std::stable_sort(verdict.issues.begin(), verdict.issues.end(),
        [&](const Issue& a, const Issue& b) { return order(a) < order(b); });
    m_found.clear();
    return verdict;
}

} // namespace cupel::lint
