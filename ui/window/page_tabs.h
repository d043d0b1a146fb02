#pragma once

#include <QWidget>
#include <map>
#include <string>
#include <vector>

#include "ui/pages/page.h"
#include "ui/window/navigation.h"

class QHBoxLayout;
class QTabWidget;

namespace cupel::ui {

/// The pages as tabs, with the chain of places that led to the one shown, which can be gone back.
/// A page is given the open dataset when it is shown.
class PageTabs : public QWidget {
    Q_OBJECT

public:
    explicit PageTabs(QWidget* parent = nullptr);

    /// Takes the page over. All pages are added before the first dataset.
    void add(Page* page);
    const std::vector<Page*>& pages() const { return m_pages; }
    /// The page that is shown; null: there is none yet.
    const Page* current() const;

    /// Another dataset, another run of it, or the same one with another review.
    void setDataset(const OpenDatasetPtr& dataset);
    /// Whether a page was given the dataset as it is now.
    bool isFilled(const Page& page) const;
    /// Of all pages.
    std::size_t answersInWork() const;
    /// Go to a place and remember it.
    void follow(const Target& target);
    void showTab(int index);
    /// How pages are arranged, by name, and back; reset: as they were when they were added.
    std::map<QString, QByteArray> layouts() const;
    void restoreLayouts(const std::map<QString, QByteArray>& layouts);
    void resetLayouts();
    /// The name of the page that is shown, and the one to show of the first dataset.
    QString shownPage() const;
    void setFirstPage(const QString& name);
    void back();
    void forward();
    bool canGoBack() const { return m_navigation.canGoBack(); }
    bool canGoForward() const { return m_navigation.canGoForward(); }

Q_SIGNALS:
    void moved(); ///< another place is shown
    void filled(cupel::ui::PageId page); ///< was given the open dataset

private:
    void show(const Target& target);
    void fill(std::size_t page);
    void letGo();
    void showTrail();
    void tabChosen(int index);
    int indexOf(PageId id) const;
    QString wordsOf(const Target& target);
    QString titleOf(const std::string& item);

    std::vector<Page*> m_pages;
    std::vector<OpenDatasetPtr> m_given; ///< to each page
    std::vector<QByteArray> m_layouts; ///< of each page, as it is at first
    PageId m_first = PageId::Overview; ///< page to show of the next dataset
    QTabWidget* m_tabs;
    QWidget* m_trail;
    QHBoxLayout* m_trailRow;
    Navigation m_navigation;
    OpenDatasetPtr m_dataset;
    std::map<std::string, QString> m_titles; ///< of items by name, once they are asked for
    bool m_isMoving = false; ///< the tab changes because a place is shown
};

} // namespace cupel::ui
