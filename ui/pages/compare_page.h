#pragma once

#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/reports/page.h"
#include "ui/pages/page.h"

class QComboBox;
class QPushButton;
class QStackedWidget;

namespace cupel::ui {

class BlockView;
class EmptyState;

/// What the dataset can be compared with.
struct CompareChoice {
    QString words; ///< "Version 1, of 27 November 2026"
    std::string name; ///< in the catalog: "adult@1"
    bool isVersion = false; ///< of the open dataset
    bool isFile = false; ///< the name is the path of a JSON report
};

/// "What changed?": the dataset beside an earlier version of it, beside another one, or beside the
/// report in a file.
class ComparePage : public Page {
    Q_OBJECT

public:
    explicit ComparePage(QWidget* parent = nullptr);

    PageId id() const override { return PageId::Compare; }
    QString title() const override { return tr("Compare"); }
    void setDataset(const OpenDatasetPtr& dataset) override;
    void reveal(const Target& target) override;

    /// The latest version first. What was compared stays, as long as it is still offered; else the
    /// first version is compared.
    void setChoices(const std::vector<CompareChoice>& choices);
    /// What there is to choose could not be read. What is shown stays.
    void setUnread(const base::Error& error);
    /// Compare with the report in a file, which is offered from then on. The answer to
    /// fileWanted().
    void compareWithFile(const std::string& path);
    /// The answer to compareWanted() or compareFileWanted() with this name; a late one is dropped.
    void take(const std::string& other, base::Result<reports::Page> page);

Q_SIGNALS:
    void choicesWanted();
    void compareWanted(const std::string& other);
    /// The person is to choose a file, and then, that it is to be compared with.
    void fileWanted();
    void compareFileWanted(const std::string& path);

private:
    int fill(const std::vector<CompareChoice>& choices);
    void chooseQuietly(int index);
    void choose(int index);
    void tryAgain();
    void showState();

    enum class State {
        NoDataset,
        NotKept,
        Reading,
        Unread,
        NoOther,
        Unchosen,
        Comparing,
        Failed,
        Ready,
    };
    State m_state = State::NoDataset;
    QString m_why; ///< the catalog could not be read, or the comparison failed
    std::string m_other;
    OpenDatasetPtr m_dataset;
    std::vector<CompareChoice> m_choices; ///< the files last
    std::vector<CompareChoice> m_files;
    QWidget* m_bar;
    QWidget* m_name; ///< of the choice
    QComboBox* m_choice;
    QPushButton* m_file;
    QStackedWidget* m_stack;
    EmptyState* m_empty;
    BlockView* m_view;
};

} // namespace cupel::ui
