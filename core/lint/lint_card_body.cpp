#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "core/lint/card_block.h"
#include "core/lint/card_vocabulary.h"
#include "core/lint/lint_card.h"

namespace cupel::lint {

namespace {

using Lines = std::vector<CardLine>;

constexpr std::string_view kWhite = " \t\r\n\f\v";

std::string_view trimmed(std::string_view text, std::string_view white)
{
    const std::size_t begin = text.find_first_not_of(white);
    return begin == std::string_view::npos
        ? std::string_view()
        : text.substr(begin, text.find_last_not_of(white) - begin + 1);
}

/// Words of a line, with white space between.
std::vector<std::string_view> wordsOf(std::string_view line)
{
    std::vector<std::string_view> words;
    for (std::size_t begin = line.find_first_not_of(kWhite); begin != std::string_view::npos;) {
        const std::size_t end = std::min(line.find_first_of(kWhite, begin), line.size());
        words.push_back(line.substr(begin, end - begin));
        begin = line.find_first_not_of(kWhite, end);
    }
    return words;
}

/// A section as the validator of 2022 takes it from lines: only headings one level below its own
/// part it.
struct BodySection {
    std::string name;
    std::size_t level = 0;
    std::uint64_t line = 0; ///< of the heading
    bool hasText = false;
    bool isRepeated = false; ///< the last heading in it has the name of another one
    std::uint64_t repeatedLine = 0;
    std::vector<BodySection> sections; ///< of equal names the last one, in the place of the first

    const BodySection* find(std::string_view wanted) const
    {
        const auto found = std::find_if(sections.begin(), sections.end(),
            [wanted](const BodySection& section) { return section.name == wanted; });
        return found == sections.end() ? nullptr : &*found;
    }
};

/// Whether lines hold text of their own: not only filler.
bool saysSomething(const Lines& lines)
{
    constexpr std::array<std::string_view, 3> kFillers{"[Needs More Information]",
        "[More Information Needed]",
        "(https://github.com/huggingface/datasets/blob/main/CONTRIBUTING.md"
        "#how-to-contribute-to-the-dataset-cards)"};
    std::string text;
    for (const CardLine& line : lines)
        text += std::string(line.text) + "\n";
    const std::string_view whole = trimmed(text, kWhite);
    return !whole.empty() && std::find(kFillers.begin(), kFillers.end(), whole) == kFillers.end();
}

BodySection sectionOf(std::string name, std::size_t level, std::uint64_t line, const Lines& lines)
{
    BodySection whole;
    whole.name = std::move(name);
    whole.level = level;
    whole.line = line;
    std::string current;
    std::uint64_t currentLine = 0;
    Lines own;
    std::map<std::string, std::size_t> places;
    bool isInCode = false;
    // Text behind a heading without words belongs to the section itself.
    const auto finish = [&](bool isLast) {
        if (current.empty()) {
            whole.hasText = whole.hasText || saysSomething(own);
        } else {
            const auto [known, isNew] = places.emplace(current, whole.sections.size());
            whole.isRepeated = isLast && !isNew;
            whole.repeatedLine = currentLine;
            BodySection section = sectionOf(current, level + 1, currentLine, own);
            if (isNew)
                whole.sections.push_back(std::move(section));
            else
                whole.sections[known->second] = std::move(section);
        }
        own.clear();
    };
    for (const CardLine& one : lines) {
        const std::string_view text = trimmed(one.text, " ");
        const std::vector<std::string_view> words = wordsOf(text);
        if (words.empty())
            continue;
        if (text.substr(0, 3) == "```") {
            isInCode = !isInCode;
        } else if (words.front() == std::string(level + 1, '#') && !isInCode) {
            finish(false);
            current.clear();
            for (std::size_t i = 1; i < words.size(); ++i)
                current += (i == 1 ? "" : " ") + std::string(words[i]);
            currentLine = one.number;
        } else {
            own.push_back(one);
        }
    }
    finish(true);
    return whole;
}

class BodyCheck {
public:
    explicit BodyCheck(IssueList& issues)
        : m_issues(issues)
    {
    }

    void run(const Lines& all)
    {
        const Lines body = withoutMetadata(all);
        const BodySection root = sectionOf({}, 0, 1, body);
        if (root.isRepeated) {
            error("HF-37", root.repeatedLine, {"a first-level heading occurs twice"},
                {"keep one of the sections"});
            return; // nothing else is looked at
        }
        if (const char* const fault = metadataFault())
            error("HF-01b", 1, {fault}, {"begin the card with metadata between lines of ---"});
        if (root.sections.size() > 1) {
            error("HF-31", root.sections[1].line,
                {"there are " + std::to_string(root.sections.size()) + " first-level headings"},
                {"keep one, and make the others second-level headings"});
        } else if (root.sections.empty()) {
            error("HF-32", 1, {"there is no first-level heading"},
                {"write # Dataset Card for and the name of the dataset"});
        } else if (root.sections.front().name.rfind("Dataset Card for", 0) != 0) {
            error("HF-30", root.sections.front().line,
                {"the first-level heading does not begin with Dataset Card for"},
                {"write # Dataset Card for and the name of the dataset"});
        } else {
            check(root.sections.front(), cardVocabulary().body);
        }
    }

private:
    void error(const char* rule, std::uint64_t line, base::Sentence message, base::Sentence fix)
    {
        m_issues.addAt(rule, Level::Error, {line, 1}, std::move(message), std::move(fix));
    }

    /// The lines behind the second line of "---", wherever that is.
    Lines withoutMetadata(const Lines& all)
    {
        for (std::size_t i = 0; i < all.size(); ++i) {
            ++m_counted;
            if (trimmed(all[i].text, " ") != "---")
                continue;
            if (++m_marks == 2)
                return {all.begin() + static_cast<std::ptrdiff_t>(i) + 1, all.end()};
        }
        const auto skipped = std::min(m_marks, all.size());
        return {all.begin() + static_cast<std::ptrdiff_t>(skipped), all.end()};
    }

    const char* metadataFault() const
    {
        if (m_counted == 2)
            return "the metadata block is empty";
        if (m_marks == 0)
            return "there is no metadata block";
        return m_marks == 1 ? "the metadata block has no end" : nullptr;
    }

    void check(const BodySection& section, const ExpectedSection& expected)
    {
        if (expected.isNotEmpty && !section.hasText && section.sections.empty()) {
            error("HF-34", section.line, {"the section ", shown(section.name), " is empty"},
                {"describe it, or say why there is nothing to say"});
        }
        if (expected.needsText && !section.hasText) {
            error("HF-35", section.line,
                {"the section ", shown(section.name), " has no text of its own"},
                {"write it before the first subsection"});
        }
        if (expected.sections.empty())
            return;
        if (section.sections.empty()) {
            error("HF-33", section.line,
                {"the section ", shown(section.name), " has none of its subsections"},
                {"add " + expected.sections.front().heading + " and the others"});
            return;
        }
        bool isComplete = true;
        for (const ExpectedSection& wanted : expected.sections) {
            const BodySection* const found = section.find(wanted.heading);
            if (!found) {
                isComplete = false;
                error("HF-33", section.line,
                    {"the section ", shown(section.name), " has no subsection " + wanted.heading},
                    {"add it; [More Information Needed] may stand in most of them"});
            } else if (section.level < 3) {
                check(*found, wanted);
            }
        }
        if (!isComplete)
            nameExtra(section, expected);
    }

    void nameExtra(const BodySection& section, const ExpectedSection& expected)
    {
        for (const BodySection& one : section.sections) {
            const bool isExpected = std::any_of(expected.sections.begin(), expected.sections.end(),
                [&](const ExpectedSection& wanted) { return wanted.heading == one.name; });
            if (!isExpected) {
                error("HF-36", one.line,
                    {"the section ", shown(section.name), " has the unknown subsection ",
                        shown(one.name)},
                    {"check its spelling against the missing ones"});
            }
        }
    }

    IssueList& m_issues;
    std::size_t m_marks = 0;
    std::size_t m_counted = 0; ///< lines up to the second mark
};

} // namespace

void lintBody2022(const documents::Document& card, IssueList& issues)
{
    Lines lines = cardLines(card.text);
    const std::string marked
        = "\xEF\xBB\xBF" + std::string(lines.empty() ? "" : lines.front().text);
    if (hasByteOrderMark(card) && !lines.empty())
        lines.front().text = marked; // it makes the first line another one
    BodyCheck(issues).run(lines);
}

} // namespace cupel::lint
