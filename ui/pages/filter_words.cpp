#include "ui/pages/filter_words.h"

#include <QStringList>

#include "core/base/cut_text.h"
#include "core/counts/check.h"
#include "core/counts/where.h"
#include "ui/theme/shown.h"

namespace cupel::ui {
namespace {

/// Terms of more cells are not written out.
constexpr std::size_t kMostCells = 200;
constexpr std::size_t kTermBytes = 200;
/// Longer terms are not written out: nobody edits them, and a field for one line cuts them.
constexpr std::size_t kWrittenBytes = 4'000;

} // namespace

QString termWords(const counts::Filter::Term& term)
{
    counts::Filter::Term cut = term;
    if (cut.in.size() > kMostCells)
        cut.in.resize(kMostCells);
    return shown(base::cutText(counts::describe(counts::Filter{{cut}}), kTermBytes));
}

QString filterWords(const counts::Filter& filter)
{
    if (filter.terms.empty())
        return shown(counts::describe(filter));
    QStringList words;
    for (const counts::Filter::Term& term : filter.terms)
        words += termWords(term);
    return words.join(QStringLiteral(" and "));
}

SplitFilter splitFilter(const counts::Filter& filter, const counts::Description& description)
{
    SplitFilter split;
    for (const counts::Filter::Term& term : filter.terms) {
        const counts::Filter alone{{term}};
        if (term.in.size() <= kMostCells) {
            const std::string text = counts::describe(alone);
            if (text.size() > kWrittenBytes) {
                split.unsaid.terms.push_back(term);
                continue;
            }
            const auto read = counts::parseWhere(text, description);
            // A name that shows as escapes could not be read back from the screen.
            if (read && *read == alone && bytesOf(shown(text)) == text) {
                split.text += (split.text.empty() ? "" : " and ") + text;
                split.said.terms.push_back(term);
                continue;
            }
        }
        split.unsaid.terms.push_back(term);
    }
    return split;
}

bool fits(const counts::Filter& filter, const counts::Description& description)
{
    return counts::check(counts::RowRefsQuestion{filter, 0}, description).has_value();
}

counts::Filter without(const counts::Filter& filter, std::size_t term)
{
    counts::Filter rest = filter;
    rest.terms.erase(rest.terms.begin() + static_cast<std::ptrdiff_t>(term));
    return rest;
}

} // namespace cupel::ui
