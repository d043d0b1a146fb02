#pragma once

#include <array>
#include <string_view>

#include "core/charts/chart_spec.h"
#include "core/reports/page.h"

/// Words for the enumerations of a page in JSON, in the order of their values.
namespace cupel::reports {

inline constexpr std::string_view kPageSchema = "cupel.page";

template <typename T> inline constexpr std::array<std::string_view, 0> kPageWords{};
template <>
inline constexpr std::array<std::string_view, 6> kPageWords<Tone>{
    "plain", "error", "warning", "note", "good", "question"};
template <>
inline constexpr std::array<std::string_view, 2> kPageWords<MiniHistogram::Bars>{"bins", "values"};
template <>
inline constexpr std::array<std::string_view, 3> kPageWords<charts::ChartSpec::Kind>{
    "bar", "dot-interval", "histogram"};
template <>
inline constexpr std::array<std::string_view, 2> kPageWords<charts::ChartSpec::Unit>{
    "number", "share"};
template <>
inline constexpr std::array<std::string_view, 2> kPageWords<charts::ChartSpec::Order>{
    "by-value", "of-table"};

} // namespace cupel::reports
