#pragma once

#include <QPointer>
#include <set>
#include <string>

#include "ui/models/findings_filter.h"
#include "ui/models/findings_model.h"
#include "ui/pages/page.h"

class QComboBox;
class QDialog;
class QLineEdit;
class QTableView;

namespace cupel::ui {

class FindingInspector;
class FindingToggles;
class FindingTriage;
class ListAndDetails;
class PlainLabel;
class TableLayout;
enum class Triage;

/// What is wrong with the dataset, or has to be decided about it?
class FindingsPage : public Page {
    Q_OBJECT

public:
    explicit FindingsPage(QWidget* parent = nullptr);

    PageId id() const override { return PageId::Findings; }
    QString title() const override;
    void setDataset(const OpenDatasetPtr& dataset) override;
    /// `item` is the id of a finding.
    void reveal(const Target& target) override;
    QByteArray layoutState() const override;
    /// Takes effect once there are findings to filter.
    void restoreLayout(const QByteArray& state) override;

Q_SIGNALS:
    /// The person wants to change what a rule judges by.
    void limitWanted(const std::string& rule);

private:
    void arrange();
    QWidget* makeFilters();
    void setUpTable();
    QWidget* makeDetails();
    void connectParts();
    void takeReview(const OpenDatasetPtr& dataset);
    void fillAreas();
    void showStateColumn();
    void applyToggles();
    void clearFilters();
    void showState();
    void showCurrent();
    void follow(const QModelIndex& index);
    bool select(int row);
    int currentRow() const;
    std::string currentId() const;
    std::string nextId() const;
    void selectId(const std::string& id);

    void review(Triage what);
    void mark(int row, pipeline::FindingMark::State state);
    void waive(int row);
    void comment(int row);
    void openDialog(QDialog* dialog);
    void say(const QString& words, const std::string& id, const std::string& target,
        const pipeline::ReviewValue& value);
    void unsay(const QString& words, const std::string& id, pipeline::ReviewKind kind,
        const std::string& target);

    FindingsModel* m_model;
    FindingsFilter* m_filter;
    QLineEdit* m_text;
    QComboBox* m_area;
    FindingToggles* m_toggles;
    PlainLabel* m_count;
    QTableView* m_table;
    FindingTriage* m_triage;
    FindingInspector* m_inspector;
    ListAndDetails* m_parts = nullptr;
    TableLayout* m_layout = nullptr;
    QByteArray m_wanted; ///< arrangement that waits for findings
    /// Findings that the page said something of which is not kept yet. What changes beyond them is
    /// an undo or a redo.
    std::set<std::string> m_pending;
    QPointer<QDialog> m_dialog;
};

} // namespace cupel::ui
