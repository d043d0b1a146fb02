#include "core/stats/imbalance.h"

#include "tests/support/json_file.h"
#include "tests/support/shared_dir.h"
#include "tests/support/temp_dir.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <numeric>
#include <string>
#include <vector>

namespace cupel::stats {
namespace {

using nlohmann::json;
using test::agrees;

ClassCounts classCounts(const std::vector<std::int64_t>& rows)
{
    return ClassCounts(rows);
}

/// A vector case: class names with their rows, in the order of the file.
struct NamedCounts {
    std::vector<std::string> names;
    std::vector<std::int64_t> rows;
};

NamedCounts readCounts(const nlohmann::ordered_json& input)
{
    NamedCounts counts;
    if (input.contains("csv")) {
        std::ifstream file(test::sharedDir() / "vectors" / input.at("csv").get<std::string>());
        std::string line;
        std::getline(file, line);
        while (std::getline(file, line)) {
            const std::size_t comma = line.find(',');
            counts.names.push_back(line.substr(0, comma));
            counts.rows.push_back(std::stoll(line.substr(comma + 1)));
        }
        return counts;
    }
    for (const auto& [name, rows] : input.at("counts").items()) {
        counts.names.push_back(name);
        counts.rows.push_back(rows.get<std::int64_t>());
    }
    return counts;
}

/// The names behind indexes, sorted, because the vectors' own order is no matter here.
std::vector<std::string> namesOf(const NamedCounts& counts, const std::vector<std::size_t>& indexes)
{
    std::vector<std::string> names;
    names.reserve(indexes.size());
    for (std::size_t index : indexes)
        names.push_back(counts.names[index]);
    std::sort(names.begin(), names.end());
    return names;
}

std::vector<std::string> sorted(const json& names)
{
    auto list = names.get<std::vector<std::string>>();
    std::sort(list.begin(), list.end());
    return list;
}

void checkFigures(const ClassCounts& classes, const json& expected, test::Tolerance tolerance)
{
    const auto share = [&](double count) { return json(count / expected.at("N").get<double>()); };
    EXPECT_TRUE(agrees(minorityShare(classes), share(classes.smallest()), tolerance));
    EXPECT_TRUE(agrees(imbalanceRatio(classes), expected.at("imbalance_ratio"), tolerance));
    EXPECT_TRUE(agrees(shannonEntropy(classes), expected.at("shannon_entropy_nats"), tolerance));
    EXPECT_TRUE(agrees(shannonEvenness(classes), expected.at("shannon_evenness"), tolerance));
    EXPECT_TRUE(
        agrees(effectiveClasses(classes), expected.at("perplexity_effective_classes"), tolerance));
    EXPECT_TRUE(agrees(giniSimpson(classes), expected.at("gini_simpson"), tolerance));
    EXPECT_TRUE(
        agrees(normalisedGiniSimpson(classes), expected.at("normalized_gini_simpson"), tolerance));
    EXPECT_TRUE(agrees(inverseSimpson(classes), expected.at("inverse_simpson"), tolerance));
    EXPECT_TRUE(agrees(lrid(classes), expected.at("LRID"), tolerance));
    EXPECT_TRUE(agrees(lridPerRow(classes), expected.at("kl_from_uniform_nats"), tolerance));
    EXPECT_TRUE(agrees(
        minorityClassFraction(classes), expected.at("mu_fraction_below_uniform"), tolerance));

    const json& degree = expected.at("imbalance_degree");
    EXPECT_TRUE(
        agrees(imbalanceDegree(classes, Distance::Hellinger), degree.at("hellinger"), tolerance));
    EXPECT_TRUE(
        agrees(imbalanceDegree(classes, Distance::TotalVariation), degree.at("tv"), tolerance));
    EXPECT_TRUE(
        agrees(imbalanceDegree(classes, Distance::Euclidean), degree.at("euclidean"), tolerance));
    EXPECT_TRUE(
        agrees(imbalanceDegree(classes, Distance::KullbackLeibler), degree.at("kl"), tolerance));
}

void checkCounts(const ClassCounts& classes, const json& expected)
{
    EXPECT_EQ(classes.classes(), expected.at("K").get<std::size_t>());
    EXPECT_EQ(classes.total(), expected.at("N").get<double>());
    EXPECT_EQ(classes.minorityClasses(), expected.at("m_minority_classes").get<std::size_t>());
    EXPECT_EQ(hasStepImbalance(classes), expected.at("is_step_imbalance").get<bool>());
    EXPECT_EQ(hasLinearImbalance(classes), expected.at("is_linear_imbalance").get<bool>());
    const json& shots = expected.at("shot_split_gt100_20to100_lt20");
    const ShotSplit split = shotSplit(classes);
    EXPECT_EQ(split.many, shots.at("many").get<std::int64_t>());
    EXPECT_EQ(split.medium, shots.at("medium").get<std::int64_t>());
    EXPECT_EQ(split.few, shots.at("few").get<std::int64_t>());
    EXPECT_EQ(split.zero, shots.at("zero").get<std::int64_t>());
}

/// The effective numbers of a case, for every beta it has: all of them, or of the thousand classes
/// the least, the greatest and the sum. Returns how many were compared.
int checkEffectiveNumbers(
    const ClassCounts& classes, const json& weights, test::Tolerance tolerance)
{
    int compared = 0;
    for (const std::string beta : {"0.9", "0.99", "0.999", "0.9999"}) {
        const auto found = weights.find("class_balanced_beta_" + beta);
        if (found == weights.end())
            continue;
        std::vector<double> actual;
        for (double count : classes.counts())
            actual.push_back(effectiveNumber(count, std::stod(beta)));
        const json& expected = found->at("effective_number");
        if (expected.is_object()) {
            const double sum = std::accumulate(actual.begin(), actual.end(), 0.0);
            const auto [least, greatest] = std::minmax_element(actual.begin(), actual.end());
            EXPECT_TRUE(agrees(*least, expected.at("min"), tolerance));
            EXPECT_TRUE(agrees(*greatest, expected.at("max"), tolerance));
            EXPECT_TRUE(agrees(sum, expected.at("sum"), tolerance));
            compared += 3;
            continue;
        }
        for (std::size_t i = 0; i < actual.size(); ++i, ++compared)
            EXPECT_TRUE(agrees(actual[i], expected.at(i), tolerance));
    }
    return compared;
}

TEST(Imbalance, sharedVectors)
{
    CUPEL_REQUIRE_SHARED("vectors/04_class_imbalance.json");
    // Ordered, because the effective numbers follow the order of the classes.
    const auto file = nlohmann::ordered_json::parse(
        test::readFile(test::sharedDir() / "vectors/04_class_imbalance.json"));
    int compared = 0;
    for (const auto& oneCase : file.at("cases")) {
        SCOPED_TRACE(oneCase.at("id").get<std::string>());
        const NamedCounts counts = readCounts(oneCase.at("input"));
        const ClassCounts classes(counts.rows);
        const json& expected = oneCase.at("expected");
        const test::Tolerance tolerance = test::toleranceOf(file, oneCase);
        checkCounts(classes, expected);
        checkFigures(classes, expected, tolerance);
        EXPECT_EQ(namesOf(counts, classes.majority()), sorted(expected.at("majority")));
        EXPECT_EQ(namesOf(counts, classes.minority()), sorted(expected.at("minority_smallest")));
        compared += checkEffectiveNumbers(classes, expected.at("weights"), tolerance);
    }
    EXPECT_EQ(file.at("cases").size(), 14u);
    EXPECT_GT(compared, 200);
}

TEST(Imbalance, handComputed)
{
    const ClassCounts classes = classCounts({6, 2, 0, 8});
    EXPECT_EQ(classes.total(), 16.0);
    EXPECT_EQ(classes.majority(), (std::vector<std::size_t>{3}));
    EXPECT_EQ(classes.minority(), (std::vector<std::size_t>{2}));
    EXPECT_EQ(classes.minorityClasses(), 2u); // 2 and 0 are below 16 / 4
    EXPECT_EQ(classShare(classes, 1).value(), 0.125);
    EXPECT_EQ(imbalanceRatio(classes).value(), INFINITY);
    // Shares 3/8, 1/8, 0, 1/2: squares 9/64 + 1/64 + 16/64 = 26/64.
    EXPECT_DOUBLE_EQ(giniSimpson(classes).value(), 38.0 / 64.0);
    EXPECT_DOUBLE_EQ(normalisedGiniSimpson(classes).value(), 38.0 / 48.0);
    EXPECT_DOUBLE_EQ(inverseSimpson(classes).value(), 64.0 / 26.0);
    // 3/8 ln(8/3) + 1/8 ln 8 + 1/2 ln 2 = (3 ln 8 - 3 ln 3 + ln 8 + 4 ln 2) / 8
    const double entropy = (16.0 * std::log(2.0) - 3.0 * std::log(3.0)) / 8.0;
    EXPECT_DOUBLE_EQ(shannonEntropy(classes).value(), entropy);
    EXPECT_DOUBLE_EQ(lridPerRow(classes).value(), std::log(4.0) - entropy);
    EXPECT_DOUBLE_EQ(lrid(classes).value(), 32.0 * (std::log(4.0) - entropy));
    // Total variation to equal shares: (1/8 + 1/8 + 1/4 + 1/4) / 2 = 3/8; the furthest with two
    // minority classes is (0, 0, 1/4, 3/4): 1/2.
    EXPECT_DOUBLE_EQ(imbalanceDegree(classes, Distance::TotalVariation).value(), 0.75 + 1.0);
    EXPECT_EQ(minorityClassFraction(classes).value(), 0.5);
}

TEST(Imbalance, aShareOfExactlyOneKthIsNoMinority)
{
    // 10/30 < 1/3 must not come from rounding.
    EXPECT_EQ(classCounts({10, 10, 10}).minorityClasses(), 0u);
    EXPECT_EQ(classCounts({9, 10, 11}).minorityClasses(), 1u);
    // Weights as close as doubles get: the first is one unit below its share.
    const std::vector<double> weights = {std::nextafter(0.1, 0.0), 0.1, 0.1};
    EXPECT_EQ(ClassCounts(weights).minorityClasses(), 1u);
    EXPECT_EQ(imbalanceDegree(classCounts({10, 10, 10}), Distance::Hellinger).value(), 0.0);
}

TEST(Imbalance, weightsOfClasses)
{
    const std::vector<double> weights = {0.75, 0.25};
    const ClassCounts classes(weights);
    EXPECT_EQ(imbalanceRatio(classes).value(), 3.0);
    EXPECT_EQ(minorityShare(classes).value(), 0.25);
    EXPECT_DOUBLE_EQ(giniSimpson(classes).value(), 0.375);
}

/// Every figure with its reason where there is nothing to measure.
void expectAllUndefined(const ClassCounts& classes, const std::string& reason)
{
    for (const base::Figure& figure : {minorityShare(classes), imbalanceRatio(classes),
             shannonEntropy(classes), shannonEvenness(classes), effectiveClasses(classes),
             giniSimpson(classes), normalisedGiniSimpson(classes), inverseSimpson(classes),
             imbalanceDegree(classes, Distance::Hellinger), lrid(classes), lridPerRow(classes),
             minorityClassFraction(classes)})
        EXPECT_EQ(figure.reason(), reason);
    EXPECT_FALSE(hasStepImbalance(classes));
    EXPECT_FALSE(hasLinearImbalance(classes));
}

TEST(Imbalance, noRowsAndNoClasses)
{
    expectAllUndefined(classCounts({}), "no rows");
    expectAllUndefined(classCounts({0, 0, 0}), "no rows");
    EXPECT_EQ(classShare(classCounts({0, 0}), 1).reason(), "no rows");
    EXPECT_EQ(shotSplit(classCounts({0, 0})).zero, 2);
}

TEST(Imbalance, oneClass)
{
    const ClassCounts classes = classCounts({5});
    EXPECT_EQ(shannonEvenness(classes).reason(), "only one class is declared");
    EXPECT_EQ(normalisedGiniSimpson(classes).reason(), "only one class is declared");
    EXPECT_EQ(imbalanceRatio(classes).value(), 1.0);
    EXPECT_EQ(shannonEntropy(classes).value(), 0.0);
    EXPECT_EQ(effectiveClasses(classes).value(), 1.0);
    EXPECT_EQ(imbalanceDegree(classes, Distance::KullbackLeibler).value(), 0.0);
    EXPECT_EQ(minorityClassFraction(classes).value(), 0.0);
}

TEST(Imbalance, equalCountsReachTheirLimits)
{
    for (std::size_t k = 2; k < 60; ++k) {
        const ClassCounts classes = classCounts(std::vector<std::int64_t>(k, 7));
        EXPECT_LE(shannonEvenness(classes).value(), 1.0);
        EXPECT_NEAR(shannonEvenness(classes).value(), 1.0, 1e-15);
        EXPECT_LE(normalisedGiniSimpson(classes).value(), 1.0);
        EXPECT_NEAR(normalisedGiniSimpson(classes).value(), 1.0, 1e-15);
        EXPECT_EQ(lrid(classes).value(), 0.0);
    }
}

TEST(Imbalance, orderAndDuplicationOfRowsChangeNothing)
{
    std::vector<std::int64_t> rows = {3, 14, 159, 26, 53, 58, 0, 97};
    const ClassCounts classes(rows);
    std::reverse(rows.begin(), rows.end());
    const ClassCounts reversed(rows);
    for (std::int64_t& count : rows)
        count *= 8;
    const ClassCounts eightfold(rows);
    EXPECT_EQ(shannonEntropy(reversed).value(), shannonEntropy(classes).value());
    EXPECT_EQ(shannonEntropy(eightfold).value(), shannonEntropy(classes).value());
    EXPECT_EQ(imbalanceDegree(eightfold, Distance::Hellinger).value(),
        imbalanceDegree(classes, Distance::Hellinger).value());
    EXPECT_EQ(lridPerRow(eightfold).value(), lridPerRow(classes).value());
}

TEST(Imbalance, stepsAndLines)
{
    EXPECT_TRUE(hasStepImbalance(classCounts({5, 9, 5})));
    EXPECT_TRUE(hasStepImbalance(classCounts({0, 9})));
    EXPECT_FALSE(hasStepImbalance(classCounts({5, 9, 7})));
    EXPECT_FALSE(hasStepImbalance(classCounts({4, 4})));
    EXPECT_TRUE(hasLinearImbalance(classCounts({9, 5, 7})));
    EXPECT_FALSE(hasLinearImbalance(classCounts({5, 7})));
    EXPECT_FALSE(hasLinearImbalance(classCounts({5, 5, 5})));
    EXPECT_FALSE(hasLinearImbalance(classCounts({5, 7, 10})));
}

TEST(Imbalance, shotLimitsBelongToTheMiddle)
{
    const ShotSplit split = shotSplit(classCounts({101, 100, 20, 19, 1, 0}));
    EXPECT_EQ(split.many, 1);
    EXPECT_EQ(split.medium, 2);
    EXPECT_EQ(split.few, 2);
    EXPECT_EQ(split.zero, 1);
    EXPECT_EQ(shotSplit(classCounts({101, 100, 20, 19, 1, 0}), 1.0, 19.0).many, 3);
}

TEST(EffectiveNumber, handComputedAndLimits)
{
    EXPECT_EQ(effectiveNumber(1.0, 0.9999), 1.0);
    EXPECT_EQ(effectiveNumber(0.0, 0.9), 0.0);
    EXPECT_DOUBLE_EQ(effectiveNumber(3.0, 0.5), 1.75); // 1 + 1/2 + 1/4
    EXPECT_EQ(effectiveNumber(12.0, 0.0), 1.0);
    EXPECT_EQ(effectiveNumber(12.0, 1.0), 12.0);
    EXPECT_DOUBLE_EQ(effectiveNumber(1e9, 0.9999), 1.0 / (1.0 - 0.9999));
    // 1 - beta^n keeps its digits next to 1: n - n (n - 1) / 2 * (1 - beta).
    const double beta = 1.0 - std::ldexp(1.0, -40);
    EXPECT_DOUBLE_EQ(effectiveNumber(1000.0, beta), 1000.0 - 499500.0 * std::ldexp(1.0, -40));
}

} // namespace
} // namespace cupel::stats
