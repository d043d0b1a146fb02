#include <algorithm>
#include <array>
#include <cmath>
#include <set>

#include "core/base/number.h"
#include "core/card/claim_list.h"

namespace cupel::card {
namespace {

/// Words of one meaning that cards use for the values of a group.
constexpr std::array<std::array<std::string_view, 6>, 2> kSynonyms{{
    {"female", "females", "woman", "women", "girls", "f"},
    {"male", "males", "man", "men", "boys", "m"},
}};

bool standsFor(const std::string& word, const std::string& value)
{
    const std::string lower = lowered(value);
    if (word == lower || word == lower + "s")
        return true;
    return std::any_of(kSynonyms.begin(), kSynonyms.end(),
        [&](const auto& words) { return isOneOf(words, word) && isOneOf(words, lower); });
}

/// A value that a sentence speaks of.
struct Named {
    const MeasuredValues* of = nullptr;
    const ValueRows* value = nullptr;
};

std::string percentText(std::int64_t part, std::int64_t whole)
{
    const double percent = 100.0 * static_cast<double>(part) / static_cast<double>(whole);
    return base::formatNumber(std::round(percent * 10.0) / 10.0) + " %";
}

class ShareReader {
public:
    ShareReader(const Passage& passage, const std::string& file, const ClaimLimits& limits,
        ClaimList& claims)
        : m_passage(passage)
        , m_file(file)
        , m_limits(limits)
        , m_claims(claims)
        , m_words(tokens(passage.text))
    {
    }

    void read()
    {
        readPercent();
        readBalance();
    }

private:
    std::vector<const MeasuredValues*> parts() const
    {
        std::vector<const MeasuredValues*> all;
        if (m_claims.measured().label)
            all.push_back(&*m_claims.measured().label);
        for (const MeasuredValues& group : m_claims.measured().groups)
            all.push_back(&group);
        return all;
    }

    bool has(const std::string& word) const
    {
        return std::any_of(m_words.begin(), m_words.end(),
            [&word](const Token& token) { return token.text == word; });
    }

    /// Whether a value of several words, or with marks, stands in the sentence as it is.
    bool quotes(const std::string& value) const
    {
        const bool isWord = value.find_first_of(" <>=+-/") == std::string::npos;
        return !isWord && value.size() > 2
            && lowered(m_passage.text).find(lowered(value)) != std::string::npos;
    }

    std::vector<Named> namedValues() const
    {
        std::vector<Named> named;
        for (const MeasuredValues* part : parts()) {
            for (const ValueRows& one : part->values) {
                const bool isNamed = quotes(one.value)
                    || std::any_of(m_words.begin(), m_words.end(), [&one](const Token& word) {
                           return word.text.size() > 2 && standsFor(word.text, one.value);
                       });
                if (isNamed && !hasTwin(*part, one))
                    named.push_back({part, &one});
            }
        }
        return named;
    }

    /// Another value that the same words could mean and that has more rows ("female", "Female").
    static bool hasTwin(const MeasuredValues& part, const ValueRows& value)
    {
        return std::any_of(part.values.begin(), part.values.end(), [&value](const ValueRows& one) {
            return one.value != value.value && one.rows > value.rows
                && standsFor(lowered(one.value), std::string(trimmed(value.value)));
        });
    }

    /// One percentage about one value: "24.1 % earn >50K", "53.4 % of the applications were
    /// approved" (the name of the label stands for its favourable value).
    void readPercent()
    {
        const Token* percent = nullptr;
        for (const Token& word : m_words) {
            if (!word.isPercent)
                continue;
            if (percent)
                return;
            percent = &word;
        }
        if (!percent)
            return;
        std::vector<Named> named = namedValues();
        const Measured& measured = m_claims.measured();
        if (named.empty() && measured.label && has(lowered(measured.label->column))) {
            if (const ValueRows* const value = measured.label->find(measured.favourable))
                named.push_back({&*measured.label, value});
        }
        // Two values make a rate inside of a group, or two shares: not one that can be told.
        if (named.size() != 1 || isConditional())
            return;
        addShare(*percent, named.front());
    }

    /// Shares of something else than all rows.
    bool isConditional() const
    {
        static constexpr std::array<std::string_view, 12> kOther{"missing", "accuracy", "agreement",
            "increase", "decrease", "population", "among", "confidence", "threshold", "recall",
            "precision", "census"};
        return std::any_of(m_words.begin(), m_words.end(),
            [](const Token& word) { return isOneOf(kOther, word.text); });
    }

    void addShare(const Token& percent, const Named& named)
    {
        const std::int64_t present = named.of->present();
        const std::int64_t all = present + named.of->missing;
        if (present == 0)
            return;
        const auto isNear = [&](std::int64_t whole) {
            const double share
                = 100.0 * static_cast<double>(named.value->rows) / static_cast<double>(whole);
            // Rounded or cut to the digits that are written.
            const double reach = percent.isApproximate ? std::max(percent.step, 5.0)
                                                       : percent.step * 0.5 * (1.0 + 1e-9);
            return std::abs(share - percent.value) <= reach
                || (share >= percent.value && share < percent.value + percent.step);
        };
        CheckedClaim claim;
        claim.kind = ClaimKind::Share;
        claim.subject = named.value->value;
        claim.verdict = isNear(present) || isNear(all) ? Verdict::Agrees : Verdict::Contradicts;
        claim.said = base::DataText::document(
            m_passage.text.substr(percent.begin, percent.end - percent.begin));
        claim.measured = {percentText(named.value->rows, present) + " of the rows are ",
            base::DataText::roleValue(named.value->value, named.value->rows),
            " (" + base::groupedDigits(named.value->rows) + " of " + base::groupedDigits(present)
                + ")"};
        claim.places = {{m_file, m_passage.lineOf(percent.begin)}};
        m_claims.add(std::move(claim));
    }

    /// "balanced between women and men", "classes are evenly distributed".
    void readBalance()
    {
        const Token* const word = balanceWord();
        if (!word)
            return;
        const MeasuredValues* const part = balancedPart();
        if (!part)
            return;
        std::vector<ValueRows> values;
        for (const Named& named : namedValues()) {
            if (named.of == part)
                values.push_back(*named.value);
        }
        if (values.size() < 2)
            values = part->values;
        if (values.size() < 2)
            return;
        const auto [least, most] = std::minmax_element(values.begin(), values.end(),
            [](const ValueRows& a, const ValueRows& b) { return a.rows < b.rows; });
        if (least->rows == 0)
            return;
        const double ratio = static_cast<double>(most->rows) / static_cast<double>(least->rows);
        CheckedClaim claim;
        claim.kind = ClaimKind::Balance;
        claim.subject = part->column;
        claim.ratio = ratio;
        claim.verdict = ratio <= m_limits.balance ? Verdict::Agrees : Verdict::Contradicts;
        std::string said(trimmed(m_passage.text));
        std::replace(said.begin(), said.end(), '\n', ' ');
        claim.said = base::DataText::document(said);
        claim.measured = {percentText(least->rows, part->present()) + " of the rows are ",
            base::DataText::roleValue(least->value, least->rows),
            ", " + percentText(most->rows, part->present()) + " are ",
            base::DataText::roleValue(most->value, most->rows)};
        claim.places = {{m_file, m_passage.lineOf(word->begin)}};
        m_claims.add(std::move(claim));
    }

    /// The word that claims balance, unless the sentence denies it or speaks of something else.
    const Token* balanceWord() const
    {
        constexpr std::array<std::string_view, 10> kDenials{"not", "no", "never", "isn't", "aren't",
            "unbalanced", "imbalanced", "accuracy", "should", "nor"};
        const Token* found = nullptr;
        for (std::size_t i = 0; i < m_words.size(); ++i) {
            const std::string& word = m_words[i].text;
            if (isOneOf(kDenials, word))
                return nullptr;
            const bool isBalanced = word == "balanced" || word == "class-balanced"
                || word == "gender-balanced" || word == "well-balanced";
            const bool isEven = (word == "evenly" || word == "equally") && i + 1 < m_words.size()
                && (m_words[i + 1].text == "distributed" || m_words[i + 1].text == "represented"
                    || m_words[i + 1].text == "split" || m_words[i + 1].text == "spread");
            if (isBalanced || isEven)
                found = &m_words[i];
        }
        return found;
    }

    /// What is said to be balanced: the column whose name or two of whose values are named; the
    /// label where classes are.
    const MeasuredValues* balancedPart() const
    {
        const std::vector<Named> named = namedValues();
        for (const MeasuredValues* part : parts()) {
            const auto values = std::count_if(
                named.begin(), named.end(), [part](const Named& one) { return one.of == part; });
            const std::string column = lowered(part->column);
            const bool isGender = (column == "sex" || column == "gender")
                && (has("sex") || has("gender") || has("sexes") || has("genders")
                    || has("gender-balanced"));
            if (values >= 2 || has(column) || isGender)
                return part;
        }
        const auto& label = m_claims.measured().label;
        const bool namesClasses
            = has("classes") || has("labels") || has("class") || has("class-balanced");
        return label && namesClasses ? &*label : nullptr;
    }

    const Passage& m_passage;
    const std::string& m_file;
    const ClaimLimits& m_limits;
    ClaimList& m_claims;
    std::vector<Token> m_words;
};

} // namespace

void claimsOfShares(
    const Passage& passage, const std::string& file, const ClaimLimits& limits, ClaimList& claims)
{
    ShareReader(passage, file, limits, claims).read();
}

} // namespace cupel::card
