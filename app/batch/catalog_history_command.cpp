#include <nlohmann/json.hpp>
#include <utility>

#include "app/batch/catalog_commands.h"
#include "app/batch/catalog_texts.h"
#include "app/batch/exit_code.h"
#include "app/batch/output.h"
#include "app/batch/progress.h"
#include "core/pipeline/dataset_history.h"
#include "core/reports/json_text.h"
#include "core/reports/privacy.h"
#include "core/reports/terminal_text.h"
#include "core/reports/text_forms.h"

namespace cupel::batch {
namespace {

using Json = nlohmann::ordered_json;
using catalog::Catalog;
using reports::visibleText;

constexpr std::size_t kMostWhoColumns = 40;

/// The catalog is of the one who asks: nothing in it is hidden.
std::string wholeText(const base::Sentence& sentence)
{
    return reports::PrivacyView{reports::PrivacyRule(reports::Privacy::Full)}.show(sentence);
}

Json historyJson(const pipeline::HistoryEntry& entry)
{
    return {{"at", timeText(entry.at)}, {"who", entry.who}, {"what", entry.what},
        {"details", wholeText(entry.details)}};
}

std::vector<std::string> historyRow(const pipeline::HistoryEntry& entry)
{
    const std::string who = reports::shortened(entry.who, kMostWhoColumns);
    return {timeText(entry.at), who.empty() ? "-" : visibleText(who), visibleText(entry.what),
        visibleText(wholeText(entry.details))};
}

int printHistory(const CatalogArguments& arguments, const std::string& name)
{
    if (arguments.catalog.empty())
        return fail(needsCatalog("catalog history"));
    Progress progress(ProgressMode::Auto);
    const auto catalog = Catalog::open(arguments.catalog, Catalog::Missing::Fail, progress.job());
    if (!catalog)
        return fail(catalog.error());
    const auto history = pipeline::historyOf(*catalog, name);
    if (!history)
        return fail(history.error());
    Json list = Json::array();
    std::vector<std::vector<std::string>> rows;
    for (const pipeline::HistoryEntry& entry : history->entries) {
        list.push_back(historyJson(entry));
        rows.push_back(historyRow(entry));
    }
    return printText(arguments.json
            ? reports::jsonText({{"dataset", name}, {"history", std::move(list)}})
            : aligned(rows));
}

} // namespace

Command catalogHistoryCommand(CatalogArguments& arguments)
{
    return {"catalog history", "NAME",
        "Tell what happened to a dataset, and who chose or said what: the last event first, as the "
        "page History of the window does.",
        {catalogOption(arguments.catalog),
            {"--json", '\0', "", "as JSON", storeTrue(arguments.json)}},
        [&arguments](const std::vector<std::string>& operands) {
            return printHistory(arguments, operands[0]);
        }};
}

} // namespace cupel::batch
