#include "ui/dialogs/role_lines.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>
#include <algorithm>
#include <utility>

#include "core/audits/role_names.h"
#include "core/reports/text_forms.h"
#include "ui/theme/plural_forms.h"
#include "ui/theme/shown.h"

namespace cupel::ui {
namespace {

using audits::Roles;

constexpr std::size_t kTextColumns = 60;
constexpr const char* kNullToken = "null-token";

QString lineWords(const char* text)
{
    return QCoreApplication::translate("cupel::ui::RolesQuestion", text);
}

QString nameOf(const std::string& text)
{
    return shown(reports::shortened(text, kTextColumns));
}

/// A text of a cell, which may be blank.
QString cellWords(const std::string& text)
{
    return QStringLiteral("“%1”").arg(nameOf(text));
}

QString listed(const std::vector<std::string>& texts)
{
    QStringList words;
    for (const std::string& text : texts)
        words << cellWords(text);
    return words.join(QStringLiteral(", "));
}

QString roleWords(const std::string& role)
{
    if (role == "weight")
        return lineWords("weight of the rows");
    if (role == "id")
        return lineWords("id of the rows");
    if (role == "split")
        return lineWords("split");
    if (role == "prediction")
        return lineWords("prediction");
    if (role == "score")
        return lineWords("score");
    if (role == "stratum")
        return lineWords("stratum");
    if (role == "time-window")
        return lineWords("time window");
    return shown(role);
}

std::string Roles::*placeOf(const std::string& role)
{
    for (const audits::SingleRole& single : audits::singleRoles()) {
        if (single.name == role)
            return single.column;
    }
    return nullptr;
}

bool hasGroup(const Roles& roles, const std::string& column)
{
    return std::any_of(roles.groups.begin(), roles.groups.end(),
        [&column](const audits::GroupRole& group) { return group.column == column; });
}

/// Whether roles say already what is suggested; then they say it no more.
bool takeOut(Roles& roles, const audits::Proposal& proposal)
{
    if (proposal.role == kNullToken) {
        const auto found = roles.missing.find(proposal.column);
        if (found == roles.missing.end() || std::erase(found->second, proposal.value) == 0)
            return false;
        if (found->second.empty())
            roles.missing.erase(found);
        return true;
    }
    const auto place = placeOf(proposal.role);
    if (!place || roles.*place != proposal.column)
        return false;
    (roles.*place).clear();
    return true;
}

QString suggestionWords(const audits::Proposal& proposal)
{
    if (proposal.role == kNullToken) {
        return QCoreApplication::translate(
            "cupel::ui::RolesQuestion", "%1 in %2, %3 of the rows looked at: missing?")
            .arg(cellWords(proposal.value), nameOf(proposal.column), counted(proposal.rows));
    }
    return lineWords("%1 looks like the %2: %3")
        .arg(nameOf(proposal.column), roleWords(proposal.role), shown(proposal.reason));
}

/// The lines of what roles say, each of which says it again.
class SaidLines {
public:
    explicit SaidLines(const Roles& roles)
        : m_roles(roles)
    {
    }

    std::vector<RoleLine> lines()
    {
        if (m_roles.label)
            ofLabel(*m_roles.label);
        for (const audits::GroupRole& group : m_roles.groups)
            ofGroup(group);
        for (const std::vector<std::string>& columns : m_roles.intersections)
            ofCrossed(columns);
        for (const audits::SingleRole& single : audits::singleRoles())
            ofColumn(single);
        ofScore();
        for (const auto& [column, role] : m_roles.other) {
            add(lineWords("%1: %2").arg(nameOf(column), shown(role)),
                [column = column, role = role](Roles& roles) { roles.other[column] = role; });
        }
        for (const auto& [column, tokens] : m_roles.missing)
            ofMissing(column, tokens);
        for (const auto& [column, type] : m_roles.types) {
            add(lineWords("Type of %1: %2").arg(nameOf(column), shown(type)),
                [column = column, type = type](Roles& roles) { roles.types[column] = type; });
        }
        for (std::size_t i = 1; i < m_roles.use.size(); ++i) {
            add(lineWords("Intended use as well: %1").arg(shown(m_roles.use[i])),
                [use = m_roles.use[i]](Roles& roles) { roles.use.push_back(use); });
        }
        return std::move(m_lines);
    }

private:
    void add(const QString& text, std::function<void(Roles&)> apply)
    {
        m_lines.push_back({text, true, std::move(apply)});
    }

    /// Only as long as the column is the label.
    void ofLabel(const audits::LabelRole& label)
    {
        const auto isLabel = [column = label.column](const Roles& roles) {
            return roles.label && roles.label->column == column;
        };
        if (label.positive) {
            add(lineWords("The event that is predicted: %1").arg(cellWords(*label.positive)),
                [isLabel, value = *label.positive](Roles& roles) {
                    if (isLabel(roles))
                        roles.label->positive = value;
                });
        }
        if (!label.classes.empty()) {
            add(lineWords("Classes of the label: %1").arg(listed(label.classes)),
                [isLabel, classes = label.classes](Roles& roles) {
                    if (isLabel(roles))
                        roles.label->classes = classes;
                });
        }
    }

    /// Only as long as the column is a group.
    void ofGroup(const audits::GroupRole& group)
    {
        const auto change = [column = group.column](Roles& roles, auto set) {
            for (audits::GroupRole& one : roles.groups) {
                if (one.column == column)
                    set(one);
            }
        };
        if (group.reference) {
            add(lineWords("%1 is compared with %2")
                    .arg(nameOf(group.column), cellWords(*group.reference)),
                [change, value = *group.reference](Roles& roles) {
                    change(roles, [&value](audits::GroupRole& one) { one.reference = value; });
                });
        }
        if (!group.bins.empty()) {
            QStringList edges;
            for (const double edge : group.bins)
                edges << QLocale().toString(edge);
            add(lineWords("%1 in ranges between %2")
                    .arg(nameOf(group.column), edges.join(QStringLiteral("; "))),
                [change, bins = group.bins](Roles& roles) {
                    change(roles, [&bins](audits::GroupRole& one) { one.bins = bins; });
                });
        }
    }

    /// Only as long as those that were groups are.
    void ofCrossed(const std::vector<std::string>& columns)
    {
        QStringList names;
        std::vector<std::string> groups;
        for (const std::string& column : columns) {
            names << nameOf(column);
            if (hasGroup(m_roles, column))
                groups.push_back(column);
        }
        add(lineWords("Crossed groups: %1").arg(names.join(QStringLiteral(" × "))),
            [columns, groups](Roles& roles) {
                if (std::all_of(groups.begin(), groups.end(),
                        [&roles](const std::string& one) { return hasGroup(roles, one); }))
                    roles.intersections.push_back(columns);
            });
    }

    void ofColumn(const audits::SingleRole& single)
    {
        const std::string& column = m_roles.*single.column;
        if (column.empty())
            return;
        add(lineWords("%1 is the %2").arg(nameOf(column), roleWords(std::string(single.name))),
            [place = single.column, column](Roles& roles) { roles.*place = column; });
    }

    /// Only as long as there is a score.
    void ofScore()
    {
        if (m_roles.threshold) {
            add(lineWords("The score predicts from %1").arg(QLocale().toString(*m_roles.threshold)),
                [value = *m_roles.threshold](Roles& roles) {
                    if (!roles.score.empty())
                        roles.threshold = value;
                });
        }
        if (m_roles.scoreOf) {
            add(lineWords("The score is of %1").arg(cellWords(*m_roles.scoreOf)),
                [value = *m_roles.scoreOf](Roles& roles) {
                    if (!roles.score.empty())
                        roles.scoreOf = value;
                });
        }
    }

    void ofMissing(const std::string& column, const std::vector<std::string>& tokens)
    {
        const QString text = column == "*" ? lineWords("Means missing everywhere: %1")
            : tokens.empty()               ? lineWords("In %1 no text means missing")
                                           : lineWords("Means missing in %2: %1");
        const QString texts = listed(tokens);
        const QString words = column == "*" ? text.arg(texts)
            : tokens.empty()                ? text.arg(nameOf(column))
                                            : text.arg(texts, nameOf(column));
        add(words, [column, tokens](Roles& roles) {
            std::vector<std::string>& all = roles.missing[column];
            for (const std::string& token : tokens) {
                if (std::find(all.begin(), all.end(), token) == all.end())
                    all.push_back(token);
            }
        });
    }

    const Roles& m_roles;
    std::vector<RoleLine> m_lines;
};

} // namespace

std::vector<RoleLine> roleLines(const counts::Description& description, const audits::Roles& roles)
{
    // A suggestion that was taken stays one, with its reason.
    Roles asked;
    asked.label = roles.label;
    asked.groups = roles.groups;
    asked.intersections = roles.intersections;
    asked.other = roles.other;
    if (const auto everywhere = roles.missing.find("*"); everywhere != roles.missing.end())
        asked.missing.insert(*everywhere);
    Roles rest = roles;
    std::vector<RoleLine> suggested;
    for (const audits::Proposal& proposal : audits::propose(description, asked)) {
        const auto place = placeOf(proposal.role);
        if (!place && proposal.role != kNullToken)
            continue;
        const bool isOn = takeOut(rest, proposal);
        // What roles say of a column, and of a place, is not asked again.
        const bool isAnswered = place
            && (!(rest.*place).empty() || (!isOn && !roles.roleOf(proposal.column).empty()));
        if (isAnswered)
            continue;
        suggested.push_back({suggestionWords(proposal), isOn, [proposal, place](Roles& one) {
                                 if (place)
                                     one.*place = proposal.column;
                                 else
                                     one.missing[proposal.column].push_back(proposal.value);
                             }});
    }
    std::vector<RoleLine> lines = SaidLines(rest).lines();
    // What is said of a score needs the score before it.
    suggested.insert(suggested.end(), std::make_move_iterator(lines.begin()),
        std::make_move_iterator(lines.end()));
    return suggested;
}

} // namespace cupel::ui
