#pragma once

#include <map>
#include <memory>
#include <vector>

#include "core/rubric/questions.h"
#include "ui/pages/drafts.h"
#include "ui/pages/rubric_editor.h"
#include "ui/pages/sectioned_page.h"

namespace cupel::ui {

class RubricQuestion;

/// "How far is the dataset documented and reviewed?" The questions of DataRubrics with what
/// documents and counts suggest, and what waits for a person, who answers here: C confirms a
/// suggestion, D disputes it, E or Enter writes an answer, N goes to the next open question.
class RubricPage : public SectionedPage {
    Q_OBJECT

public:
    explicit RubricPage(QWidget* parent = nullptr);

    PageId id() const override { return PageId::Rubric; }
    QString title() const override { return tr("Rubric"); }
    /// Items of targets are keys of rubrics ("data_novelty") and questions as
    /// rubric::AnswerPlace::target names them ("data_novelty/Derived").
    void setDataset(const OpenDatasetPtr& dataset) override;
    std::size_t answersInWork() const override;

protected:
    void fill(int section) override;
    int sectionOf(const std::string& item) const override;
    std::string focusedItem() const override;
    std::vector<Item> items() const override;
    void saveDrafts() override;
    void changeDrafts(const std::string& from, const std::string& to) override;

private:
    void addKeys();
    RubricQuestion* focusedQuestion() const;
    void addQuestion(const AskedQuestion& asked);
    void restoreDraft(RubricQuestion& question);
    void keep(
        const QString& words, const std::string& target, const pipeline::RubricAnswer& answer);
    void fillScore();
    void fillRubric(rubric::Dimension dimension);
    void addProgress();
    void addViolations();
    void addWaiting();

    RubricContext m_context;
    std::shared_ptr<rubric::Sheet> m_sheet; ///< with the answers of people; null: none is shown
    std::vector<AskedQuestion> m_questions;
    Drafts<RubricDraft> m_drafts; ///< being written, by target
    /// Answers that were said, and are not known to be kept yet: their drafts stay until then.
    std::map<std::string, pipeline::RubricAnswer> m_sent;
};

} // namespace cupel::ui
