#pragma once

#include <string>

#include "ui/pages/page.h"

class QStackedWidget;

namespace cupel::ui {

class EmptyState;
class ReadingColumn;

/// "What does the audit come to?": the verdict, the sentences that matter, what each area came to,
/// what did not run and why, what was read and as what.
class OverviewPage : public Page {
    Q_OBJECT

public:
    explicit OverviewPage(QWidget* parent = nullptr);

    PageId id() const override { return PageId::Overview; }
    QString title() const override { return tr("Overview"); }
    void setDataset(const OpenDatasetPtr& dataset) override;
    /// Parts: "matters", "areas", "not-run", "input", "roles", "command".
    void reveal(const Target& target) override;

private:
    QStackedWidget* m_stack;
    EmptyState* m_empty;
    ReadingColumn* m_column;
    OpenDatasetPtr m_dataset;
    std::string m_input; ///< of the dataset that is shown; empty: none is
};

} // namespace cupel::ui
