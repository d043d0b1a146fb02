#include "core/pipeline/roles_notes.h"

#include <algorithm>
#include <optional>
#include <set>
#include <utility>

#include "core/catalog/catalog.h"
#include "core/findings/run_settings.h"
#include "core/pipeline/last_run.h"
#include "core/pipeline/roles_state.h"
#include "core/reports/json_parts.h"
#include "core/reports/report_archive.h"
#include "core/table/column.h"

namespace cupel::pipeline {
namespace {

using base::Result;
using catalog::Catalog;
using catalog::Note;

/// What a run was asked about a dataset.
RolesState askedState(const reports::Report& report, const reports::DatasetReport& dataset)
{
    RolesState state = rolesStateOf(dataset.roles);
    const findings::Policy& policy = report.policy;
    if (!policy.file.empty())
        state[{std::string(kPolicyEntry), ""}] = {reports::policyName(policy)};
    for (const findings::FlagSetting& flag : findings::flagsOf(policy)) {
        // What outputs show and the exit code change nothing of what is found.
        if (!flag.key.starts_with("privacy.") && flag.key != "fail-on")
            state[{std::string(kLimitsEntry), ""}].push_back(flag.key + "=" + flag.value);
    }
    if (!dataset.whereText.empty())
        state[{std::string(kRowsEntry), ""}] = {dataset.whereText};
    return state;
}

/// The state of the newest run over a dataset whose report is there; none: there is no such run.
Result<std::optional<RolesState>> stateOfLastRun(const Catalog& catalog, std::int64_t dataset)
{
    using Found = std::optional<RolesState>;
    const auto versions = catalog.versions(dataset);
    if (!versions)
        return versions.error();
    const auto last = lastRun(catalog, *versions, RunsWanted::WithReport);
    if (!last)
        return last.error();
    if (!*last)
        return Found();
    const auto [run, place] = **last;
    const auto archive = catalog.archive(run);
    if (!archive)
        return archive.error();
    const auto report = reports::reportOf(*archive);
    // What cannot be read says nothing.
    if (!report || place >= report->datasets.size())
        return Found();
    return Found(askedState(*report, report->datasets[place]));
}

/// The roles that the catalog knew last.
Result<RolesState> formerState(const Catalog& catalog, std::int64_t dataset, const RolesState& now)
{
    const auto last = catalog.lastEvent(dataset, catalog::kRolesEvent);
    if (!last)
        return last.error();
    if (*last) {
        if (auto state = rolesStateFrom((*last)->after)) {
            std::erase_if(
                *state, [](const auto& one) { return one.first.kind == kFoundTypeEntry; });
            return std::move(*state);
        }
    } else if (now.empty()) {
        return RolesState(); // so were the runs before; their reports can be long to read
    }
    auto state = stateOfLastRun(catalog, dataset);
    if (!state)
        return state.error();
    return *state ? std::move(**state) : RolesState();
}

/// Columns whose type is chosen in `one` and not in `other`.
std::set<std::string> typedInOne(const RolesState& one, const RolesState& other)
{
    std::set<std::string> columns;
    for (const auto& [entry, values] : one) {
        if (entry.kind == kTypeEntry && !other.contains(entry))
            columns.insert(entry.of);
    }
    return columns;
}

void addFound(const std::string& column, std::string type, RolesState& state)
{
    state[{std::string(kFoundTypeEntry), column}] = {std::move(type)};
}

/// Say which types the version before had, where one was chosen since.
Result<void> addFoundBefore(const Catalog& catalog, const catalog::Version& version,
    const std::set<std::string>& columns, RolesState& state)
{
    if (columns.empty())
        return {};
    const auto versions = catalog.versions(version.dataset);
    if (!versions)
        return versions.error();
    const auto former = std::find_if(versions->begin(), versions->end(),
        [&version](const catalog::Version& one) { return one.number == version.number - 1; });
    if (former == versions->end())
        return {};
    const auto contents = catalog.contents(former->id);
    if (!contents)
        return contents.error();
    for (const catalog::ColumnInfo& column : contents->columns) {
        if (columns.contains(column.name))
            addFound(column.name, column.type, state);
    }
    return {};
}

bool isEntryOfRun(const RolesEntry& entry)
{
    return entry.kind == kPolicyEntry || entry.kind == kLimitsEntry || entry.kind == kRowsEntry;
}

/// The note of one dataset; none where its roles are as they were. Without a run its policy and its
/// rows are as they were.
Result<std::optional<Note>> noteOf(const Catalog& catalog, std::int64_t versionId,
    const reports::DatasetReport& dataset, const reports::Report* run, const std::string& who)
{
    const auto version = catalog.versionOfId(versionId);
    if (!version)
        return version.error();
    RolesState after = run ? askedState(*run, dataset) : rolesStateOf(dataset.roles);
    auto before = formerState(catalog, version->dataset, after);
    if (!before)
        return before.error();
    for (const auto& one : *before) {
        if (!run && isEntryOfRun(one.first))
            after.insert(one);
    }
    if (areSame(*before, after))
        return std::optional<Note>();
    const std::set<std::string> taken = typedInOne(*before, after);
    if (auto added = addFoundBefore(catalog, *version, typedInOne(after, *before), *before); !added)
        return added.error();
    for (const counts::ColumnDescription& column : dataset.description.columns) {
        if (taken.contains(column.name))
            addFound(column.name, std::string(table::typeName(column.type)), after);
    }
    return std::optional(Note{versionId, std::string(catalog::kRolesEvent),
        before->empty() ? std::string() : rolesStateText(*before), rolesStateText(after), who});
}

} // namespace

catalog::NotesOf rolesNotes(const reports::Report& report, std::string who)
{
    return [&report, who = std::move(who)](const Catalog& catalog,
               const std::vector<std::int64_t>& versions) -> Result<std::vector<Note>> {
        std::vector<Note> notes;
        for (std::size_t i = 0; i < versions.size() && i < report.datasets.size(); ++i) {
            auto note = noteOf(catalog, versions[i], report.datasets[i], &report, who);
            if (!note)
                return note.error();
            if (*note)
                notes.push_back(std::move(**note));
        }
        return notes;
    };
}

catalog::NotesOf rolesNotes(const reports::DatasetReport& dataset, std::string who)
{
    return [&dataset, who = std::move(who)](const Catalog& catalog,
               const std::vector<std::int64_t>& versions) -> Result<std::vector<Note>> {
        std::vector<Note> notes;
        if (rolesStateOf(dataset.roles).empty())
            return notes;
        auto note = noteOf(catalog, versions.front(), dataset, nullptr, who);
        if (!note)
            return note.error();
        if (*note)
            notes.push_back(std::move(**note));
        return notes;
    };
}

} // namespace cupel::pipeline
