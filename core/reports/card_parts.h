#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "core/reports/page.h"
#include "core/reports/report.h"

/// What cardPage() and the pages of an audit say about a Data Card.
namespace cupel::reports {

/// The audit that compares the documents with the counts, or null.
const AuditReport* cardAudit(const DatasetReport& dataset);

/// "42.8 % complete: 53 of 168 fields that apply are answered, 7 of them …".
std::string completenessWords(const card::Card& card);
/// Parts of the card with their weights and what is answered of each, and the card as a whole.
Table completenessTable(const card::Card& card);
/// The three views of a card, from a glance to full detail.
KeyValues scopeFacts(const card::Card& card);

/// How many claims were compared with the counts, and how many of them these contradict.
std::string claimsWords(const DatasetReport& dataset);
/// The anchor of a finding on a page, or empty where it does not stand there.
using FindingTarget = std::function<std::string(const findings::Finding&)>;
/// Contradictions of claims and counts, at most `most`, the rest as a number.
List contradictions(const DatasetReport& dataset, const FindingTarget& target, std::size_t most);

/// The Data Card of a dataset on the page of its audit: contradictions first, then completeness.
/// Nothing where the dataset has no documents.
void addCard(const DatasetReport& dataset, const std::string& prefix, const FindingTarget& target,
    Page& page);

} // namespace cupel::reports
