#include "core/reports/privacy.h"

#include <algorithm>
#include <array>
#include <utility>

#include "core/base/cut_text.h"

namespace cupel::reports {
namespace {

constexpr std::array<std::pair<Privacy, std::string_view>, 3> kNames{{
    {Privacy::Full, "full"},
    {Privacy::Masked, "masked"},
    {Privacy::Aggregate, "aggregate"},
}};

/// Column whose values a Dim's cells are, or empty where the cells are words of our own.
std::string_view valueColumn(const counts::Dim& dim)
{
    if (const auto* value = std::get_if<counts::ValueDim>(&dim))
        return value->column;
    if (const auto* recode = std::get_if<counts::RecodeDim>(&dim))
        return recode->column;
    return {};
}

bool namesValues(const counts::Filter::Term& term)
{
    if (std::holds_alternative<counts::RecodeDim>(term.dim))
        return true;
    return std::holds_alternative<counts::ValueDim>(term.dim)
        && std::any_of(term.in.begin(), term.in.end(),
            [](const counts::CellKey& key) { return key.isValue(); });
}

bool isOfRun(const counts::Filter::Term& term, const DatasetReport& dataset)
{
    const auto& terms = dataset.where.terms;
    return std::find(terms.begin(), terms.end(), term) != terms.end();
}

bool areTokens(const counts::Filter::Term& term, const DatasetReport& dataset)
{
    const std::string_view column = valueColumn(term.dim);
    return std::all_of(term.in.begin(), term.in.end(), [&](const counts::CellKey& key) {
        return std::any_of(dataset.proposals.begin(), dataset.proposals.end(),
            [&](const audits::Proposal& proposal) {
                return proposal.role == "null-token" && proposal.column == column
                    && proposal.value == key.text;
            });
    });
}

/// Whether every value of a term is known to stand in enough rows. Values that are not
/// among the most frequent ones of their column are not.
bool areFrequent(
    const counts::Filter::Term& term, const DatasetReport& dataset, std::int64_t minCell)
{
    const counts::ColumnDescription* column
        = dataset.description.find(std::string(valueColumn(term.dim)));
    return column
        && std::all_of(
            term.in.begin(), term.in.end(), [column, minCell](const counts::CellKey& key) {
                const auto& top = column->profile.top;
                return !key.isValue()
                    || std::any_of(
                        top.begin(), top.end(), [&key, minCell](const table::ValueCount& value) {
                            return value.value == key.text && value.count >= minCell;
                        });
            });
}

} // namespace

std::string_view privacyName(Privacy privacy)
{
    for (const auto& [value, name] : kNames) {
        if (value == privacy)
            return name;
    }
    return "masked";
}

std::optional<Privacy> privacyFromName(std::string_view name)
{
    for (const auto& [value, known] : kNames) {
        if (known == name)
            return value;
    }
    return std::nullopt;
}

bool PrivacyView::hides(const base::DataText& text) const
{
    if (mode() == Privacy::Full || text.kind() == base::DataText::Kind::Name
        || text.kind() == base::DataText::Kind::Document)
        return false;
    return text.kind() == base::DataText::Kind::Value || text.rows() < leastRowsShown(m_privacy);
}

std::string PrivacyView::show(const base::DataText& text) const
{
    if (!hides(text))
        return text.raw();
    if (mode() == Privacy::Masked && text.kind() == base::DataText::Kind::RoleValue)
        return "<fewer than " + std::to_string(m_privacy.minCell) + " rows>";
    return std::string(kHiddenText);
}

std::string PrivacyView::show(const base::Sentence& sentence) const
{
    std::string text;
    for (const base::Span& span : sentence) {
        if (const auto* own = std::get_if<std::string>(&span))
            text += *own;
        else
            text += base::cutText(show(std::get<base::DataText>(span)), kLongestInSentence);
    }
    return text;
}

std::string PrivacyView::showWhole(const base::Sentence& sentence) const
{
    std::string text;
    for (const base::Span& span : sentence) {
        const auto* const own = std::get_if<std::string>(&span);
        text += own ? *own : show(std::get<base::DataText>(span));
    }
    return text;
}

bool PrivacyView::showsFilter(
    const findings::RowEvidence& evidence, const DatasetReport& dataset) const
{
    if (mode() == Privacy::Full)
        return true;
    return std::all_of(evidence.filter.terms.begin(), evidence.filter.terms.end(),
        [&](const counts::Filter::Term& term) {
            if (!namesValues(term))
                return true;
            if (mode() == Privacy::Aggregate)
                return false;
            const bool isOfRole = !dataset.roles.roleOf(valueColumn(term.dim)).empty();
            return (isOfRole && evidence.count >= m_privacy.minCell
                       && areFrequent(term, dataset, m_privacy.minCell))
                || isOfRun(term, dataset) || areTokens(term, dataset);
        });
}

} // namespace cupel::reports
