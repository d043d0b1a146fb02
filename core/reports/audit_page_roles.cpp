#include "core/reports/audit_page_parts.h"

#include "core/audits/group_counts.h"
#include "core/audits/role_names.h"
#include "core/audits/wording.h"
#include "core/base/number.h"

namespace cupel::reports {
namespace {

using base::DataText;

base::Sentence labelText(const audits::LabelRole& label)
{
    base::Sentence text{DataText::name(label.column)};
    if (label.favourable)
        audits::append(text, {", favourable value ", DataText::name(*label.favourable)});
    if (label.positive)
        audits::append(text, {", positive value ", DataText::name(*label.positive)});
    return text;
}

base::Sentence groupText(const audits::GroupRole& group)
{
    base::Sentence text{DataText::name(group.column)};
    std::string edges;
    for (const double edge : group.bins)
        edges += (edges.empty() ? ", bins " : ", ") + base::formatNumber(edge);
    if (!edges.empty())
        text.emplace_back(edges);
    if (group.reference)
        audits::append(text, {", compared with ", DataText::name(*group.reference)});
    return text;
}

base::Sentence scoreText(const audits::Roles& roles)
{
    base::Sentence text{DataText::name(roles.score)};
    if (roles.threshold)
        text.emplace_back(", from " + base::formatNumber(*roles.threshold) + " on");
    if (roles.scoreOf)
        audits::append(text, {", of ", DataText::name(*roles.scoreOf)});
    return text;
}

std::string titleOf(std::string_view role)
{
    std::string title(role);
    for (char& c : title) {
        if (c == '-')
            c = ' ';
    }
    title[0] = static_cast<char>(title[0] - 'a' + 'A');
    return title;
}

base::Sentence missingText(const audits::Roles& roles)
{
    std::vector<base::Sentence> all;
    for (const auto& [column, tokens] : roles.missing) {
        base::Sentence text;
        for (const std::string& token : tokens)
            audits::append(
                text, {std::string(text.empty() ? "\"" : ", \""), DataText::name(token), "\""});
        if (column != "*")
            audits::append(text, {" in ", DataText::name(column)});
        all.push_back(std::move(text));
    }
    constexpr std::size_t kColumns = 10;
    return audits::listing(all, kColumns);
}

} // namespace

KeyValues roleFacts(const DatasetReport& dataset)
{
    constexpr std::size_t kGroups = 20;
    const audits::Roles& roles = dataset.roles;
    KeyValues facts;
    const auto add = [&facts](std::string key, const base::Sentence& value) {
        if (!value.empty())
            facts.rows.push_back({std::move(key), cutTexts(value), false});
    };
    if (roles.label)
        add("Label", labelText(*roles.label));
    for (std::size_t i = 0; i < roles.groups.size() && i < kGroups; ++i)
        add("Group", groupText(roles.groups[i]));
    std::vector<base::Sentence> crossed;
    for (const std::vector<std::string>& columns : roles.intersections)
        crossed.push_back(audits::columnWords(columns));
    add("Crossed groups", audits::listing(crossed, kGroups));
    for (const audits::SingleRole& single : audits::singleRoles()) {
        const std::string& column = roles.*single.column;
        if (column.empty())
            continue;
        add(titleOf(single.name),
            single.name == "score" ? scoreText(roles) : base::Sentence{DataText::name(column)});
    }
    add("Taken for missing", missingText(roles));
    std::string uses;
    for (const std::string& use : roles.use)
        uses += (uses.empty() ? "" : ", ") + use;
    if (!uses.empty())
        add("Intended use", {uses});
    return facts;
}

} // namespace cupel::reports
