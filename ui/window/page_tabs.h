#pragma once

#include <QWidget>
#include <vector>

#include "ui/pages/page.h"
#include "ui/window/navigation.h"

class QHBoxLayout;
class QTabWidget;

namespace cupel::ui {

/// The pages as tabs, with the chain of places that led to the one shown, which can be gone back.
class PageTabs : public QWidget {
    Q_OBJECT

public:
    explicit PageTabs(QWidget* parent = nullptr);

    /// Takes the page over. All pages are added before the first dataset.
    void add(Page* page);
    const std::vector<Page*>& pages() const { return m_pages; }

    void setDataset(const OpenDatasetPtr& dataset);
    /// Go to a place and remember it.
    void follow(const Target& target);
    void showTab(int index);
    void back();
    void forward();
    bool canGoBack() const { return m_navigation.canGoBack(); }
    bool canGoForward() const { return m_navigation.canGoForward(); }

Q_SIGNALS:
    void moved(); ///< another place is shown

private:
    void show(const Target& target);
    void showTrail();
    void tabChosen(int index);
    int indexOf(PageId id) const;
    QString wordsOf(const Target& target) const;

    std::vector<Page*> m_pages;
    QTabWidget* m_tabs;
    QWidget* m_trail;
    QHBoxLayout* m_trailRow;
    Navigation m_navigation;
    OpenDatasetPtr m_dataset;
    bool m_isMoving = false; ///< the tab changes because a place is shown
};

} // namespace cupel::ui
