#pragma once

#include "core/base/figure.h"
#include "core/base/result.h"
#include "core/base/text.h"
#include "core/counts/count_source.h"
#include "core/readers/csv_reader.h"
#include "core/reports/archive_lists.h"

/// Lists of the archive: the input, its columns, and filters of rows.
namespace cupel::reports {

template <>
inline constexpr auto kWords<base::ErrorCode> = wordsOf<base::ErrorCode>("usage", "input-missing",
    "input-unreadable", "not-data", "empty", "output-failed", "cancelled", "catalog", "internal");
template <>
inline constexpr auto kWords<base::DataText::Kind> = wordsOf<base::DataText::Kind>(
    "name", "role-value", "value", "document");
template <>
inline constexpr auto kWords<table::ColumnType> = wordsOf<table::ColumnType>(
    "text", "integer", "number", "boolean", "date", "datetime");
template <>
inline constexpr auto kWords<counts::CellKey::Kind> = wordsOf<counts::CellKey::Kind>(
    "value", "not-of-type", "missing");

template <Is<base::Location> T> void visitMembers(auto& visit, T& it)
{
    auto& [file, line, column, byte] = it;
    visit({"file", "line", "column", "byte"}, file, Count{line}, Count{column}, Count{byte});
}
template <Is<base::Error> T> void visitMembers(auto& visit, T& it)
{
    auto& [code, message, hint, where] = it;
    visit({"code", "message", "hint", "where"}, code, message, hint, where);
}
template <Is<base::Interval> T> void visitMembers(auto& visit, T& it)
{
    auto& [level, low, high, method] = it;
    visit({"level", "low", "high", "method"}, level, low, high, method);
}

template <Is<counts::CellKey> T> void visitMembers(auto& visit, T& it)
{
    auto& [kind, text] = it;
    visit({"kind", "text"}, kind, text);
}
template <Is<counts::ValueDim> T> void visitMembers(auto& visit, T& it)
{
    auto& [column] = it;
    visit({"column"}, column);
}
template <Is<counts::BinsDim> T> void visitMembers(auto& visit, T& it)
{
    auto& [column, edges] = it;
    visit({"column", "edges"}, column, edges);
}
template <Is<counts::AtLeastDim> T> void visitMembers(auto& visit, T& it)
{
    auto& [column, threshold] = it;
    visit({"column", "threshold"}, column, threshold);
}
template <Is<counts::MissingDim> T> void visitMembers(auto& visit, T& it)
{
    auto& [column] = it;
    visit({"column"}, column);
}
template <Is<counts::SameDim> T> void visitMembers(auto& visit, T& it)
{
    auto& [first, second] = it;
    visit({"first", "second"}, first, second);
}
template <Is<counts::RecodeDim> T> void visitMembers(auto& visit, T& it)
{
    auto& [column, labels, other] = it;
    visit({"column", "labels", "other"}, column, labels, other);
}
template <Is<counts::RepeatsDim> T> void visitMembers(auto& visit, T& it)
{
    auto& [keys] = it;
    visit({"keys"}, keys);
}
template <Is<counts::ConflictsDim> T> void visitMembers(auto& visit, T& it)
{
    auto& [keys, column] = it;
    visit({"keys", "column"}, keys, column);
}
template <Is<counts::Filter::Term> T> void visitMembers(auto& visit, T& it)
{
    auto& [dim, in] = it;
    visit({"dim", "in"}, dim, in);
}
template <Is<counts::Filter> T> void visitMembers(auto& visit, T& it)
{
    auto& [terms] = it;
    visit({"terms"}, terms);
}

template <Is<table::TypeEvidence> T> void visitMembers(auto& visit, T& it)
{
    auto& [overridden, likely, likelyRows, misfitRows, misfits] = it;
    visit({"overridden", "likely", "likelyRows", "misfitRows", "misfits"}, overridden, likely,
        Count{likelyRows}, Count{misfitRows}, misfits);
}
template <Is<table::Distinct> T> void visitMembers(auto& visit, T& it)
{
    auto& [value, exact] = it;
    visit({"value", "exact"}, Count{value}, exact);
}
template <Is<table::ValueCount> T> void visitMembers(auto& visit, T& it)
{
    auto& [value, count] = it;
    visit({"value", "count"}, value, Count{count});
}
template <Is<table::NumberSummary> T> void visitMembers(auto& visit, T& it)
{
    auto& [n, min, max, mean, std, quantiles, edges, counts] = it;
    visit({"n", "min", "max", "mean", "std", "quantiles", "edges", "counts"}, Count{n}, min, max,
        mean, std, quantiles, edges, Count{counts});
}
template <Is<table::LengthSummary> T> void visitMembers(auto& visit, T& it)
{
    auto& [min, max, mean] = it;
    visit({"min", "max", "mean"}, Count{min}, Count{max}, mean);
}
template <Is<table::ColumnProfile> T> void visitMembers(auto& visit, T& it)
{
    auto& [rows, missing, notOfType, distinct, top, numbers, lengths] = it;
    visit({"rows", "missing", "notOfType", "distinct", "top", "numbers", "lengths"}, Count{rows},
        Count{missing}, Count{notOfType}, distinct, top, numbers, lengths);
}
template <Is<counts::ColumnDescription> T> void visitMembers(auto& visit, T& it)
{
    auto& [name, type, evidence, profile] = it;
    visit({"name", "type", "evidence", "profile"}, name, type, evidence, profile);
}
template <Is<counts::Description> T> void visitMembers(auto& visit, T& it)
{
    auto& [rows, columns] = it;
    visit({"rows", "columns"}, Count{rows}, columns);
}

template <Is<readers::Dialect> T> void visitMembers(auto& visit, T& it)
{
    auto& [delimiter, quote, hasHeader, lineEnd] = it;
    visit({"delimiter", "quote", "hasHeader", "lineEnd"}, delimiter, quote, hasHeader, lineEnd);
}
/// Neither the number of threads, which changes no result, nor the width of hashes, which only
/// tests change.
template <Is<readers::CsvOptions> T> void visitMembers(auto& visit, T& it)
{
    auto& [delimiter, quote, hasHeader, names, nullTokens, nullTokensByColumn, types, codedColumns,
        threads, maxRowBytes, hashBits]
        = it;
    visit({"delimiter", "quote", "hasHeader", "names", "nullTokens", "nullTokensByColumn", "types",
              "codedColumns", "maxRowBytes"},
        delimiter, quote, hasHeader, names, nullTokens, nullTokensByColumn, types, codedColumns,
        Count{maxRowBytes});
}
template <Is<readers::RejectedRow> T> void visitMembers(auto& visit, T& it)
{
    auto& [line, reason] = it;
    visit({"line", "reason"}, Count{line}, reason);
}
template <Is<readers::ToleratedRow> T> void visitMembers(auto& visit, T& it)
{
    auto& [line, column, reason] = it;
    visit({"line", "column", "reason"}, Count{line}, Count{column}, reason);
}
template <Is<readers::HeaderCell> T> void visitMembers(auto& visit, T& it)
{
    auto& [column, endColumn] = it;
    visit({"column", "endColumn"}, Count{column}, Count{endColumn});
}
template <Is<readers::ImportReport::Accounted> T> void visitMembers(auto& visit, T& it)
{
    auto& [bom, header, rows, blank, rejected] = it;
    visit({"bom", "header", "rows", "blank", "rejected"}, Count{bom}, Count{header}, Count{rows},
        Count{blank}, Count{rejected});
}
template <Is<readers::ImportReport> T> void visitMembers(auto& visit, T& it)
{
    auto& [file, bytes, hash, encoding, dialect, accounted, headerLine, headerCells, rows,
        blankLines, rejectedRows, rejected, toleratedRows, tolerated, renamedColumns]
        = it;
    visit({"file", "bytes", "hash", "encoding", "dialect", "accounted", "headerLine", "headerCells",
              "rows", "blankLines", "rejectedRows", "rejected", "toleratedRows", "tolerated",
              "renamedColumns"},
        file, Count{bytes}, hash, encoding, dialect, accounted, Count{headerLine}, headerCells,
        Count{rows}, Count{blankLines}, Count{rejectedRows}, rejected, Count{toleratedRows},
        tolerated, renamedColumns);
}

} // namespace cupel::reports
