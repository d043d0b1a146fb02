#pragma once

#include "core/base/exact_sum.h"
#include "core/base/figure.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace cupel::stats {

/// How many rows, or how much weight, each of K declared classes has. A declared class without
/// rows counts as a class. Every figure below is undefined without rows, and none depends on the
/// order of the classes.
class ClassCounts {
public:
    /// Rows per class, not negative.
    explicit ClassCounts(std::span<const std::int64_t> rows);
    /// Weight per class, finite and not negative.
    explicit ClassCounts(std::span<const double> weights);

    std::size_t classes() const { return m_counts.size(); }
    std::span<const double> counts() const { return m_counts; }
    double total() const { return m_total.value(); }
    double largest() const { return m_largest; }
    double smallest() const { return m_smallest; }
    /// The indexes of all classes of the largest count (C1).
    std::vector<std::size_t> majority() const { return having(m_largest); }
    /// The indexes of all classes of the smallest count (C1).
    std::vector<std::size_t> minority() const { return having(m_smallest); }
    /// The number m of classes with a share below 1/K, compared without rounding (C5, C9).
    std::size_t minorityClasses() const;

private:
    std::vector<std::size_t> having(double count) const;

    std::vector<double> m_counts;
    base::ExactSum m_total;
    double m_largest = 0.0;
    double m_smallest = 0.0;
};

/// C1: the share of one class.
base::Figure classShare(const ClassCounts& classes, std::size_t index);
/// C1: the share of the smallest class.
base::Figure minorityShare(const ClassCounts& classes);

/// C2: largest over smallest count, 1 to infinity; infinite with an empty class.
base::Figure imbalanceRatio(const ClassCounts& classes);

/// C3: Shannon entropy of the shares in nats, 0 to ln K.
base::Figure shannonEntropy(const ClassCounts& classes);
/// C3: entropy over ln K (Pielou's evenness), 0 to 1 for equal counts. Undefined for K = 1.
base::Figure shannonEvenness(const ClassCounts& classes);
/// C3: exp(entropy), the number of equal classes of that entropy.
base::Figure effectiveClasses(const ClassCounts& classes);

/// C4: 1 - sum of squared shares, the chance that two rows drawn with replacement differ in class.
base::Figure giniSimpson(const ClassCounts& classes);
/// C4: giniSimpson over its largest value 1 - 1/K, 0 to 1. Undefined for K = 1.
base::Figure normalisedGiniSimpson(const ClassCounts& classes);
/// C4: 1 / sum of squared shares, 1 to K.
base::Figure inverseSimpson(const ClassCounts& classes);

enum class Distance { Hellinger, TotalVariation, Euclidean, KullbackLeibler };

/// C5: imbalance degree d(z, e) / d(iota_m, e) + (m - 1), 0 for m = 0 (J. Ortigosa-Hernandez, I.
/// Inza, J. A. Lozano, Pattern Recognition Letters 98, 2017). z are the shares, e the equal shares,
/// m the minority classes, iota_m the furthest shares with m minority classes: m zeros, K - m - 1
/// of 1/K and the rest in one class. KullbackLeibler is KL(z, e).
base::Figure imbalanceDegree(const ClassCounts& classes, Distance distance);

/// C6: likelihood-ratio imbalance degree 2 sum n ln(K n / N), the G statistic against equal counts
/// (R. Zhu et al., Neurocomputing 2018). It grows with the number of rows.
base::Figure lrid(const ClassCounts& classes);
/// C6: lrid / (2 N), the Kullback-Leibler divergence from equal shares in nats, 0 to ln K.
base::Figure lridPerRow(const ClassCounts& classes);

/// C9: m / K, the fraction of classes with a share below 1/K. Under step imbalance it is the mu of
/// M. Buda, A. Maki, M. A. Mazurowski, Neural Networks 106, 2018, section 2.
base::Figure minorityClassFraction(const ClassCounts& classes);
/// C9: step imbalance (Buda et al.): exactly two distinct counts.
bool hasStepImbalance(const ClassCounts& classes);
/// C9: linear imbalance (Buda et al.): sorted counts grow by a constant step above zero. Needs
/// three classes, since any two counts lie on a line.
bool hasLinearImbalance(const ClassCounts& classes);

/// How many classes have many, some or few rows.
struct ShotSplit {
    std::int64_t many = 0; ///< above the upper limit
    std::int64_t medium = 0; ///< from the lower to the upper limit, both included
    std::int64_t few = 0; ///< below the lower limit, but not empty
    std::int64_t zero = 0; ///< no rows
};

/// C10: the split of Z. Liu et al., "Large-Scale Long-Tailed Recognition in an Open World", CVPR
/// 2019, with the limits of its evaluation code.
ShotSplit shotSplit(const ClassCounts& classes, double lower = 20.0, double upper = 100.0);

/// C11: effective number of samples (1 - beta^n) / (1 - beta), 0 <= beta <= 1 (Y. Cui et al.,
/// "Class-Balanced Loss Based on Effective Number of Samples", CVPR 2019, proposition 1): 1 for one
/// row, and n in the limit beta = 1.
double effectiveNumber(double n, double beta);

} // namespace cupel::stats
