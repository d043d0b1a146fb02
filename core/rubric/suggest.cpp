#include "core/rubric/suggest.h"

#include <algorithm>
#include <vector>

#include "core/card/completeness.h"
#include "core/card/prose.h"

namespace cupel::rubric {
namespace {

/// An answer of the card, in one text.
std::string textOf(const card::Answer& answer)
{
    std::string text;
    for (const base::Span& span : answer.text) {
        if (const auto* own = std::get_if<std::string>(&span))
            text += *own;
        else
            text += std::get<base::DataText>(span).raw();
    }
    return text;
}

/// The first answer of some fields by a document that holds one of some words, or null.
const card::Answer* said(const card::Card& card, const std::vector<const char*>& keys,
    const std::vector<std::string_view>& words)
{
    for (const char* const key : keys) {
        for (const card::Answer& answer : card.find(key)->answers) {
            const std::string text = card::lowered(textOf(answer));
            const bool isFound = words.empty()
                || std::any_of(words.begin(), words.end(), [&text](std::string_view word) {
                       return text.find(word) != std::string::npos;
                   });
            if (isFound && !answer.file.empty())
                return &answer;
        }
    }
    return nullptr;
}

Answer suggestion(bool isTrue, std::string reference, std::string reasoning)
{
    Answer answer;
    answer.applies = isTrue;
    answer.reference = std::move(reference);
    answer.reasoning = std::move(reasoning);
    answer.status = Status::Suggested;
    return answer;
}

class Suggester {
public:
    Suggester(const std::string& dataset, const card::Card& card, const card::Measured& measured)
        : m_card(card)
        , m_measured(measured)
        , m_sheet(emptySheet())
    {
        m_sheet.dataset = dataset;
        m_sheet.hash = measured.hash;
    }

    Sheet sheet()
    {
        suggestSources();
        suggestAnnotations();
        suggestQuality();
        suggestNovelty();
        suggestUtility();
        suggestLanguage();
        suggestReproducibility();
        return std::move(m_sheet);
    }

private:
    void suggest(Dimension dimension, std::string_view label, const card::Answer* evidence,
        std::string reasoning)
    {
        if (!evidence)
            return;
        for (LabelAnswer& one : m_sheet.labelsFor(dimension)) {
            if (one.label == label)
                one.answer = suggestion(true, evidence->source(), std::move(reasoning));
        }
    }

    void suggestSources()
    {
        Source source;
        source.modality = "tabular";
        const card::Answer* const model
            = said(m_card, {"provenance.synthetic", "provenance.collection.methods"},
                {"machine-generated", "true", "yes", "model", "synthetic"});
        const card::Answer* const human = said(m_card, {"provenance.collection.methods"},
            {"found", "crowdsourced", "expert-generated", "survey", "manual"});
        source.isHuman = human != nullptr;
        source.isModel = model != nullptr;
        source.isUnknown = !human && !model;
        const card::Answer* const evidence = human ? human : model;
        source.answer = suggestion(true, evidence ? evidence->source() : "documents",
            evidence ? "the document says: " + textOf(*evidence)
                     : "no document says where the content comes from");
        m_sheet.sources.push_back(std::move(source));
    }

    void suggestAnnotations()
    {
        if (!m_measured.label) {
            m_sheet.isUnlabelled = true;
            return;
        }
        Annotation annotation;
        const char* const who = "annotations.workforce";
        const std::vector<std::pair<const char*, std::vector<std::string_view>>> categories{
            {"Multiple Human Experts", {"expert-generated", "experts"}},
            {"Multiple Human Non-Experts", {"crowdsourced", "crowd"}},
            {"AI Model", {"machine-generated", "model"}},
            {"Automatic Process", {"found", "automatic", "script"}}};
        for (const auto& [category, words] : categories) {
            const card::Answer* const evidence = said(m_card, {who}, words);
            if (!evidence)
                continue;
            annotation.category = category;
            annotation.answer
                = suggestion(true, evidence->source(), "the document says: " + textOf(*evidence));
            break;
        }
        m_sheet.annotations.push_back(std::move(annotation));
    }

    void suggestQuality()
    {
        const card::Answer* const validation = said(m_card, {"validation.methods"}, {});
        suggest(Dimension::Quality, "Automatic Process", validation, "a document names a check");
    }

    void suggestNovelty()
    {
        const char* const sources = "provenance.collection.derived_from";
        const bool isTranslation = said(m_card, {"identity.languages"}, {"translation"}) != nullptr;
        if (!isTranslation) {
            suggest(Dimension::Novelty, "New Data from Human",
                said(m_card, {sources}, {"original"}), "source_datasets says original");
        }
        suggest(Dimension::Novelty, "Derived", said(m_card, {sources}, {"extended"}),
            "source_datasets names a dataset that was extended");
        suggest(Dimension::Novelty, "New Data from Model",
            said(m_card, {"provenance.synthetic"}, {"true", "yes"}), "a document says so");
    }

    void suggestUtility()
    {
        const auto& splits = m_measured.splits;
        const auto hasSplit = [&splits](std::string_view word) {
            return splits
                && std::any_of(splits->values.begin(), splits->values.end(),
                    [word](const card::ValueRows& one) {
                        return card::lowered(one.value).starts_with(word);
                    });
        };
        const card::Answer data;
        if (hasSplit("train") && m_measured.label)
            suggest(Dimension::Utility, "Training (From Scratch)", &data,
                "there is a train split with labels");
        if (hasSplit("test"))
            suggest(Dimension::Utility, "Evaluation", &data, "there is a test split");
    }

    void suggestLanguage()
    {
        const bool hasText = std::any_of(m_measured.columns.begin(), m_measured.columns.end(),
            [](const card::MeasuredColumn& column) { return column.type == "text"; });
        if (!hasText) {
            const card::Answer data;
            suggest(Dimension::Language, "N/A", &data, "no column holds text");
            return;
        }
        std::vector<std::string> languages;
        const card::Answer* evidence = nullptr;
        for (const card::Answer& answer : m_card.find("identity.languages")->answers) {
            if (answer.file.empty() || evidence)
                continue;
            evidence = &answer;
            for (const card::Token& word : card::tokens(textOf(answer))) {
                if (word.text.size() <= 3 && !word.isNumber)
                    languages.push_back(word.text);
            }
        }
        if (!evidence) {
            const card::Answer data;
            suggest(Dimension::Language, "Unknown", &data, "no document names a language");
            return;
        }
        const char* label = "Multilingual";
        if (languages.size() == 1)
            label = languages.front() == "en" || languages.front() == "eng"
                ? "Monolingual (English)"
                : "Monolingual (Non-English)";
        else if (languages.size() == 2)
            label = "Bilingual";
        if (!languages.empty())
            suggest(Dimension::Language, label, evidence, "languages that the document names");
    }

    void suggestReproducibility()
    {
        double answered = 0.0;
        double possible = 0.0;
        for (const card::Score& group : card::completeness(m_card).groups) {
            if (group.id != "provenance" && group.id != "annotation_validation")
                continue;
            answered += group.answered;
            possible += group.possible;
        }
        const bool isDocumented = possible > 0.0 && answered / possible >= 0.5;
        m_sheet.documentation = suggestion(isDocumented, "Data Card",
            isDocumented ? "at least half of provenance and annotation is answered"
                         : "less than half of provenance and annotation is answered");
    }

    const card::Card& m_card;
    const card::Measured& m_measured;
    Sheet m_sheet;
};

} // namespace

Sheet suggestedSheet(
    const std::string& dataset, const card::Card& card, const card::Measured& measured)
{
    return Suggester(dataset, card, measured).sheet();
}

} // namespace cupel::rubric
