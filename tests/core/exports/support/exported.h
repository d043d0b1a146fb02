#pragma once

#include <string>

#include <nlohmann/json_fwd.hpp>

#include "core/card/card.h"
#include "core/documents/document.h"
#include "core/exports/export.h"
#include "core/license/claims.h"

namespace cupel::test {

/// A document with what exports need of it.
struct ReadCard {
    documents::Document document;
    card::Card card;
    license::LicenseStatements licenses;
    std::string name = "unnamed";

    explicit ReadCard(documents::Document read);
    exports::Source source() const;
};
ReadCard readMarkdown(const std::string& text);
ReadCard readCroissant(const std::string& json);

/// A census of 12 people: columns `income` (label), `age`, `name`, `part` (train 7, test 5), read
/// from "people.csv" with ';' between cells; its card holds what was counted and these documents.
reports::DatasetReport auditedPeople(const std::vector<documents::Document>& documents = {});
exports::Source sourceOf(
    const reports::DatasetReport& dataset, reports::Privacy privacy = reports::Privacy::Masked);

/// The notes as lines.
std::string notesOf(const exports::Export& exported);

} // namespace cupel::test
