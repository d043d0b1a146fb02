#include "core/reports/license_parts.h"

#include <algorithm>
#include <array>

#include "core/audits/wording.h"
#include "core/card/model.h"
#include "core/license/corpus.h"
#include "core/license/detection.h"
#include "core/license/text_diff.h"
#include "core/reports/card_fields.h"
#include "core/reports/finding_texts.h"
#include "core/reports/terminal_text.h"

namespace cupel::reports {
namespace {

using base::DataText;
using license::Detection;
using license::TextClass;

constexpr std::size_t kMatches = 20; ///< of one file
constexpr std::size_t kLines = 20; ///< quoted of one file
constexpr std::size_t kWords = 40; ///< that differ, of one file
constexpr std::size_t kShortAnswer = 400; ///< bytes
constexpr std::array<std::string_view, 3> kSections{
    "licence and rights", "provenance", "distribution (technical)"};

const documents::Document* documentNamed(const DatasetReport& dataset, const std::string& file)
{
    const auto& all = dataset.documents->documents;
    const auto found = std::find_if(all.begin(), all.end(),
        [&file](const documents::Document& one) { return one.file == file; });
    return found == all.end() ? nullptr : &*found;
}

std::string meaningOf(TextClass kind)
{
    switch (kind) {
    case TextClass::Exact:
        return "the words of a licence and nothing else";
    case TextClass::High:
        return "a licence with differences that change no condition";
    case TextClass::Embedded:
        return "a licence among other text that limits nothing";
    case TextClass::Modified:
        return "a licence with words that may change its conditions";
    case TextClass::Partial:
        return "a part of a licence, not the licence";
    case TextClass::Multiple:
        return "several licence texts";
    case TextClass::Reference:
        return "no licence text, but words that name one";
    case TextClass::None:
        break;
    }
    return "nothing that can be named";
}

std::string listed(const std::vector<std::string>& words, std::size_t most)
{
    std::string text;
    for (std::size_t i = 0; i < words.size() && i < most; ++i)
        text += (i > 0 ? ", " : "") + words[i];
    if (words.size() > most)
        text += " and " + groupedDigits(static_cast<std::int64_t>(words.size() - most)) + " more";
    return text;
}

std::string lineWords(std::uint64_t first, std::uint64_t last)
{
    const auto digits
        = [](std::uint64_t line) { return groupedDigits(static_cast<std::int64_t>(line)); };
    return first == last ? "line " + digits(first) : digits(first) + " to " + digits(last);
}

Table matchesTable(const Detection& detection)
{
    Table table;
    table.caption = {std::string("Licences found in it")};
    for (const char* const column :
        {"Licence", "Class", "Agreement of words", "Lines", "The same words as"})
        table.columns.push_back({std::string(column)});
    for (const license::TextMatch& match : detection.matches) {
        if (table.rows.size() == kMatches)
            break;
        table.rows.push_back({Cell::text({DataText::document(match.id)}),
            Cell::words(std::string(license::className(match.kind))), Cell::share(match.score),
            Cell::words(lineWords(match.firstLine, match.lastLine)),
            match.sameText.empty() ? Cell{Cell::Undefined{}, {}}
                                   : Cell::words(listed(match.sameText, kWords))});
    }
    table.leftOut = static_cast<std::int64_t>(detection.matches.size() - table.rows.size());
    return table;
}

KeyValues detectionFacts(const Detection& detection)
{
    KeyValues facts;
    facts.rows.push_back({"Class",
        {std::string(license::className(detection.kind)) + ": " + meaningOf(detection.kind)},
        false});
    if (!detection.expression.empty())
        facts.rows.push_back({"Licence", {DataText::document(detection.expression)}, true});
    std::vector<std::string> near;
    for (const license::TextAlternative& one : detection.alternatives)
        near.push_back(
            one.id + " (" + (one.sameText ? "the same words" : audits::percent(one.score)) + ")");
    if (!near.empty())
        facts.rows.push_back({"May be as well", {listed(near, kWords)}, false});
    if (!detection.guardWords.empty())
        facts.rows.push_back({"Words that differ",
            cutTexts({DataText::document(listed(detection.guardWords, kWords))}), false});
    if (detection.isUncompared)
        facts.rows.push_back({"Compared",
            {std::string("no: this program was built without the words of that licence")}, false});
    if (detection.isCut)
        facts.rows.push_back({"Read",
            {"only the first "
                + groupedDigits(static_cast<std::int64_t>(license::kMaxTextBytes >> 20)) + " MiB"},
            false});
    return facts;
}

/// Sentences that limit what may be done, and lines that name a holder.
Table quotedLines(const Detection& detection)
{
    Table table;
    table.caption = {std::string("Lines to read")};
    for (const char* const column : {"Line", "What it does", "Words"})
        table.columns.push_back({std::string(column)});
    std::size_t all = 0;
    for (const license::RestrictingSentence& one : detection.restrictions) {
        ++all;
        if (table.rows.size() < kLines)
            table.rows.push_back({Cell{static_cast<std::int64_t>(one.line), {}},
                Cell::words("limits what may be done"), Cell::text(cutTexts({one.text}))});
    }
    for (const license::TextFinding& one : detection.findings) {
        ++all;
        if (table.rows.size() >= kLines)
            continue;
        table.rows.push_back({one.line == 0 ? Cell{Cell::Undefined{"the whole file"}, {}}
                                            : Cell{static_cast<std::int64_t>(one.line), {}},
            Cell::words(one.rule), Cell::text(cutTexts(one.message))});
    }
    for (const DataText& one : detection.copyrightLines) {
        ++all;
        if (table.rows.size() < kLines)
            table.rows.push_back({Cell{Cell::Undefined{}, {}}, Cell::words("names a holder"),
                Cell::text(cutTexts({one}))});
    }
    table.hasRowHeaders = false;
    table.leftOut = static_cast<std::int64_t>(all - table.rows.size());
    return table;
}

/// Where the file differs from the licences that were found in it, one folded text for each.
void addDifferences(const std::string& text, const Detection& detection, Page& page)
{
    for (const license::TextDiff& diff :
        license::diffsOf(text, detection, license::builtInCorpus())) {
        Verbatim lines{{DataText::document(license::unifiedText(diff))},
            {std::string("Compared without case, punctuation and markup. \"-\" marks words that "
                         "only the licence has, \"+\" words that only the file has.")}};
        page.add(
            Details{{"How it differs: " + license::summaryOf(diff)}, {Block{std::move(lines)}}});
    }
}

std::int64_t linesOf(const std::string& text)
{
    const auto ends = std::count(text.begin(), text.end(), '\n');
    return ends + (!text.empty() && text.back() != '\n');
}

std::string plainText(const base::Sentence& sentence)
{
    std::string text;
    for (const base::Span& span : sentence) {
        if (const auto* own = std::get_if<std::string>(&span))
            text += *own;
        else
            text += std::get<DataText>(span).raw();
    }
    return text;
}

Table problemsTable(const documents::DocumentSet& set)
{
    Table table;
    table.caption = {std::string("What could not be read as it should be")};
    for (const char* const column : {"Document", "What", "What to do"})
        table.columns.push_back({std::string(column)});
    for (const documents::Document& document : set.documents) {
        for (const documents::Problem& problem : document.problems)
            table.rows.push_back(
                {Cell::text(
                     cutTexts({DataText::name(placeText({document.file, problem.at.line}))})),
                    Cell::text(cutTexts({DataText::document(problem.message)})),
                    Cell::text(cutTexts({DataText::document(problem.hint)}))});
    }
    return table;
}

} // namespace

void addLicenseTexts(const DatasetReport& dataset, Page& page)
{
    page.add(Heading{2, {std::string("Licence texts")}, "texts"});
    if (dataset.licenses->texts.empty()) {
        page.add(Paragraph{{std::string("There is no licence file beside the data.")}});
        return;
    }
    page.add(
        Paragraph{{"Compared word by word with " + license::builtInCorpus().name() + "."}, true});
    for (const auto& [file, detection] : dataset.licenses->texts) {
        page.add(Heading{3, cutTexts({DataText::name(file)}), makeAnchor("text-" + file)});
        page.add(detectionFacts(detection));
        if (!detection.matches.empty())
            page.add(matchesTable(detection));
        if (Table lines = quotedLines(detection); !lines.rows.empty())
            page.add(std::move(lines));
        if (const documents::Document* const document = documentNamed(dataset, file)) {
            addDifferences(document->text, detection, page);
            const std::string summary
                = "The text, " + countedWords(linesOf(document->text), "line", "lines");
            page.add(Details{{summary},
                {Block{Verbatim{
                    {DataText::document(document->text)}, cutTexts({DataText::name(file)})}}}});
        }
    }
}

void addProvenance(const DatasetReport& dataset, Page& page)
{
    if (!dataset.card)
        return;
    page.add(Heading{2, {std::string("Sources and rights in the Data Card")}, "provenance"});
    bool isAnswered = false;
    for (const std::string_view section : kSections) {
        KeyValues facts;
        std::vector<Block> longer;
        for (std::size_t i = 0; i < dataset.card->fields.size(); ++i) {
            const card::Field& field = card::model().fields[i];
            if (field.section != section)
                continue;
            for (const SharedAnswer& answer : sharedAnswers(dataset.card->fields[i])) {
                const std::string text = plainText(answer.text);
                if (text.size() > kShortAnswer || text.find('\n') != std::string::npos) {
                    longer.push_back({Verbatim{
                        answer.text, {field.title + " – ", DataText::name(answer.sources)}}});
                    continue;
                }
                base::Sentence value = answer.text;
                value.emplace_back(" (");
                value.emplace_back(DataText::name(answer.sources));
                value.emplace_back(")");
                facts.rows.push_back({field.title, std::move(value), false});
            }
        }
        isAnswered = isAnswered || !facts.rows.empty() || !longer.empty();
        if (!facts.rows.empty())
            page.add(std::move(facts));
        for (Block& block : longer)
            page.blocks.push_back(std::move(block));
    }
    if (!isAnswered)
        page.add(Paragraph{{std::string("The documents say nothing about where the data comes from "
                                        "or who holds rights in it.")}});
}

void addDocuments(const DatasetReport& dataset, Page& page)
{
    page.add(Heading{2, {std::string("Documents beside the data")}, "documents"});
    Table table;
    table.caption = {std::string("Documents that were read")};
    for (const char* const column : {"File", "Kind", "Bytes", "Problems"})
        table.columns.push_back({std::string(column)});
    for (const documents::Document& document : dataset.documents->documents) {
        table.rows.push_back({Cell::text(cutTexts({DataText::name(document.file)})),
            Cell::words(std::string(documents::kindName(document.kind))),
            Cell{static_cast<std::int64_t>(document.bytes), {}},
            Cell{static_cast<std::int64_t>(document.problems.size()), {}}});
    }
    if (table.rows.empty())
        page.add(Paragraph{{std::string("There are none.")}});
    else
        page.add(std::move(table));
    if (Table problems = problemsTable(*dataset.documents); !problems.rows.empty())
        page.add(std::move(problems));
}

} // namespace cupel::reports
