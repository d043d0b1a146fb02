#include "tests/core/reports/support/report_texts.h"

#include "core/exports/export.h"
#include "core/reports/card_page.h"
#include "core/reports/formats.h"
#include "core/reports/html_page.h"
#include "core/reports/markdown_page.h"
#include "core/reports/terminal.h"

namespace cupel::test {
namespace {

using namespace reports;

std::string textOf(const exports::Export& exported)
{
    std::string text = exported.text;
    for (const exports::Note& note : exported.notes)
        text += note.about + ": " + note.reason + "\n";
    return text;
}

void addCard(const DatasetReport& dataset, const PrivacyRule& privacy, const std::string& name,
    std::map<std::string, std::string>& texts)
{
    const PrivacyView view(privacy);
    const Page page = cardPage(dataset);
    const exports::Source source{
        *dataset.card, *dataset.licenses, dataset.name, view, &dataset, std::string(64, 'a'), {}};
    texts[name + "card html"] = htmlPage(page, view);
    texts[name + "card md"] = markdownPage(page, view);
    texts[name + "card json"] = cardJsonText(dataset, privacy);
    texts[name + "croissant"] = textOf(exports::croissant(source));
    texts[name + "hub card"] = textOf(exports::hubCard(source));
    texts[name + "datasheet"] = textOf(exports::datasheet(source));
}

} // namespace

std::map<std::string, std::string> textsOf(Report report)
{
    std::map<std::string, std::string> texts;
    for (const Privacy mode : {Privacy::Full, Privacy::Masked, Privacy::Aggregate}) {
        report.privacy.mode = mode;
        const std::string name = std::string(privacyName(mode)) + ": ";
        for (const Format& format : formats())
            texts[name + std::string(format.name)] = format.write(report);
        for (const bool isVerbose : {false, true}) {
            texts[name + (isVerbose ? "verbose" : "terminal")]
                = terminalSummary(report, {100, true, isVerbose});
        }
        std::size_t count = 0;
        for (const DatasetReport& dataset : report.datasets) {
            if (dataset.card)
                addCard(dataset, report.privacy, name + std::to_string(count++) + " ", texts);
        }
    }
    return texts;
}

} // namespace cupel::test
