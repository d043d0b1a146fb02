#include "core/audits/class_imbalance.h"
#include "core/audits/wording.h"

#include <algorithm>

namespace cupel::audits {

namespace {

using findings::Finding;

findings::Subject labelSubject(const LabelClasses& classes)
{
    return {{"label", base::DataText::name(classes.column)}};
}

base::Sentence withRows(const LabelClass& one)
{
    base::Sentence words = named(one.text());
    words.emplace_back(" (" + countOf(one.rows, "row", "rows") + ")");
    return words;
}

findings::RowEvidence rowsOf(
    const Facts& facts, const LabelClasses& classes, const std::vector<LabelClass>& some)
{
    std::vector<std::string> values;
    std::int64_t rows = 0;
    for (const LabelClass& one : some) {
        values.push_back(one.value);
        rows += one.rows;
    }
    return {narrowed(countedRows(facts), counts::ValueDim{classes.column}, values), rows};
}

std::optional<Finding> emptyClasses(const Facts& facts, const LabelClasses& classes)
{
    std::vector<base::Sentence> names;
    for (const LabelClass& one : classes.classes) {
        if (one.rows == 0)
            names.push_back(named(one.text()));
    }
    const findings::Limit limit = limitOf(facts, "imbalance.empty-class", labelSubject(classes));
    const auto number = static_cast<double>(names.size());
    if (!(number > limit.value))
        return std::nullopt;
    Finding finding = makeFinding("imbalance.empty-class", labelSubject(classes));
    finding.measure = findings::Measure{"empty classes", number, std::nullopt};
    finding.limit = limit;
    finding.message = sentence(std::to_string(names.size()) + " of "
            + std::to_string(classes.classes.size()) + " classes of ",
        base::DataText::name(classes.column), " without rows: ");
    append(finding.message, listing(names));
    finding.message.emplace_back(limitWords(limit) + ".");
    finding.remedy
        = sentence("Compare the spelling with the values that occur, collect rows of the "
                   "class, or take it out of the declaration.");
    return finding;
}

std::optional<Finding> imbalance(const Facts& facts, const LabelClasses& classes)
{
    const stats::ClassCounts counts = classes.counts();
    const base::Figure ratio = stats::imbalanceRatio(counts);
    const findings::Limit limit = limitOf(facts, "imbalance.ratio", labelSubject(classes));
    // An empty class makes the ratio infinite and has its own rule.
    if (!ratio.isDefined() || counts.smallest() == 0.0 || !(ratio.value() > limit.value))
        return std::nullopt;
    const LabelClass& largest = classes.classes[counts.majority().front()];
    const LabelClass& smallest = classes.classes[counts.minority().front()];
    Finding finding = makeFinding("imbalance.ratio", labelSubject(classes));
    finding.measure = findings::Measure{"imbalance-ratio", ratio, std::nullopt};
    finding.limit = limit;
    finding.message = sentence("The largest class of ", base::DataText::name(classes.column), ", ");
    append(finding.message, withRows(largest));
    finding.message.emplace_back(", outweighs the smallest, ");
    append(finding.message, withRows(smallest));
    finding.message.emplace_back(", " + std::string(classes.basis.weights ? "by weight " : "")
        + shortNumber(ratio.value()) + " to 1" + limitWords(limit) + ".");
    finding.remedy
        = sentence("Judge results per class, stratify splits, and consider class weights, "
                   "resampling or more rows of the small classes.");
    finding.evidence.push_back(rowsOf(facts, classes, {smallest}));
    return finding;
}

std::optional<Finding> rareClasses(const Facts& facts, const LabelClasses& classes)
{
    const findings::Limit limit = limitOf(facts, "imbalance.rare-class", labelSubject(classes));
    const std::int64_t fewRows = minimumRows(facts, "imbalance.rare-class", labelSubject(classes));
    const stats::ClassCounts counts = classes.counts();
    const double tenthOfEqual = 0.1 / static_cast<double>(counts.classes());
    std::vector<LabelClass> rare;
    base::Figure smallestShare = base::Figure::undefined("no rare class");
    bool isRareByShare = false;
    for (std::size_t i = 0; i < classes.classes.size(); ++i) {
        const LabelClass& one = classes.classes[i];
        const base::Figure share = stats::classShare(counts, i);
        if (one.rows == 0 || !share.isDefined())
            continue;
        const bool byShare = share.value() < limit.value && share.value() < tenthOfEqual;
        if (!byShare && one.rows >= fewRows)
            continue;
        isRareByShare = isRareByShare || byShare;
        rare.push_back(one);
        if (!smallestShare.isDefined() || share.value() < smallestShare.value())
            smallestShare = share;
    }
    if (rare.empty())
        return std::nullopt;
    std::stable_sort(rare.begin(), rare.end(),
        [](const LabelClass& a, const LabelClass& b) { return a.rows < b.rows; });
    std::vector<base::Sentence> names;
    for (const LabelClass& one : rare)
        names.push_back(withRows(one));
    Finding finding = makeFinding("imbalance.rare-class", labelSubject(classes));
    if (!isRareByShare)
        finding.level = findings::Level::Note;
    finding.measure = findings::Measure{"smallest class-share", smallestShare, std::nullopt};
    finding.limit = limit;
    finding.message
        = sentence(countOf(static_cast<std::int64_t>(rare.size()), "class", "classes") + " of ",
            base::DataText::name(classes.column),
            " with under " + std::to_string(fewRows) + " rows or under " + percent(limit.value)
                + " of them (" + limit.origin + "): ");
    append(finding.message, listing(names));
    finding.message.emplace_back("; the smallest share is " + percent(smallestShare.value()) + ".");
    finding.remedy = sentence("Report results per class, stratify splits, and collect more rows of "
                              "these classes or weight them while training.");
    finding.evidence.push_back(rowsOf(facts, classes, rare));
    return finding;
}

} // namespace

std::vector<Finding> classFindings(const Facts& facts, const LabelClasses& classes)
{
    std::vector<Finding> all;
    for (std::optional<Finding> found :
        {emptyClasses(facts, classes), imbalance(facts, classes), rareClasses(facts, classes)}) {
        if (found)
            all.push_back(std::move(*found));
    }
    return all;
}

} // namespace cupel::audits
