#pragma once

#include "core/catalog/byte_coder.h"
#include "core/readers/csv_reader.h"
#include "core/table/table.h"

/// All fields of what a data file holds besides arrays, one list per struct for both directions. A
/// struct that gains a field no longer compiles here, because its binding names too few.
namespace cupel::catalog {

template <> inline constexpr unsigned kEnumerators<table::ColumnType> = 6;
template <> inline constexpr unsigned kEnumerators<table::Spelling> = 3;
template <> inline constexpr unsigned kEnumerators<table::NumberColumn::Kind> = 3;

template <typename Coder, Is<readers::Dialect> T> void fields(Coder& coder, T& value)
{
    auto& [delimiter, quote, hasHeader, lineEnd] = value;
    coder(delimiter, quote, hasHeader, lineEnd);
}

/// All but the number of threads: what is read does not depend on it.
template <typename Coder, Is<readers::CsvOptions> T> void fields(Coder& coder, T& value)
{
    auto& [delimiter, quote, hasHeader, names, nullTokens, nullTokensByColumn, types, codedColumns,
        threads, maxRowBytes, hashBits]
        = value;
    coder(delimiter, quote, hasHeader, names, nullTokens, nullTokensByColumn, types, codedColumns,
        maxRowBytes, hashBits);
}

template <typename Coder, Is<readers::RejectedRow> T> void fields(Coder& coder, T& value)
{
    auto& [line, reason] = value;
    coder(line, reason);
}

template <typename Coder, Is<readers::ToleratedRow> T> void fields(Coder& coder, T& value)
{
    auto& [line, column, reason] = value;
    coder(line, column, reason);
}

template <typename Coder, Is<readers::HeaderCell> T> void fields(Coder& coder, T& value)
{
    auto& [column, endColumn] = value;
    coder(column, endColumn);
}

template <typename Coder, Is<readers::ImportReport::Accounted> T>
void fields(Coder& coder, T& value)
{
    auto& [bom, header, rows, blank, rejected] = value;
    coder(bom, header, rows, blank, rejected);
}

template <typename Coder, Is<readers::ImportReport> T> void fields(Coder& coder, T& value)
{
    auto& [file, bytes, hash, encoding, dialect, accounted, headerLine, headerCells, rows,
        blankLines, rejectedRows, rejected, toleratedRows, tolerated, renamedColumns]
        = value;
    coder(file, bytes, hash, encoding, dialect, accounted, headerLine, headerCells, rows,
        blankLines, rejectedRows, rejected, toleratedRows, tolerated, renamedColumns);
}

template <typename Coder, Is<table::TypeEvidence> T> void fields(Coder& coder, T& value)
{
    auto& [overridden, likely, likelyRows, misfitRows, misfits] = value;
    coder(overridden, likely, likelyRows, misfitRows, misfits);
}

template <typename Coder, Is<table::Distinct> T> void fields(Coder& coder, T& value)
{
    auto& [number, exact] = value;
    coder(number, exact);
}

template <typename Coder, Is<table::ValueCount> T> void fields(Coder& coder, T& value)
{
    auto& [text, count] = value;
    coder(text, count);
}

template <typename Coder, Is<table::NumberSummary> T> void fields(Coder& coder, T& value)
{
    auto& [n, min, max, mean, std, quantiles, edges, counts] = value;
    coder(n, min, max, mean, std, quantiles, edges, counts);
}

template <typename Coder, Is<table::LengthSummary> T> void fields(Coder& coder, T& value)
{
    auto& [min, max, mean] = value;
    coder(min, max, mean);
}

template <typename Coder, Is<table::ColumnProfile> T> void fields(Coder& coder, T& value)
{
    auto& [rows, missing, notOfType, distinct, top, numbers, lengths] = value;
    coder(rows, missing, notOfType, distinct, top, numbers, lengths);
}

/// The codes and the dictionary are arrays.
template <typename Coder, Is<table::CodeColumn> T> void fields(Coder& coder, T& value)
{
    auto& [width, codes, dictionary] = value;
    coder(width);
}

/// The values and the rows are arrays.
template <typename Coder, Is<table::NumberColumn> T> void fields(Coder& coder, T& value)
{
    auto& [kind, values, notOfTypeRows] = value;
    coder(kind);
}

/// The rows are an array.
template <typename Coder, Is<table::TextSketch> T> void fields(Coder& /*coder*/, T& value)
{
    [[maybe_unused]] auto& [missingRows] = value;
}

template <typename Coder, Is<table::Column> T> void fields(Coder& coder, T& value)
{
    auto& [name, type, evidence, profile, nullTokens, spelling, cells] = value;
    coder(name, type, evidence, profile, nullTokens, spelling, cells);
}

/// The row hashes are an array; the source is found anew.
template <typename Coder, Is<table::Table> T> void fields(Coder& coder, T& value)
{
    auto& [rows, columns, rowHashes, hashBits, source] = value;
    coder(rows, columns, hashBits);
}

} // namespace cupel::catalog
