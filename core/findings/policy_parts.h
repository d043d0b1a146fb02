#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/documents/node.h"
#include "core/findings/policy.h"

namespace cupel::findings {

/// Reads the members of a policy and notes what is wrong, with its place.
class PolicyParts {
public:
    explicit PolicyParts(std::string fileName);

    void readRules(const documents::Node& rules, std::vector<RuleSettings>& to);
    void readDatasets(const documents::Node& datasets, std::vector<DatasetSelector>& to);
    void readWaivers(const documents::Node& waivers, std::vector<Waiver>& to);

    /// Calls `member` for each member of a map whose key is known; others are problems. Whether
    /// there were none, so that what seems absent is not just misspelled.
    using Member = std::function<void(const std::string& key, const documents::Node& value)>;
    bool eachMember(const documents::Node& map, const std::string& what,
        const std::vector<std::string>& known, const Member& member);

    /// Notes a problem; after 100 nothing more.
    void fail(const documents::Position& at, std::string message, std::string hint);
    /// Notes the problem of a value, if it has one, at its place.
    void check(const documents::Position& at, const base::Result<void>& done);
    /// A text, or a number or truth value as it is written. Else a problem and nothing.
    std::string word(const documents::Node& node, const std::string& what);
    /// "policy.yaml:12".
    std::string originOf(const documents::Position& at) const;

    std::vector<base::Error> takeProblems() { return std::move(m_problems); }

private:
    void readRule(
        const std::string& id, const documents::Node& settings, std::vector<RuleSettings>& to);
    void readScoped(
        const std::string& id, const documents::Node& list, std::vector<RuleSettings>& to);
    void checkScope(const documents::Node& part, const RuleSettings& settings);
    void readSetting(RuleSettings& settings, const std::string& name, const documents::Node& value);
    void readDataset(const documents::Node& dataset, std::vector<DatasetSelector>& to);
    void readGroup(const documents::Node& group, std::vector<DatasetSelector::Group>& to);
    void readReferences(const documents::Node& references, DatasetSelector& selector);
    void checkRuleOf(const std::string& pattern, const documents::Position& at);
    void readWaiver(const documents::Node& waiver, std::vector<Waiver>& to);
    std::vector<std::string> words(const documents::Node& list, const std::string& what);
    bool isList(const documents::Node& node, const std::string& what);
    /// A text that is compared with names and values; a problem where it is too long for one.
    std::string pattern(const documents::Node& node, const std::string& what);
    /// Counts what every finding is compared with. Whether there are too many, a problem once.
    bool isOneTooMany(const documents::Position& at, std::size_t& number, const std::string& what);

    std::size_t m_scoped = 0; ///< parts of "for" of all rules
    std::size_t m_waivers = 0;
    std::string m_fileName;
    std::vector<base::Error> m_problems;
};

} // namespace cupel::findings
