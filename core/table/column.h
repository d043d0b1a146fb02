#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "core/base/figure.h"
#include "core/table/buffer.h"
#include "core/table/dictionary.h"

namespace cupel::table {

/// What all non-missing cells of a column are. Integer and Number are the number types: their
/// values are compared, grouped and shown as numbers ("0.0" equals "0", written "0"); the cells of
/// every other type are exact texts.
enum class ColumnType { Text, Integer, Number, Boolean, Date, DateTime };

/// "text", "integer", "number", "boolean", "date", "datetime".
std::string_view typeName(ColumnType type);
std::optional<ColumnType> typeFromName(std::string_view name);
inline bool isNumeric(ColumnType type)
{
    return type == ColumnType::Integer || type == ColumnType::Number;
}

/// Why a column has its type. Decided on distinct values: a type holds when every non-missing
/// value fits it, so one word among numbers makes the column text; `likely` and `misfits` then
/// tell what it almost was. With a given type they tell how well it fits.
struct TypeEvidence {
    bool overridden = false; ///< the type was given by the user
    /// The given type; otherwise the narrowest one that most rows fit, if that is more than half of
    /// them, or Text.
    ColumnType likely = ColumnType::Text;
    std::int64_t likelyRows = 0; ///< non-missing rows that fit `likely`
    std::int64_t misfitRows = 0; ///< non-missing rows that do not
    /// Up to 5 values that do not fit, most frequent first. In a column without codes none when
    /// there are more than 64 of a kind (words, numbers, dates).
    std::vector<std::string> misfits;
};

/// Number of distinct non-missing values. Exact up to kExactDistinct, and beyond that in columns
/// with codes and where whole numbers lie close together; otherwise a HyperLogLog estimate (2^14
/// registers, standard error 0.81 %), marked.
struct Distinct {
    std::int64_t value = 0;
    bool exact = true;
};
inline constexpr std::int64_t kExactDistinct = 131'072;
/// A column of texts has no codes, unless they were asked for, when it has more distinct values
/// than this, or when they have more than kDictionaryBytes together.
inline constexpr std::int64_t kDictionaryLimit = 65'535;
inline constexpr std::uint64_t kDictionaryBytes = 4u << 20;
/// A number column with more distinct spellings than this is held as an array of numbers, unless
/// codes were asked for.
inline constexpr std::int64_t kNumberDictionaryLimit = 1'024;

struct ValueCount {
    std::string value;
    std::int64_t count = 0;
};

/// Summary of the numbers of a number column. n counts the cells that are numbers.
/// Quantiles: the value at rank max(1, ceil(p n)) of the sorted values, p = 0.05, 0.25, 0.5, 0.75,
/// 0.95. Histogram: 40 bins of equal width over [min, max], [edge, next edge), the last closed;
/// with min = max all values are in the first bin and all edges are equal.
struct NumberSummary {
    std::int64_t n = 0;
    double min = 0.0;
    double max = 0.0;
    base::Figure mean = 0.0; ///< exact sum, rounded once, divided by n
    base::Figure std = 0.0; ///< sample (n - 1); undefined for n < 2
    std::array<double, 5> quantiles{};
    std::array<double, 41> edges{};
    std::array<std::int64_t, 40> counts{};
};
inline constexpr std::array<double, 5> kQuantileProbabilities{0.05, 0.25, 0.5, 0.75, 0.95};

/// Lengths of the non-missing cells in code points.
struct LengthSummary {
    std::int64_t min = 0;
    std::int64_t max = 0;
    base::Figure mean = 0.0;
};

/// What is known of a column without asking again.
struct ColumnProfile {
    std::int64_t rows = 0;
    std::int64_t missing = 0;
    std::int64_t notOfType = 0; ///< only with an overridden number type
    Distinct distinct; ///< of a number column: numbers, so "1.5" and "1.50" count once
    /// The 20 most frequent values, count down, then value up in code-point order; of a number
    /// column only numbers. Empty beyond kExactDistinct distinct values and without cells.
    std::vector<ValueCount> top;
    std::optional<NumberSummary> numbers; ///< number types with at least one number
    std::optional<LengthSummary> lengths; ///< text with at least one cell
};

/// Cells as codes into a dictionary. Code 0 is missing, 1..size() are the values.
struct CodeColumn {
    unsigned width = 1; ///< bytes per code: 1, 2 or 4, the least that holds size()
    Buffer codes; ///< rows x width bytes, padded
    std::shared_ptr<const Dictionary> dictionary;
};

/// Cells as numbers. Missing cells and cells that are no numbers hold the sentinel of the kind.
struct NumberColumn {
    enum class Kind { Int32, Int64, Double };
    Kind kind = Kind::Double;
    Buffer values; ///< rows x 4, 8 or 8 bytes, padded
    static constexpr std::int32_t kMissing32 = INT32_MIN;
    static constexpr std::int64_t kMissing64 = INT64_MIN;
    /// Double: a quiet NaN.
    std::vector<std::uint64_t> notOfTypeRows; ///< ascending; only with an overridden type
};

/// A text column of high cardinality that nobody asked for: lengths and a sketch, and of the cells
/// only whether they are missing.
struct TextSketch {
    std::vector<std::uint64_t> missingRows; ///< ascending
};

/// How much of a column's cell texts its values tell.
enum class Spelling {
    Varied, ///< nothing is known: "1.50" and "1.5", or an empty cell and a null token, may occur
    OnePerValue, ///< equal values, and missing cells, have equal texts
    Exact, ///< the text of a cell is its value, and that of a missing cell is empty
};

/// The largest of some codes of 1, 2 or 4 bytes; 0 for none.
std::uint32_t largestCode(const std::byte* codes, std::size_t count, unsigned width);

struct Column {
    std::string name; ///< unique in its table
    ColumnType type = ColumnType::Text;
    TypeEvidence evidence;
    ColumnProfile profile;
    std::vector<std::string> nullTokens; ///< texts that are missing besides the empty one
    Spelling spelling = Spelling::Varied;
    std::variant<CodeColumn, NumberColumn, TextSketch> cells;
};

} // namespace cupel::table
