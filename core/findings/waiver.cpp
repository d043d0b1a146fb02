#include "core/findings/waiver.h"

#include "core/findings/glob.h"
#include "core/findings/policy.h"

#include <algorithm>

namespace cupel::findings {
namespace {

const base::DataText* memberOf(const Subject& subject, const std::string& key)
{
    if (key == "column")
        return columnOf(subject);
    const auto found = std::find_if(
        subject.begin(), subject.end(), [&key](const auto& member) { return member.first == key; });
    return found == subject.end() ? nullptr : &found->second;
}

} // namespace

bool Waiver::coversDataset(const std::string& dataset) const
{
    return std::all_of(subject.begin(), subject.end(), [&dataset](const auto& member) {
        return member.first != "dataset" || matches(member.second, dataset);
    });
}

bool Waiver::covers(const Finding& finding, const std::string& dataset) const
{
    return matches(rule, finding.rule) && coversDataset(dataset)
        && std::all_of(subject.begin(), subject.end(), [&finding](const auto& member) {
               if (member.first == "dataset")
                   return true;
               const base::DataText* text = memberOf(finding.subject, member.first);
               return text && matches(member.second, text->raw());
           });
}

bool Waiver::isBroad() const
{
    return subject.empty() || hasWildcard(rule)
        || std::any_of(subject.begin(), subject.end(),
            [](const auto& member) { return hasWildcard(member.second); });
}

std::string Waiver::subjectText() const
{
    std::string text;
    for (const auto& [key, pattern] : subject)
        text += (text.empty() ? "" : ", ") + key + " = " + pattern;
    return text;
}

const std::vector<std::string>& waiverSubjectKeys()
{
    static const std::vector<std::string> keys{"dataset", "column", "columns", "label",
        "favourable", "positive", "prediction", "of", "id", "split", "document", "other", "section",
        "line", "claim", "about", "number", "statement", "license", "use"};
    return keys;
}

} // namespace cupel::findings
