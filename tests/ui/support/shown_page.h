#pragma once

#include <QCoreApplication>
#include <QTest>
#include <memory>

#include "core/counts/local_counts.h"
#include "ui/pages/page.h"

/// Pages in a window of their own.
namespace cupel::ui::test {

inline void showWide(QWidget& page)
{
    page.resize(1'100, 900);
    page.show();
    QVERIFY(QTest::qWaitForWindowExposed(&page));
}

template <typename Shown>
std::unique_ptr<Shown> shownPage(const OpenDatasetPtr& dataset, QSize size = {1'000, 700})
{
    auto page = std::make_unique<Shown>();
    page->resize(size);
    page->setDataset(dataset);
    page->show();
    page->activateWindow();
    if (!QTest::qWaitForWindowActive(page.get()))
        qFatal("the page is not shown");
    return page;
}

/// Rows of a dataset that pass a filter.
inline std::int64_t rowsPassing(const OpenDataset& dataset, const counts::Filter& filter)
{
    const counts::LocalCounts source(
        std::shared_ptr<const table::Table>(dataset.file, &dataset.file->table));
    return std::get<counts::Cells>(source.answer(counts::CellsQuestion{{}, filter, {}, {}}).value())
        .rows;
}

/// A page with an item that has the focus, for what is typed there.
template <typename Shown> class TypedPage {
public:
    TypedPage(const OpenDatasetPtr& dataset, PageId id, const std::string& item)
        : m_page(shownPage<Shown>(dataset, {1'100, 900}))
    {
        m_page->reveal({id, item, {}, {}});
        QCoreApplication::processEvents(); // new widgets have their place after that
    }

    Shown& page() const { return *m_page; }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) const
    {
        QCoreApplication::processEvents();
        QTest::keyClick(m_page->window()->focusWidget(), key, modifiers);
        QCoreApplication::processEvents();
    }
    void type(const QString& text) const
    {
        QTest::keyClicks(m_page->window()->focusWidget(), text);
    }

private:
    std::unique_ptr<Shown> m_page;
};

} // namespace cupel::ui::test
