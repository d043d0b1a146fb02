#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/rubric/questions.h"
#include "ui/jobs/open_dataset.h"
#include "ui/pages/answer_editor.h"

class QAbstractButton;
class QLineEdit;

namespace cupel::ui {

class AnswerText;

/// A question of the rubrics with all that is needed to answer it. The sheets have to live as long.
struct AskedQuestion {
    enum class Kind { YesNo, Origin, Annotators };

    rubric::Question question; ///< in the sheet with the answers of people
    rubric::Question suggestion; ///< the same question in the sheet of suggestions
    std::string target; ///< rubric::AnswerPlace::target
    Kind kind = Kind::YesNo;
    std::vector<std::string> choices; ///< that are made; none of a question for yes or no
    std::vector<std::string> suggestedChoices;
};
/// The questions of a sheet beside those of its suggestions, in their order.
std::vector<AskedQuestion> askedQuestions(rubric::Sheet& suggested, rubric::Sheet& answered);

/// What the questions of a page have in common.
struct RubricContext {
    OpenDatasetPtr dataset;
    std::shared_ptr<const rubric::Sheet> suggested;
    std::shared_ptr<const rubric::Sheet> answered; ///< what questions point into
};

/// An answer that a person is writing.
struct RubricDraft {
    enum class Focus { None, Choice, Evidence, Reasoning };
    std::vector<std::string> chosen; ///< names of options
    QString evidence;
    QString reasoning;
    Focus focus = Focus::Choice;
    int cursor = -1; ///< in the field with the focus; -1: at the end
    bool isTouched = false; ///< was not kept
};
/// Names of the options that every question has beside its own.
inline constexpr const char* kCannotTell = "cannot-tell";
inline constexpr const char* kDispute = "dispute"; ///< of one with a suggestion

/// The draft that goes on from an answer.
RubricDraft draftOf(const AskedQuestion& asked);

/// Answers one question of the rubrics: what applies, the evidence and the reasoning, what they
/// count as, and the score there would be.
class RubricEditor : public AnswerEditor {
    Q_OBJECT

public:
    RubricEditor(RubricContext context, const AskedQuestion& asked, const RubricDraft& draft,
        QWidget* parent = nullptr);

    RubricDraft draft() const;
    /// What would be kept.
    pipeline::RubricAnswer answer() const;
    void takeFocus(RubricDraft::Focus focus, int cursor = -1);

private:
    struct Option {
        std::string name;
        QAbstractButton* button;
    };
    void addOptions(const AskedQuestion& asked, const std::vector<std::string>& chosen);
    void addOption(const std::string& name, const QString& words, const QString& tip);
    void addFields(const RubricDraft& draft);
    void optionToggled(std::size_t option);
    bool isChosen(std::string_view name) const;
    std::vector<std::string> chosen() const;
    void showState();
    QString scoreWords() const;

    RubricContext m_context;
    std::string m_target;
    QString m_title;
    AskedQuestion::Kind m_kind;
    bool m_isSuggested; ///< there is a suggestion to dispute
    std::optional<bool> m_suggestedApplies;
    std::vector<std::string> m_suggestedChoices;
    std::vector<Option> m_options;
    QWidget* m_optionRow;
    QLineEdit* m_evidence;
    AnswerText* m_reasoning;
};

} // namespace cupel::ui
