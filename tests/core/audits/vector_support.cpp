#include "tests/core/audits/vector_support.h"

#include <nlohmann/json.hpp>

#include "tests/core/audits/audit_run.h"
#include "tests/support/shared_dir.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <stdexcept>

namespace cupel::test {

using audits::AuditResult;
using nlohmann::json;

std::vector<std::string> caseIds(const std::string& file, const std::vector<std::string>& keys)
{
    std::vector<std::string> ids;
    const std::filesystem::path path = sharedDir() / "vectors" / file;
    if (!std::filesystem::exists(path))
        return ids;
    const json whole = readJson(path);
    for (const json& one : whole.at("cases")) {
        const bool hasAll = std::all_of(keys.begin(), keys.end(),
            [&one](const std::string& key) { return one.at("expected").contains(key); });
        if (hasAll)
            ids.push_back(one.at("id").get<std::string>());
    }
    return ids;
}

json vectorCase(const std::string& file, const std::string& id, json& whole)
{
    whole = readJson(sharedDir() / "vectors" / file);
    for (const json& one : whole.at("cases")) {
        if (one.at("id") == id)
            return one;
    }
    throw std::runtime_error("no case " + id + " in " + file);
}

std::string testName(const std::string& id)
{
    std::string name;
    for (const char c : id)
        name += std::isalnum(static_cast<unsigned char>(c)) != 0 ? c : '_';
    return name;
}

std::string cellOf(const json& value)
{
    if (value.is_null())
        return {};
    return value.is_string() ? value.get<std::string>() : value.dump();
}

audits::Roles rolesOf(const json& oneCase)
{
    const json& params = oneCase.at("params");
    const json& expected = oneCase.at("expected");
    audits::Roles roles;
    roles.label = label(cellOf(params.at("label")), cellOf(params.at("favourable")));
    roles.groups = {group(params.at("group").get<std::string>(), cellOf(params.at("privileged")))};
    roles.weight = cellOf(params.value("weight", json()));
    if (expected.contains("intersectional")) {
        roles.intersections.push_back(
            expected.at("intersectional").at("attributes").get<std::vector<std::string>>());
    }
    return roles;
}

namespace {

struct Mapping {
    std::string id;
    std::string variant;
    std::vector<std::string> keys;
    std::string path; ///< under expected
};

std::vector<std::string> split(const std::string& text, char separator)
{
    std::vector<std::string> parts;
    std::istringstream stream(text);
    for (std::string part; std::getline(stream, part, separator);)
        parts.push_back(part);
    return parts;
}

/// The lines of the contract that map vector 01. Only the subject keys are quoted.
std::vector<Mapping> mappings()
{
    std::ifstream file(sharedDir() / "contract" / "metric-ids.csv");
    std::vector<Mapping> all;
    std::string line;
    std::getline(file, line);
    while (std::getline(file, line)) {
        std::string keys;
        const std::size_t quote = line.find('"');
        if (quote != std::string::npos) {
            const std::size_t end = line.find('"', quote + 1);
            keys = line.substr(quote + 1, end - quote - 1);
            line.replace(quote, end - quote + 1, "");
        }
        const std::vector<std::string> cells = split(line, ',');
        const std::string prefix = "01:";
        // Conditional disparity by strata (A10) is not among the audits.
        if (cells.size() == 7 && cells[6].compare(0, prefix.size(), prefix) == 0
            && cells[0] != "A10") {
            all.push_back({cells[1], cells[2], split(keys.empty() ? cells[5] : keys, ','),
                cells[6].substr(3)});
        }
    }
    if (all.size() < 20)
        throw std::runtime_error("the contract maps fewer metrics than it should");
    return all;
}

/// The value at a dotted path, or null for an absent one.
const json* valueAt(const json& from, const std::string& path)
{
    const json* at = &from;
    std::istringstream stream(path);
    // A key of the vectors holds points itself ("four_fifths_pass_0.8_to_1.25").
    if (at->contains(path))
        return &at->at(path);
    for (std::string key; std::getline(stream, key, '.');) {
        if (!at->is_object() || !at->contains(key))
            return nullptr;
        at = &at->at(key);
    }
    return at;
}

/// Compares one case.
class Comparer {
public:
    Comparer(
        const AuditResult& result, const json& params, const json& expected, Tolerance tolerance)
        : m_result(result)
        , m_params(params)
        , m_expected(expected)
        , m_tolerance(tolerance)
    {
    }

    int compared() const { return m_compared; }

    void compare(const Mapping& mapping)
    {
        const std::size_t list = mapping.path.find("[].");
        if (list == std::string::npos) {
            if (const json* expected = valueAt(m_expected, mapping.path))
                check(mapping, *expected, json::object());
            return;
        }
        const json* items = valueAt(m_expected, mapping.path.substr(0, list));
        for (std::size_t i = 0; items && i < items->size(); ++i) {
            const json& item = (*items)[i];
            if (const json* expected = valueAt(item, mapping.path.substr(list + 3)))
                check(mapping, *expected, item);
        }
    }

    void check(const std::string& id, const std::string& variant,
        const std::vector<std::pair<std::string, std::string>>& subject, const json& expected)
    {
        SCOPED_TRACE(
            id + " " + variant + (subject.empty() ? std::string() : " " + subject.back().second));
        EXPECT_TRUE(agrees(metricOf(m_result, id, variant, subject).value, expected, m_tolerance));
        ++m_compared;
    }

private:
    void check(const Mapping& mapping, const json& expected, const json& item)
    {
        std::vector<std::pair<std::string, std::string>> subject;
        for (const std::string& key : mapping.keys)
            subject.emplace_back(key, subjectValue(key, item));
        check(mapping.id, mapping.variant, subject, ours(mapping, expected, item));
    }

    std::string subjectValue(const std::string& key, const json& item) const
    {
        if (key == "column")
            return cellOf(m_params.at("group"));
        if (key == "reference")
            return cellOf(m_params.at("privileged"));
        return cellOf(key == "group" ? item.at("group") : m_params.at(key));
    }

    double rate(const std::string& group) const
    {
        double k = 0.0;
        double n = 0.0;
        for (const json& one : m_expected.at("groups")) {
            const bool isReference = one.at("group") == m_params.at("privileged");
            if (group == "rest" ? !isReference : one.at("group") == group) {
                k += one.at("favourable_weight").get<double>();
                n += one.at("weight_sum").get<double>();
            }
        }
        return k / n;
    }

    /// What this program answers where it departs from the library behind the vector: each line is
    /// a decision of the reference page on metrics, sections 2 and 3.
    json ours(const Mapping& mapping, const json& expected, const json& item) const
    {
        if (expected.is_boolean())
            return passes(item, expected) ? 1.0 : 0.0;
        // One group leaves nothing to compare; fairlearn gives 0 and 1.
        if (mapping.path.rfind("fairlearn.", 0) == 0 && m_expected.at("groups").size() < 2)
            return nullptr;
        // x/0 is infinite and 0/0 undefined; AIF360 gives 0 for both.
        if (mapping.path == "aif360_privileged_vs_rest.disparate_impact_ratio"
            && m_expected.at("groups").size() > 1 && rate(cellOf(m_params.at("privileged"))) == 0.0)
            return rate("rest") > 0.0 ? json("Infinity") : json();
        return expected;
    }

    /// The flag of the vectors compares doubles; counts are compared without rounding.
    static bool passes(const json& item, const json& expected)
    {
        constexpr double kNearly = 1e-12;
        const json& ratio = item.at("disparate_impact_ieee");
        if (ratio.is_number() && std::abs(ratio.get<double>() - 0.8) < kNearly)
            return true;
        return expected.get<bool>();
    }

    const AuditResult& m_result;
    const json& m_params;
    const json& m_expected;
    Tolerance m_tolerance;
    int m_compared = 0;
};

/// Figures over the crossed groups: the cells, the largest gaps and the size-weighted one.
void compareIntersection(Comparer& comparer, const json& params, const json& expected)
{
    const std::string labelColumn = cellOf(params.at("label"));
    const std::string favourable = cellOf(params.at("favourable"));
    const auto columns = expected.at("attributes").get<std::vector<std::string>>();
    const std::string column = columns[0] + "," + columns[1];
    using Subject = std::vector<std::pair<std::string, std::string>>;
    const Subject whole{{"label", labelColumn}, {"favourable", favourable}, {"column", column}};
    for (const json& cell : expected.at("cells_present")) {
        const std::string name = cellOf(cell.at("group")[0]) + "," + cellOf(cell.at("group")[1]);
        comparer.check("group-count", "", {{"column", column}, {"group", name}}, cell.at("n"));
        Subject subject = whole;
        subject.emplace_back("group", name);
        comparer.check("base-rate", "", subject, cell.at("base_rate"));
    }
    comparer.check(
        "subgroup-cells", "present", {{"columns", column}}, expected.at("cells_present").size());
    comparer.check(
        "subgroup-cells", "possible", {{"columns", column}}, expected.at("cells_possible"));
    comparer.check("demographic-parity-difference", "between-groups", whole,
        expected.at("demographic_parity_difference"));
    comparer.check("demographic-parity-ratio", "between-groups", whole,
        expected.at("demographic_parity_ratio"));
    comparer.check(
        "differential-fairness", "smoothed", whole, expected.at("smoothed_edf_concentration_1"));
    comparer.check("subgroup-gap", "size-weighted",
        {{"label", labelColumn}, {"favourable", favourable}, {"columns", column}},
        expected.at("max_size_weighted_gap_to_overall").at("value"));
}

/// Count, share and effective number of each class. The vectors list effective numbers without
/// names; they grow with the count, so that the order of the counts tells which is whose.
void compareClasses(Comparer& comparer, const std::string& label,
    const std::map<std::string, std::int64_t>& counts, const json& expected)
{
    std::vector<std::pair<std::int64_t, std::string>> byCount;
    for (const auto& [name, rows] : counts)
        byCount.emplace_back(rows, name);
    std::sort(byCount.begin(), byCount.end());
    const auto total = expected.at("N").get<double>();
    for (const auto& [rows, name] : byCount) {
        const std::vector<std::pair<std::string, std::string>> subject{
            {"label", label}, {"class", name}};
        comparer.check("class-count", "", subject, rows);
        comparer.check("class-share", "", subject, static_cast<double>(rows) / total);
    }
    comparer.check("minority-share", "", {{"label", label}},
        static_cast<double>(byCount.front().first) / total);
    for (const char* beta : {"0.9", "0.99", "0.999", "0.9999"}) {
        const std::string key = std::string("class_balanced_beta_") + beta;
        if (!expected.at("weights").contains(key))
            continue;
        const json& effective = expected.at("weights").at(key).at("effective_number");
        if (effective.is_object()) { // of very many classes only the ends are listed
            comparer.check("effective-number", beta,
                {{"label", label}, {"class", byCount.front().second}}, effective.at("min"));
            comparer.check("effective-number", beta,
                {{"label", label}, {"class", byCount.back().second}}, effective.at("max"));
            continue;
        }
        auto numbers = effective.get<std::vector<double>>();
        std::sort(numbers.begin(), numbers.end());
        for (std::size_t i = 0; i < numbers.size(); ++i) {
            comparer.check("effective-number", beta,
                {{"label", label}, {"class", byCount[i].second}}, numbers[i]);
        }
    }
}

} // namespace

int compareGroupGaps(
    const AuditResult& result, const json& params, const json& expected, Tolerance tolerance)
{
    Comparer comparer(result, params, expected, tolerance);
    for (const Mapping& mapping : mappings())
        comparer.compare(mapping);
    if (expected.contains("intersectional"))
        compareIntersection(comparer, params, expected.at("intersectional"));
    return comparer.compared();
}

int compareImbalance(const AuditResult& result, const std::string& label,
    const std::map<std::string, std::int64_t>& counts, const json& expected, Tolerance tolerance)
{
    const json params{{"label", label}};
    Comparer comparer(result, params, expected, tolerance);
    const std::vector<std::pair<std::string, std::string>> subject{{"label", label}};
    const auto check = [&](const char* id, const char* variant, const json& value) {
        comparer.check(id, variant, subject, value);
    };
    check("imbalance-ratio", "", expected.at("imbalance_ratio"));
    check("shannon-entropy", "", expected.at("shannon_entropy_nats"));
    check("shannon-evenness", "", expected.at("shannon_evenness"));
    check("effective-classes", "", expected.at("perplexity_effective_classes"));
    check("gini-simpson", "", expected.at("gini_simpson"));
    check("gini-simpson", "normalised", expected.at("normalized_gini_simpson"));
    check("inverse-simpson", "", expected.at("inverse_simpson"));
    for (const char* distance : {"hellinger", "tv", "euclidean", "kl"})
        check("imbalance-degree", distance, expected.at("imbalance_degree").at(distance));
    check("lrid", "", expected.at("LRID"));
    check("lrid", "per-row", expected.at("kl_from_uniform_nats"));
    check("minority-class-fraction", "", expected.at("mu_fraction_below_uniform"));
    check("step-imbalance", "", expected.at("is_step_imbalance").get<bool>() ? 1.0 : 0.0);
    check("linear-imbalance", "", expected.at("is_linear_imbalance").get<bool>() ? 1.0 : 0.0);
    for (const char* shots : {"many", "medium", "few"})
        check("shot-split", shots, expected.at("shot_split_gt100_20to100_lt20").at(shots));
    compareClasses(comparer, label, counts, expected);
    return comparer.compared();
}

} // namespace cupel::test
