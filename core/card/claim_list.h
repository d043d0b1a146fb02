#pragma once

#include <string>
#include <vector>

#include "core/card/claims.h"
#include "core/card/prose.h"

namespace cupel::card {

/// Collects the checked claims of all documents.
class ClaimList {
public:
    explicit ClaimList(const Measured& measured)
        : m_measured(measured)
    {
    }

    const Measured& measured() const { return m_measured; }
    void add(CheckedClaim claim);
    std::vector<CheckedClaim> take() { return std::move(m_claims); }

private:
    const Measured& m_measured;
    std::vector<CheckedClaim> m_claims;
};

/// Number of rows that a document names for one split, or for all.
struct RowCount {
    std::string split; ///< as measured or as the document writes it; empty: all rows
    bool isMeasuredSplit = false;
    bool isStrict = false; ///< the noun means a row of a table and nothing else
    Token number;
    std::string said;
    Place place;
};

/// Decides about all row counts of all documents together, since a dataset may be one split of
/// what a card describes.
void checkRowCounts(const std::vector<RowCount>& counts, ClaimList& claims);

/// Claims in the front matter of a card.
void claimsOfFrontMatter(
    const documents::Document& card, std::vector<RowCount>& counts, ClaimList& claims);
/// Claims in a Croissant file.
void claimsOfCroissant(const documents::Document& croissant, ClaimList& claims);
/// Claims in sentences, bullets and tables.
void claimsOfProse(const std::vector<Passage>& passages, const std::string& file,
    const ClaimLimits& limits, std::vector<RowCount>& counts, ClaimList& claims);
/// Claims about shares and balance in one passage.
void claimsOfShares(
    const Passage& passage, const std::string& file, const ClaimLimits& limits, ClaimList& claims);
/// Languages that two documents name differently, or that the texts of a column contradict: most of
/// them are in a language that the document does not name.
void checkLanguages(const documents::DocumentSet& documents, ClaimList& claims);

/// Whether a written number can be this count.
bool agrees(const Token& number, std::int64_t count);
/// "5000 rows".
std::string rowsText(std::int64_t rows);
/// The name of a measured split that a word stands for ("training" for "train"), or empty.
std::string splitOf(const Measured& measured, const std::string& word);
/// Whether a word names a usual split.
bool isSplitWord(const std::string& word);

} // namespace cupel::card
