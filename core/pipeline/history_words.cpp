#include "core/pipeline/history_words.h"

#include <cstdint>
#include <map>
#include <optional>
#include <utility>

#include <nlohmann/json.hpp>

#include "core/catalog/notes.h"
#include "core/catalog/review.h"
#include "core/pipeline/review_words.h"
#include "core/pipeline/roles_words.h"
#include "core/reports/finding_texts.h"
#include "core/reports/terminal_text.h"

namespace cupel::pipeline {
namespace {

using base::DataText;
using base::Sentence;
using nlohmann::json;
using reports::countedWords;
using reports::groupedDigits;

/// What an event holds of before or after. It comes from the file of a catalog: anything is
/// possible.
class Noted {
public:
    explicit Noted(const std::string& text)
        : m_json(json::parse(text, nullptr, false))
    {
    }

    std::optional<std::int64_t> integer(const char* key) const
    {
        const json* const value = find(key);
        return value && value->is_number_integer() ? std::optional(value->get<std::int64_t>())
                                                   : std::nullopt;
    }
    std::string text(const char* key) const
    {
        const json* const value = find(key);
        return value && value->is_string() ? value->get<std::string>() : std::string();
    }

private:
    const json* find(const char* key) const
    {
        if (!m_json.is_object())
            return nullptr;
        const auto found = m_json.find(key);
        return found == m_json.end() ? nullptr : &*found;
    }

    json m_json;
};

std::string verdictWords(const catalog::VerdictCounts& verdict)
{
    std::string words;
    const auto add = [&words](std::int64_t number, const std::string& text) {
        if (number > 0)
            words += (words.empty() ? "" : ", ") + text;
    };
    add(verdict.errors, countedWords(verdict.errors, "error", "errors"));
    add(verdict.warnings, countedWords(verdict.warnings, "warning", "warnings"));
    add(verdict.notes, countedWords(verdict.notes, "note", "notes"));
    add(verdict.reviews, groupedDigits(verdict.reviews) + " for a person to decide");
    add(verdict.open, groupedDigits(verdict.open) + " with not enough evidence");
    if (words.empty())
        words = "no findings";
    add(verdict.waived, groupedDigits(verdict.waived) + " waived");
    add(verdict.notRun, countedWords(verdict.notRun, "audit not run", "audits not run"));
    return words;
}

class HistoryWriter {
public:
    HistoryWriter(
        const std::vector<catalog::Version>& versions, const std::vector<catalog::StoredRun>& runs)
    {
        for (const catalog::Version& version : versions)
            m_versions.emplace(version.number, &version);
        for (const catalog::StoredRun& run : runs)
            m_runs.emplace(run.id, &run);
    }

    HistoryEntry entry(const catalog::Event& event) const
    {
        HistoryEntry entry{event.at, event.who, {}, {}};
        if (event.what == "import") {
            readImport(event, entry);
        } else if (event.what == "run") {
            entry.what = "Audited";
            entry.details = runDetails(Noted(event.after));
        } else if (event.what == "restore") {
            entry.what = "Restored";
            const std::string name = Noted(event.after).text("name");
            if (!name.empty() && name != Noted(event.before).text("name"))
                entry.details = {"as ", DataText::name(name)};
        } else if (event.what == catalog::kReviewEvent) {
            ReviewEventWords words = reviewEventWords(event);
            entry.what = std::move(words.what);
            entry.details = std::move(words.details);
        } else if (event.what == catalog::kRolesEvent) {
            RolesEventWords words = rolesEventWords(event);
            entry.what = std::move(words.what);
            entry.details = std::move(words.details);
        } else if (event.what == "relocate") {
            entry.what = "Its file is elsewhere";
            entry.details = {"now ", DataText::document(Noted(event.after).text("path")),
                ", before ", DataText::document(Noted(event.before).text("path"))};
        } else if (event.what == "remove" || event.what == "purge") {
            entry.what = event.what == "remove" ? "Removed" : "Deleted for good";
        } else {
            readOther(event, entry);
        }
        return entry;
    }

private:
    void readImport(const catalog::Event& event, HistoryEntry& entry) const
    {
        const auto before = Noted(event.before).integer("version");
        const auto after = Noted(event.after).integer("version");
        const bool isNew = before != after;
        entry.what = !before ? "Added" : isNew ? "New version" : "Read again";
        if (!after)
            return;
        std::string words = "version " + groupedDigits(*after);
        if (const auto version = m_versions.find(*after); version != m_versions.end()) {
            const catalog::FileFacts& file = version->second->file;
            words += ": " + countedWords(file.rows, "row", "rows") + ", "
                + countedWords(file.bytes, "byte", "bytes");
            if (file.rejectedRows > 0)
                words += ", " + countedWords(file.rejectedRows, "rejected row", "rejected rows");
        }
        if (before && !isNew)
            words += ", unchanged";
        entry.details = {words};
    }

    Sentence runDetails(const Noted& after) const
    {
        const auto id = after.integer("run");
        const auto found = id ? m_runs.find(*id) : m_runs.end();
        if (found == m_runs.end()) {
            const std::string level = after.text("level");
            if (level.empty())
                return {};
            return {"worst finding: ", DataText::name(level)};
        }
        const catalog::StoredRun* const run = found->second;
        std::string words = verdictWords(run->info.verdict);
        if (!run->info.reasons.empty())
            words += "; incomplete";
        if (!run->hasArchive)
            words += "; its report is gone";
        return {words + "; by cupel ", DataText::name(run->info.programVersion)};
    }

    /// Of a newer program: what it wrote.
    static void readOther(const catalog::Event& event, HistoryEntry& entry)
    {
        entry.what = event.what;
        if (!event.before.empty())
            entry.details = {"before ", DataText::document(event.before)};
        if (event.after.empty())
            return;
        entry.details.emplace_back(event.before.empty() ? "" : "; after ");
        entry.details.emplace_back(DataText::document(event.after));
    }

    std::map<std::int64_t, const catalog::Version*> m_versions; ///< by number
    std::map<std::int64_t, const catalog::StoredRun*> m_runs; ///< by id
};

} // namespace

std::vector<HistoryEntry> historyEntries(const std::vector<catalog::Event>& events,
    const std::vector<catalog::Version>& versions, const std::vector<catalog::StoredRun>& runs)
{
    const HistoryWriter writer(versions, runs);
    std::vector<HistoryEntry> entries;
    entries.reserve(events.size());
    for (auto event = events.rbegin(); event != events.rend(); ++event)
        entries.push_back(writer.entry(*event));
    return entries;
}

} // namespace cupel::pipeline
