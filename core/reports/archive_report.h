#pragma once

#include "core/reports/archive_audits.h"
#include "core/reports/archive_data.h"
#include "core/reports/archive_documents.h"
#include "core/reports/archive_findings.h"
#include "core/reports/report.h"

/// Lists of the archive: the report, and what it is made of.
namespace cupel::reports {

template <> inline constexpr auto kWords<Privacy> = wordsOf<Privacy>("full", "masked", "aggregate");

template <Is<PrivacyRule> T> void visitMembers(auto& visit, T& it)
{
    auto& [mode, minCell] = it;
    visit({"mode", "minCell"}, mode, minCell);
}
template <Is<Verdict> T> void visitMembers(auto& visit, T& it)
{
    auto& [level, errors, warnings, notes, reviews, open, notRun, waived, sentences] = it;
    visit({"level", "errors", "warnings", "notes", "reviews", "open", "notRun", "waived",
              "sentences"},
        level, Count{errors}, Count{warnings}, Count{notes}, Count{reviews}, Count{open},
        Count{notRun}, Count{waived}, sentences);
}
template <Is<AuditReport> T> void visitMembers(auto& visit, T& it)
{
    auto& [id, title, result] = it;
    visit({"id", "title", "result"}, id, title, result);
}
template <Is<SplitReport> T> void visitMembers(auto& visit, T& it)
{
    auto& [name, rows] = it;
    visit({"name", "rows"}, name, Count{rows});
}
template <Is<DatasetReport> T> void visitMembers(auto& visit, T& it)
{
    auto& [name, input, options, cardFile, whereText, where, whereRows, description, roles, splits,
        proposals, audits, documents, licenses, card, measured]
        = it;
    visit(
        {"name", "input", "options", "cardFile", "whereText", "where", "whereRows", "description",
            "roles", "splits", "proposals", "audits", "documents", "licenses", "card", "measured"},
        name, input, options, cardFile, whereText, where, Count{whereRows}, description, roles,
        splits, proposals, audits, documents, licenses, card, measured);
}
template <Is<UnreadInput> T> void visitMembers(auto& visit, T& it)
{
    auto& [path, error] = it;
    visit({"path", "error"}, path, error);
}
template <Is<Baseline::Entry> T> void visitMembers(auto& visit, T& it)
{
    auto& [id, rule, dataset, audit, subject, kind, level, isWaived, measure, value, interval, text,
        op, message]
        = it;
    visit({"id", "rule", "dataset", "audit", "subject", "kind", "level", "isWaived", "measure",
              "value", "interval", "text", "op", "message"},
        id, rule, dataset, audit, subject, kind, level, isWaived, measure, value, interval, text,
        op, message);
}
template <Is<BaselineDiff> T> void visitMembers(auto& visit, T& it)
{
    auto& [file, onlyNew, states, fixed, notChecked] = it;
    visit({"file", "onlyNew", "states", "fixed", "notChecked"}, file, onlyNew, states, fixed,
        notChecked);
}
template <Is<Report> T> void visitMembers(auto& visit, T& it)
{
    auto& [privacy, policy, reasons, verdict, datasets, unread, exitCode, acceptedProposals,
        baseline, unmatched, review]
        = it;
    visit({"privacy", "policy", "reasons", "verdict", "datasets", "unread", "exitCode",
              "acceptedProposals", "baseline", "unmatched"},
        privacy, policy, reasons, verdict, datasets, unread, exitCode, acceptedProposals, baseline,
        unmatched);
}

} // namespace cupel::reports
