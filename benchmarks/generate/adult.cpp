#include "benchmarks/generate/shapes.h"

#include <array>

namespace cupel::bench {
namespace {

constexpr std::size_t kRecentRows = 1'024;
constexpr std::uint64_t kStrayRow = 10;
constexpr std::uint32_t kEmptyPerMille = 20;
constexpr std::uint32_t kQuotedPerMille = 100;
constexpr std::uint32_t kRepeatedPerMille = 5;

struct Category {
    std::vector<std::string_view> values;
    Choice choice;
    std::string_view draw(Random& random) const { return values[choice.draw(random)]; }
};

const Category& workclass()
{
    static const Category category{{"Private", "Self-emp-not-inc", "Self-emp-inc", "Federal-gov",
                                       "Local-gov", "State-gov", "Without-pay", "Never-worked"},
        Choice({697, 79, 34, 30, 65, 41, 44, 10})};
    return category;
}

const Category& education()
{
    static const Category category{
        {"HS-grad", "Some-college", "Bachelors", "Masters", "Assoc-voc", "11th", "Assoc-acdm",
            "10th", "7th-8th", "Prof-school", "9th", "12th", "Doctorate", "5th-6th", "1st-4th",
            "Preschool"},
        Choice({323, 223, 164, 54, 42, 37, 33, 28, 20, 17, 15, 13, 12, 10, 6, 3})};
    return category;
}

const Category& maritalStatus()
{
    static const Category category{{"Married-civ-spouse", "Never-married", "Divorced", "Separated",
                                       "Widowed", "Married-spouse-absent", "Married-AF-spouse"},
        Choice({458, 330, 136, 31, 31, 12, 2})};
    return category;
}

const Category& occupation()
{
    static const Category category{
        {"Prof-specialty", "Craft-repair", "Exec-managerial", "Adm-clerical", "Sales",
            "Other-service", "Machine-op-inspct", "Transport-moving", "Handlers-cleaners",
            "Farming-fishing", "Tech-support", "Protective-serv", "Priv-house-serv",
            "Armed-Forces"},
        Choice({135, 133, 133, 123, 120, 107, 66, 51, 45, 33, 31, 18, 4, 1})};
    return category;
}

const Category& relationship()
{
    static const Category category{
        {"Husband", "Not-in-family", "Own-child", "Unmarried", "Wife", "Other-relative"},
        Choice({404, 258, 155, 105, 48, 30})};
    return category;
}

const Category& race()
{
    static const Category category{
        {"White", "Black", "Asian-Pac-Islander", "Amer-Indian-Eskimo", "Other"},
        Choice({855, 96, 31, 10, 8})};
    return category;
}

/// Share of the favourable label, so that the groups differ.
std::uint32_t favourablePerMille(bool male, std::string_view raceValue)
{
    const std::uint32_t base = male ? 304 : 109;
    return raceValue == "White" ? base : base * 2 / 3;
}

} // namespace

AdultShape::AdultShape(std::uint64_t seed, Quoting quoting)
    : m_random(seed)
    , m_quoting(quoting)
    , m_words(vocabulary(m_random, 4'096))
{
    m_recent.reserve(kRecentRows);
}

std::string AdultShape::header() const
{
    return "age,workclass,fnlwgt,education,marital-status,occupation,relationship,race,sex,"
           "hours-per-week,capital,balance,employer,note,income\n";
}

void AdultShape::appendRow(std::string& to)
{
    ++m_rows;
    if (m_recent.size() == kRecentRows && m_random.chance(kRepeatedPerMille)) {
        to += m_recent[m_random.below(kRecentRows)];
        return;
    }
    const std::size_t begin = to.size();
    appendPerson(to);
    if (m_rows == kStrayRow)
        return; // never repeated, so that the stray file differs in one cell only
    if (m_recent.size() < kRecentRows)
        m_recent.emplace_back(to, begin);
    else
        m_recent[m_rows % kRecentRows].assign(to, begin);
}

void AdultShape::appendPerson(std::string& row)
{
    const bool male = m_random.chance(669);
    const std::string_view raceValue = race().draw(m_random);
    appendNumber(row, 17 + m_random.below(38) + m_random.below(37), 0);
    appendCategory(row, workclass().draw(m_random));
    appendNumber(row, 12'285 + 50 * std::int64_t{m_random.below(20'000)}, 0);
    appendCategory(row, education().draw(m_random));
    appendCategory(row, maritalStatus().draw(m_random));
    appendCategory(row, occupation().draw(m_random));
    appendCategory(row, relationship().draw(m_random));
    appendCategory(row, raceValue);
    appendCategory(row, male ? "Male" : "Female");
    appendNumber(row, m_random.chance(467) ? 40 : 1 + m_random.below(99), 0);
    appendNumber(row, m_random.below(2'000'000'000), 0);
    appendNumber(row, std::int64_t{m_random.below(4'000'000'000)} - 1'000'000'000, 2);
    const std::size_t employer = row.size();
    appendText(row, 2, true);
    if (m_rows == kStrayRow && m_quoting == Quoting::StrayInRow10)
        row.replace(employer, row.npos, "5\" pipe,");
    appendText(row, 6, false);
    appendCategory(row, m_random.chance(favourablePerMille(male, raceValue)) ? ">50K" : "<=50K");
    row.back() = '\n';
}

void AdultShape::appendCategory(std::string& row, std::string_view value)
{
    const std::uint32_t draw = m_random.below(1'000);
    const bool quoted = m_random.chance(kQuotedPerMille);
    if (quoted)
        row += '"';
    if (draw >= kEmptyPerMille)
        row += value;
    row += quoted ? "\"," : ",";
}

void AdultShape::appendNumber(std::string& row, std::int64_t value, unsigned decimals)
{
    if (!m_random.chance(kEmptyPerMille))
        appendFixed(row, value, decimals);
    row += ',';
}

void AdultShape::appendText(std::string& row, unsigned words, bool numbered)
{
    if (m_random.chance(kEmptyPerMille)) {
        row += ',';
        return;
    }
    const bool quoted = m_random.chance(kQuotedPerMille);
    if (quoted)
        row += '"';
    for (unsigned w = 0; w < words; ++w) {
        row += m_words[m_random.below(static_cast<std::uint32_t>(m_words.size()))];
        constexpr std::array<std::string_view, 3> kQuotedGaps{", ", "\n", " \"\"and\"\" "};
        if (quoted)
            row += kQuotedGaps[m_random.below(kQuotedGaps.size())];
        else
            row += ' ';
    }
    if (numbered)
        appendFixed(row, m_random.below(1'000'000), 0);
    else
        row.pop_back();
    row += quoted ? "\"," : ",";
}

} // namespace cupel::bench
