#include "core/findings/rule_lists.h"

namespace cupel::findings {

std::vector<Rule> imbalanceRules()
{
    std::vector<Rule> all{
        {"imbalance.empty-class", "A declared class has no rows", Level::Warning, 0.0,
            "<=", "classes",
            "Measured: the number of classes that were declared for the label (roles file, member "
            "\"classes\") and have no row.\n"
            "Why it matters: a model cannot learn or be tested on a class without rows, and every "
            "ratio to the smallest class becomes infinite. Often the spelling in the data differs "
            "from the declaration, or a filter removed the class.\n"
            "How: rows whose label is missing are left out; a class counts as empty when no other "
            "row holds exactly its text.\n"
            "What to do: compare the spelling with the values in the table class-counts, collect "
            "rows of the class, or take it out of the declaration and say in the documentation "
            "that the dataset does not cover it.",
            "Own recommendation; an empty declared class counts as a class in every metric of "
            "this program."},
        {"imbalance.rare-class", "A class is rare", Level::Warning, 0.01, ">=", "fraction",
            "Measured: classes with less than 1 % of the rows (and less than a tenth of an equal "
            "share, so that a thousand equal classes are not all rare), and classes with fewer "
            "than 20 rows (min-count).\n"
            "Why it matters: errors on a rare class hardly move an overall accuracy, a random "
            "split may leave it out of the test part altogether, and every figure about it is "
            "uncertain.\n"
            "How: shares are taken of the rows (or of the weight) whose label is not missing. A "
            "class below the share limit gives a warning; a class that only has fewer than 20 "
            "rows gives a note. Classes without any row are reported by imbalance.empty-class.\n"
            "What to do: split by class (stratified), report results per class, collect more rows "
            "of the class, or weight the classes while training.",
            "1 %: the band called extreme on Google's course page on imbalanced datasets. 20 rows: "
            "the few-shot limit of Liu et al., Large-Scale Long-Tailed Recognition in an Open "
            "World, CVPR 2019. A tenth of an equal share: own recommendation."},
        {"imbalance.ratio", "The largest class outweighs the smallest", Level::Warning, 10.0,
            "<=", "ratio",
            "Measured: the imbalance ratio, rows of the largest class over rows of the smallest "
            "class (metric C2).\n"
            "Why it matters: a model that always answers with the largest class already looks "
            "accurate, and training pays little attention to the smallest one.\n"
            "How: rows whose label is missing are left out; with a weight column, weights are "
            "summed instead of rows. Where a declared class is empty the ratio is infinite and "
            "imbalance.empty-class reports that instead.\n"
            "What to do: judge results per class or by a balanced figure, stratify the split, and "
            "consider class weights, resampling or more rows of the small classes. If the use "
            "really has such shares, say so in the documentation.",
            "The ratio is rho of Buda, Maki and Mazurowski, Neural Networks 106, 2018. The limit "
            "of 10 is our own recommendation: their weaker results begin about there."},
    };
    for (Rule& rule : all) {
        if (rule.id != "imbalance.rare-class")
            continue;
        rule.compares = Compares::Classes;
        rule.minCount = 20;
    }
    return all;
}

} // namespace cupel::findings
