#pragma once

#include <cstddef>
#include <string>
#include <unordered_map>
#include <vector>

#include "core/documents/node.h"
#include "core/lint/issue.h"

namespace cupel::lint {

/// Issues of one document while they are found. Equal ones are kept once, as the validators do that
/// gather their messages in sets.
class IssueList {
public:
    /// Issues that a verdict lists; the others are counted.
    static constexpr std::size_t kMost = 1000;

    /// `at` is a node of the document, or null for the whole. Two issues are equal where rule and
    /// `identity` are, or the message where that is empty; the places of the others are named in
    /// the message of the first.
    void add(const char* rule, Level level, const documents::Node* at, base::Sentence message,
        base::Sentence fix, const std::string& identity = {});
    /// An issue at a place that is no node, as where the document cannot be parsed.
    void addAt(const char* rule, Level level, documents::Position at, base::Sentence message,
        base::Sentence fix);
    std::size_t errors() const { return m_errors; }
    std::size_t size() const { return m_known.size(); }

    /// Note the pointers to the nodes of issues found so far, before their tree goes.
    void locate(const documents::Node& root);
    /// Issues by place, then by rule.
    Verdict verdict(Profile profile);

private:
    struct Found {
        Issue issue;
        const documents::Node* at = nullptr;
        std::vector<documents::Position> also;
    };

    void keep(Found found, const std::string& identity);
    void addPlace(std::size_t index, documents::Position at);

    std::vector<Found> m_found;
    std::unordered_map<std::string, std::size_t> m_known; ///< place among those found
    std::size_t m_errors = 0;
};

/// A text of the document in a sentence.
base::DataText shown(std::string_view text);

} // namespace cupel::lint
