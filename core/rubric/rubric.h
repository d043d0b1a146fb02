#pragma once

#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/documents/node.h"

namespace cupel::rubric {

/// The seven rubrics of DataRubrics, in its order, by the keys of its records ("Datasheets Aren't
/// Enough", arXiv 2506.01789; definitions of its public implementation in our own words).
enum class Dimension { Sources, Annotations, Quality, Novelty, Utility, Language, Reproducibility };
inline constexpr std::array kDimensions{Dimension::Sources, Dimension::Annotations,
    Dimension::Quality, Dimension::Novelty, Dimension::Utility, Dimension::Language,
    Dimension::Reproducibility};
/// "sources", "data_annotations", "quality_assurance", "data_novelty", "task_utility", "lang",
/// "reproducibility".
std::string_view keyOf(Dimension dimension);
/// As a heading: "Data sources".
std::string_view titleOf(Dimension dimension);

/// A label that may apply, and what it means.
struct Label {
    std::string_view name;
    std::string_view meaning;
};
/// Labels of the four rubrics that map labels to verdicts; none for the others. "N/A" is the last.
std::span<const Label> labelsOf(Dimension dimension);
std::span<const std::string_view> modalities();
std::span<const Label> annotatorCategories();

/// Who stands behind an answer.
enum class Status {
    Unanswered,
    Suggested, ///< by the program, from documents and counts; a person has not looked at it
    Confirmed, ///< by a person
    Disputed, ///< a person found it wrong
};
/// "unanswered", "suggested", "confirmed", "disputed".
std::string_view statusName(Status status);

/// An answer to one question: whether a label applies, and the evidence.
struct Answer {
    std::optional<bool> applies; ///< none: unanswered
    std::string reference; ///< where the evidence stands
    std::string reasoning;
    Status status = Status::Unanswered;
    documents::Position at; ///< in the file it was read from
};
struct LabelAnswer {
    std::string label;
    Answer answer;
};
/// One raw component of the data: its kind and its origin.
struct Source {
    std::string modality; ///< of modalities()
    std::optional<bool> isHuman;
    std::optional<bool> isModel;
    std::optional<bool> isUnknown;
    Answer answer; ///< applies where any origin is given
};
/// One kind of annotation: who made it, and with what guidance.
struct Annotation {
    std::string category; ///< of annotatorCategories()
    Answer answer;
    Answer instructions;
    Answer rubrics;
    Answer examples;
};

/// The answers for one dataset.
struct Sheet {
    std::string dataset;
    std::string hash; ///< change hash of the data it speaks of; empty for records of others
    std::vector<Source> sources;
    std::vector<Annotation> annotations;
    bool isUnlabelled = false; ///< the dataset has no labels: annotations do not apply
    std::array<std::vector<LabelAnswer>, kDimensions.size()> labels; ///< of the four label rubrics
    Answer code; ///< code to build the dataset is public
    Answer documentation; ///< the making of the dataset is documented
    std::vector<Dimension> present; ///< rubrics that the file holds, in order

    std::vector<LabelAnswer>& labelsFor(Dimension dimension)
    {
        return labels[static_cast<std::size_t>(dimension)];
    }
    const std::vector<LabelAnswer>& labelsFor(Dimension dimension) const
    {
        return labels[static_cast<std::size_t>(dimension)];
    }
};

/// A sheet in which every question stands and none is answered.
Sheet emptySheet();

/// Read a sheet from a file of ours (schema "cupel.rubric") or from records of DataRubrics (an
/// array of one paper's seven records). Fails with Usage and the place of what does not fit.
base::Result<Sheet> readSheet(std::string_view text, const std::string& fileName);
/// Write it as a file that people can fill in and readSheet() reads back.
std::string sheetText(const Sheet& sheet);

} // namespace cupel::rubric
