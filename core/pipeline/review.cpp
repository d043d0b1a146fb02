#include "core/pipeline/review.h"

#include <array>

#include "core/pipeline/review_json.h"

namespace cupel::pipeline {
namespace {

using base::Result;
using catalog::ReviewChange;
using catalog::ReviewEntry;

constexpr std::array<std::string_view, 5> kKinds{
    "mark", "waiver", "comment", "card-answer", "rubric-answer"};
constexpr std::array<std::string_view, 3> kMarks{"seen", "accepted", "fix-requested"};
constexpr std::array<std::string_view, 4> kCommented{"finding:", "column:", "card:", "rubric:"};

template <typename T> void put(const ReviewEntry& entry, T value, SaidByTarget<T>& all)
{
    all.insert_or_assign(entry.target, Said<T>{std::move(value), entry.who, entry.at});
}

/// Puts each kind of value into the map for it.
struct EntryPlacer {
    const ReviewEntry& entry;
    Review& review;

    void operator()(FindingMark value) const { put(entry, value, review.marks); }
    void operator()(reports::WaiverWords value) const
    {
        put(entry, std::move(value), review.waivers);
    }
    void operator()(Comment value) const { put(entry, std::move(value), review.comments); }
    void operator()(CardAnswer value) const { put(entry, std::move(value), review.cardAnswers); }
    void operator()(RubricAnswer value) const
    {
        put(entry, std::move(value), review.rubricAnswers);
    }
};

} // namespace

std::string_view markName(FindingMark::State state)
{
    return kMarks[static_cast<std::size_t>(state)];
}

std::string_view kindName(ReviewKind kind)
{
    return kKinds[static_cast<std::size_t>(kind)];
}

std::optional<ReviewKind> reviewKindFromName(std::string_view name)
{
    for (std::size_t i = 0; i < kKinds.size(); ++i) {
        if (kKinds[i] == name)
            return static_cast<ReviewKind>(i);
    }
    return std::nullopt;
}

ReviewKind kindOf(const ReviewValue& value)
{
    static_assert(std::variant_size_v<ReviewValue> == kKinds.size());
    return static_cast<ReviewKind>(value.index());
}

std::string commentTarget(CommentOn on, std::string_view what)
{
    return std::string(kCommented[static_cast<std::size_t>(on)]) + std::string(what);
}

std::optional<std::pair<CommentOn, std::string>> commentedOn(std::string_view target)
{
    for (std::size_t i = 0; i < kCommented.size(); ++i) {
        if (target.starts_with(kCommented[i]))
            return std::pair{
                static_cast<CommentOn>(i), std::string(target.substr(kCommented[i].size()))};
    }
    return std::nullopt;
}

Result<ReviewChange> reviewChange(
    const std::string& target, const ReviewValue& value, const Author& author)
{
    if (Result<void> valid = validateReview(target, value); !valid)
        return valid.error();
    return ReviewChange{
        std::string(kindName(kindOf(value))), target, reviewJson(value), author.who, author.at};
}

ReviewChange reviewRemoval(ReviewKind kind, std::string target, const Author& author)
{
    return {std::string(kindName(kind)), std::move(target), std::nullopt, author.who, author.at};
}

Result<Review> reviewOf(const catalog::Catalog& catalog, std::int64_t dataset)
{
    const auto entries = catalog.review(dataset);
    if (!entries)
        return entries.error();
    Review review;
    for (const ReviewEntry& entry : *entries) {
        Result<ReviewValue> value = reviewValue(entry.kind, entry.target, entry.value);
        if (!value) {
            base::Error error = value.error();
            error.where.file = catalog.path();
            return error;
        }
        std::visit(EntryPlacer{entry, review}, std::move(*value));
    }
    return review;
}

} // namespace cupel::pipeline
