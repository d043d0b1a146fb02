#include "core/reports/subject_words.h"

#include <algorithm>
#include <variant>

#include "core/audits/group_counts.h"
#include "core/audits/wording.h"
#include "core/reports/finding_texts.h"

namespace cupel::reports {
namespace {

using base::DataText;

/// What audits::joinedName() joined.
std::vector<DataText> partsOf(const std::string& joinedName)
{
    std::vector<std::string> parts{{}};
    for (std::size_t i = 0; i < joinedName.size(); ++i) {
        const char c = joinedName[i];
        if (c == ',')
            parts.emplace_back();
        else if (c == '\\' && i + 1 < joinedName.size())
            parts.back() += joinedName[++i];
        else
            parts.back() += c;
    }
    std::vector<DataText> texts;
    texts.reserve(parts.size());
    for (std::string& part : parts)
        texts.push_back(DataText::name(std::move(part)));
    return texts;
}

/// Another text of the same kind, as rare as the first.
DataText withText(const DataText& text, std::string words)
{
    switch (text.kind()) {
    case DataText::Kind::RoleValue:
        return DataText::roleValue(std::move(words), text.rows());
    case DataText::Kind::Value:
        return DataText::value(std::move(words));
    case DataText::Kind::Document:
        return DataText::document(std::move(words));
    case DataText::Kind::Name:
        break;
    }
    return DataText::name(std::move(words));
}

bool isOfCrossedColumns(const findings::Subject& subject, const audits::Roles& roles)
{
    return std::any_of(subject.begin(), subject.end(), [&roles](const auto& member) {
        return (member.first == "column" || member.first == "columns")
            && std::any_of(roles.intersections.begin(), roles.intersections.end(),
                [&member](const std::vector<std::string>& columns) {
                    return audits::joinedName(columns) == member.second.raw();
                });
    });
}

} // namespace

std::string crossedWords(const std::string& joinedName)
{
    const std::vector<DataText> parts = partsOf(joinedName);
    if (parts.size() == 1)
        return joinedName;
    std::string words;
    for (const base::Span& span : audits::crossed(parts)) {
        const auto* const own = std::get_if<std::string>(&span);
        words += own ? *own : std::get<DataText>(span).raw();
    }
    return words;
}

bool isJoinedName(std::string_view key)
{
    return key == "column" || key == "columns" || key == "group" || key == "reference";
}

findings::Subject readableSubject(const findings::Subject& subject, const audits::Roles& roles)
{
    findings::Subject readable = subject;
    if (!isOfCrossedColumns(subject, roles))
        return readable;
    for (auto& [key, text] : readable) {
        if (isJoinedName(key))
            text = withText(text, crossedWords(text.raw()));
    }
    return readable;
}

base::Sentence subjectWords(const findings::Subject& subject, const audits::Roles& roles)
{
    return subjectText(readableSubject(subject, roles));
}

} // namespace cupel::reports
