#include <algorithm>
#include <array>
#include <optional>
#include <utility>
#include <vector>

#include "core/card/fill_datasheet.h"
#include "core/card/filler.h"
#include "core/card/prose.h"
#include "core/documents/markdown_text.h"

namespace cupel::card {
namespace {

using documents::Node;
using documents::Section;

/// Level that headings of parts begin at within an answer, wherever they stood in the document.
constexpr int kPartLevel = 4;
constexpr int kDeepestHeading = 6;

/// A "Label: text" line of a section.
struct Labelled {
    std::string label; ///< in lower case
    std::string_view text;
};

/// "- **Homepage:** https://…", "*License*: MIT".
std::optional<Labelled> labelled(std::string_view line)
{
    if (line.size() < 2)
        return std::nullopt;
    const bool isBullet = (line[0] == '-' || line[0] == '*') && line[1] == ' ';
    const bool isMarked = (line[0] == '*' || line[0] == '_') && line[1] != ' ';
    const std::size_t colon = line.find(':');
    if ((!isBullet && !isMarked) || colon == std::string_view::npos)
        return std::nullopt;
    Labelled found;
    for (const char c : line.substr(isBullet ? 1 : 0, colon - (isBullet ? 1 : 0))) {
        if (c != '*' && c != '_')
            found.label += c;
    }
    found.text = line.substr(colon + 1);
    while (!found.text.empty() && (found.text.front() == '*' || found.text.front() == '_'))
        found.text.remove_prefix(1);
    found.text = trimmed(found.text);
    found.label = lowered(trimmed(found.label));
    constexpr std::string_view kOptional = " [optional]";
    if (found.label.ends_with(kOptional))
        found.label.resize(found.label.size() - kOptional.size());
    return found;
}

class MarkdownFiller {
public:
    MarkdownFiller(Card& card, const documents::Document& document)
        : m_filler(card, document.file)
        , m_document(document)
    {
    }

    void fill()
    {
        fillFrontMatter();
        const auto& sections = m_document.sections;
        for (std::size_t i = 0; i < sections.size(); ++i) {
            const Section& section = sections[i];
            const std::string body = fillBullets(section);
            if (section.level == 1)
                fillTitle(section);
            if (section.level <= 1 && !trimmed(body).empty())
                say("card.summary", "dataset summary", body, section.bodyLine);
            else if (answersField(section))
                fillSection(i, body);
        }
        fillFromDatasheet(m_filler, m_document);
    }

private:
    void say(std::string_view key, const char* heading, std::string text, std::uint64_t line)
    {
        m_filler.answer(key, {Vocabulary::Heading, heading, std::move(text), line, nullptr});
    }

    void fillFrontMatter()
    {
        for (const Node::Member& member : m_document.fields.members) {
            m_filler.answer(frontMatterRoutes(),
                statementOf(Vocabulary::FrontMatter, member.key, member.value, member.at.line));
            if (member.key == "dataset_info")
                fillInfo(member.value);
            else if (member.key == "configs")
                fillConfigs(member.value);
            else if (member.key == "tags")
                fillModality(member.value);
            else if (member.key == "annotations_creators" || member.key == "language_creators")
                fillSynthetic(member);
        }
    }

    void sayPart(std::string_view key, const std::string& member, const Node& value)
    {
        m_filler.answer(
            key, {Vocabulary::FrontMatter, member, flatText(value), value.at.line, nullptr});
    }

    void fillInfo(const Node& info)
    {
        for (const Node& one : info.items)
            fillInfo(one);
        for (const auto& [name, key] :
            {std::pair{"features", "examples.fields"}, std::pair{"splits", "distribution.splits"},
                std::pair{"splits", "extended_use.ml.split_statistics"},
                std::pair{"splits", "overview.snapshot"},
                std::pair{"version", "overview.maintenance.version"}}) {
            if (const Node* const part = info.find(name))
                sayPart(key, std::string("dataset_info/") + name, *part);
        }
    }

    void fillConfigs(const Node& configs)
    {
        for (const Node& config : configs.items) {
            const Node* const files = config.find("data_files");
            if (!files)
                continue;
            if (!files->isList())
                sayPart("access.download", "configs/data_files", *files);
            for (const Node& file : files->items) {
                const Node* const path = file.find("path");
                sayPart("access.download", "configs/data_files", path ? *path : file);
                if (const Node* const split = file.find("split"))
                    sayPart("distribution.splits", "configs/split", *split);
            }
        }
    }

    void fillModality(const Node& tags)
    {
        constexpr std::array<std::pair<std::string_view, const char*>, 7> kModalities{
            {{"audio", "Audio Data"}, {"geospatial", "Geospatial Data"}, {"image", "Image Data"},
                {"tabular", "Tabular Data"}, {"text", "Text Data"}, {"timeseries", "Time Series"},
                {"video", "Video Data"}}};
        for (const Node& tag : tags.items) {
            for (const auto& [word, modality] : kModalities) {
                if (tag.text == word) {
                    m_filler.answer("examples.modality",
                        {Vocabulary::FrontMatter, "tags/modality", modality, tag.at.line, nullptr});
                }
            }
        }
    }

    void fillSynthetic(const Node::Member& creators)
    {
        for (const Node& one : creators.value.items) {
            if (one.text == "machine-generated") {
                m_filler.answer("provenance.synthetic",
                    {Vocabulary::FrontMatter, creators.key + "/synthetic", "yes: machine-generated",
                        one.at.line, nullptr});
            }
        }
    }

    void fillTitle(const Section& section)
    {
        std::string_view title = trimmed(section.title);
        constexpr std::array<std::string_view, 2> kPrefixes{"dataset card for", "datasheet for"};
        for (const std::string_view prefix : kPrefixes) {
            const std::string small = lowered(title);
            const bool isWhole = small.size() == prefix.size()
                || (small.size() > prefix.size() && small[prefix.size()] == ' ');
            if (small.starts_with(prefix) && isWhole)
                title = trimmed(title.substr(prefix.size()));
        }
        constexpr std::string_view kSuffix = " Datasheet";
        if (title.ends_with(kSuffix))
            title.remove_suffix(kSuffix.size());
        if (title.size() > 2 && title.front() == '"' && title.back() == '"')
            title = title.substr(1, title.size() - 2);
        if (!title.empty())
            say("card.title", "#", std::string(title), section.at.line);
    }

    /// A section with its parts that answer nothing of their own, such as one per configuration.
    void fillSection(std::size_t at, const std::string& body)
    {
        const auto& sections = m_document.sections;
        const Section& section = sections[at];
        std::string text(trimmed(body));
        bool hasParts = false;
        for (std::size_t i = at + 1; i < sections.size() && sections[i].level > section.level;) {
            const Section& part = sections[i];
            hasParts = true;
            const bool isOwn = answersField(part);
            if (!isOwn && !isPlaceholder(trimmed(part.body))) {
                const int level
                    = std::min(kPartLevel - 1 + part.level - section.level, kDeepestHeading);
                text += (text.empty() ? "" : "\n\n")
                    + std::string(static_cast<std::size_t>(level), '#') + " "
                    + documents::markdownOf(part.title) + "\n\n" + std::string(trimmed(part.body));
            }
            ++i;
            while (isOwn && i < sections.size() && sections[i].level > part.level)
                ++i;
        }
        if (!text.empty() || !hasParts) {
            m_filler.answer(headingRoutes(),
                {Vocabulary::Heading, lowered(trimmed(section.title)), std::move(text),
                    section.at.line, nullptr});
        }
    }

    /// Answers in "Label: text" lines; the body without them, and without more than one blank line
    /// in a row.
    std::string fillBullets(const Section& section)
    {
        std::string body;
        std::string_view rest = section.body;
        bool isCode = false;
        for (std::uint64_t line = section.bodyLine; !rest.empty(); ++line) {
            const std::size_t end = std::min(rest.find('\n'), rest.size());
            const std::string_view text = rest.substr(0, end);
            rest.remove_prefix(std::min(end + 1, rest.size()));
            isCode ^= trimmed(text).starts_with("```") || trimmed(text).starts_with("~~~");
            const auto found = isCode ? std::nullopt : labelled(trimmed(text));
            const bool isTaken = found
                && m_filler.answer(bulletRoutes(),
                       {Vocabulary::Bullet, found->label, std::string(found->text), line, nullptr})
                    > 0;
            const bool isSpare = !isCode && trimmed(text).empty() && body.ends_with("\n\n");
            if (!isTaken && !isSpare)
                body += std::string(text) + "\n";
        }
        return body;
    }

    Filler m_filler;
    const documents::Document& m_document;
};

} // namespace

void fillFromMarkdown(Card& card, const documents::Document& document)
{
    MarkdownFiller(card, document).fill();
}

} // namespace cupel::card
