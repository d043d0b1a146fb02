#pragma once

#include <string>
#include <vector>

#include "core/reports/page.h"
#include "ui/jobs/open_dataset.h"
#include "ui/models/finding_review.h"
#include "ui/models/table_model.h"

namespace cupel::ui {

/// The findings of a dataset, the worst first, as the reports rank them.
class FindingsModel : public TableModel {
    Q_OBJECT

public:
    enum Column { Level, Area, Message, Subject, Measured, Rows, Rule, State };
    enum FindingRole {
        ClassRole = ModelRole, ///< Class of the row
        AreaRole, ///< QString
        ReviewedRole ///< bool: somebody decided about the finding
    };
    /// What the person may ask to see or not to see.
    enum class Class { Error, Warning, Note, Decide, Open, Waived, Other };
    static constexpr int kClasses = 7;

    explicit FindingsModel(QObject* parent = nullptr);

    /// Null: no findings. Where only the review is another one, rows stay what they are.
    void setDataset(OpenDatasetPtr dataset);
    const OpenDatasetPtr& dataset() const { return m_dataset; }

    /// Valid for as long as the dataset.
    const findings::Finding& finding(int row) const;
    const std::string& id(int row) const;
    /// Valid for as long as the dataset.
    FindingReview review(int row) const;
    /// The row of a finding's id, or -1.
    int find(const std::string& id) const;
    static Class classOf(const findings::Finding& finding);

    int rowCount(const QModelIndex& parent = {}) const override;

protected:
    QVariant cell(int row, int column, int role) const override;

private:
    void takeReview(OpenDatasetPtr dataset);
    void reorder(const std::vector<const findings::Finding*>& ranked);
    QString display(int row, int column) const;
    QString stateText(int row) const;
    QVariant sortValue(int row, int column) const;
    QString searchText(int row) const;

    OpenDatasetPtr m_dataset;
    std::vector<const findings::Finding*> m_findings;
    mutable std::vector<std::string> m_ids; ///< made when they are first asked for
    mutable std::vector<QString> m_searchTexts; ///< made when they are first looked at
};

/// The class in words: "errors", "to decide".
QString wordsOf(FindingsModel::Class one);
reports::Tone toneOf(FindingsModel::Class one);
/// Rows of each piece of evidence: "1,809 + 3,130"; empty where no rows show the finding.
QString evidenceCounts(const findings::Finding& finding);

} // namespace cupel::ui
