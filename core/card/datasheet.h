#pragma once

#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace cupel::card {

/// A question of Datasheets for Datasets (Gebru et al., CACM 2021); the numbers are ours.
struct DatasheetQuestion {
    std::string_view number; ///< "2.6": the sixth of the second section
    std::string_view title; ///< the question in our own short words
    std::string_view words; ///< words that tell the published question from the others
};
/// All 52, in their order.
std::span<const DatasheetQuestion> datasheetQuestions();
/// "Motivation" of "1.2".
std::string_view datasheetSection(std::string_view number);

/// Tells which questions a text asks. Real datasheets re-wrap, shorten and join the published
/// questions, so words are compared, each weighted by how few questions have it. A question that
/// was asked before is passed over where two are alike (does the dataset relate to people?).
class QuestionMatcher {
public:
    /// Numbers of the questions in a text that holds one or more of them; empty where it asks none.
    std::vector<std::string> match(std::string_view text);
    /// Whether a text is one of our own titles, with its number: "2.6 What is missing, and why?".
    static bool isOwnTitle(std::string_view text);

private:
    std::set<std::string, std::less<>> m_asked;
};

} // namespace cupel::card
