#include <array>
#include <optional>
#include <utility>

#include "core/audits/audit_registry.h"
#include "core/audits/class_imbalance.h"

namespace cupel::audits {

namespace {

ResultTable classTable(const LabelClasses& classes, std::int64_t missing)
{
    const base::DataText label = base::DataText::name(classes.column);
    ResultTable table{
        "class-counts", {"Rows per class of ", label}, {"class", "rows", "share"}, {}};
    const bool weighted = classes.basis.weights.has_value();
    if (weighted)
        table.columns.emplace_back("weight");
    const stats::ClassCounts counts = classes.counts();
    for (std::size_t i = 0; i < classes.classes.size(); ++i) {
        const LabelClass& one = classes.classes[i];
        const base::Figure share = stats::classShare(counts, i);
        std::vector<ResultTable::Cell> row{one.text(), one.rows, {}};
        if (share.isDefined())
            row[2] = share.value();
        if (weighted)
            row.emplace_back(one.weight);
        table.rows.push_back(std::move(row));
    }
    if (missing > 0) {
        std::vector<ResultTable::Cell> row{std::string("(missing)"), missing, {}};
        row.resize(table.columns.size());
        table.rows.push_back(std::move(row));
    }
    return table;
}

/// How many classes have many, a medium number of and few rows, and how many rows they have
/// together; none where all are of one kind.
std::optional<ResultTable> shotTable(const LabelClasses& classes)
{
    constexpr std::array<const char*, 4> kWords{
        "many (more than 100)", "medium (20 to 100)", "few (1 to 19)", "none"};
    std::array<std::int64_t, kWords.size()> numbers{};
    std::array<std::int64_t, kWords.size()> rows{};
    for (const LabelClass& one : classes.classes) {
        ++numbers.at(shotOf(one.rows));
        rows.at(shotOf(one.rows)) += one.rows;
    }
    ResultTable table{"shot-split",
        {"Classes of ", base::DataText::name(classes.column), " by how many rows they have"},
        {"rows of a class", "classes", "rows"}, {}};
    int kinds = 0;
    for (std::size_t i = 0; i < kWords.size(); ++i) {
        kinds += numbers.at(i) > 0 ? 1 : 0;
        if (numbers.at(i) > 0 || i + 1 < kWords.size())
            table.rows.push_back({std::string(kWords.at(i)), numbers.at(i), rows.at(i)});
    }
    return kinds > 1 ? std::optional(std::move(table)) : std::nullopt;
}

class ClassImbalanceAudit : public Audit {
public:
    const AuditDescription& description() const override
    {
        static const AuditDescription description{"class-imbalance", "Class balance",
            "How evenly are the rows spread over the classes of the label?", {"label"},
            "Whether the shares are those of the world, and whether the imbalance harms a model.",
            {"Ortigosa-Hernandez et al., Pattern Recognition Letters 98, 2017",
                "Buda et al., Neural Networks 106, 2018", "Cui et al., CVPR 2019"}};
        return description;
    }

    std::vector<counts::Question> ask(
        const Facts& facts, const counts::Answers& soFar) const override
    {
        if (!refusal(facts).reason.empty())
            return {};
        std::vector<counts::Question> questions{labelQuestion(facts)};
        for (const std::string& column : groupColumns(facts))
            questions.push_back(labelByGroups(facts, {column}));
        return unanswered(std::move(questions), soFar);
    }

    base::Result<AuditResult> judge(
        const Facts& facts, const counts::Answers& answers) const override
    {
        AuditResult result = refusal(facts);
        if (!result.reason.empty())
            return result;
        const counts::Cells& cells = answers.cells(labelQuestion(facts));
        const LabelClasses classes = labelClasses(facts, cells);
        if (classes.basis.n == 0)
            return insufficientData("no row has a label");

        result.parameters["label"] = base::DataText::name(classes.column);
        if (!facts.roles.weight.empty())
            result.parameters["weight"] = base::DataText::name(facts.roles.weight);
        result.metrics = classMetricsOf(classes);
        result.tables.push_back(classTable(classes, classes.basis.excluded.at("missing-label")));
        charts::ChartSpec chart{"class-counts", charts::ChartSpec::Kind::Bar, "class-counts"};
        chart.beside = "share";
        result.charts.push_back(std::move(chart));
        if (auto shots = shotTable(classes)) {
            charts::ChartSpec split{"shot-split", charts::ChartSpec::Kind::Bar, "shot-split"};
            split.order = charts::ChartSpec::Order::OfTable;
            result.charts.push_back(std::move(split));
            result.tables.push_back(std::move(*shots));
        }
        result.findings = classFindings(facts, classes);
        for (const std::string& column : groupColumns(facts)) {
            const counts::Cells& byGroup = answers.cells(labelByGroups(facts, {column}));
            addImbalanceWithin(classes, countGroups(facts, {column}, {}, byGroup), result);
        }
        return result;
    }

private:
    /// Why the audit does not run: a result with a reason; without one where it does.
    static AuditResult refusal(const Facts& facts)
    {
        if (!facts.roles.label)
            return notApplicable("no label column: pass --label");
        if (facts.description.rows == 0)
            return insufficientData("the table has no rows");
        if (const std::string reason = whyNoClasses(facts); !reason.empty())
            return notApplicable(reason);
        return {};
    }

    static std::vector<std::string> groupColumns(const Facts& facts)
    {
        std::vector<std::string> columns;
        for (const GroupRole& group : facts.roles.groups) {
            if (!hasTooManyGroups(facts, group.column))
                columns.push_back(group.column);
        }
        return columns;
    }
};

} // namespace

std::unique_ptr<Audit> makeClassImbalanceAudit()
{
    return std::make_unique<ClassImbalanceAudit>();
}

} // namespace cupel::audits
