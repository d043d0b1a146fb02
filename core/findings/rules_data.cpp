#include "core/findings/rule_lists.h"

#include <algorithm>
#include <iterator>

namespace cupel::findings {

namespace {

std::vector<Rule> columnRules()
{
    return {
        {"data.constant-column", "A column holds one value only", Level::Note, 1.0, ">", "values",
            "Measured: the number of different values of a column without missing cells.\n"
            "Why it matters: a column with one value tells nothing about a row. It may be left "
            "over from a filter, or show that only one site, year or group was collected.\n"
            "How: exact number of different non-missing values; tables of fewer than two rows and "
            "columns with missing cells are not judged.\n"
            "What to do: document what the column says about the whole dataset (for example one "
            "country only) and leave it out of the features.",
            "Own recommendation."},
        {"data.identifier-column", "A column looks like an identifier", Level::Note, 0.5,
            "<=", "fraction",
            "Measured: the number of different values over the number of non-missing cells. "
            "Text with a share above one half and a mean length of at most 40 characters, and "
            "whole numbers of which at least 99 in 100 are different, look like identifiers. "
            "A limit that a policy gives holds for both. Decimals, dates, long texts, columns with "
            "the role id and tables of fewer than 20 rows are not judged.\n"
            "Why it matters: a model can learn single rows by heart through such a column; it "
            "hides duplicates, makes every association look perfect, and may name persons.\n"
            "How: exact counts to 131,072 different values, beyond that an estimate that is marked "
            "as such.\n"
            "What to do: give the column the role id (--id), so that features and comparisons "
            "leave it out, and check whether it identifies persons.",
            "The share of one half is the convention of the proxy ranking in this program's "
            "metrics (F11); the other limits are our own recommendation."},
    };
}

std::vector<Rule> cellRules()
{
    return {
        {"data.likely-missing-token", "A word that often stands for a missing value",
            Level::Warning, 0.0, "<=", "rows",
            "Measured: rows whose cell is exactly one of ?, NA, N/A, n/a, NaN, nan, NULL, Null, "
            "null, #N/A, - and --, or blanks only.\n"
            "Why it matters: only the empty cell counts as missing here. A token is a value like "
            "any other until you say otherwise: it becomes a group, a class, or turns a column of "
            "numbers into text.\n"
            "How: looked up among the 20 most frequent values of a column, and among the values "
            "that keep a column from being numbers.\n"
            "What to do: where the token means missing, run again with --null TEXT, or "
            "--null COLUMN=TEXT for one column. Where it is a real value (NA can be Namibia), "
            "leave it.",
            "Own recommendation: tokens are proposed with their counts and never applied "
            "silently."},
        {"data.missing-values", "Many cells of a column are missing", Level::Warning, 0.05,
            "<=", "fraction",
            "Measured: empty cells over rows, per column.\n"
            "Why it matters: rows with a missing label, group or weight are left out of metrics, "
            "and what is left may differ from the whole. A column that is mostly empty is easily "
            "mistaken for evidence.\n"
            "How: the empty cell, and tokens given by --null, count as missing. A note above the "
            "limit; a warning for columns with a role above the limit, and for every column in "
            "which more than half of the cells are missing.\n"
            "What to do: find out why the cells are missing and document it; see "
            "fairness.missingness-gap for whether it concerns some groups more than others.",
            "Own recommendation."},
        {"data.mixed-types", "A column is almost of another type", Level::Warning, 0.9, "<",
            "fraction",
            "Measured: the share of the non-missing cells that fit the type which the column "
            "almost "
            "has, where it is 9 in 10 or more but not all; and cells that do not fit a type given "
            "by --type.\n"
            "Why it matters: one word among numbers makes a column text, its values are then "
            "compared as text and it has no mean or quantiles.\n"
            "How: types are decided on all different values, never on a sample. Words that often "
            "stand for missing values are reported by data.likely-missing-token instead.\n"
            "What to do: correct the cells, declare tokens that mean missing with --null, or give "
            "the type with --type COLUMN=TYPE.",
            "Own recommendation."},
    };
}

std::vector<Rule> rowRules()
{
    return {
        {"data.conflicting-labels", "Equal rows have different labels", Level::Warning, 0.01,
            "<=", "fraction",
            "Measured: rows that agree in every feature with another row whose label is "
            "different, over the rows with a label.\n"
            "Why it matters: no model can be right about both. Such rows come from labelling "
            "errors, from several annotators, or from features that cannot tell the cases apart.\n"
            "How: the features are all columns but label, prediction, score, weight, id and "
            "split. Candidates are verified cell by cell; rows with a missing label do not count. "
            "Any such row gives a note, a share above the limit a warning.\n"
            "What to do: look at the rows, correct or aggregate the labels, or record the columns "
            "that would tell the cases apart.",
            "Own recommendation."},
        {"data.duplicate-rows", "Rows repeat an earlier row", Level::Warning, 0.01,
            "<=", "fraction",
            "Measured: rows minus different rows, over all rows. Rows are equal when all cells "
            "are equal as text.\n"
            "Why it matters: repeated rows count twice in every figure and may sit on both sides "
            "of a split, which makes results look better than they are.\n"
            "How: exact; candidates are verified cell by cell. Any repeated row gives a note, a "
            "share above the limit a warning. In a table without an identifier equal rows can be "
            "different persons.\n"
            "What to do: look at the rows; remove copies before splitting, or add the identifier "
            "that shows that they differ.",
            "Own recommendation."},
    };
}

std::vector<Rule> importRules()
{
    return {
        {"data.header-looks-like-data", "The first line looks like data", Level::Warning, 0.5, "<",
            "fraction",
            "Measured: the share of columns whose name also occurs among the values of the same "
            "column: its most frequent values, or the range of its numbers.\n"
            "Why it matters: a file without a header loses its first row and gets senseless "
            "column names.\n"
            "How: fires from one half of the columns on.\n"
            "What to do: run again with --no-header, and name the columns with --names A,B,….",
            "Own recommendation."},
        {"data.rejected-rows", "Rows could not be read", Level::Warning, 0.0, "<=", "rows",
            "Measured: rows of the file that are not in the table because they have the wrong "
            "number of cells or cannot be decoded.\n"
            "Why it matters: what is not read is not audited; every figure of the report is about "
            "the other rows.\n"
            "How: every byte of the file is accounted for as header, rows, blank lines or "
            "rejected rows.\n"
            "What to do: look at the lines that the import names, correct them or the dialect "
            "(--delimiter, --quote), and run again.",
            "Own recommendation."},
        {"data.renamed-column", "Column names were made up or changed", Level::Note, 0.0,
            "<=", "columns",
            "Measured: columns without a name, and columns whose name another column has already.\n"
            "Why it matters: roles, filters and findings name columns; two columns of one name "
            "cannot be told apart.\n"
            "How: an unnamed column is named by its position, a repeated name gets a number.\n"
            "What to do: give every column its own name in the file, or with --names.",
            "Own recommendation."},
        {"data.stray-quotes", "Quotes stand where none belong", Level::Warning, 0.0, "<=", "rows",
            "Measured: rows with a quote character inside an unquoted cell, or text after a "
            "closing quote.\n"
            "Why it matters: programs read such a row differently; some swallow the following "
            "rows into one cell.\n"
            "How: the rows are read with the quote as ordinary text and counted.\n"
            "What to do: quote the cell and double the quotes inside it, or choose another quote "
            "character with --quote.",
            "RFC 4180, section 2, rules 5 to 7."},
    };
}

} // namespace

std::vector<Rule> dataRules()
{
    std::vector<Rule> all;
    for (std::vector<Rule> part : {columnRules(), cellRules(), rowRules(), importRules()})
        std::move(part.begin(), part.end(), std::back_inserter(all));
    return all;
}

} // namespace cupel::findings
