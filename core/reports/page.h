#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "core/audits/result.h"
#include "core/base/figure.h"
#include "core/base/text.h"
#include "core/charts/chart_spec.h"

/// A document for people as a tree of blocks, before any format: what an audit report, a card or a
/// questionnaire says, in order. Renderers (htmlPage(), markdownPage()) decide how it looks.
///
/// Every text is a base::Sentence: own words as std::string, texts from data and documents as
/// DataText. A builder neither escapes nor hides anything; the renderer shows each text through its
/// PrivacyView and escapes it. Anchors and link targets are own words: makeAnchor() turns any
/// text into one.
namespace cupel::reports {

/// What a piece of a page says about the dataset. Renderers show each as an icon and a word beside
/// the colour.
enum class Tone { Plain, Error, Warning, Note, Good, Question };

/// A heading below the title: level 2 for parts, 3 and 4 inside them. A part is listed in the
/// contents of the page if it has an anchor.
struct Heading {
    int level = 2;
    base::Sentence text;
    std::string anchor; ///< unique on the page; empty: none
};

struct Paragraph {
    base::Sentence text;
    bool isAside = false; ///< a remark that may be read later: smaller
};

struct ListItem {
    base::Sentence text;
    std::string target; ///< anchor on this page that the item leads to; empty: none
    Tone tone = Tone::Plain; ///< its word stands before the text, unless Plain
    std::string code; ///< own words to be typed, such as a flag; after the text
};
struct List {
    std::vector<ListItem> items;
    bool isOrdered = false;
};

/// A picture of a column in a cell: counts of bins of equal width, or of values that stand apart,
/// and what it shows in words.
struct MiniHistogram {
    std::vector<std::int64_t> counts;
    std::string summary;
    enum class Bars { Bins, Values };
    Bars bars = Bars::Bins;
};

/// A cell of a table. A number is formatted by the renderer, which also keeps its exact value where
/// the format can; `undefined` stands in the place of a number and says why there is none.
struct Cell {
    struct Undefined {
        std::string reason; ///< may be empty: there is nothing to tell
    };
    /// From 0 to 1, shown in percent.
    struct Share {
        double value = 0.0;
    };
    std::variant<base::Sentence, std::int64_t, double, Share, Undefined, MiniHistogram> content;
    std::string target; ///< anchor on this page; empty: none

    static Cell text(base::Sentence sentence) { return {std::move(sentence), {}}; }
    static Cell words(std::string own) { return {base::Sentence{std::move(own)}, {}}; }
    static Cell figure(const base::Figure& figure);
    static Cell share(double value) { return {Share{value}, {}}; }
    /// A cell of an audit's table. An empty one is undefined without a reason.
    static Cell of(const audits::ResultTable::Cell& cell);
};

/// A table with a header row. Columns whose cells are all numbers or undefined are set flush right.
struct Table {
    base::Sentence caption;
    std::vector<base::Sentence> columns;
    std::vector<std::vector<Cell>> rows; ///< each as long as `columns`
    bool hasRowHeaders = true; ///< the first cell names the row
    std::int64_t leftOut = 0; ///< rows that were cut; the renderer says so
};

/// Names with values, such as the facts about a file.
struct KeyValues {
    struct Row {
        std::string key;
        base::Sentence value;
        bool isCode = false; ///< to be typed or copied as it stands
    };
    std::vector<Row> rows;
};

/// A finding, or another remark that is to be seen.
struct Callout {
    Tone tone = Tone::Note;
    std::string word; ///< "error", "for a person to decide"; empty: that of the tone
    base::Sentence text;
    std::string label; ///< small print beside the word, such as a rule's id
    std::string anchor;
    std::vector<KeyValues::Row> facts;
};

/// A few large figures in a row, each with what it counts.
struct Tiles {
    struct Tile {
        std::int64_t value = 0;
        std::string label;
        Tone tone = Tone::Plain;
    };
    std::vector<Tile> tiles;
};

/// A chart together with the table behind it, which every renderer shows as well.
struct Chart {
    charts::ChartSpec spec;
    audits::ResultTable table;
};

/// The text of a document or a command, line by line as it is. Nothing in it acts.
struct Verbatim {
    base::Sentence text;
    base::Sentence caption;
};

struct Block;

/// Blocks that are folded away until someone asks for them.
struct Details {
    base::Sentence summary;
    std::vector<Block> blocks;
};

struct Block {
    std::variant<Heading, Paragraph, List, Table, KeyValues, Callout, Tiles, Chart, Verbatim,
        Details>
        content;
};

struct Page {
    std::string kind; ///< above the title, in own words: "Dataset audit"
    base::Sentence title; ///< the one heading of level 1
    base::Sentence subtitle; ///< may be empty
    std::vector<Block> blocks;
    base::Sentence footer;

    template <typename T> void add(T block) { blocks.push_back({std::move(block)}); }
};

/// The word that stands for a tone: "error", "warning", "note", "good", "open question"; empty for
/// Plain.
std::string_view toneWord(Tone tone);

/// The same sentence with long texts cut, so that a column name of a megabyte does not fill a page:
/// those of the data to `columns`, our own words, which may quote one, to ten times as many.
base::Sentence cutTexts(const base::Sentence& sentence, std::size_t columns = 300);

/// The table of an audit for a page, of at most `mostRows` rows, with long texts cut. Its
/// first column names the rows.
Table tableOf(const audits::ResultTable& table, std::size_t mostRows = 200);

/// An anchor of letters, digits and '-' made of any text: "column-age". Texts that differ only in
/// other characters get different anchors: a short hash is appended where any was replaced.
std::string makeAnchor(std::string_view text);

} // namespace cupel::reports
