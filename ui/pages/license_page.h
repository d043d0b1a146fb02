#pragma once

#include <string>

#include "ui/pages/page.h"

class QStackedWidget;

namespace cupel::ui {

class BlockView;
class EmptyState;

/// "Under which terms may the data be used, and where does it come from?"
class LicensePage : public Page {
    Q_OBJECT

public:
    explicit LicensePage(QWidget* parent = nullptr);

    PageId id() const override { return PageId::License; }
    QString title() const override { return tr("Licence and provenance"); }
    void setDataset(const OpenDatasetPtr& dataset) override;
    /// The file of a document, or one of the parts of reports::licensePage().
    void reveal(const Target& target) override;

private:
    QStackedWidget* m_stack;
    EmptyState* m_empty;
    BlockView* m_view;
    OpenDatasetPtr m_dataset;
    std::string m_input; ///< of the dataset that is shown; empty: none is
};

} // namespace cupel::ui
