#pragma once

#include <vector>

#include "ui/pages/page.h"

class QCheckBox;
class QSplitter;
class QStackedWidget;
class QTreeWidget;

namespace cupel::ui {

class EmptyState;
class ReadingColumn;

/// A page in sections: their list on the left, the one that is chosen on the right, and a switch
/// that leaves only what is open.
class SectionedPage : public Page {
    Q_OBJECT

public:
    void reveal(const Target& target) override;

protected:
    struct Section {
        QString title;
        QString count; ///< what stands behind the title: "5 of 7"
        bool hasOpen = true; ///< stays when only open things are shown
    };

    SectionedPage(const QString& filter, QWidget* parent);

    /// Show sections; the one that was chosen stays chosen where its title is still there.
    void setSections(std::vector<Section> sections);
    /// Show none, and say why.
    void setEmpty(const QString& title, const QString& why);
    bool showsOnlyOpen() const;
    void showAll();
    void choose(int section);
    int chosen() const;
    ReadingColumn& reading() const { return *m_reading; }

    /// Put a section into reading(), which is empty.
    virtual void fill(int section) = 0;
    /// Section that holds an item of a target, which is placed in reading() under its name; none:
    /// -1.
    virtual int sectionOf(const std::string& item) const = 0;

private:
    void fillChosen();
    void applyFilter();

    QStackedWidget* m_stack;
    EmptyState* m_empty;
    QSplitter* m_splitter;
    QTreeWidget* m_list;
    QCheckBox* m_filter;
    ReadingColumn* m_reading;
    std::vector<Section> m_sections;
};

} // namespace cupel::ui
