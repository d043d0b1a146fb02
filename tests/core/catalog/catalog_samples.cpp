#include "tests/core/catalog/catalog_samples.h"

#include <array>
#include <bit>
#include <iterator>
#include <limits>

namespace cupel::test {

using namespace catalog;
using base::Figure;

Time moment(std::int64_t seconds)
{
    constexpr std::chrono::sys_days kDay = std::chrono::year(2027) / 3 / 31;
    return kDay + std::chrono::hours(12) + std::chrono::seconds(seconds);
}

Import sampleImport(const std::string& name, int state)
{
    Import import;
    import.name = name;
    import.path = "/data/" + name + ".csv";
    import.file = {"xxh3-128:" + std::to_string(state), 1'000 + state, 1'700'000'000'000'000'000,
        90, 2, "UTF-8", ",", "\"", "\n", true, R"({"null": []})"};
    ColumnInfo age{"age", "integer", "group", 1, 0, 40, true,
        ColumnInfo::Numbers{89, 18.0, 90.0, 38.5, 13.6, {19, 28, 37, 48, 63}}, {}};
    ColumnInfo income{"income", "text", "label", 0, 0, 2, true, {}, {{"<=50K", 70}, {">50K", 20}}};
    ColumnInfo note{"note", "text", "", 0, 0, 80, false, {}, {}};
    import.contents.columns = {age, income, note};
    import.contents.roles = {{"label", "income", ">50K", ""},
        { "group",
            "age",
            "",
            R"({"bins": [25, 45]})" }};
    import.contents.documents = {{ "hf-card", "README.md", 2'000, "xxh3-128:5", 1 }};
    import.contents.cardFields = {{"title", "present", "", true, "Adult", "README.md#L3"},
        { "rows",
            "derived",
            "",
            true,
            "90",
            "data" }};
    import.contents.licenseClaims = {{ "field", "README.md", 4, "mit", "MIT", "" }};
    return import;
}

Run sampleRun(const std::vector<std::int64_t>& versions, int state)
{
    Run run;
    run.info = {moment(state), "0.1.0", "key-" + std::to_string(state), 1,
        {"error", 0, 0, 0, 0, 0, 1, 0}, {"an input could not be read"}, versions};
    run.archive = R"({"report": )" + std::to_string(state) + "}";
    for (const std::int64_t version : versions) {
        MetricInfo ratio;
        ratio.version = version;
        ratio.audit = "class-imbalance";
        ratio.ref = "C1";
        ratio.id = "imbalance-ratio";
        ratio.subject = R"({"label": "income"})";
        ratio.value = 3.5;
        ratio.numerator = 70.0;
        ratio.denominator = 20.0;
        ratio.n = 90;
        ratio.excluded = R"({"missing": 1})";
        ratio.interval = base::Interval{0.95, 2.5, 4.5, "wilson"};
        MetricInfo undefined = ratio;
        undefined.value = Figure::undefined("no rows");
        undefined.interval.reset();
        run.metrics.insert(run.metrics.end(), {ratio, undefined});

        FindingInfo failed;
        failed.version = version;
        failed.id = "f-" + std::to_string(version) + "-failed";
        failed.audit = "class-imbalance";
        failed.rule = "imbalance.ratio";
        failed.kind = "fail";
        failed.level = "error";
        failed.subject = ratio.subject;
        failed.message = "One class is rare.";
        failed.remedy = "Collect more.";
        failed.measure = FindingInfo::Measure{"imbalance-ratio", 3.5, ratio.interval};
        failed.limit = FindingInfo::Limit{"<=", 3.0, "default"};
        failed.evidence = "[]";
        FindingInfo waived = failed;
        waived.id = "f-" + std::to_string(version) + "-waived";
        waived.waiver = FindingInfo::Waiver{"Ada", "known", "2027-12-31"};
        FindingInfo review = failed;
        review.id = "f-" + std::to_string(version) + "-review";
        review.kind = "review";
        review.measure.reset();
        review.limit.reset();
        review.comparison
            = FindingInfo::Comparison{"declared license", "MIT", "CC-BY-4.0", "LICENSE:1"};
        run.findings.insert(run.findings.end(), {failed, waived, review});
        run.info.verdict.errors += 1;
        run.info.verdict.waived += 1;
        run.info.verdict.reviews += 1;
    }
    return run;
}

std::string RandomRecords::text()
{
    static const std::string kTexts[]
        = {"", "age", "a\"b; drop table dataset;--", "x'); --", "%1", "?", "?1", ":name", "select",
            "NULL", "Age", "AGE", std::string("a\0b", 3), std::string("\0", 1), "\xff\xfe",
            "\xed\xa0\x80", "größe", "数据", "🙂", "line\nbreak", "a\\b", "file:x?mode=rwc",
            std::string(64 << 10, 'n'), "Infinity", "NaN", "-0", "1.50", "9223372036854775808"};
    return kTexts[below(std::size(kTexts))];
}

double RandomRecords::number()
{
    using Limits = std::numeric_limits<double>;
    static constexpr double kNumbers[] = {0.0, -0.0, 1.0, -3.0, 0.1, 1e308, -1e308, 5e-324, 1e15,
        9007199254740993.0, Limits::infinity(), -Limits::infinity(), Limits::quiet_NaN(),
        Limits::max(), Limits::min()};
    return kNumbers[below(std::size(kNumbers))];
}

std::int64_t RandomRecords::integer()
{
    using Limits = std::numeric_limits<std::int64_t>;
    static constexpr std::int64_t kIntegers[] = {0, 1, -1, 90, Limits::max(), Limits::min(),
        (std::int64_t{1} << 53) + 1, std::int64_t{1} << 31};
    return kIntegers[below(std::size(kIntegers))];
}

Figure RandomRecords::figure()
{
    return coin() ? Figure(number()) : Figure::undefined(text());
}

std::optional<base::Interval> RandomRecords::interval()
{
    if (coin())
        return std::nullopt;
    return base::Interval{number(), number(), number(), text()};
}

std::optional<double> RandomRecords::maybeNumber()
{
    return coin() ? std::optional(number()) : std::nullopt;
}

ColumnInfo RandomRecords::column()
{
    ColumnInfo column{text(), text(), text(), integer(), integer(), integer(), coin(), {}, {}};
    if (coin())
        column.numbers = ColumnInfo::Numbers{integer(), number(), number(), maybeNumber(),
            maybeNumber(), {number(), number(), number(), number(), number()}};
    for (std::size_t i = below(4); i > 0; --i)
        column.top.push_back({text(), integer()});
    return column;
}

Import RandomRecords::import()
{
    Import import;
    import.name = text();
    import.path = coin() ? text() : "";
    import.file = {text(), integer(), integer(), integer() & 0xFFFF, integer() & 0xFFFF, text(),
        text(), text(), text(), coin(), text()};
    for (std::size_t i = below(5); i > 0; --i)
        import.contents.columns.push_back(column());
    for (std::size_t i = below(3); i > 0; --i) {
        import.contents.roles.push_back({text(), text(), text(), text()});
        import.contents.documents.push_back({text(), text(), integer(), text(), integer()});
        import.contents.cardFields.push_back({text(), text(), text(), coin(), text(), text()});
        import.contents.licenseClaims.push_back(
            {text(), text(), integer(), text(), text(), text()});
    }
    if (coin())
        import.dataFile = DataFileRef{text(), coin()};
    return import;
}

FindingInfo RandomRecords::finding(std::int64_t version)
{
    FindingInfo finding;
    finding.version = version;
    for (std::string* field : {&finding.id, &finding.audit, &finding.rule, &finding.kind,
             &finding.level, &finding.subject, &finding.message, &finding.remedy, &finding.evidence,
             &finding.baseline})
        *field = text();
    if (coin())
        finding.measure = FindingInfo::Measure{text(), figure(), interval()};
    if (coin())
        finding.limit = FindingInfo::Limit{text(), number(), text()};
    if (coin())
        finding.comparison = FindingInfo::Comparison{text(), text(), text(), text()};
    if (coin())
        finding.waiver = FindingInfo::Waiver{text(), text(), text()};
    return finding;
}

Run RandomRecords::run(const std::vector<std::int64_t>& versions)
{
    Run run;
    run.info = {moment(static_cast<std::int64_t>(below(1'000'000))), text(), text(), integer(),
        {text(), integer(), integer(), integer(), integer(), integer(), integer(), integer()}, {},
        versions};
    for (std::size_t i = below(3); i > 0; --i)
        run.info.reasons.push_back(text());
    for (std::size_t i = below(5); i > 0; --i) {
        const std::int64_t version = versions[below(versions.size())];
        run.metrics.push_back(
            {version, text(), text(), text(), text(), text(), figure(), maybeNumber(),
                maybeNumber(), integer(), text(), interval(), maybeNumber(), maybeNumber()});
        run.findings.push_back(finding(version));
    }
    run.archive = text();
    return run;
}

namespace {

/// Collects fields, each with its length, so that different records never look alike.
class Dump {
public:
    Dump& operator<<(const std::string& text)
    {
        m_text += std::to_string(text.size()) + ":" + text + " ";
        return *this;
    }
    Dump& operator<<(std::int64_t number) { return *this << std::to_string(number); }
    Dump& operator<<(bool yes) { return *this << std::string(yes ? "yes" : "no"); }
    Dump& operator<<(double number)
    {
        // A NaN is a NaN, whatever its bits.
        return *this << (number != number ? std::string("nan")
                                          : std::to_string(std::bit_cast<std::uint64_t>(number)));
    }
    Dump& operator<<(const Figure& figure)
    {
        return figure.isDefined() ? *this << figure.value()
                                  : *this << std::string("undefined") << figure.reason();
    }
    Dump& operator<<(const base::Interval& interval)
    {
        return *this << interval.level << interval.low << interval.high << interval.method;
    }
    template <typename T> Dump& operator<<(const std::optional<T>& value)
    {
        return value ? *this << *value : *this << std::string("none");
    }
    std::string take() { return std::move(m_text); }

private:
    std::string m_text;
};

} // namespace

std::string dump(const Contents& contents)
{
    Dump text;
    for (const ColumnInfo& column : contents.columns) {
        text << column.name << column.type << column.role << column.missing << column.notOfType
             << column.distinct << column.distinctIsExact;
        if (column.numbers) {
            text << column.numbers->n << column.numbers->min << column.numbers->max
                 << column.numbers->mean << column.numbers->std;
            for (const double quantile : column.numbers->quantiles)
                text << quantile;
        }
        for (const ValueCount& top : column.top)
            text << top.value << top.count;
    }
    for (const RoleInfo& role : contents.roles)
        text << role.role << role.column << role.value << role.details;
    for (const DocumentInfo& document : contents.documents)
        text << document.kind << document.file << document.bytes << document.hash
             << document.problems;
    for (const CardFieldInfo& field : contents.cardFields)
        text << field.key << field.state << field.reason << field.isNeeded << field.text
             << field.source;
    for (const LicenseClaimInfo& claim : contents.licenseClaims)
        text << claim.kind << claim.source << claim.line << claim.raw << claim.expression
             << claim.covers;
    return text.take();
}

std::string dump(const FileFacts& file)
{
    return (Dump() << file.hash << file.bytes << file.modifiedNs << file.rows << file.rejectedRows
                   << file.encoding << file.delimiter << file.quote << file.lineEnd
                   << file.hasHeader << file.options)
        .take();
}

std::string dump(const MetricInfo& metric)
{
    return (Dump() << metric.version << metric.audit << metric.ref << metric.id << metric.variant
                   << metric.subject << metric.value << metric.numerator << metric.denominator
                   << metric.n << metric.excluded << metric.interval << metric.weightSum
                   << metric.effectiveN)
        .take();
}

std::string dump(const FindingInfo& finding)
{
    Dump text;
    text << finding.version << finding.id << finding.audit << finding.rule << finding.kind
         << finding.level << finding.subject << finding.message << finding.remedy
         << finding.evidence << finding.baseline;
    if (finding.measure)
        text << std::string("measure") << finding.measure->name << finding.measure->value
             << finding.measure->interval;
    if (finding.limit)
        text << std::string("limit") << finding.limit->op << finding.limit->value
             << finding.limit->origin;
    if (finding.comparison)
        text << std::string("comparison") << finding.comparison->name << finding.comparison->found
             << finding.comparison->expected << finding.comparison->origin;
    if (finding.waiver)
        text << std::string("waiver") << finding.waiver->owner << finding.waiver->reason
             << finding.waiver->until;
    return text.take();
}

std::string dump(const RunInfo& info)
{
    Dump text;
    text << static_cast<std::int64_t>(info.madeAt.time_since_epoch().count()) << info.programVersion
         << info.requestKey << info.exitCode << info.verdict.level << info.verdict.errors
         << info.verdict.warnings << info.verdict.notes << info.verdict.reviews << info.verdict.open
         << info.verdict.notRun << info.verdict.waived;
    for (const std::string& reason : info.reasons)
        text << reason;
    for (const std::int64_t version : info.versions)
        text << version;
    return text.take();
}

std::vector<std::string> problemsOf(
    const Catalog& catalog, const std::vector<std::string>& dataFiles)
{
    const std::vector<CheckProblem> problems = valueOf(catalog.check(dataFiles));
    std::vector<std::string> texts;
    texts.reserve(problems.size());
    for (const CheckProblem& problem : problems)
        texts.push_back(std::string(problemKindName(problem.kind)) + ": " + problem.text);
    return texts;
}

std::string exported(const Catalog& catalog)
{
    std::string text;
    const base::Result<void> done = catalog.exportTo([&](std::string_view piece) {
        text += piece;
        return base::Result<void>();
    });
    if (!done)
        throw std::runtime_error(done.error().message);
    return text;
}

} // namespace cupel::test
