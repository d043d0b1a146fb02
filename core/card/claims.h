#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/base/text.h"
#include "core/card/measured.h"
#include "core/documents/document.h"

namespace cupel::card {

/// Something that a document says about the data and the counts can check.
enum class ClaimKind {
    Rows, ///< number of rows
    SplitRows, ///< number of rows of a split
    Columns, ///< number of columns or features
    ColumnNames, ///< names of columns
    SizeCategory, ///< "1K<n<10K"; the lower edge belongs to the category, the upper does not
    Classes, ///< number of classes of the label
    ClassNames, ///< names of classes
    Share, ///< share of a class or of a group
    Balance, ///< that classes or groups are evenly distributed
    FileBytes, ///< size of the file
    Languages, ///< languages, compared between documents and with the texts
};
/// "rows", "split-rows", "columns", "column-names", "size-category", "classes", "class-names",
/// "share", "balance", "file-bytes", "languages".
std::string_view kindName(ClaimKind kind);

enum class Verdict { Agrees, Contradicts };

struct Place {
    std::string file;
    std::uint64_t line = 0;
};

/// A claim beside what was measured. The same words about the same thing in several places are one
/// claim.
struct CheckedClaim {
    ClaimKind kind = ClaimKind::Rows;
    std::string subject; ///< split, class, group or column it is about; may be empty
    Verdict verdict = Verdict::Agrees;
    base::DataText said; ///< as it stands in the document
    base::Sentence measured; ///< the same in the words of the counts
    std::optional<double> ratio; ///< of Balance: rows of the largest over those of the smallest
    std::vector<Place> places;
};

struct ClaimLimits {
    /// Largest over smallest class or group that may still be called balanced.
    double balance = 1.5;
};

/// Find the claims of the documents and compare each with the counts. A statement that cannot be
/// tied to one thing that was counted is no claim: it is left out, never guessed. Shares agree
/// when they are equal after rounding to the digits that were written, counts when they are
/// equal, or within the last digit that is not 0 where a document says "about". In the order of
/// the documents.
std::vector<CheckedClaim> checkClaims(const documents::DocumentSet& documents,
    const Measured& measured, const ClaimLimits& limits = {});

/// Whether a document names the languages of the data.
bool namesLanguages(const documents::DocumentSet& documents);

} // namespace cupel::card
