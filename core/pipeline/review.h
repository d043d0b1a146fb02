#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "core/base/result.h"
#include "core/catalog/catalog.h"
#include "core/catalog/review.h"
#include "core/reports/policy_line.h"
#include "core/rubric/rubric.h"

/// What people say when they review a dataset, as values, and as the entries of a catalog.
namespace cupel::pipeline {

/// How far a person got with a finding.
struct FindingMark {
    enum class State {
        Seen,
        Accepted, ///< it is right, and stays as it is
        FixRequested,
    };
    State state = State::Seen;
    friend bool operator==(const FindingMark&, const FindingMark&) = default;
};
/// "seen", "accepted", "fix-requested".
std::string_view markName(FindingMark::State state);

struct Comment {
    std::string text;
    bool isPrivate = false; ///< for the one who wrote it, not for reports
    friend bool operator==(const Comment&, const Comment&) = default;
};
struct CardAnswer {
    std::string text; ///< plain
    friend bool operator==(const CardAnswer&, const CardAnswer&) = default;
};
struct RubricAnswer {
    std::optional<bool> applies; ///< none: the person cannot tell, and the question stays open
    /// Where more than yes or no is asked: "human", "model", "unknown" for the origin of a source,
    /// one of rubric::annotatorCategories() for who annotated. Empty: that of the suggestion.
    std::vector<std::string> choices{};
    std::string reference{}; ///< where the evidence stands
    std::string reasoning{};
    rubric::Status status = rubric::Status::Confirmed; ///< or Disputed
    friend bool operator==(const RubricAnswer&, const RubricAnswer&) = default;
};
using ReviewValue
    = std::variant<FindingMark, reports::WaiverWords, Comment, CardAnswer, RubricAnswer>;

/// The kinds of entries in a catalog. What is said is about a target:
/// of a mark and a waiver the id of the finding; of a card answer the key of the field; of a rubric
/// answer the question as rubric::AnswerPlace::target names it; of a comment a commentTarget().
enum class ReviewKind { Mark, Waiver, Comment, CardAnswer, RubricAnswer };
/// "mark", "waiver", "comment", "card-answer", "rubric-answer".
std::string_view kindName(ReviewKind kind);
std::optional<ReviewKind> reviewKindFromName(std::string_view name);
ReviewKind kindOf(const ReviewValue& value);

enum class CommentOn { Finding, Column, CardField, RubricQuestion };
/// "finding:f-0c3512cde34951e5", "column:age", "card:motivation.purpose",
/// "rubric:data_novelty/Derived".
std::string commentTarget(CommentOn on, std::string_view what);
/// The parts of such a text; none where it is no such text.
std::optional<std::pair<CommentOn, std::string>> commentedOn(std::string_view target);

/// Who says something, and when.
struct Author {
    std::string who;
    catalog::Time at;
};

/// What a person says as a change for catalog::Catalog::changeReview(), whose result and
/// catalog::takenBack() give the change that undoes it. Fails with Usage where it says nothing (a
/// waiver without reason or owner, a blank comment or answer), is no UTF-8, or is about what cannot
/// be.
base::Result<catalog::ReviewChange> reviewChange(
    const std::string& target, const ReviewValue& value, const Author& author);
/// The change that takes away what is said.
catalog::ReviewChange reviewRemoval(ReviewKind kind, std::string target, const Author& author);

template <typename T> struct Said {
    T value;
    std::string who; ///< empty: not known
    catalog::Time at;
};
template <typename T> using SaidByTarget = std::map<std::string, Said<T>, std::less<>>;

/// All that people say of one dataset, by target.
struct Review {
    SaidByTarget<FindingMark> marks;
    SaidByTarget<reports::WaiverWords> waivers;
    SaidByTarget<Comment> comments;
    SaidByTarget<CardAnswer> cardAnswers;
    SaidByTarget<RubricAnswer> rubricAnswers;

    bool isEmpty() const
    {
        return marks.empty() && waivers.empty() && comments.empty() && cardAnswers.empty()
            && rubricAnswers.empty();
    }
};

/// The value of an entry of a catalog. Fails with Catalog where its kind is unknown or its JSON is
/// not what reviewChange() writes.
base::Result<ReviewValue> reviewValue(
    std::string_view kind, std::string_view target, std::string_view json);

/// The review of a dataset of a catalog, by its id. Fails as reviewValue() does, and with Catalog.
base::Result<Review> reviewOf(const catalog::Catalog& catalog, std::int64_t dataset);

} // namespace cupel::pipeline
