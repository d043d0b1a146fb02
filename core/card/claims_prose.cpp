#include <algorithm>
#include <array>
#include <optional>
#include <set>

#include "core/base/number.h"
#include "core/card/claim_list.h"

namespace cupel::card {
namespace {

using Words = std::vector<Token>;

/// What has more words is no sentence.
constexpr std::size_t kMostWords = 1'000;

constexpr std::array<std::string_view, 14> kRowNouns{"rows", "instances", "records", "examples",
    "samples", "observations", "entries", "datapoints", "tuples", "row", "instance", "record",
    "example", "sample"};
constexpr std::array<std::string_view, 30> kThingNouns{"people", "persons", "individuals", "adults",
    "respondents", "participants", "subjects", "applicants", "applications", "customers", "clients",
    "users", "patients", "students", "defendants", "offenders", "households", "employees",
    "comments", "tweets", "posts", "texts", "sentences", "documents", "images", "photos",
    "questions", "reviews", "loans", "transactions"};
constexpr std::array<std::string_view, 8> kColumnNouns{
    "columns", "fields", "features", "attributes", "variables", "column", "feature", "attribute"};
constexpr std::array<std::string_view, 6> kExactColumnNouns{
    "columns", "column", "fields", "field", "total", "all"};
constexpr std::array<std::string_view, 4> kClassNouns{"classes", "categories", "labels", "class"};
/// Words between a number and its noun end the search.
constexpr std::array<std::string_view, 34> kBreaks{"of", "in", "with", "and", "to", "for", "from",
    "per", "or", "by", "on", "at", "as", "is", "are", "was", "were", "have", "has", "the", "a",
    "an", "each", "every", "that", "which", "who", "whose", "where", "than", "times", "missing",
    "different", "distinct"};
/// The number is not that of the table as it is.
constexpr std::array<std::string_view, 21> kOtherTables{"originally", "original", "removed",
    "excluded", "discarded", "dropped", "filtered", "raw", "before", "previous", "previously",
    "earlier", "other", "duplicate", "duplicates", "duplicated", "rejected", "unlabelled",
    "unlabeled", "sampled", "subset"};

/// Nouns for one row that the card itself explains: "one row is one application".
std::set<std::string> explainedNouns(const std::vector<Passage>& passages)
{
    constexpr std::array<std::string_view, 5> kEach{"one", "each", "every", "a", "an"};
    constexpr std::array<std::string_view, 6> kVerbs{
        "is", "represents", "describes", "holds", "contains", "stands"};
    std::set<std::string> nouns;
    for (const Passage& passage : passages) {
        const Words words = tokens(passage.text);
        for (std::size_t i = 0; i + 3 < words.size(); ++i) {
            if (!isOneOf(kEach, words[i].text) || !isOneOf(kRowNouns, words[i + 1].text)
                || !isOneOf(kVerbs, words[i + 2].text))
                continue;
            std::size_t last = i + 3;
            if (isOneOf(kEach, words[last].text) || words[last].text == "for")
                ++last;
            while (last + 1 < words.size() && !isOneOf(kBreaks, words[last + 1].text)
                && words[last + 1].end - words[last].end < 24)
                ++last;
            if (last < words.size() && !words[last].isNumber)
                nouns.insert(words[last].text + "s");
        }
    }
    return nouns;
}

class ProseReader {
public:
    ProseReader(const std::string& file, const ClaimLimits& limits, std::set<std::string> nouns,
        std::vector<RowCount>& counts, ClaimList& claims)
        : m_file(file)
        , m_limits(limits)
        , m_nouns(std::move(nouns))
        , m_counts(counts)
        , m_claims(claims)
    {
    }

    void read(const Passage& passage)
    {
        m_passage = &passage;
        m_words = tokens(passage.text);
        if (!passage.cells.empty()) {
            readTableRow();
            return;
        }
        // Every number is read with all words around it, so the cost grows with their square.
        if (m_words.size() > kMostWords)
            return;
        for (std::size_t i = 0; i < m_words.size(); ++i) {
            if (m_words[i].isNumber && !m_words[i].isPercent)
                readNumber(i);
        }
        claimsOfShares(passage, m_file, m_limits, m_claims);
    }

private:
    Place placeOf(const Token& token) const { return {m_file, m_passage->lineOf(token.begin)}; }

    std::string textOf(std::size_t first, std::size_t last) const
    {
        std::string text = m_passage->text.substr(
            m_words[first].begin, m_words[last].end - m_words[first].begin);
        std::replace(text.begin(), text.end(), '\n', ' ');
        return text;
    }

    /// Index of a noun that the number counts, within four words.
    template <typename IsNoun>
    std::optional<std::size_t> nounAfter(std::size_t number, IsNoun is) const
    {
        for (std::size_t i = number + 1; i < m_words.size() && i <= number + 4; ++i) {
            // A comma or a bracket between ends it.
            const std::string_view between
                = std::string_view(m_passage->text)
                      .substr(m_words[i - 1].end, m_words[i].begin - m_words[i - 1].end);
            if (between.find_first_of(",;:()=|") != std::string_view::npos)
                return std::nullopt;
            if (is(m_words[i].text))
                return i;
            if (m_words[i].text == "data" && i + 1 < m_words.size()
                && m_words[i + 1].text == "points" && is("datapoints"))
                return i + 1;
            if (m_words[i].isNumber || isOneOf(kBreaks, m_words[i].text))
                return std::nullopt;
        }
        return std::nullopt;
    }

    bool mentionsOtherTable() const
    {
        return std::any_of(m_words.begin(), m_words.end(),
            [](const Token& word) { return isOneOf(kOtherTables, word.text); });
    }

    /// Words before the number with a colon or an equals sign: "Number of instances: 5".
    std::optional<std::string> labelBefore(std::size_t number) const
    {
        if (number == 0)
            return std::nullopt;
        const char mark = m_words[number].before;
        if (mark != ':' && mark != '=')
            return std::nullopt;
        return m_words[number - 1].text;
    }

    void readNumber(std::size_t number)
    {
        if (readSplit(number) || readRows(number) || readColumns(number))
            return;
        readClasses(number);
    }

    bool readSplit(std::size_t number)
    {
        std::string word;
        std::size_t last = number;
        if (const auto label = labelBefore(number); label && isSplit(*label)) {
            word = *label;
        } else if (const auto noun
            = nounAfter(number, [this](const std::string& text) { return isSplit(text); })) {
            word = m_words[*noun].text;
            last = *noun;
            // "3 test cases" counts cases, "829 test rows" and "829 for testing" count rows.
            const bool isAlone = *noun + 1 == m_words.size();
            if (!isAlone && !isRowNoun(m_words[*noun + 1].text) && m_words[*noun + 1].text != "and"
                && m_words[*noun + 1].text != "set" && m_words[*noun + 1].text != "split"
                && !m_words[*noun + 1].isNumber)
                return false;
        } else if (const auto rows
            = nounAfter(number, [this](const std::string& text) { return isRowNoun(text); })) {
            // "3,532 rows in the train split"
            for (std::size_t i = *rows + 1; i < m_words.size() && i <= *rows + 4; ++i) {
                const std::string& next = m_words[i].text;
                if (isSplit(next) && i > *rows + 1) {
                    word = next;
                    last = i;
                }
                if (next != "in" && next != "for" && next != "the" && next != "of" && next != "as")
                    break;
            }
        }
        if (word.empty() || !m_words[number].isWhole || mentionsOtherTable())
            return false;
        RowCount count = rowCount(number, last);
        count.split = splitOf(m_claims.measured(), word);
        count.isMeasuredSplit = !count.split.empty();
        if (count.split.empty())
            count.split = word;
        m_counts.push_back(std::move(count));
        return true;
    }

    bool isSplit(const std::string& word) const
    {
        return isSplitWord(word) || !splitOf(m_claims.measured(), word).empty();
    }

    bool isRowNoun(const std::string& word) const
    {
        return isOneOf(kRowNouns, word) || isOneOf(kThingNouns, word) || m_nouns.contains(word);
    }

    RowCount rowCount(std::size_t number, std::size_t last) const
    {
        RowCount count;
        count.number = m_words[number];
        count.said = textOf(std::min(number, last), last);
        count.place = placeOf(m_words[number]);
        return count;
    }

    bool readRows(std::size_t number)
    {
        const Token& token = m_words[number];
        if (!token.isWhole)
            return false;
        std::size_t last = number;
        std::string noun;
        if (const auto label = labelBefore(number); label && isOneOf(kRowNouns, *label)) {
            noun = *label;
        } else if (const auto found
            = nounAfter(number, [this](const std::string& text) { return isRowNoun(text); })) {
            last = *found;
            noun = m_words[last].text;
        }
        if (noun.empty() || mentionsOtherTable() || isFew(number) || isSubset(number, last))
            return false;
        RowCount count = rowCount(number, last);
        count.isStrict = isOneOf(kRowNouns, noun);
        m_counts.push_back(std::move(count));
        return true;
    }

    /// "Two annotators checked 50 examples": a number far below the table's is its size only where
    /// the sentence says that the dataset has so many.
    bool isFew(std::size_t number) const
    {
        static constexpr std::array<std::string_view, 12> kHas{"contains", "contain", "has", "have",
            "comprises", "consists", "includes", "totals", "total", "size", "holds", "of"};
        const auto rows = static_cast<double>(m_claims.measured().rows);
        if (m_words[number].value * 10.0 >= rows || labelBefore(number))
            return false;
        return !std::any_of(m_words.begin(), m_words.begin() + static_cast<std::ptrdiff_t>(number),
            [](const Token& word) { return isOneOf(kHas, word.text); });
    }

    /// Whether the sentence speaks of a part of the rows: it names a value of the label or of a
    /// group, or what is done with some rows.
    bool isSubset(std::size_t number, std::size_t last) const
    {
        const Measured& measured = m_claims.measured();
        if (last + 1 < m_words.size() && m_words[last + 1].text == "per")
            return true;
        if (m_words[number].value > static_cast<double>(measured.rows + measured.rejectedRows))
            return false;
        static constexpr std::array<std::string_view, 16> kPartWords{"missing", "unknown",
            "positive", "negative", "who", "whose", "where", "whom", "labelled", "labeled", "least",
            "most", "first", "last", "each", "every"};
        for (std::size_t i = 0; i < m_words.size(); ++i) {
            const bool isNear = i + 3 > number && i < last + 6;
            if (isNear && i != number && isOneOf(kPartWords, m_words[i].text))
                return true;
        }
        const auto isNamed = [this](const MeasuredValues& values) {
            return std::any_of(
                values.values.begin(), values.values.end(), [this](const ValueRows& one) {
                    const std::string value = lowered(one.value);
                    return value.size() > 1
                        && std::any_of(m_words.begin(), m_words.end(),
                            [&value](const Token& word) { return word.text == value; });
                });
        };
        return (measured.label && isNamed(*measured.label))
            || std::any_of(measured.groups.begin(), measured.groups.end(), isNamed);
    }

    bool readColumns(std::size_t number)
    {
        const Token& token = m_words[number];
        std::string noun;
        std::size_t last = number;
        if (const auto label = labelBefore(number); label && isOneOf(kColumnNouns, *label)) {
            noun = *label;
        } else if (const auto found = nounAfter(number,
                       [](const std::string& text) { return isOneOf(kColumnNouns, text); })) {
            last = *found;
            noun = m_words[last].text;
            // "6 numeric features" are some of them.
            if (last != number + 1)
                return false;
        }
        if (noun.empty() || !token.isWhole || mentionsOtherTable())
            return false;
        const Measured& measured = m_claims.measured();
        const auto columns = static_cast<std::int64_t>(measured.columns.size());
        const std::int64_t least
            = isOneOf(kExactColumnNouns, noun) ? columns : columns - measured.partColumns;
        CheckedClaim claim;
        claim.kind = ClaimKind::Columns;
        const bool holds = token.value <= static_cast<double>(columns)
            && token.value >= static_cast<double>(least);
        claim.verdict = holds ? Verdict::Agrees : Verdict::Contradicts;
        claim.said = base::DataText::document(textOf(std::min(number, last), last));
        claim.measured = {base::groupedDigits(columns) + (columns == 1 ? " column" : " columns")};
        claim.places = {placeOf(token)};
        m_claims.add(std::move(claim));
        return true;
    }

    void readClasses(std::size_t number)
    {
        const auto& label = m_claims.measured().label;
        const auto noun
            = nounAfter(number, [](const std::string& text) { return isOneOf(kClassNouns, text); });
        if (!noun || *noun != number + 1 || !label || !m_words[number].isWhole)
            return;
        const auto classes = static_cast<std::int64_t>(label->values.size());
        CheckedClaim claim;
        claim.kind = ClaimKind::Classes;
        claim.subject = label->column;
        claim.verdict = agrees(m_words[number], classes) ? Verdict::Agrees : Verdict::Contradicts;
        claim.said = base::DataText::document(textOf(number, *noun));
        claim.measured
            = {base::groupedDigits(classes) + " classes of ", base::DataText::name(label->column)};
        claim.places = {placeOf(m_words[number])};
        m_claims.add(std::move(claim));
    }

    /// Rows of a table: "| train | 3,532 |", or a head with splits above "| rows | 3532 | 639 |".
    void readTableRow()
    {
        const std::vector<std::string>& cells = m_passage->cells;
        const std::vector<std::string>& head = m_passage->head;
        const std::string first = lowered(cells.front());
        const std::vector<Token> firstWords = tokens(first);
        const bool namesRows = std::any_of(firstWords.begin(), firstWords.end(),
            [](const Token& word) { return isOneOf(kRowNouns, word.text); });
        for (std::size_t i = 1; i < cells.size(); ++i) {
            const std::vector<Token> words = tokens(cells[i]);
            if (words.size() != 1 || !words.front().isNumber || words.front().isPercent)
                continue;
            const std::string above = i < head.size() ? lowered(head[i]) : std::string();
            const std::vector<Token> aboveWords = tokens(above);
            const bool isRowColumn
                = std::any_of(aboveWords.begin(), aboveWords.end(), [](const Token& word) {
                      return isOneOf(kRowNouns, word.text) || word.text == "n"
                          || word.text == "size" || word.text == "count";
                  });
            if (isSplit(first) && (isRowColumn || cells.size() == 2))
                addTableCount(first, words.front(), cells[i]);
            else if (isSplit(above) && namesRows)
                addTableCount(above, words.front(), cells[i]);
            else if (namesRows && cells.size() == 2 && firstWords.size() <= 3)
                addTableCount({}, words.front(), cells[i]);
        }
    }

    void addTableCount(const std::string& split, const Token& number, const std::string& said)
    {
        RowCount count;
        count.number = number;
        count.said = said;
        count.isStrict = true;
        count.place = {m_file, m_passage->line};
        if (!split.empty()) {
            count.split = splitOf(m_claims.measured(), split);
            count.isMeasuredSplit = !count.split.empty();
            if (count.split.empty())
                count.split = split;
        }
        m_counts.push_back(std::move(count));
    }

    const std::string& m_file;
    const ClaimLimits& m_limits;
    std::set<std::string> m_nouns;
    std::vector<RowCount>& m_counts;
    ClaimList& m_claims;
    const Passage* m_passage = nullptr;
    Words m_words;
};

} // namespace

void claimsOfProse(const std::vector<Passage>& passages, const std::string& file,
    const ClaimLimits& limits, std::vector<RowCount>& counts, ClaimList& claims)
{
    ProseReader reader(file, limits, explainedNouns(passages), counts, claims);
    for (const Passage& passage : passages)
        reader.read(passage);
}

} // namespace cupel::card
