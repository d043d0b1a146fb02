#pragma once

#include <nlohmann/json_fwd.hpp>

#include "core/exports/answer_book.h"

namespace cupel::exports {

/// The files and record sets of a Croissant export: of audited data as it was read and counted,
/// else as the documents say.
class CroissantData {
public:
    explicit CroissantData(AnswerBook& book)
        : m_book(book)
    {
    }

    void addTo(nlohmann::ordered_json& body);

private:
    void addDeclared(nlohmann::ordered_json& body);
    void addOfHubCard(nlohmann::ordered_json& body);

    AnswerBook& m_book;
};

} // namespace cupel::exports
