#include "core/rubric/rubric.h"

namespace cupel::rubric {
namespace {

constexpr Label kQuality[] = {
    {"Single Human Expert", "one person who knows the subject checked the data"},
    {"Multiple Human Experts", "several people who know the subject checked the data"},
    {"Single Human Non-Expert", "one person checked the data, expertise unknown or none"},
    {"Multiple Human Non-Experts", "several people checked the data, expertise unknown or none"},
    {"AI Model", "a model's judgement was used as a check"},
    {"Automatic Process", "scripts or rules checked the data"},
    {"N/A", "no check is described"},
};
constexpr Label kNovelty[] = {
    {"New Data from Human", "people made it from scratch"},
    {"New Data from Model", "a model made it from scratch"},
    {"Human Translation", "people translated it"},
    {"Machine Translation", "a system translated it"},
    {"Collated", "gathered from existing sources without significant change"},
    {"Derived", "existing data changed, adapted or filtered"},
    {"N/A", "no new dataset, or unclear"},
};
constexpr Label kUtility[] = {
    {"Pre-Training", "large-scale self-supervised training"},
    {"Training (From Scratch)", "supervised training of new models"},
    {"Post-Training (Supervised Fine-tuning)", "fine-tuning on labelled examples"},
    {"Post-Training (RL-based Methods)", "preference or reward training"},
    {"Evaluation", "measuring systems"},
    {"Analysis", "studying trends or properties"},
    {"Knowledge Base", "retrieval or augmentation"},
    {"N/A", "no use is shown"},
};
constexpr Label kLanguage[] = {
    {"Multilingual", "more than two human languages"},
    {"Bilingual", "exactly two human languages"},
    {"Monolingual (English)", "English only"},
    {"Monolingual (Non-English)", "one human language, not English"},
    {"Code / Programming Language", "source code"},
    {"Mathematical and Logical Notation", "formulas or formal notation"},
    {"Biological and Non-Human Communication Systems", "sequences of nature, or of animals"},
    {"Constructed Language", "an invented language"},
    {"Unknown", "there is text, its language is not documented"},
    {"N/A", "there is no language in the data"},
};
constexpr Label kCategories[] = {
    {"Single Human Expert", "one person who knows the subject or belongs to the target group"},
    {"Multiple Human Experts", "several such people"},
    {"Single Human Non-Expert", "one person, expertise unknown or none"},
    {"Multiple Human Non-Experts", "several people, expertise unknown or none"},
    {"AI Model", "a model labelled"},
    {"Automatic Process", "rules or scripts labelled"},
};
constexpr std::string_view kModalities[] = {
    "text", "image", "audio", "video", "graph", "tabular", "time series", "signal/sensor", "other"};

constexpr std::array<std::string_view, 7> kKeys{"sources", "data_annotations", "quality_assurance",
    "data_novelty", "task_utility", "lang", "reproducibility"};
constexpr std::array<std::string_view, 7> kTitles{"Data sources", "Data annotations",
    "Quality assurance", "Data novelty", "Task utility", "Language coverage", "Reproducibility"};

} // namespace

std::string_view keyOf(Dimension dimension)
{
    return kKeys[static_cast<std::size_t>(dimension)];
}

std::string_view titleOf(Dimension dimension)
{
    return kTitles[static_cast<std::size_t>(dimension)];
}

std::span<const Label> labelsOf(Dimension dimension)
{
    switch (dimension) {
    case Dimension::Quality:
        return kQuality;
    case Dimension::Novelty:
        return kNovelty;
    case Dimension::Utility:
        return kUtility;
    case Dimension::Language:
        return kLanguage;
    default:
        return {};
    }
}

std::span<const std::string_view> modalities()
{
    return kModalities;
}

std::span<const Label> annotatorCategories()
{
    return kCategories;
}

std::string_view statusName(Status status)
{
    constexpr std::array<std::string_view, 4> kNames{
        "unanswered", "suggested", "confirmed", "disputed"};
    return kNames[static_cast<std::size_t>(status)];
}

Sheet emptySheet()
{
    Sheet sheet;
    for (const Dimension dimension : kDimensions) {
        for (const Label& label : labelsOf(dimension))
            sheet.labelsFor(dimension).push_back({std::string(label.name), {}});
        sheet.present.push_back(dimension);
    }
    return sheet;
}

} // namespace cupel::rubric
