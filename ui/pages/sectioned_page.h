#pragma once

#include <string>
#include <vector>

#include "ui/pages/page.h"

class QCheckBox;
class QPushButton;
class QSplitter;
class QStackedWidget;
class QTreeWidget;

namespace cupel::ui {

class EmptyState;
class ReadingColumn;

/// A page in sections: their list on the left, the one that is chosen on the right, a switch that
/// leaves only what is open, and a way to the next open item (N).
class SectionedPage : public Page {
    Q_OBJECT

public:
    void reveal(const Target& target) override;
    QByteArray layoutState() const override;
    void restoreLayout(const QByteArray& state) override;

protected:
    struct Section {
        QString title;
        QString count; ///< what stands behind the title: "5 of 7"
        bool hasOpen = true; ///< stays when only open things are shown
    };

    /// `filter` and `next`: what the switch says, and the way to the next open item.
    SectionedPage(const QString& filter, const QString& next, QWidget* parent);

    /// Show the sections of what comes from an input; the one that was chosen stays chosen where
    /// its title is still there.
    void setSections(std::vector<Section> sections, const std::string& input);
    /// Show none, and say why.
    void setEmpty(const QString& title, const QString& why);
    bool showsOnlyOpen() const;
    void showAll();
    void choose(int section);
    int chosen() const;
    /// Fill the chosen section anew.
    void refill();
    ReadingColumn& reading() const { return *m_reading; }

    /// Put a section into reading(), which is empty.
    virtual void fill(int section) = 0;
    /// Section that holds an item of a target, which is placed in reading() under its name; none:
    /// -1.
    virtual int sectionOf(const std::string& item) const = 0;

    /// The item of the chosen section that holds the focus; empty: none.
    virtual std::string focusedItem() const = 0;
    /// Items in their order, with whether they are open.
    struct Item {
        std::string name;
        int section = 0;
        bool isOpen = false;
    };
    virtual std::vector<Item> items() const = 0;
    /// Before the widgets in reading() go: remember what is being written in them, for fill().
    virtual void saveDrafts() = 0;
    /// What is shown from now on comes from another input, or, where `to` is empty, from none: what
    /// was being written waits until its input is shown again.
    virtual void changeDrafts(const std::string& from, const std::string& to) = 0;

    void showEvent(QShowEvent* event) override;

private:
    void fitList();
    void changeInput(const std::string& input);
    void restoreFocus(const std::string& item);
    void goToNextOpen();
    std::string nextOpen() const;
    void applyFilter();

    QStackedWidget* m_stack;
    EmptyState* m_empty;
    QSplitter* m_splitter;
    QTreeWidget* m_list;
    QCheckBox* m_filter;
    QPushButton* m_next;
    ReadingColumn* m_reading;
    std::vector<Section> m_sections;
    std::string m_input; ///< empty: nothing is shown
    bool m_isArranged = false; ///< somebody gave the list another width
};

} // namespace cupel::ui
