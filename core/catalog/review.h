#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "core/catalog/records.h"

namespace cupel::catalog {

/// What a person says of something in a dataset, as it stands now. Of each kind there is one entry
/// about a target.
struct ReviewEntry {
    std::string kind; ///< "waiver", "comment": words of the caller, as the target is
    std::string target;
    std::string value; ///< JSON
    std::string who; ///< the one who said it last; empty: not known
    Time at;
};

/// What a person says in the place of what stands there.
struct ReviewChange {
    std::string kind; ///< not empty
    std::string target;
    std::optional<std::string> value; ///< JSON of at most kMaxReviewBytes; none: nothing any more
    std::string who;
    Time at;
    /// Who said the value, and when, where that was somebody else before: an undo lets words of
    /// another person stand again.
    struct Said {
        std::string who;
        Time at;
    };
    std::optional<Said> said = std::nullopt;
};
inline constexpr std::size_t kMaxReviewBytes = std::size_t{1} << 20U;

/// What the event of a change is called. Its before and after are objects of kind, target and
/// value, which is null where nothing stands.
inline constexpr std::string_view kReviewEvent = "review";

/// The change that lets stand again what stood before another one, with its author: an undo, by
/// the one who made the other.
ReviewChange takenBack(
    const ReviewChange& change, const std::optional<ReviewEntry>& before, Time at);

/// Whether what stands is what a change let stand: nobody said anything else since.
bool isLeftBy(const std::optional<ReviewEntry>& entry, const ReviewChange& change);

} // namespace cupel::catalog
