#include "tests/core/counts/random_tables.h"

#include <algorithm>

#include "core/base/number.h"

namespace cupel::test {
namespace {

using namespace counts;
using Random = std::mt19937_64;
using table::ColumnType;

std::size_t below(Random& random, std::size_t n)
{
    return std::uniform_int_distribution<std::size_t>(0, n - 1)(random);
}

bool chance(Random& random, double p)
{
    return std::bernoulli_distribution(p)(random);
}

template <typename T> const T& oneOf(Random& random, const std::vector<T>& choices)
{
    return choices[below(random, choices.size())];
}

const std::vector<std::string>& awkwardTexts()
{
    using namespace std::string_literals;
    static const std::vector<std::string> texts{"it's", "a \"quoted\" word", "a,b", "line\nbreak",
        "NaN", "null", "007", "1.50", "1.5", "-0", "Zürich", "東京", "🙂", " blank ", "a\0b"s,
        "a"s, "%", "Missing", "x'41'", "other", "; --"};
    return texts;
}

/// Draws the cells of one column.
using Draw = std::function<std::string(Random&)>;

Draw randomColumn(Random& random)
{
    switch (below(random, 8)) {
    case 0:
        return [](Random& r) { return std::string(oneOf<std::string>(r, {"yes", "no"})); };
    case 1:
        return [](Random& r) { return oneOf(r, awkwardTexts()); };
    case 2:
        return [](Random& r) { return std::to_string(static_cast<int>(below(r, 40)) - 10); };
    case 3:
        return [](Random& r) {
            return oneOf<std::string>(r,
                {"0.1", "0.10", "1e-1", "2.5", "-3.25", "-0.0", "0", "1e300", "1e-300",
                    "9007199254740993", "123456789.125"});
        };
    case 4: {
        const std::size_t most = 1 + below(random, 3000);
        return [most](Random& r) {
            return base::formatNumber(static_cast<double>(below(r, most)) / 8);
        };
    }
    case 5:
        return [](Random& r) {
            return oneOf<std::string>(
                r, {"9007199254740993", "9007199254740992", "1000000000000000000", "-5", "12"});
        };
    case 6: {
        const std::size_t most = 1 + below(random, 100'000);
        return [most](Random& r) { return "id " + std::to_string(below(r, most)); };
    }
    default:
        return [](Random&) { return std::string(); };
    }
}

CellKey randomKey(Random& random, const std::vector<std::string>& texts)
{
    if (chance(random, 0.15))
        return CellKey::missing();
    return chance(random, 0.1) ? CellKey::notOfType() : CellKey::value(oneOf(random, texts));
}

/// Asks questions of a dataset at random.
class Asker {
public:
    Asker(Random& random, const Description& description)
        : m_random(random)
        , m_description(description)
    {
        for (const ColumnDescription& column : description.columns) {
            m_all.push_back(column.name);
            if (table::isNumeric(column.type) || column.profile.missing == column.profile.rows)
                m_numbers.push_back(column.name);
        }
    }

    Question question()
    {
        switch (below(m_random, 4)) {
        case 0: {
            GroupedQuestion grouped{keys(), chance(m_random, 0.7) ? any() : "", filter()};
            return grouped;
        }
        case 1:
            return RowRefsQuestion{filter(), static_cast<std::int64_t>(below(m_random, 50))};
        default:
            return cells();
        }
    }

private:
    std::string any() { return oneOf(m_random, m_all); }
    std::string number() { return oneOf(m_random, m_numbers); }
    double edge() { return static_cast<double>(below(m_random, 80)) / 2 - 12; }

    std::vector<std::string> keys()
    {
        std::vector<std::string> names;
        while (chance(m_random, 0.6))
            names.push_back(any());
        return names;
    }
    /// Values that the column's top shows, with some that it may not hold.
    std::vector<std::string> valuesOf(const std::string& column)
    {
        std::vector<std::string> values{"no such value", "0"};
        for (const table::ValueCount& top : m_description.find(column)->profile.top)
            values.push_back(top.value);
        return values;
    }
    Dim dim(std::vector<std::string>& cells)
    {
        const std::size_t kinds = m_numbers.empty() ? 6 : 8;
        const std::string column = any();
        switch (below(m_random, kinds)) {
        case 0:
            cells = {"missing", "present"};
            return MissingDim{column};
        case 1:
            cells = {"same", "different"};
            return SameDim{column, any()};
        case 2: {
            RecodeDim recode{column, {}, chance(m_random, 0.5) ? "other" : "A"};
            for (const std::string& value : valuesOf(column)) {
                if (chance(m_random, 0.5))
                    recode.labels[value] = oneOf<std::string>(m_random, {"A", "B", ""});
            }
            cells = {"A", "B", "", "other"};
            return recode;
        }
        case 3:
            cells = {"first", "repeat"};
            return RepeatsDim{keys()};
        case 4:
            cells = {"conflict", "consistent"};
            return ConflictsDim{keys(), column};
        case 5:
            cells = valuesOf(column);
            return ValueDim{column};
        case 6:
            cells = {"true", "false"};
            return AtLeastDim{number(), edge()};
        default: {
            BinsDim bins{number(), {}};
            const std::size_t edges = 2 + below(m_random, 12);
            for (std::size_t i = 0; i < edges; ++i)
                bins.edges.push_back(edge());
            std::sort(bins.edges.begin(), bins.edges.end());
            bins.edges.erase(std::unique(bins.edges.begin(), bins.edges.end()), bins.edges.end());
            if (bins.edges.size() < 2)
                bins.edges = {0.0, 1.0};
            cells = binLabels(bins.edges);
            return bins;
        }
        }
    }
    Filter filter()
    {
        Filter filter;
        while (chance(m_random, 0.45)) {
            std::vector<std::string> texts;
            Filter::Term term{dim(texts), {}};
            const std::size_t count = below(m_random, texts.size() + 2);
            for (std::size_t i = 0; i < count; ++i)
                term.in.push_back(randomKey(m_random, texts));
            std::sort(term.in.begin(), term.in.end());
            term.in.erase(std::unique(term.in.begin(), term.in.end()), term.in.end());
            filter.terms.push_back(std::move(term));
        }
        return filter;
    }
    Question cells()
    {
        CellsQuestion question;
        std::vector<std::string> unused;
        while (question.dims.size() < 5 && chance(m_random, 0.7))
            question.dims.push_back(dim(unused));
        question.filter = filter();
        if (m_numbers.empty())
            return question;
        if (chance(m_random, 0.5))
            question.weight = number();
        while (chance(m_random, 0.5)) {
            using Kind = Measure::Kind;
            Measure measure{oneOf<Kind>(m_random,
                                {Kind::Weight, Kind::WeightSquared, Kind::X, Kind::XSquared,
                                    Kind::XY, Kind::DifferenceSquared}),
                "", "", chance(m_random, 0.5)};
            const bool needsWeight = measure.weighted || measure.kind == Kind::Weight
                || measure.kind == Kind::WeightSquared;
            if (needsWeight && question.weight.empty())
                continue;
            if (measure.kind != Kind::Weight && measure.kind != Kind::WeightSquared)
                measure.x = number();
            if (measure.kind == Kind::XY || measure.kind == Kind::DifferenceSquared)
                measure.y = number();
            question.measures.push_back(std::move(measure));
        }
        return question;
    }

    Random& m_random;
    const Description& m_description;
    std::vector<std::string> m_all;
    std::vector<std::string> m_numbers;
};

} // namespace

LiteralTable randomTable(Random& random, std::size_t mostRows)
{
    LiteralTable table;
    std::vector<Draw> draws;
    const std::size_t columns = 1 + below(random, 6);
    for (std::size_t c = 0; c < columns; ++c) {
        LiteralTable::Column column{"c" + std::to_string(c), std::nullopt};
        if (chance(random, 0.1))
            column.type = oneOf<ColumnType>(
                random, {ColumnType::Number, ColumnType::Integer, ColumnType::Text});
        table.columns.push_back(std::move(column));
        draws.push_back(randomColumn(random));
    }
    std::vector<double> missing;
    for (std::size_t c = 0; c < columns; ++c)
        missing.push_back(oneOf<double>(random, {0.0, 0.1, 0.6}));
    const std::size_t rows = chance(random, 0.1) ? below(random, 2) : below(random, mostRows + 1);
    while (table.rows.size() < rows) {
        if (!table.rows.empty() && chance(random, 0.1)) {
            table.rows.push_back(oneOf(random, table.rows));
            continue;
        }
        auto& row = table.rows.emplace_back();
        for (std::size_t c = 0; c < columns; ++c) {
            if (chance(random, missing[c]))
                row.push_back(std::nullopt);
            else
                row.push_back(draws[c](random));
        }
    }
    return table;
}

Question randomQuestion(Random& random, const Description& description)
{
    return Asker(random, description).question();
}

} // namespace cupel::test
