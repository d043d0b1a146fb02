#pragma once

#include <optional>
#include <vector>

#include "core/rubric/questions.h"
#include "ui/pages/sectioned_page.h"

namespace cupel::ui {

/// "How far is the dataset documented and reviewed?" The questions of DataRubrics with what
/// documents and counts suggest, and what waits for a person.
class RubricPage : public SectionedPage {
    Q_OBJECT

public:
    explicit RubricPage(QWidget* parent = nullptr);

    PageId id() const override { return PageId::Rubric; }
    QString title() const override { return tr("Rubric"); }
    /// Items of targets are keys of rubrics ("data_novelty"), also with a question behind them:
    /// "data_novelty: Derived".
    void setDataset(const OpenDatasetPtr& dataset) override;

protected:
    void fill(int section) override;
    int sectionOf(const std::string& item) const override;

private:
    void fillScore();
    void fillRubric(rubric::Dimension dimension);
    void addProgress();
    void addViolations();
    void addWaiting();

    std::optional<rubric::Sheet> m_sheet;
    std::vector<rubric::Question> m_questions; ///< they point into the sheet
};

} // namespace cupel::ui
