#include "core/pipeline/review_words.h"

#include <array>
#include <optional>
#include <utility>

#include <nlohmann/json.hpp>

#include "core/audits/wording.h"
#include "core/base/day.h"
#include "core/pipeline/review.h"

namespace cupel::pipeline {
namespace {

using base::DataText;
using base::Sentence;

/// One state of an event.
struct ReviewState {
    std::string kind;
    std::string target;
    std::optional<ReviewValue> value; ///< none: nothing stood there
};

/// None where it is no state that this program writes.
std::optional<ReviewState> stateOf(const std::string& text)
{
    const auto json = nlohmann::ordered_json::parse(text, nullptr, false);
    const auto textOf = [&json](const char* name) {
        const auto found = json.find(name);
        return found != json.end() && found->is_string() ? found->get<std::string>()
                                                         : std::string();
    };
    if (!json.is_object() || !json.contains("value"))
        return std::nullopt;
    ReviewState state{textOf("kind"), textOf("target"), std::nullopt};
    if (json["value"].is_null())
        return state;
    auto value = reviewValue(state.kind, state.target, json["value"].dump());
    if (!value)
        return std::nullopt;
    state.value = std::move(*value);
    return state;
}

const char* markWords(FindingMark::State state)
{
    switch (state) {
    case FindingMark::State::Seen:
        return "Marked as seen";
    case FindingMark::State::Accepted:
        return "Accepted";
    case FindingMark::State::FixRequested:
        break;
    }
    return "Fix requested";
}

struct WhatWords {
    std::string operator()(const FindingMark& mark) const { return markWords(mark.state); }
    std::string operator()(const reports::WaiverWords&) const { return "Waived"; }
    std::string operator()(const Comment& comment) const
    {
        return comment.isPrivate ? "Private comment" : "Comment";
    }
    std::string operator()(const CardAnswer&) const { return "Data Card answered"; }
    std::string operator()(const RubricAnswer&) const { return "Rubric answered"; }
};

struct SaidWords {
    Sentence operator()(const FindingMark&) const { return {}; }
    Sentence operator()(const reports::WaiverWords& waiver) const
    {
        return {DataText::document(waiver.reason), " (", DataText::document(waiver.owner),
            ", until " + base::formatDay(waiver.until) + ")"};
    }
    Sentence operator()(const Comment& comment) const { return {DataText::document(comment.text)}; }
    Sentence operator()(const CardAnswer& answer) const
    {
        return {DataText::document(answer.text)};
    }
    Sentence operator()(const RubricAnswer& answer) const
    {
        Sentence words;
        if (answer.applies)
            words.emplace_back(std::string(*answer.applies ? "yes" : "no"));
        for (const std::string& choice : answer.choices) {
            words.emplace_back(std::string(words.empty() ? "" : ", "));
            words.emplace_back(DataText::document(choice));
        }
        if (words.empty())
            words.emplace_back(std::string("cannot tell"));
        words.emplace_back(", " + std::string(rubric::statusName(answer.status)));
        if (!answer.reasoning.empty()) {
            words.emplace_back(std::string(": "));
            words.emplace_back(DataText::document(answer.reasoning));
        }
        return words;
    }
};

std::string removalWords(ReviewKind kind)
{
    constexpr std::array<const char*, 5> kWords{"Mark removed", "Waiver removed", "Comment removed",
        "Data Card answer removed", "Rubric answer removed"};
    return kWords[static_cast<std::size_t>(kind)];
}

} // namespace

ReviewEventWords reviewEventWords(const catalog::Event& event)
{
    const auto before = stateOf(event.before);
    const auto after = stateOf(event.after);
    const auto kind = after ? reviewKindFromName(after->kind) : std::nullopt;
    if (!after || !kind) {
        // Also what a purge has emptied.
        ReviewEventWords words{"Review", {}};
        if (!event.after.empty())
            words.details = {DataText::document(event.after)};
        return words;
    }
    const auto& stands = after->value ? after->value : before ? before->value : after->value;
    ReviewEventWords words;
    words.what = after->value ? std::visit(WhatWords(), *after->value) : removalWords(*kind);
    words.details = {DataText::name(after->target)};
    Sentence said = stands ? std::visit(SaidWords(), *stands) : Sentence();
    if (!said.empty()) {
        words.details.emplace_back(std::string(": "));
        audits::append(words.details, said);
    }
    return words;
}

} // namespace cupel::pipeline
