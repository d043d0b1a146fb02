#include "core/license/mentions.h"

#include "core/license/csv_resource.h"
#include "core/license/doubts.h"
#include "core/license/folding.h"
#include "core/license/spdx_list.h"

#include <algorithm>
#include <array>

namespace cupel::license {
namespace {

constexpr std::size_t kLongestName = 12; ///< words

/// Names of licences begin with one of these, folded.
constexpr std::array<std::string_view, 42> kBeginnings{"cc", "creative", "attribution", "mit",
    "apache", "bsd", "gnu", "gpl", "lgpl", "agpl", "gfdl", "mozilla", "mpl", "epl", "eclipse",
    "eupl", "european", "odbl", "odc", "pddl", "dbcl", "open", "cdla", "community", "c-uda",
    "o-uda", "ogl", "licence", "etalab", "dl-de", "nlod", "isc", "unlicense", "wtfpl", "zlib",
    "artistic", "afl", "boost", "public", "llama", "bigscience", "http"};

struct Piece {
    std::string_view text;
    std::size_t at = 0;
};

/// Words parted by blanks, without the marks of Markdown around them.
std::vector<Piece> piecesOf(std::string_view sentence)
{
    constexpr std::string_view kMarks = " \t\r\n*_`\"'<>|";
    std::vector<Piece> pieces;
    for (std::size_t at = sentence.find_first_not_of(kMarks); at != std::string_view::npos;) {
        const std::size_t end = std::min(sentence.find_first_of(kMarks, at), sentence.size());
        pieces.push_back({sentence.substr(at, end - at), at});
        at = sentence.find_first_not_of(kMarks, end);
    }
    return pieces;
}

bool mayBegin(std::string_view word)
{
    std::string start = folded(word);
    while (!start.empty() && (start.front() == '(' || start.front() == '['))
        start.erase(0, 1);
    return std::any_of(kBeginnings.begin(), kBeginnings.end(),
        [&](std::string_view beginning) { return start.starts_with(beginning); });
}

/// A word that is an id and also a word of the language counts only beside words about licences.
bool isPlainWord(std::string_view name)
{
    return name.find_first_of("0123456789-") == std::string_view::npos
        && name.find(' ') == std::string_view::npos;
}

/// A line that begins something of its own: a heading, an item, a row, or nothing.
bool beginsBlock(std::string_view line)
{
    const std::size_t at = line.find_first_not_of(" \t\r");
    if (at == std::string_view::npos)
        return true;
    const std::string_view rest = line.substr(at);
    return std::string_view("#|>`~").find(rest.front()) != std::string_view::npos
        || rest.starts_with("- ") || rest.starts_with("* ") || rest.starts_with("+ ");
}

/// Whether a line ends its sentence.
bool endsSentence(std::string_view line)
{
    const std::size_t last = line.find_last_not_of(" \t\r*_)\"");
    return last == std::string_view::npos
        || std::string_view(".!?:").find(line[last]) != std::string_view::npos;
}

/// Where the last sentence of a line begins.
std::string_view lastSentence(std::string_view line)
{
    const std::size_t at = line.rfind(". ");
    return at == std::string_view::npos ? line : line.substr(at + 2);
}

/// The words around a line that belong to its first and to its last sentence.
struct LineContext {
    std::string before;
    std::string after;
};

LineContext contextOf(const std::vector<std::string_view>& lines, std::size_t index)
{
    constexpr std::size_t kMostLines = 4; ///< of one sentence on each side
    LineContext context;
    for (std::size_t i = index; i > 0 && index - i < kMostLines; --i) {
        if (beginsBlock(lines[i]) || endsSentence(lines[i - 1])
            || (beginsBlock(lines[i - 1]) && lines[i - 1].find_first_of("#|") < 2))
            break;
        const std::string_view part = lastSentence(lines[i - 1]);
        context.before = std::string(part) + " " + context.before;
        if (part.size() < lines[i - 1].size())
            break;
    }
    for (std::size_t i = index; i + 1 < lines.size() && i - index < kMostLines; ++i) {
        if (beginsBlock(lines[i + 1]) || endsSentence(lines[i]) || lines[i].starts_with('#'))
            break;
        const std::string_view part = lines[i + 1].substr(0, lines[i + 1].find(". "));
        context.after += " " + std::string(part);
        if (part.size() < lines[i + 1].size())
            break;
    }
    return context;
}

/// Limits a sentence adds to a licence that it names are worth the sentence.
bool isTelling(const Resolution& meaning)
{
    return meaning.isDetermined()
        || (!meaning.notes.empty()
            && isOneOf(
                meaning.notes.front().rule, {"LIC-SELF-CONTRADICTION", "LIC-ADDITIONAL-TERMS"}));
}

std::string_view bareName(std::string_view name)
{
    constexpr std::string_view kAround = "()[].,;:!";
    while (!name.empty() && kAround.find(name.back()) != std::string_view::npos
        && !(name.back() == ')' && name.find('(') != std::string_view::npos && name.front() != '('))
        name.remove_suffix(1);
    while (!name.empty() && kAround.find(name.front()) != std::string_view::npos)
        name.remove_prefix(1);
    return name;
}

/// The target of "[title](target)" that holds the word, and its bare form.
std::string_view linkTarget(std::string_view word)
{
    const std::size_t at = word.find("](");
    return bareName(at == std::string_view::npos ? word : word.substr(at + 2));
}

std::string coveredPart(std::string_view sentence)
{
    const std::string text = folded(sentence);
    for (const std::string_view part : {"code", "software", "scripts", "images", "photos", "texts",
             "annotations", "labels", "metadata", "documentation", "model", "models", "weights"}) {
        if (holdsPhrase(text, {part}))
            return std::string(part);
    }
    return {};
}

/// Whether a sentence says that the dataset itself is under what it names.
bool statesLicense(std::string_view sentence)
{
    const std::string text = folded(sentence);
    const bool isOfDataset = holdsPhrase(text,
        {"this dataset", "the dataset", "our dataset", "this data", "the data", "this work",
            "this corpus", "the corpus", "this benchmark", "this repository"});
    return isOfDataset
        && holdsPhrase(text,
            {"licensed under", "licenced under", "released under", "available under",
                "distributed under", "published under", "under the terms of", "license is",
                "licence is"});
}

class MentionFinder {
public:
    explicit MentionFinder(ReferenceContext context)
        : m_context(context)
    {
    }

    void readLine(std::string_view line, std::uint64_t number, const LineContext& context)
    {
        for (std::size_t at = 0; at < line.size();) {
            std::size_t end = line.find(". ", at);
            end = end == std::string_view::npos ? line.size() : end + 1;
            m_before = at == 0 ? context.before : std::string();
            m_after = end == line.size() ? context.after : std::string();
            readSentence(line.substr(at, end - at), number);
            at = end;
        }
    }

    std::vector<Reference> take() { return std::move(m_found); }

private:
    void readSentence(std::string_view sentence, std::uint64_t line)
    {
        if (m_context == ReferenceContext::Prose && !statesLicense(sentence))
            return;
        m_covers = coveredPart(sentence);
        const std::vector<Piece> pieces = piecesOf(sentence);
        for (std::size_t i = 0; i < pieces.size();) {
            const bool isLink = pieces[i].text.find("](") != std::string_view::npos
                || pieces[i].text.find("://") != std::string_view::npos;
            if ((!mayBegin(pieces[i].text) && !isLink) || m_looked == kMaxNames) {
                ++i;
                continue;
            }
            ++m_looked;
            const std::size_t used = isLink ? readLink(pieces[i], sentence, line)
                                            : readName(sentence, pieces, i, line);
            i += std::max<std::size_t>(used, 1);
        }
    }

    std::size_t readLink(const Piece& piece, std::string_view sentence, std::uint64_t line)
    {
        const std::string_view target = linkTarget(piece.text);
        Resolution meaning = recogniseLicense(target);
        if (!meaning.isDetermined())
            return 0;
        const std::size_t open = piece.text.find('[');
        const std::size_t begin = piece.at + (open == std::string_view::npos ? 0 : open);
        add(line, target, std::move(meaning), sentence, {begin, piece.at + piece.text.size()});
        return 1;
    }

    /// The longest run of words that names a licence; how many words it has.
    std::size_t readName(std::string_view sentence, const std::vector<Piece>& pieces,
        std::size_t first, std::uint64_t line)
    {
        const std::size_t most = std::min(kLongestName, pieces.size() - first);
        for (std::size_t count = most; count > 0; --count) {
            const Piece& last = pieces[first + count - 1];
            const std::size_t begin = pieces[first].at;
            const std::string_view name
                = bareName(sentence.substr(begin, last.at + last.text.size() - begin));
            Resolution meaning = recogniseLicense(name);
            if (!isTelling(meaning) || meaning.expression.find('?') != std::string::npos)
                continue;
            const bool isClear = count == 1 || meaning.confidence != Confidence::Low;
            if (!isClear || (isPlainWord(name) && !isNamedAsLicense(pieces, first)))
                continue;
            const auto at = static_cast<std::size_t>(name.data() - sentence.data());
            add(line, name, std::move(meaning), sentence, {at, at + name.size()});
            return count;
        }
        return 0;
    }

    static bool isNamedAsLicense(const std::vector<Piece>& pieces, std::size_t at)
    {
        const auto is = [&](std::size_t i, std::initializer_list<std::string_view> words) {
            return i < pieces.size() && isOneOf(folded(bareName(pieces[i].text)), words);
        };
        return is(at + 1, {"license", "licence", "licensed"}) || pieces.size() == 1
            || (at > 0 && is(at - 1, {"under", "license", "licence", "is"}))
            || (at > 1 && is(at - 2, {"under", "license", "licence"}));
    }

    struct Place {
        std::size_t begin = 0;
        std::size_t end = 0;
    };

    /// What a name means in a sentence that may take it back.
    Resolution inSentence(Resolution meaning, std::string_view sentence, Place place) const
    {
        if (!meaning.isDetermined())
            return meaning;
        const std::string whole = m_before + std::string(sentence) + m_after;
        const std::string_view doubt
            = doubtAbout(whole, m_before.size() + place.begin, m_before.size() + place.end);
        if (doubt.empty())
            return meaning;
        Resolution doubted;
        doubted.expression = "LicenseRef-Custom";
        doubted.notes.push_back({"LIC-UNRECOGNISED", std::string(doubt)});
        doubted.candidates.push_back(std::move(meaning.expression));
        return doubted;
    }

    void add(std::uint64_t line, std::string_view name, Resolution meaning,
        std::string_view sentence, Place place)
    {
        meaning = inSentence(std::move(meaning), sentence, place);
        const bool isKnown = std::any_of(m_found.begin(), m_found.end(), [&](const Reference& one) {
            return one.meaning.expression == meaning.expression && one.covers == m_covers;
        });
        if (!isKnown)
            m_found.push_back({line, std::string(name), std::move(meaning), m_covers});
    }

    ReferenceContext m_context;
    std::string m_covers; ///< the part of the work that the sentence is about
    std::string m_before; ///< of the sentence, on lines before
    std::string m_after; ///< on lines behind
    std::vector<Reference> m_found;
    std::size_t m_looked = 0;
};

template <typename Visit>
void forEachLine(std::string_view text, std::uint64_t first, const Visit& visit)
{
    for (std::uint64_t line = first; !text.empty(); ++line) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        visit(text.substr(0, end), line);
        text.remove_prefix(std::min(end + 1, text.size()));
    }
}

} // namespace

std::vector<Reference> findReferences(
    std::string_view text, std::uint64_t firstLine, ReferenceContext context)
{
    MentionFinder finder(context);
    std::vector<std::string_view> lines;
    forEachLine(
        text, firstLine, [&](std::string_view line, std::uint64_t) { lines.push_back(line); });
    for (std::size_t i = 0; i < lines.size(); ++i)
        finder.readLine(lines[i], firstLine + i, contextOf(lines, i));
    return finder.take();
}

std::vector<Reference> findTags(std::string_view text)
{
    std::vector<Reference> tags;
    forEachLine(text, 1, [&](std::string_view line, std::uint64_t number) {
        const std::size_t at = line.find(kSpdxTag);
        if (at == std::string_view::npos || tags.size() == kMaxNames)
            return;
        std::string_view name = line.substr(at + kSpdxTag.size());
        for (const std::string_view end : {"*/", "-->", "\r"})
            name = name.substr(0, name.find(end));
        while (!name.empty() && (name.front() == ' ' || name.front() == '\t'))
            name.remove_prefix(1);
        while (!name.empty() && (name.back() == ' ' || name.back() == '\t'))
            name.remove_suffix(1);
        tags.push_back({number, std::string(name), resolveLicense(name), {}});
    });
    return tags;
}

} // namespace cupel::license
