#include "core/counts/question.h"

#include <algorithm>

#include <nlohmann/json.hpp>

#include "core/base/number.h"

namespace cupel::counts {
namespace {

using nlohmann::json;

std::string_view measureName(Measure::Kind kind)
{
    switch (kind) {
    case Measure::Kind::Weight:
        return "weight";
    case Measure::Kind::WeightSquared:
        return "weight-squared";
    case Measure::Kind::X:
        return "x";
    case Measure::Kind::XSquared:
        return "x-squared";
    case Measure::Kind::XY:
        return "xy";
    case Measure::Kind::DifferenceSquared:
        return "difference-squared";
    }
    return {};
}

json measuresJson(const std::vector<Measure>& measures)
{
    json list = json::array();
    for (const Measure& measure : measures)
        list.push_back({{"measure", measureName(measure.kind)}, {"x", measure.x}, {"y", measure.y},
            {"weighted", measure.weighted}});
    return list;
}

json questionJson(const CellsQuestion& question)
{
    json dims = json::array();
    for (const Dim& dim : question.dims)
        dims.push_back(toJson(dim));
    return {{"ask", "cells"}, {"dims", dims}, {"filter", toJson(question.filter)},
        {"measures", measuresJson(question.measures)}, {"weight", question.weight}};
}

json questionJson(const GroupedQuestion& question)
{
    return {{"ask", "grouped"}, {"keys", question.keys}, {"column", question.column},
        {"filter", toJson(question.filter)}};
}

json questionJson(const RowRefsQuestion& question)
{
    return {{"ask", "row-refs"}, {"filter", toJson(question.filter)}, {"limit", question.limit}};
}

} // namespace

std::vector<std::string> binLabels(const std::vector<double>& edges)
{
    std::vector<std::string> labels;
    if (edges.size() < 2)
        return labels;
    const auto label = [](const char* before, double edge) {
        return std::string(before).append(base::formatNumber(edge));
    };
    labels.push_back(label("< ", edges.front()));
    for (std::size_t i = 0; i + 1 < edges.size(); ++i) {
        const bool isLast = i + 2 == edges.size();
        labels.push_back(label("[", edges[i]) + label(", ", edges[i + 1]) + (isLast ? "]" : ")"));
    }
    labels.push_back(label("> ", edges.back()));
    return labels;
}

Filter conjunction(const Filter& a, const Filter& b)
{
    Filter both = a;
    for (const Filter::Term& term : b.terms) {
        if (std::find(both.terms.begin(), both.terms.end(), term) == both.terms.end())
            both.terms.push_back(term);
    }
    return both;
}

std::string toText(const Question& question)
{
    const json written = std::visit([](const auto& any) { return questionJson(any); }, question);
    return written.dump(-1, ' ', false, json::error_handler_t::replace);
}

} // namespace cupel::counts
