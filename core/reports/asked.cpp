#include "core/reports/asked.h"

#include "core/audits/role_names.h"
#include "core/base/number.h"
#include "core/license/uses.h"
#include "core/reports/privacy.h"
#include "core/reports/report.h"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <vector>

namespace cupel::reports {
namespace {

using base::DataText;
using Names = std::vector<std::string_view>;

/// Texts after one another so that no two lists give the same whole.
std::string joinedTexts(const std::vector<std::string>& texts)
{
    std::string whole;
    for (const std::string& text : texts)
        whole += (whole.empty() ? "" : ", ") + std::to_string(text.size()) + ":" + text;
    return whole;
}

class AskedTexts {
public:
    AskedTexts(const DatasetReport& dataset, const PrivacyView& view)
        : m_dataset(dataset)
        , m_view(view)
    {
    }

    Asked take()
    {
        put("card", m_dataset.cardFile);
        put("where", shown(m_dataset.whereText));
        addRoles(m_dataset.roles);
        addReading(m_dataset.options);
        return std::move(m_asked);
    }

private:
    /// What the user wrote is shown as the values of roles are.
    std::string shown(const std::string& text) const
    {
        return text.empty() ? text : m_view.show(DataText::roleValue(text, kEnoughRows));
    }

    std::string shown(const std::vector<std::string>& texts) const
    {
        std::vector<std::string> all;
        all.reserve(texts.size());
        for (const std::string& text : texts)
            all.push_back(shown(text));
        return joinedTexts(all);
    }

    void put(const std::string& key, std::string text)
    {
        if (!text.empty())
            m_asked[key] = std::move(text);
    }

    static std::string binsOf(const audits::GroupRole& group)
    {
        std::string text;
        for (const double edge : group.bins)
            text += (text.empty() ? "bins " : ", ") + base::formatNumber(edge);
        return text.empty() ? "values" : text;
    }

    void addRoles(const audits::Roles& roles)
    {
        if (roles.label) {
            put("label", roles.label->column);
            put("favourable", shown(roles.label->favourable.value_or("")));
            put("positive", shown(roles.label->positive.value_or("")));
            put("classes", shown(roles.label->classes));
        }
        std::map<std::string, std::string> bins;
        for (const audits::GroupRole& group : roles.groups) {
            put("group:" + group.column, bins[group.column] = binsOf(group));
            put("reference:" + group.column, shown(group.reference.value_or("")));
        }
        for (const std::vector<std::string>& crossed : roles.intersections) {
            std::string name;
            std::vector<std::string> parts;
            for (const std::string& column : crossed) {
                name += (name.empty() ? "" : ",") + column;
                const auto its = bins.find(column);
                parts.push_back(column + " " + (its == bins.end() ? "values" : its->second));
            }
            put("intersection:" + name, joinedTexts(parts));
        }
        for (const auto& [name, member] : audits::singleRoles())
            put(std::string(name), roles.*member);
        if (roles.threshold)
            put("threshold", base::formatNumber(*roles.threshold));
        put("score-of", shown(roles.scoreOf.value_or("")));
        for (const std::string& name : roles.use) {
            if (const auto use = license::useFromName(name))
                put("use:" + std::string(license::useName(*use)), "stated");
        }
    }

    void addReading(const readers::CsvOptions& options)
    {
        put("delimiter", options.delimiter.value_or(""));
        if (options.quote)
            put("quote", *options.quote == '\0' ? "none" : std::string(1, *options.quote));
        put("header", options.hasHeader ? "" : "none");
        put("names", joinedTexts(options.names));
        put("missing:*", joinedTexts(options.nullTokens));
        for (const auto& [column, tokens] : options.nullTokensByColumn)
            put("missing:" + column, joinedTexts(tokens));
        for (const auto& [column, type] : options.types)
            put("type:" + column, std::string(table::typeName(type)));
    }

    const DatasetReport& m_dataset;
    const PrivacyView& m_view;
    Asked m_asked;
};

struct AuditNeeds {
    std::string_view audit;
    Names roles; ///< that its findings depend on, besides the group columns of their subjects
    bool hasGroups = false;
    bool readsAll = false; ///< a finding depends on every column
};

const AuditNeeds* needsOf(std::string_view audit)
{
    static const std::vector<AuditNeeds> kAll{
        {"group-gaps", {"label", "favourable", "classes", "weight"}, true, false},
        {"group-gaps-predictions",
            {"label", "favourable", "positive", "classes", "prediction", "score", "threshold",
                "score-of", "weight"},
            true, false},
        {"class-imbalance", {"label", "classes", "weight"}, true, false},
        {"split-leakage", {"split", "id"}, false, true},
        {"split-drift", {"split", "label", "favourable", "weight", "id"}, true, false},
        {"conflicting-labels", {"label", "prediction", "score", "weight", "id", "split"}, false,
            true},
        {"duplicates", {}, false, true},
        {"column-profile", {}, false, false},
        {"data-card", {"card", "label", "favourable", "split"}, false, true},
        {"license-terms", {"card"}, false, false},
        {"documents", {"card"}, false, false},
    };
    const auto found = std::find_if(
        kAll.begin(), kAll.end(), [audit](const AuditNeeds& one) { return one.audit == audit; });
    return found == kAll.end() ? nullptr : &*found;
}

/// Rules whose remedy is to read the file in another way.
bool isCuredByReading(std::string_view rule)
{
    constexpr std::array<std::string_view, 6> kRules{"data.likely-missing-token",
        "data.mixed-types", "data.rejected-rows", "data.stray-quotes", "data.renamed-column",
        "data.header-looks-like-data"};
    return std::find(kRules.begin(), kRules.end(), rule) != kRules.end();
}

class AskedComparison {
public:
    AskedComparison(const AskedSubject& about, const Coverage& old, const Coverage& now)
        : m_about(about)
        , m_old(old)
        , m_now(now)
    {
    }

    bool isSame() const
    {
        if (!isThere())
            return false;
        const AuditNeeds* needs = needsOf(m_about.audit);
        if (!needs)
            return m_old.asked == m_now.asked && isKnown(m_now.asked);
        const bool isOfDocuments = m_about.audit == "license-terms" || m_about.audit == "documents";
        if (const std::string use = member("use"); !use.empty() && !isSame("use:" + use))
            return false;
        if (!areSame(needs->roles))
            return false;
        if (isOfDocuments)
            return true;
        return isSame("where") && (isCuredByReading(m_about.rule) || isReadAlike(*needs))
            && (!needs->hasGroups || isGroupedAlike());
    }

private:
    std::string member(const char* key) const
    {
        const auto found = m_about.subject.find(key);
        return found == m_about.subject.end() ? std::string() : found->second;
    }

    /// Name of the column or of the crossed columns that the finding is about.
    std::string columnName() const
    {
        const std::string crossed = member("columns");
        return crossed.empty() ? member("column") : crossed;
    }

    /// A column that is gone, or a split, could not be looked at.
    bool isThere() const
    {
        const std::string column = columnName();
        const std::string of = member("of");
        const std::string split = member("split");
        const AuditNeeds* needs = needsOf(m_about.audit);
        if (needs && needs->hasGroups && isLeftOut(column))
            return false;
        return (column.empty() || m_now.columns.contains(column)
                   || m_now.asked.contains("intersection:" + column))
            && (of.empty() || m_now.columns.contains(of))
            && (split.empty() || m_now.splits.contains(split));
    }

    bool isLeftOut(const std::string& column) const
    {
        return m_about.rule != kTooManyGroupsRule
            && std::any_of(m_now.leftOut.begin(), m_now.leftOut.end(),
                [&](const std::string& one) { return isPartOf(one, column); });
    }

    /// Whether a column is one of crossed columns, or the only one.
    static bool isPartOf(const std::string& column, const std::string& crossed)
    {
        return ("," + crossed + ",").find("," + column + ",") != std::string::npos;
    }

    static bool isKnown(const std::string& text)
    {
        return text.find(kHiddenText) == std::string::npos;
    }

    static bool isKnown(const Asked& asked)
    {
        return std::all_of(
            asked.begin(), asked.end(), [](const auto& one) { return isKnown(one.second); });
    }

    bool isSame(const std::string& key) const
    {
        const auto before = m_old.asked.find(key);
        const auto after = m_now.asked.find(key);
        if (before == m_old.asked.end() || after == m_now.asked.end())
            return (before == m_old.asked.end()) == (after == m_now.asked.end());
        return before->second == after->second && isKnown(after->second);
    }

    bool areSame(const Names& keys) const
    {
        return std::all_of(keys.begin(), keys.end(),
            [this](std::string_view key) { return isSame(std::string(key)); });
    }

    /// Whether the finding depends on the cells of a column.
    bool readsColumn(const AuditNeeds& needs, const std::string& column) const
    {
        if (needs.readsAll || column == member("of") || isPartOf(column, columnName()))
            return true;
        return std::any_of(needs.roles.begin(), needs.roles.end(), [&](std::string_view role) {
            const auto its = m_now.asked.find(std::string(role));
            return its != m_now.asked.end() && its->second == column;
        });
    }

    bool isReadAlike(const AuditNeeds& needs) const
    {
        if (!areSame({"delimiter", "quote", "header", "names", "missing:*"}))
            return false;
        for (const Asked* asked : {&m_old.asked, &m_now.asked}) {
            for (const auto& [key, text] : *asked) {
                const std::size_t colon = key.find(':');
                const std::string kind = key.substr(0, colon);
                if ((kind == "missing" || kind == "type")
                    && readsColumn(needs, key.substr(colon + 1)) && !isSame(key))
                    return false;
            }
        }
        return true;
    }

    bool isGroupedAlike() const
    {
        // A column of the data, not of groups, whose role plays no part.
        if (m_about.rule == "drift.column-shift")
            return true;
        const std::string column = columnName();
        return column.empty()
            || (isSame("group:" + column) && isSame("reference:" + column)
                && isSame("intersection:" + column));
    }

    const AskedSubject& m_about;
    const Coverage& m_old;
    const Coverage& m_now;
};

} // namespace

Asked askedOf(const DatasetReport& dataset, const PrivacyView& view)
{
    return AskedTexts(dataset, view).take();
}

bool isAskedAgain(const AskedSubject& about, const Coverage& old, const Coverage& now)
{
    return AskedComparison(about, old, now).isSame();
}

} // namespace cupel::reports
