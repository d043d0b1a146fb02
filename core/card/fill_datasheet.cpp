#include "core/card/fill_datasheet.h"

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "core/card/datasheet.h"
#include "core/card/prose.h"
#include "core/documents/plain_text.h"

namespace cupel::card {
namespace {

using documents::Section;

constexpr std::size_t kLeastQuestions = 3;

/// A part of a datasheet: what it asks, or a title, and what stands below.
struct Block {
    std::string title; ///< Markdown
    std::string text;
    std::uint64_t line = 0;
    std::vector<std::string> numbers; ///< of the questions; empty: it asks none
    bool asks = false;
};

/// The bold run that a paragraph begins with, where it asks something; empty where it does not.
std::string_view boldQuestion(std::string_view paragraph)
{
    for (const char* const mark : {"**", "__"}) {
        if (!paragraph.starts_with(mark))
            continue;
        const std::size_t end = paragraph.find(mark, 2);
        if (end == std::string_view::npos)
            continue;
        const std::string_view inner = paragraph.substr(2, end - 2);
        if (inner.find('?') != std::string_view::npos)
            return inner;
    }
    return {};
}

class DatasheetReader {
public:
    explicit DatasheetReader(const documents::Document& document)
    {
        int routed = 0; // level of the known heading that the sections below belong to
        for (const Section& section : document.sections) {
            if (routed > 0 && section.level > routed)
                continue;
            routed = answersField(section) ? section.level : 0;
            if (section.level > 1 && routed == 0)
                readSection(section);
        }
    }

    bool isDatasheet() const { return m_known >= kLeastQuestions || m_hasOwnTitle; }
    const std::vector<Block>& blocks() const { return m_blocks; }

private:
    void begin(std::string title, std::uint64_t line)
    {
        Block block;
        block.line = line;
        block.asks = title.find('?') != std::string::npos;
        if (block.asks) {
            const std::string plain = documents::plainText(title);
            block.numbers = m_matcher.match(plain);
            m_hasOwnTitle |= QuestionMatcher::isOwnTitle(plain);
            m_known += block.numbers.size();
        }
        block.title = std::move(title);
        m_blocks.push_back(std::move(block));
    }

    void readSection(const Section& section)
    {
        begin(section.title, section.at.line);
        std::string paragraph;
        std::uint64_t first = section.bodyLine;
        const auto finish = [&] {
            if (!paragraph.empty())
                takeParagraph(paragraph, first);
            paragraph.clear();
        };
        std::string_view rest = section.body;
        for (std::uint64_t line = section.bodyLine; !rest.empty(); ++line) {
            const std::size_t end = std::min(rest.find('\n'), rest.size());
            const std::string_view text = rest.substr(0, end);
            rest.remove_prefix(std::min(end + 1, rest.size()));
            if (trimmed(text).empty()) {
                finish();
                m_blocks.back().text += "\n";
                continue;
            }
            if (paragraph.empty())
                first = line;
            paragraph += std::string(text) + "\n";
        }
        finish();
    }

    void takeParagraph(std::string_view paragraph, std::uint64_t line)
    {
        const std::string_view content = trimmed(paragraph);
        const std::string_view question = boldQuestion(content);
        if (!question.empty()) {
            begin(std::string(question), line);
            paragraph = content.substr(question.size() + 4);
        }
        m_blocks.back().text += paragraph;
        if (!question.empty())
            m_blocks.back().text += "\n";
    }

    std::vector<Block> m_blocks;
    QuestionMatcher m_matcher;
    std::size_t m_known = 0;
    bool m_hasOwnTitle = false;
};

} // namespace

std::string blockText(std::string_view title, std::string_view text)
{
    return "**" + std::string(title) + "**\n\n" + std::string(text);
}

bool isDatasheet(const documents::Document& document)
{
    return DatasheetReader(document).isDatasheet();
}

void fillFromDatasheet(Filler& filler, const documents::Document& document)
{
    const DatasheetReader reader(document);
    if (!reader.isDatasheet())
        return;
    for (const Block& block : reader.blocks()) {
        const std::string_view text = trimmed(block.text);
        for (const std::string& number : block.numbers) {
            for (const std::string& key : keysOfQuestion(number))
                filler.answer(
                    key, {Vocabulary::Datasheet, number, std::string(text), block.line, nullptr});
        }
        if (block.numbers.empty() && !isPlaceholder(text)) {
            filler.answer("card.reflections",
                {Vocabulary::Datasheet, "0", blockText(trimmed(block.title), text), block.line,
                    nullptr});
        }
    }
}

} // namespace cupel::card
