#include "core/counts/count_source.h"

#include <algorithm>
#include <stdexcept>

namespace cupel::counts {
namespace {

/// The answer of type T to a question. One that was not asked is a bug of the audit, and no figure
/// could stand in for it.
template <typename T>
const T& answerTo(const std::map<std::string, Answer>& answers, const Question& question)
{
    const std::string text = toText(question);
    const auto found = answers.find(text);
    if (found == answers.end())
        throw std::logic_error("this was not asked: " + text);
    return std::get<T>(found->second);
}

} // namespace

const ColumnDescription* Description::find(std::string_view name) const
{
    const auto found = std::find_if(columns.begin(), columns.end(),
        [name](const ColumnDescription& column) { return column.name == name; });
    return found == columns.end() ? nullptr : &*found;
}

void Answers::add(const Question& question, Answer answer)
{
    m_byText.insert_or_assign(toText(question), std::move(answer));
}

bool Answers::contains(const Question& question) const
{
    return m_byText.count(toText(question)) != 0;
}

const Cells& Answers::cells(const CellsQuestion& question) const
{
    return answerTo<Cells>(m_byText, question);
}

const Groups& Answers::groups(const GroupedQuestion& question) const
{
    return answerTo<Groups>(m_byText, question);
}

const RowRefs& Answers::rowRefs(const RowRefsQuestion& question) const
{
    return answerTo<RowRefs>(m_byText, question);
}

} // namespace cupel::counts
