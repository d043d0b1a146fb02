#include "core/audits/audit_registry.h"
#include "core/audits/splits.h"
#include "core/audits/wording.h"

#include <algorithm>

namespace cupel::audits {

namespace {

/// With more splits than this, pairs are not looked at one by one.
constexpr std::size_t kMostPairedSplits = 12;

/// One way in which two splits can share something.
struct Sharing {
    const char* rule;
    const char* table; ///< id of the table of pairs
    const char* rowsMetric;
    const char* setsMetric;
    std::string column; ///< of the id, or empty: whole rows
    std::vector<std::string> keys;
    counts::Filter filter; ///< the rows that can share
    std::string why; ///< the reason of rows that cannot
};

std::vector<std::string> comparedColumns(const Facts& facts)
{
    std::vector<std::string> columns;
    for (const counts::ColumnDescription& column : facts.description.columns) {
        if (column.name != facts.roles.split && column.name != facts.roles.id)
            columns.push_back(column.name);
    }
    return columns;
}

/// Rows without a split are in no other one; rows without an id share none.
std::vector<Sharing> sharings(const Facts& facts)
{
    const counts::Filter inSplit
        = narrowed(facts.where, counts::MissingDim{facts.roles.split}, {"present"});
    std::vector<Sharing> all;
    if (std::vector<std::string> columns = comparedColumns(facts); !columns.empty()) {
        all.push_back({"leakage.rows-across-splits", "rows-across-splits", "rows-across-splits",
            "equal-sets-across-splits", {}, std::move(columns), inSplit, {}});
    }
    if (!facts.roles.id.empty()) {
        all.push_back({"leakage.ids-across-splits", "ids-across-splits",
            "rows-with-ids-across-splits", "ids-across-splits", facts.roles.id, {facts.roles.id},
            narrowed(inSplit, counts::MissingDim{facts.roles.id}, {"present"}), "missing-id"});
    }
    return all;
}

counts::GroupedQuestion sharedBy(const Facts& facts, const Sharing& sharing)
{
    return {sharing.keys, facts.roles.split, sharing.filter};
}

counts::GroupedQuestion sharedBetween(
    const Facts& facts, const Sharing& sharing, const Split& a, const Split& b)
{
    return {sharing.keys, facts.roles.split,
        narrowed(sharing.filter, counts::ValueDim{facts.roles.split}, {a.name, b.name})};
}

/// Rows with an equal in another split of the whole table: the run's filter can hide the equal.
counts::Filter evidenceFilter(const Facts& facts, const Sharing& sharing)
{
    return narrowed(
        sharing.filter, counts::ConflictsDim{sharing.keys, facts.roles.split}, {"conflict"});
}

/// The same by split.
counts::CellsQuestion evidenceBySplit(const Facts& facts, const Sharing& sharing)
{
    return {{counts::ValueDim{facts.roles.split}}, evidenceFilter(facts, sharing), {}, {}};
}

struct Pair {
    Split first;
    Split second;
};

std::vector<Pair> pairsOf(const Splits& splits)
{
    std::vector<Pair> pairs;
    if (splits.splits.size() > kMostPairedSplits)
        return pairs;
    for (std::size_t i = 0; i < splits.splits.size(); ++i) {
        for (std::size_t j = i + 1; j < splits.splits.size(); ++j)
            pairs.push_back({splits.splits[i], splits.splits[j]});
    }
    return pairs;
}

/// "train and test (4 sets)".
base::Sentence pairWords(const Pair& pair, const std::string& sets)
{
    base::Sentence words = named(pair.first.text());
    words.emplace_back(" and ");
    append(words, named(pair.second.text()));
    words.emplace_back(" (" + sets + ")");
    return words;
}

class SplitLeakageAudit : public Audit {
public:
    const AuditDescription& description() const override
    {
        static const AuditDescription description{"split-leakage", "Leakage between splits",
            "Which rows or ids stand in more than one split?", {"split"},
            "Rows that are nearly equal, and rows of one person or source without an id. With few "
            "columns, different cases agree by chance.",
            {"Own definition; Kapoor and Narayanan, Patterns 4, 2023, on leakage"}};
        return description;
    }

    std::vector<counts::Question> ask(
        const Facts& facts, const counts::Answers& soFar) const override
    {
        if (!refusal(facts).reason.empty())
            return {};
        if (!soFar.contains(splitQuestion(facts)))
            return {splitQuestion(facts)};
        const Splits splits = splitsOf(facts, soFar.cells(splitQuestion(facts)));
        std::vector<counts::Question> questions;
        if (splits.splits.size() < 2)
            return questions;
        for (const Sharing& sharing : sharings(facts)) {
            questions.emplace_back(sharedBy(facts, sharing));
            if (!soFar.contains(sharedBy(facts, sharing))
                || soFar.groups(sharedBy(facts, sharing)).mixedGroups == 0)
                continue;
            questions.emplace_back(evidenceBySplit(facts, sharing));
            for (const Pair& pair : pairsOf(splits))
                questions.emplace_back(sharedBetween(facts, sharing, pair.first, pair.second));
        }
        return unanswered(std::move(questions), soFar);
    }

    base::Result<AuditResult> judge(
        const Facts& facts, const counts::Answers& answers) const override
    {
        AuditResult result = refusal(facts);
        if (!result.reason.empty())
            return result;
        const Splits splits = splitsOf(facts, answers.cells(splitQuestion(facts)));
        if (splits.splits.empty())
            return insufficientData("no row has a split");
        if (splits.splits.size() < 2)
            return insufficientData("all rows with a split are in one");
        result.parameters["split"] = splits.columnText();
        result.parameters["columns"] = static_cast<std::int64_t>(comparedColumns(facts).size());
        if (!facts.roles.id.empty())
            result.parameters["id"] = base::DataText::name(facts.roles.id);
        for (const Sharing& sharing : sharings(facts))
            add(facts, answers, splits, sharing, result);
        return result;
    }

private:
    static AuditResult refusal(const Facts& facts)
    {
        AuditResult result = splitRefusal(facts);
        if (result.reason.empty() && sharings(facts).empty())
            return notApplicable("no column besides the split is left to compare");
        return result;
    }

    static void add(const Facts& facts, const counts::Answers& answers, const Splits& splits,
        const Sharing& sharing, AuditResult& result)
    {
        const counts::Groups& all = answers.groups(sharedBy(facts, sharing));
        Basis basis{all.rows, splits.excluded, std::nullopt};
        if (!sharing.why.empty())
            basis.excluded[sharing.why] = splits.rows() - all.rows;
        const findings::Subject subject{{"column", splits.columnText()}};
        const auto rows = static_cast<double>(all.mixedRows);
        result.metrics.push_back(makeMetric(
            sharing.setsMetric, "", subject, static_cast<double>(all.mixedGroups), basis));
        result.metrics.push_back(makeMetric(sharing.rowsMetric, "", subject, rows, basis));
        Metric share = makeMetric(sharing.rowsMetric, "share", subject,
            all.rows > 0 ? base::Figure(rows / static_cast<double>(all.rows))
                         : base::Figure::undefined("no row has an id"),
            basis);
        share.numerator = rows;
        share.denominator = static_cast<double>(all.rows);
        result.metrics.push_back(std::move(share));
        if (all.mixedGroups == 0)
            return;
        addPairs(facts, answers, splits, sharing, basis, result);
        addBySplit(facts, answers, splits, sharing, result);
        result.findings.push_back(finding(facts, answers, splits, sharing));
    }

    static void addPairs(const Facts& facts, const counts::Answers& answers, const Splits& splits,
        const Sharing& sharing, Basis basis, AuditResult& result)
    {
        ResultTable table{std::string(sharing.table) + "-by-pair",
            {sharing.column.empty() ? "Equal rows in two splits" : "Equal ids in two splits"},
            {"split", "other", "sets", "rows"}, {}};
        for (const Pair& pair : pairsOf(splits)) {
            const counts::Groups& shared
                = answers.groups(sharedBetween(facts, sharing, pair.first, pair.second));
            basis.n = shared.rows;
            result.metrics.push_back(makeMetric(sharing.rowsMetric, "pair",
                {{"column", splits.columnText()}, {"split", pair.first.text()},
                    {"other", pair.second.text()}},
                static_cast<double>(shared.mixedRows), basis));
            table.rows.push_back(
                {pair.first.text(), pair.second.text(), shared.mixedGroups, shared.mixedRows});
        }
        if (!table.rows.empty())
            result.tables.push_back(std::move(table));
    }

    static void addBySplit(const Facts& facts, const counts::Answers& answers, const Splits& splits,
        const Sharing& sharing, AuditResult& result)
    {
        const counts::Cells& cells = answers.cells(evidenceBySplit(facts, sharing));
        ResultTable table{std::string(sharing.table) + "-by-split",
            {sharing.column.empty() ? "Rows with an equal in another split"
                                    : "Rows whose id is also in another split"},
            {"split", "rows", "shared", "share"}, {}};
        for (const Split& split : splits.splits) {
            std::int64_t shared = 0;
            for (const counts::Cells::Cell& cell : cells.cells)
                shared += cell.keys.front() == counts::CellKey::value(split.name) ? cell.rows : 0;
            table.rows.push_back({split.text(), split.rows, shared,
                static_cast<double>(shared) / static_cast<double>(split.rows)});
        }
        result.tables.push_back(std::move(table));
    }

    static findings::Finding finding(const Facts& facts, const counts::Answers& answers,
        const Splits& splits, const Sharing& sharing)
    {
        const counts::Groups& all = answers.groups(sharedBy(facts, sharing));
        const double share = static_cast<double>(all.mixedRows) / static_cast<double>(all.rows);
        findings::Subject subject{{"column", splits.columnText()}};
        if (!sharing.column.empty())
            subject.emplace_back("id", base::DataText::name(sharing.column));
        findings::Finding finding = makeFinding(sharing.rule, std::move(subject));
        finding.measure
            = findings::Measure{std::string("share of ") + sharing.rowsMetric, share, std::nullopt};
        finding.limit = limitOf(facts, sharing.rule, finding.subject);
        if (!(share > finding.limit->value))
            finding.level = findings::Level::Warning;
        finding.message = whatIsShared(all, splits, sharing);
        finding.message.emplace_back(
            ": " + percent(share) + " of the rows" + shareLimitWords(*finding.limit));
        std::vector<base::Sentence> pairs;
        for (const Pair& pair : pairsOf(splits)) {
            const std::int64_t sets
                = answers.groups(sharedBetween(facts, sharing, pair.first, pair.second))
                      .mixedGroups;
            if (sets > 0)
                pairs.push_back(pairWords(pair,
                    sharing.column.empty() ? countOf(sets, "set", "sets")
                                           : countOf(sets, "id", "ids")));
        }
        if (!pairs.empty()) {
            finding.message.emplace_back("; ");
            append(finding.message, listing(pairs));
        }
        finding.message.emplace_back(".");
        finding.remedy = sentence("Look at the rows and keep each case in one split; then measure "
                                  "the model again, because shared rows flatter it.");
        finding.evidence.push_back({evidenceFilter(facts, sharing),
            rowsIn(answers.cells(evidenceBySplit(facts, sharing)))});
        return finding;
    }

    static base::Sentence whatIsShared(
        const counts::Groups& all, const Splits& splits, const Sharing& sharing)
    {
        const std::string rows = countOf(all.mixedRows, "row", "rows");
        if (sharing.column.empty()) {
            return sentence(rows + " in " + countOf(all.mixedGroups, "set", "sets")
                    + " of equal rows stand in more than one ",
                splits.columnText());
        }
        return sentence(countOf(all.mixedGroups, "value", "values") + " of ",
            base::DataText::name(sharing.column), " in more than one ", splits.columnText(),
            ", in " + rows);
    }

    static std::int64_t rowsIn(const counts::Cells& cells)
    {
        std::int64_t rows = 0;
        for (const counts::Cells::Cell& cell : cells.cells)
            rows += cell.rows;
        return rows;
    }
};

} // namespace

std::unique_ptr<Audit> makeSplitLeakageAudit()
{
    return std::make_unique<SplitLeakageAudit>();
}

} // namespace cupel::audits
