#include <algorithm>

#include "core/base/number.h"
#include "core/card/fill.h"

namespace cupel::card {
namespace {

std::string countOf(std::int64_t number, const char* one, const char* many)
{
    return base::formatInteger(number) + " " + (number == 1 ? one : many);
}

/// "Female: 1809, Male: 3130"; values are shown as those of roles are.
void addValues(base::Sentence& sentence, const MeasuredValues& values)
{
    bool isFirst = true;
    for (const ValueRows& one : values.values) {
        if (!isFirst)
            sentence.emplace_back(std::string(", "));
        isFirst = false;
        sentence.emplace_back(base::DataText::roleValue(one.value, one.rows));
        sentence.emplace_back(": " + base::formatInteger(one.rows));
    }
    if (values.missing > 0)
        sentence.emplace_back("; missing: " + base::formatInteger(values.missing));
}

base::Sentence distributionOf(const MeasuredValues& values)
{
    base::Sentence sentence{
        std::string("Rows per value of "), base::DataText::name(values.column), std::string(": ")};
    addValues(sentence, values);
    return sentence;
}

class DataFiller {
public:
    DataFiller(Card& card, const Measured& measured)
        : m_card(card)
        , m_measured(measured)
    {
    }

    void fill()
    {
        put("card.fingerprint", {std::string("Change hash "), m_measured.hash});
        put("examples.modality", {std::string("Tabular Data")});
        put("distribution.files",
            {base::DataText::name(m_measured.file),
                ", " + base::formatInteger(static_cast<std::int64_t>(m_measured.bytes))
                    + " bytes"});
        fillSnapshot();
        fillColumns();
        fillMissing();
        fillErrors();
        fillLanguages();
        if (m_measured.label)
            put("annotations.distributions", distributionOf(*m_measured.label));
        if (m_measured.splits) {
            for (const char* const key :
                {"distribution.splits", "extended_use.ml.split_statistics"})
                put(key, distributionOf(*m_measured.splits));
        }
        fillPeople();
    }

private:
    void put(const char* key, base::Sentence text)
    {
        FieldValue* const value = m_card.find(key);
        value->answers.push_back({std::move(text), {}, 0});
        if (value->state == State::Absent || value->state == State::Placeholder)
            value->state = State::Derived;
    }

    void fillLanguages()
    {
        for (const MeasuredLanguages& texts : m_measured.languages) {
            base::Sentence text{"Texts of ", base::DataText::name(texts.column), ": "};
            bool isFirst = true;
            for (const ValueRows& one : texts.languages) {
                text.emplace_back(
                    (isFirst ? "" : ", ") + one.value + " " + base::formatInteger(one.rows));
                isFirst = false;
            }
            text.emplace_back(" of " + base::formatInteger(texts.told)
                + " rows whose language can be told (" + base::formatInteger(texts.rows)
                + " looked at)");
            put("identity.languages", std::move(text));
        }
    }

    void fillSnapshot()
    {
        const auto columns = static_cast<std::int64_t>(m_measured.columns.size());
        base::Sentence text{
            countOf(m_measured.rows, "row", "rows") + ", " + countOf(columns, "column", "columns")};
        if (m_measured.label) {
            const auto classes = static_cast<std::int64_t>(m_measured.label->values.size());
            text.emplace_back(", " + countOf(classes, "class", "classes") + " of ");
            text.emplace_back(base::DataText::name(m_measured.label->column));
        }
        put("overview.snapshot", std::move(text));
    }

    void fillColumns()
    {
        base::Sentence text;
        for (const MeasuredColumn& column : m_measured.columns) {
            text.emplace_back(std::string(text.empty() ? "" : ", "));
            text.emplace_back(base::DataText::name(column.name));
            text.emplace_back(" (" + column.type + ")");
        }
        put("distribution.record_sets", text);
        put("examples.fields", std::move(text));
        put("overview.statistics",
            {"Profile of "
                + countOf(static_cast<std::int64_t>(m_measured.columns.size()), "column", "columns")
                + ": counts, missing cells, distinct values, range, mean, deviation and "
                  "quantiles"});
    }

    void fillMissing()
    {
        base::Sentence text;
        for (const MeasuredColumn& column : m_measured.columns) {
            if (column.missing == 0)
                continue;
            text.emplace_back(std::string(text.empty() ? "Missing cells: " : ", "));
            text.emplace_back(base::DataText::name(column.name));
            text.emplace_back(" " + base::formatInteger(column.missing));
        }
        if (text.empty())
            text.emplace_back(std::string("No cell is missing"));
        put("quality.missing", std::move(text));
    }

    void fillErrors()
    {
        if (!m_measured.repeatedRows)
            return;
        put("quality.errors",
            {countOf(*m_measured.repeatedRows, "row repeats", "rows repeat")
                + " an earlier row in all columns; "
                + countOf(m_measured.rejectedRows, "row", "rows")
                + " of the file could not be read"});
    }

    void fillPeople()
    {
        if (m_measured.groups.empty())
            return;
        base::Sentence columns;
        for (const MeasuredValues& group : m_measured.groups) {
            columns.emplace_back(std::string(columns.empty() ? "" : ", "));
            columns.emplace_back(base::DataText::name(group.column));
            put("human_attributes.distributions", distributionOf(group));
        }
        base::Sentence relates{std::string("yes: columns with the role group: ")};
        relates.insert(relates.end(), columns.begin(), columns.end());
        put("ethics.relates_to_people", std::move(relates));
    }

    Card& m_card;
    const Measured& m_measured;
};

/// Whether an answer of the field holds one of some words, in any case.
bool says(const Card& card, std::string_view key, std::initializer_list<std::string_view> words)
{
    for (const Answer& answer : card.find(key)->answers) {
        std::string text;
        for (const base::Span& span : answer.text) {
            if (const auto* own = std::get_if<std::string>(&span))
                text += *own;
            else
                text += std::get<base::DataText>(span).raw();
        }
        std::transform(text.begin(), text.end(), text.begin(),
            [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
        for (const std::string_view word : words) {
            if (text.find(word) != std::string::npos)
                return true;
        }
    }
    return false;
}

/// "missing_values" is applied where the card names "Cleaning Missing Values", and so on.
bool isApplied(const Card& card, std::string_view key)
{
    constexpr std::string_view kApplied = "transformations.applied";
    if (key.find("missing_values") != std::string_view::npos)
        return says(card, kApplied, {"cleaning missing values"});
    if (key.find("mismatched_values") != std::string_view::npos)
        return says(card, kApplied, {"cleaning mismatched values"});
    if (key.find("anomalies") != std::string_view::npos)
        return says(card, kApplied, {"anomaly detection"});
    if (key.find("dimensionality") != std::string_view::npos)
        return says(card, kApplied, {"dimensionality reduction"});
    if (key.find("joining") != std::string_view::npos)
        return says(card, kApplied, {"joining input sources"});
    if (key.find("redaction") != std::string_view::npos)
        return says(card, kApplied, {"redaction or anonymization"});
    return false;
}

} // namespace

void fillFromData(Card& card, const Measured& measured)
{
    DataFiller(card, measured).fill();
}

void settleConditions(Card& card, const Measured& measured)
{
    const bool hasPeople = !measured.groups.empty()
        || says(card, "ethics.relates_to_people", {"yes"})
        || says(card, "overview.data_subjects", {"people", "person"});
    const bool hasHumanLabels = says(card, "annotations.workforce",
        {"human", "crowdsourced", "expert-generated", "annotators", "people"});
    const bool hasMachineLabels = says(card, "annotations.workforce", {"machine"});
    for (std::size_t i = 0; i < card.fields.size(); ++i) {
        bool& isNeeded = card.fields[i].isNeeded;
        switch (model().fields[i].condition) {
        case Condition::None:
            break;
        case Condition::People:
            isNeeded = hasPeople;
            break;
        case Condition::Labelled:
            isNeeded = measured.label.has_value();
            break;
        case Condition::HumanLabels:
            isNeeded = hasHumanLabels;
            break;
        case Condition::MachineLabels:
            isNeeded = hasMachineLabels;
            break;
        case Condition::HumanValidators:
            isNeeded = card.find("validation.validators.characteristics")->state != State::Absent
                || card.find("validation.validators.descriptions")->state != State::Absent;
            break;
        case Condition::Sampled:
            isNeeded = says(card, "quality.sample_of", {"sample"});
            break;
        case Condition::JoiningLimited:
            isNeeded = says(card, "extended_use.joining.safety", {"conditionally", "should not"});
            break;
        case Condition::SamplingLimited:
            isNeeded = says(card, "extended_use.sampling.safety", {"conditionally", "should not"});
            break;
        case Condition::MissingFilled:
            isNeeded = says(card, "transformations.applied", {"cleaning missing values"});
            break;
        case Condition::KindApplied:
            isNeeded = isApplied(card, card.fields[i].key);
            break;
        }
    }
}

Card filledCard(const documents::DocumentSet& documents, const Measured& measured)
{
    Card card = emptyCard();
    fillFromDocuments(card, documents);
    fillFromData(card, measured);
    settleConditions(card, measured);
    return card;
}

} // namespace cupel::card
