#pragma once

#include <QScrollArea>
#include <functional>

#include "core/findings/finding.h"
#include "ui/jobs/open_dataset.h"
#include "ui/models/finding_review.h"
#include "ui/pages/target.h"

class QPushButton;
class QVBoxLayout;

namespace cupel::ui {

class PlainLabel;

/// All that is known of one finding: what was measured and how it compares with its limit, the
/// rows and documents that show it, why the rule is there and what can be done.
class FindingInspector : public QScrollArea {
    Q_OBJECT

public:
    explicit FindingInspector(QWidget* parent = nullptr);

    /// Show a finding of the dataset, and what is said of it; null: none is chosen. The place that
    /// is in view, and what has the focus, stay where it is the same finding of the same run.
    void setFinding(const OpenDatasetPtr& dataset, const findings::Finding* finding,
        const FindingReview& said = {});
    const findings::Finding* finding() const { return m_finding; }

Q_SIGNALS:
    void followed(const cupel::ui::Target& target);
    /// The person wants to change what a rule judges by.
    void limitWanted(const std::string& rule);

protected:
    void changeEvent(QEvent* event) override;

private:
    void rebuild();
    void addHead(QVBoxLayout& layout);
    void addReview(QVBoxLayout& layout);
    void addFacts(QVBoxLayout& layout);
    void addRows(QVBoxLayout& layout);
    void addDocuments(QVBoxLayout& layout);
    void addRule(QVBoxLayout& layout);
    void addCopies(QVBoxLayout& layout);
    QPushButton* copyButton(
        const QString& text, std::function<QString()> what, const QString& copied);

    OpenDatasetPtr m_dataset;
    const findings::Finding* m_finding = nullptr;
    FindingReview m_said;
    PlainLabel* m_told = nullptr; ///< what was copied
};

} // namespace cupel::ui
