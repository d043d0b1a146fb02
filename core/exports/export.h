#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/card/card.h"
#include "core/license/claims.h"
#include "core/reports/privacy.h"
#include "core/reports/report.h"

namespace cupel::exports {

/// What an export is made from.
struct Source {
    const card::Card& card;
    const license::LicenseStatements& licenses;
    std::string name; ///< of the dataset, where the card has no title
    reports::PrivacyView view;
    /// The audited data, whose card it is; null: the card was read from a document alone.
    const reports::DatasetReport* dataset = nullptr;
    std::string sha256; ///< of the data's file; empty: not known
    std::string date; ///< of the export, ISO 8601; empty: it bears none
    bool isReadWhole = true; ///< no part of a document had to be left unread
    bool hasGivenNames = false; ///< the columns have names that were given, not those of a header

    /// Whether the data have a header that does not hold the names of their columns.
    bool hasOtherHeader() const
    {
        return dataset && dataset->input.dialect.hasHeader
            && (hasGivenNames || !dataset->input.renamedColumns.empty());
    }
};

/// A statement of the card that an export leaves out, or a thing its reader should know.
struct Note {
    std::string about; ///< "card.terms: Terms of art (README.md#L12)"
    std::string reason;
};

struct Export {
    std::string text;
    std::vector<Note> notes; ///< in the order of the card
};

/// The dataset as Croissant 1.1 (JSON-LD): properties of schema.org, Croissant, RAI and PROV by the
/// crosswalk of the card; of audited data the file with its SHA-256 and one record set with the
/// columns' types, the splits and summary statistics. What nobody states is left out.
Export croissant(const Source& source);

/// The card of a dataset on the Hugging Face Hub: front matter and the sections of the template of
/// 2020-2022, with those that only the template of 2023 has. Sections without an answer are left
/// out.
Export hubCard(const Source& source);

/// The answers as a datasheet: the questions of Datasheets for Datasets in our own words, by
/// number.
Export datasheet(const Source& source);

} // namespace cupel::exports
