#include "core/pipeline/review_json.h"

#include <algorithm>
#include <optional>

#include <nlohmann/json.hpp>

#include "core/base/utf8.h"
#include "core/card/card.h"
#include "core/card/prose.h"
#include "core/rubric/question_targets.h"

namespace cupel::pipeline {
namespace {

using base::Error;
using base::Result;
using reports::WaiverWords;
using rubric::Status;
using Json = nlohmann::ordered_json;

bool isUtf8Text(const std::string& text)
{
    return base::firstInvalidUtf8(text.data(), text.size(), text.size()) == base::kValidUtf8;
}

/// What is wrong with a text that has to say something.
std::optional<Error> blankFault(const std::string& text, const std::string& what)
{
    if (card::trimmed(text).empty())
        return base::usageError(what + " is empty", "write it, or leave it as it was");
    return std::nullopt;
}

bool isOrigin(std::string_view choice)
{
    return choice == "human" || choice == "model" || choice == "unknown";
}

bool isAnnotator(std::string_view choice)
{
    const auto known = rubric::annotatorCategories();
    return std::any_of(known.begin(), known.end(),
        [choice](const rubric::Label& label) { return label.name == choice; });
}

/// What is wrong with a value, whatever it is about.
std::optional<Error> faultOf(const FindingMark&)
{
    return std::nullopt;
}

std::optional<Error> faultOf(const WaiverWords& waiver)
{
    if (auto fault = blankFault(waiver.reason, "the reason of the waiver"))
        return fault;
    if (auto fault = blankFault(waiver.owner, "the owner of the waiver"))
        return fault;
    if (base::parseDay(base::formatDay(waiver.until)) != waiver.until)
        return base::usageError(
            "the last day of the waiver is no day", "give one up to the year 9999");
    return std::nullopt;
}

std::optional<Error> faultOf(const Comment& comment)
{
    return blankFault(comment.text, "the comment");
}

std::optional<Error> faultOf(const CardAnswer& answer)
{
    return blankFault(answer.text, "the answer");
}

std::optional<Error> faultOf(const RubricAnswer& answer)
{
    if (answer.status != Status::Confirmed && answer.status != Status::Disputed)
        return base::usageError("a person's answer to a rubric is neither confirmed nor disputed",
            "say which of the two it is");
    const bool areKnown = std::all_of(answer.choices.begin(), answer.choices.end(),
        [](const std::string& choice) { return isOrigin(choice) || isAnnotator(choice); });
    if (!areKnown)
        return base::usageError("a choice of the answer is not known",
            "choose human, model or unknown for an origin, or who annotated");
    return std::nullopt;
}

/// What is wrong with an answer to a field of the card.
std::optional<Error> fieldFault(const std::string& key, const ReviewValue& value)
{
    const auto* const answer = std::get_if<CardAnswer>(&value);
    if (!answer)
        return std::nullopt;
    const card::Field* const field = card::model().find(key);
    if (!field)
        return base::usageError(
            "the Data Card has no field \"" + key + "\"", "use a key of the card");
    if (card::stateOf(*field, answer->text) == card::State::Placeholder)
        return base::usageError("the answer only stands in the place of one",
            "write what is known, or leave the field as it is");
    return std::nullopt;
}

/// What is wrong with what is written about. Of what is read this is not asked, since fields and
/// questions come and go.
std::optional<Error> targetFault(const std::string& target, ReviewKind kind)
{
    if (target.empty())
        return base::usageError("what is said is about nothing", "say what it is about");
    if (kind == ReviewKind::Comment && !commentedOn(target))
        return base::usageError("a comment is about nothing that is known",
            "comment on a finding, a column, a field of the card or a question of the rubrics");
    if (kind == ReviewKind::RubricAnswer && !rubric::isQuestionTarget(target))
        return base::usageError(
            "no rubric has the question \"" + target + "\"", "use the questions of the rubrics");
    return std::nullopt;
}

/// Every text of a value.
std::vector<const std::string*> textsOf(const FindingMark&)
{
    return {};
}
std::vector<const std::string*> textsOf(const WaiverWords& waiver)
{
    return {&waiver.reason, &waiver.owner};
}
std::vector<const std::string*> textsOf(const Comment& comment)
{
    return {&comment.text};
}
std::vector<const std::string*> textsOf(const CardAnswer& answer)
{
    return {&answer.text};
}
std::vector<const std::string*> textsOf(const RubricAnswer& answer)
{
    return {&answer.reference, &answer.reasoning};
}

Json jsonOf(const FindingMark& mark)
{
    return {{"state", markName(mark.state)}};
}
Json jsonOf(const WaiverWords& waiver)
{
    return {{"reason", waiver.reason}, {"owner", waiver.owner},
        {"until", base::formatDay(waiver.until)}};
}
Json jsonOf(const Comment& comment)
{
    return {{"text", comment.text}, {"private", comment.isPrivate}};
}
Json jsonOf(const CardAnswer& answer)
{
    return {{"text", answer.text}};
}
Json jsonOf(const RubricAnswer& answer)
{
    return {{"applies", answer.applies ? Json(*answer.applies) : Json(nullptr)},
        {"choices", answer.choices}, {"reference", answer.reference},
        {"reasoning", answer.reasoning}, {"status", rubric::statusName(answer.status)}};
}

/// The members of an object that comes from the file of a catalog: anything is possible. After the
/// first member that is not what it has to be the object is not well.
class Members {
public:
    explicit Members(const Json& json)
        : m_json(json)
        , m_isWell(json.is_object())
    {
    }

    std::string text(const char* name)
    {
        const Json* const value = find(name);
        return check(value && value->is_string()) ? value->get<std::string>() : std::string();
    }
    bool boolean(const char* name)
    {
        const Json* const value = find(name);
        return check(value && value->is_boolean()) && value->get<bool>();
    }
    std::optional<bool> booleanOrNull(const char* name)
    {
        const Json* const value = find(name);
        if (value && value->is_null())
            return std::nullopt;
        return check(value && value->is_boolean()) ? std::optional(value->get<bool>())
                                                   : std::nullopt;
    }
    std::vector<std::string> texts(const char* name)
    {
        std::vector<std::string> all;
        const Json* const value = find(name);
        if (!check(value && value->is_array()))
            return all;
        for (const Json& one : *value) {
            if (check(one.is_string()))
                all.push_back(one.get<std::string>());
        }
        return all;
    }
    /// The enumerator up to the last one that has this name.
    template <typename Enum>
    Enum word(const char* name, Enum last, std::string_view (*nameOf)(Enum))
    {
        const std::string given = text(name);
        for (int i = 0; i <= static_cast<int>(last); ++i) {
            if (nameOf(static_cast<Enum>(i)) == given)
                return static_cast<Enum>(i);
        }
        check(false);
        return last;
    }
    bool check(bool condition)
    {
        m_isWell = m_isWell && condition;
        return m_isWell;
    }
    /// Whether all members that were asked for are what they have to be, and there are no others.
    bool areWell() const { return m_isWell && m_json.size() == m_asked; }

private:
    const Json* find(const char* name)
    {
        ++m_asked;
        if (!m_isWell)
            return nullptr;
        const auto found = m_json.find(name);
        return found == m_json.end() ? nullptr : &*found;
    }

    const Json& m_json;
    std::size_t m_asked = 0;
    bool m_isWell;
};

WaiverWords waiverOf(Members& members)
{
    WaiverWords waiver{members.text("reason"), members.text("owner"), {}};
    const auto until = base::parseDay(members.text("until"));
    if (members.check(until.has_value()))
        waiver.until = *until;
    return waiver;
}

RubricAnswer rubricAnswerOf(Members& members)
{
    RubricAnswer answer;
    answer.applies = members.booleanOrNull("applies");
    answer.choices = members.texts("choices");
    answer.reference = members.text("reference");
    answer.reasoning = members.text("reasoning");
    answer.status = members.word("status", Status::Disputed, rubric::statusName);
    return answer;
}

ReviewValue valueOf(ReviewKind kind, Members& members)
{
    switch (kind) {
    case ReviewKind::Mark:
        return FindingMark{members.word("state", FindingMark::State::FixRequested, markName)};
    case ReviewKind::Waiver:
        return waiverOf(members);
    case ReviewKind::Comment:
        return Comment{members.text("text"), members.boolean("private")};
    case ReviewKind::CardAnswer:
        return CardAnswer{members.text("text")};
    case ReviewKind::RubricAnswer:
        break;
    }
    return rubricAnswerOf(members);
}

std::optional<Error> faultIn(const ReviewValue& value)
{
    return std::visit([](const auto& one) { return faultOf(one); }, value);
}

Error damaged(std::string message)
{
    return {base::ErrorCode::Catalog, std::move(message),
        "write it anew or take it away in the review; if another program changed the catalog, "
        "restore a backup",
        {}};
}

} // namespace

Result<void> validateReview(const std::string& target, const ReviewValue& value)
{
    if (auto fault = targetFault(target, kindOf(value)))
        return *fault;
    const auto texts = std::visit([](const auto& one) { return textsOf(one); }, value);
    if (!std::all_of(
            texts.begin(), texts.end(), [](const std::string* text) { return isUtf8Text(*text); }))
        return base::usageError("what is said is no UTF-8", "write it anew");
    auto fault = faultIn(value);
    if (!fault)
        fault = fieldFault(target, value);
    return fault ? Result<void>(*fault) : Result<void>();
}

std::string reviewJson(const ReviewValue& value)
{
    return std::visit([](const auto& one) { return jsonOf(one); }, value)
        .dump(-1, ' ', false, Json::error_handler_t::replace);
}

Result<ReviewValue> reviewValue(
    std::string_view kind, std::string_view target, std::string_view json)
{
    const std::string what = "the " + std::string(kind) + " about \"" + std::string(target) + "\"";
    const std::optional<ReviewKind> known = reviewKindFromName(kind);
    if (!known)
        return damaged(what + " in the review is of a kind that is not known");
    const Json parsed = Json::parse(json, nullptr, false);
    Members members(parsed);
    ReviewValue value = valueOf(*known, members);
    if (!members.areWell() || faultIn(value))
        return damaged(what + " in the review is damaged");
    return value;
}

} // namespace cupel::pipeline
