#include "core/audits/metric_lists.h"

namespace cupel::audits {

namespace {

const std::vector<std::string> kLabel{"label"};
const std::vector<std::string> kClass{"label", "class"};
const std::string kNoRows = "Undefined without rows.";
const std::string kOneClass = "Undefined for a single class and without rows.";

std::vector<MetricInfo> shares()
{
    return {
        {"C1", "class-count", "", "rows", "none", kClass, "Rows of a class",
            "Rows whose label is the class. Declared classes without rows count 0.", "0 and more",
            "-", "Counts rows also where weights are given."},
        {"C1", "class-share", "", "fraction", "none", kClass, "Share of a class",
            "Rows (weight) of the class over all rows (weight) with a label.", "0 to 1", "-",
            kNoRows},
        {"C1", "minority-share", "", "fraction", "none", kLabel, "Share of the smallest class",
            "The smallest class share, empty classes included.", "0 to 1/K", "-", kNoRows},
        {"C2", "imbalance-ratio", "", "ratio", "one", kLabel, "Imbalance ratio",
            "Rows (weight) of the largest class over those of the smallest.", "1 to infinity",
            "rho of Buda, Maki and Mazurowski, Neural Networks 106, 2018.",
            "Infinite with an empty class. " + kNoRows},
        {"C3", "shannon-evenness", "", "fraction", "one", kLabel, "Shannon evenness",
            "Entropy of the class shares over ln K (Pielou).", "0 to 1", "Pielou 1966.", kOneClass},
        {"C3", "shannon-entropy", "", "nats", "none", kLabel, "Shannon entropy",
            "Minus the sum of z ln z over the class shares z.", "0 to ln K", "Shannon 1948.",
            kNoRows},
        {"C3", "effective-classes", "", "number", "none", kLabel, "Effective number of classes",
            "exp(entropy): so many equal classes have this entropy.", "1 to K", "Hill 1973.",
            kNoRows},
        {"C4", "gini-simpson", "", "fraction", "none", kLabel, "Gini-Simpson index",
            "1 minus the sum of squared shares: the chance that two rows differ in class.",
            "0 to 1 - 1/K", "Simpson 1949.", kNoRows},
        {"C4", "gini-simpson", "normalised", "fraction", "one", kLabel,
            "Gini-Simpson index, normalised", "Gini-Simpson over its largest value 1 - 1/K.",
            "0 to 1", "Simpson 1949.", kOneClass},
        {"C4", "inverse-simpson", "", "number", "none", kLabel, "Inverse Simpson index",
            "1 over the sum of squared shares.", "1 to K", "Simpson 1949.", kNoRows},
    };
}

std::vector<MetricInfo> degrees()
{
    const std::string formula = "d(z, e) / d(furthest, e) + m - 1, where z are the class shares, e "
                                "the equal shares, m the "
                                "number of classes below 1/K, and furthest the furthest shares "
                                "with m such classes; d is ";
    const std::string source
        = "Ortigosa-Hernandez, Inza and Lozano, Pattern Recognition Letters 98, 2017.";
    const std::string edge = "0 where no class is below 1/K. " + kNoRows;
    const auto degree = [&](const std::string& variant, const std::string& distance) {
        return MetricInfo{"C5", "imbalance-degree", variant, "number", "zero", kLabel,
            "Imbalance degree, " + distance, formula + distance + ".", "0 to K - 1", source, edge};
    };
    return {degree("hellinger", "the Hellinger distance"), degree("tv", "the total variation"),
        degree("euclidean", "the Euclidean distance"),
        degree("kl", "the Kullback-Leibler divergence"),
        {"C6", "lrid", "", "number", "zero", kLabel, "Likelihood-ratio imbalance degree",
            "2 times the sum of n ln(K n / N): the G statistic against equal counts. It grows with "
            "the number of rows.",
            "0 to 2 N ln K", "Zhu et al., Neurocomputing 2018.",
            "Undefined with weights, whose scale is arbitrary. " + kNoRows},
        {"C6", "lrid", "per-row", "nats", "zero", kLabel, "Imbalance degree per row",
            "The same over 2 N: the Kullback-Leibler divergence from equal shares.", "0 to ln K",
            "Zhu et al., Neurocomputing 2018.", kNoRows}};
}

std::vector<MetricInfo> patterns()
{
    const std::string buda = "Buda, Maki and Mazurowski, Neural Networks 106, 2018.";
    const std::string oltr
        = "Liu et al., Large-Scale Long-Tailed Recognition in an Open World, CVPR "
          "2019.";
    const auto shots = [&](const std::string& variant, const std::string& which) {
        return MetricInfo{"C10", "shot-split", variant, "classes", "none", kLabel,
            "Classes with " + variant + " rows", "The number of classes with " + which + ".",
            "0 to K", oltr, "Counts rows also where weights are given. Empty classes are in none."};
    };
    std::vector<MetricInfo> all{
        {"C9", "minority-class-fraction", "", "fraction", "none", kLabel,
            "Fraction of minority classes",
            "Classes with a share below 1/K over all classes, compared without rounding.", "0 to 1",
            buda, kNoRows},
        {"C9", "step-imbalance", "", "boolean", "none", kLabel, "Step imbalance",
            "1 where the classes have exactly two different counts, else 0.", "0 or 1", buda,
            kNoRows},
        {"C9", "linear-imbalance", "", "boolean", "none", kLabel, "Linear imbalance",
            "1 where the sorted counts grow by a constant step, with three classes or more, else "
            "0.",
            "0 or 1", buda, kNoRows},
        shots("many", "more than 100 rows"), shots("medium", "20 to 100 rows"),
        shots("few", "1 to 19 rows")};
    for (const char* beta : {"0.9", "0.99", "0.999", "0.9999"}) {
        all.push_back({"C11", "effective-number", beta, "rows", "none", kClass,
            std::string("Effective number of samples, beta ") + beta,
            "(1 - beta^n) / (1 - beta) for the n rows of the class.", "0 to 1 / (1 - beta)",
            "Cui et al., Class-Balanced Loss Based on Effective Number of Samples, CVPR 2019.",
            "Counts rows also where weights are given."});
    }
    return all;
}

} // namespace

std::vector<MetricInfo> classMetrics()
{
    std::vector<MetricInfo> all = shares();
    for (const auto& part : {degrees(), patterns()})
        all.insert(all.end(), part.begin(), part.end());
    return all;
}

std::vector<MetricInfo> rowMetrics()
{
    return {
        {"-", "duplicate-rows", "", "rows", "zero", {}, "Rows that repeat an earlier row",
            "Rows minus different rows; rows are equal when all cells are equal as text.",
            "0 to rows - 1", "Own definition.", "Exact. Never undefined."},
        {"-", "duplicate-share", "", "fraction", "zero", {},
            "Share of rows that repeat an earlier row", "Rows minus different rows, over rows.",
            "0 to 1", "Own definition.", kNoRows},
        {"-", "conflicting-rows", "", "rows", "zero", kLabel, "Rows with conflicting labels",
            "Rows that agree in every feature with a row whose label is different.", "0 and more",
            "Own definition.", "Exact. Rows without a label are not counted."},
        {"-", "conflicting-share", "", "fraction", "zero", kLabel,
            "Share of rows with conflicting labels",
            "Rows with conflicting labels over rows with a label.", "0 to 1", "Own definition.",
            "Undefined where no row has a label."},
    };
}

} // namespace cupel::audits
