#pragma once

#include <string>

#include "core/reports/page.h"
#include "ui/pages/page.h"

class QLineEdit;
class QPushButton;
class QStackedWidget;

namespace cupel::ui {

class BlockView;
class EmptyState;

/// "Under which terms may the data be used, and where does it come from?" A licence that a person
/// types is looked up beside that.
class LicensePage : public Page {
    Q_OBJECT

public:
    explicit LicensePage(QWidget* parent = nullptr);

    PageId id() const override { return PageId::License; }
    QString title() const override { return tr("Licence and provenance"); }
    void setDataset(const OpenDatasetPtr& dataset) override;
    /// The file of a document, or one of the parts of reports::licensePage().
    void reveal(const Target& target) override;
    /// The answer to lookupWanted() with this text; a late one is dropped.
    void takeLookup(const std::string& text, reports::Page page);

Q_SIGNALS:
    /// A person asks what a licence says.
    void lookupWanted(const std::string& text);

private:
    QWidget* makeLookup();
    void lookUp();
    void showDocuments();

    QLineEdit* m_typed;
    QPushButton* m_back;
    BlockView* m_lookup;
    std::string m_asked; ///< was looked up last; empty: nothing
    QStackedWidget* m_stack;
    EmptyState* m_empty;
    BlockView* m_view;
    bool m_isThere = false; ///< a dataset with documents is open
    OpenDatasetPtr m_dataset;
    std::string m_input; ///< of the dataset that is shown; empty: none is
};

} // namespace cupel::ui
