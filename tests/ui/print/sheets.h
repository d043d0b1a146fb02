#pragma once

#include <memory>
#include <random>
#include <string>

#include "core/reports/page.h"
#include "core/reports/privacy.h"
#include "ui/print/paper.h"
#include "ui/print/paper_document.h"

/// Pages to print, and what stands on them.
namespace cupel::ui::test {

using base::DataText;

inline const reports::PrivacyView& everything()
{
    static const reports::PrivacyView view(reports::Privacy::Full);
    return view;
}

/// Laid out; the page lives as long.
inline std::unique_ptr<PaperDocument> documentOf(const reports::Page& page, Paper paper = Paper::A4)
{
    auto document = std::make_unique<PaperDocument>(page, everything(), sizeOf(paper));
    document->layOut();
    return document;
}

/// A text of words of a few letters, some of them long names.
inline std::string randomText(std::mt19937& random, std::size_t words)
{
    std::string text;
    for (std::size_t i = 0; i < words; ++i) {
        const std::size_t letters = random() % 12 == 0 ? 40 : 1 + random() % 9;
        for (std::size_t k = 0; k < letters; ++k)
            text += static_cast<char>('a' + random() % 26);
        text += i + 1 < words ? " " : "";
    }
    return text;
}

inline reports::Cell randomCell(std::mt19937& random)
{
    switch (random() % 7) {
    case 0:
        return {static_cast<std::int64_t>(random()), {}};
    case 1:
        return {static_cast<double>(random()) / 1e5, {}};
    case 2:
        return reports::Cell::share(static_cast<double>(random() % 1000) / 1000.0);
    case 3:
        return {reports::Cell::Undefined{"no row has a score"}, {}};
    case 4:
        return {reports::MiniHistogram{{1, 5, 0, 2}, "four bins"}, {}};
    default:
        return reports::Cell::text({DataText::name(randomText(random, random() % 12))});
    }
}

inline reports::Table randomTable(std::mt19937& random, std::size_t columns, std::size_t rows)
{
    reports::Table table;
    if (random() % 2 == 0)
        table.caption = {randomText(random, 5)};
    for (std::size_t i = 0; i < columns; ++i)
        table.columns.push_back({DataText::name(randomText(random, 1 + random() % 3))});
    for (std::size_t row = 0; row < rows; ++row) {
        std::vector<reports::Cell>& cells = table.rows.emplace_back();
        for (std::size_t i = 0; i < columns; ++i)
            cells.push_back(randomCell(random));
    }
    return table;
}

inline audits::ResultTable countsOf(std::size_t values)
{
    audits::ResultTable table{"counts", {std::string("Rows by value")}, {"value", "rows"}, {}};
    for (std::size_t i = 0; i < values; ++i)
        table.rows.push_back(
            {DataText::name("value " + std::to_string(i)), static_cast<std::int64_t>(10 + i)});
    return table;
}

/// A page of everything that a page may hold, in random order.
inline reports::Page randomPage(std::mt19937& random, std::size_t blocks)
{
    reports::Page page;
    page.kind = "Dataset audit";
    page.title = {DataText::name("random.csv")};
    page.footer = {std::string("Made by a test.")};
    for (std::size_t i = 0; i < blocks; ++i) {
        const std::string anchor = "b" + std::to_string(i);
        switch (random() % 9) {
        case 0:
        case 1:
            page.add(reports::Heading{static_cast<int>(2 + random() % 3),
                {randomText(random, 1 + random() % 8)}, anchor});
            break;
        case 2:
            page.add(reports::Paragraph{{randomText(random, random() % 300)}, random() % 2 == 0});
            break;
        case 3:
            page.add(
                reports::List{{{{randomText(random, 20)}, "b0", reports::Tone::Error, "--flag"},
                                  {{randomText(random, 4)}, {}, reports::Tone::Good, {}}},
                    false});
            break;
        case 4:
            page.add(randomTable(random, 1 + random() % 9, random() % 60));
            break;
        case 5:
            page.add(reports::Callout{reports::Tone::Warning, {}, {randomText(random, 30)},
                "area.rule", anchor, {{"value", {randomText(random, 9)}, false}}});
            break;
        case 6:
            page.add(reports::Tiles{{{3, "errors", reports::Tone::Error}, {0, "notes"}}});
            break;
        case 7:
            page.add(reports::Chart{
                {"counts", charts::ChartSpec::Kind::Bar, "counts"}, countsOf(1 + random() % 12)});
            break;
        default:
            page.add(reports::Details{{std::string("More")},
                {reports::Block{reports::Verbatim{{randomText(random, 60)}, {}}}}});
        }
    }
    return page;
}

} // namespace cupel::ui::test
