#include "core/counts/compiled_dim.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <unordered_map>

namespace cupel::counts {
namespace {

using base::Result;
using table::ColumnType;
using table::NumberColumn;

constexpr double kInfinity = std::numeric_limits<double>::infinity();

/// A Dim whose cells are the different keys of the codes.
CompiledDim byKeys(
    std::shared_ptr<const CellSource> source, const std::function<CellKey(std::uint32_t)>& keyOf)
{
    CompiledDim dim;
    std::map<CellKey, std::uint32_t> cellOfKey;
    std::vector<CellKey> keys;
    for (std::uint32_t code = 0; code < source->count(); ++code) {
        const auto [found, isNew]
            = cellOfKey.try_emplace(keyOf(code), static_cast<std::uint32_t>(keys.size()));
        if (isNew)
            keys.push_back(found->first);
        dim.cellOf.push_back(found->second);
    }
    if (keys.size() == dim.cellOf.size())
        dim.cellOf.clear();
    dim.source = std::move(source);
    dim.cells = static_cast<std::uint32_t>(keys.size());
    dim.key = [keys = std::move(keys)](std::uint32_t cell) { return keys[cell]; };
    return dim;
}

/// A Dim whose codes are its cells, with the keys in order.
CompiledDim direct(std::shared_ptr<const CellSource> source, std::vector<CellKey> keys)
{
    CompiledDim dim;
    dim.cells = source->count();
    dim.source = std::move(source);
    dim.key = [keys = std::move(keys)](std::uint32_t cell) { return keys[cell]; };
    return dim;
}

/// The key of a number by the label of the thresholds that are <= it.
CellKey labelOf(
    double number, const std::vector<double>& thresholds, const std::vector<std::string>& labels)
{
    const auto above = std::upper_bound(thresholds.begin(), thresholds.end(), number);
    return CellKey::value(labels[static_cast<std::size_t>(above - thresholds.begin())]);
}

std::shared_ptr<const StoredCodes> flags(std::shared_ptr<table::Buffer> bytes, std::uint32_t count)
{
    const std::byte* first = bytes->data();
    return std::make_shared<StoredCodes>(1, count, first, std::move(bytes));
}

class Compiler {
public:
    explicit Compiler(const TableAccess& access)
        : m_access(access)
    {
    }

    Result<CompiledDim> operator()(const ValueDim& dim) const
    {
        const auto coded = m_access.coded(m_access.column(dim.column));
        if (!coded)
            return coded.error();
        if (!(*coded)->keysDiffer)
            return byKeys((*coded)->codes, (*coded)->key);
        return CompiledDim{(*coded)->codes, {}, (*coded)->codes->count(), (*coded)->key};
    }

    Result<CompiledDim> operator()(const BinsDim& dim) const
    {
        // A number is above the last edge when it is at least the next double.
        std::vector<double> thresholds = dim.edges;
        thresholds.back() = std::nextafter(thresholds.back(), kInfinity);
        return byThresholds(dim.column, thresholds, binLabels(dim.edges));
    }

    Result<CompiledDim> operator()(const AtLeastDim& dim) const
    {
        return byThresholds(dim.column, {dim.threshold}, {"false", "true"});
    }

    Result<CompiledDim> operator()(const MissingDim& dim) const
    {
        const std::size_t column = m_access.column(dim.column);
        const table::Column& one = m_access.table().columns[column];
        const auto keyOf
            = [](std::uint32_t code) { return CellKey::value(code == 0 ? "missing" : "present"); };
        if (const auto* numbers = std::get_if<NumberColumn>(&one.cells))
            return byKeys(std::make_shared<ThresholdCodes>(*numbers, std::vector<double>()), keyOf);
        if (std::holds_alternative<table::CodeColumn>(one.cells))
            return byKeys(storedCodes(one).codes, keyOf);
        const auto presence = m_access.presence(column);
        if (!presence)
            return presence.error();
        return byKeys(*presence, keyOf);
    }

    Result<CompiledDim> operator()(const SameDim& dim) const
    {
        const std::vector<CellKey> keys{CellKey::missing(), CellKey::notOfType(),
            CellKey::value("same"), CellKey::value("different")};
        const std::size_t first = m_access.column(dim.first);
        const std::size_t second = m_access.column(dim.second);
        if (isPlainArray(first) && isPlainArray(second))
            return direct(std::make_shared<SameNumbers>(
                              m_access.table().columns[first], m_access.table().columns[second]),
                keys);
        const auto a = m_access.coded(first);
        if (!a)
            return a.error();
        const auto b = m_access.coded(second);
        if (!b)
            return b.error();
        const ColumnType firstType = m_access.table().columns[first].type;
        const ColumnType secondType = m_access.table().columns[second].type;
        const bool asDoubles = table::isNumeric(firstType) && table::isNumeric(secondType)
            && firstType != secondType;
        ComparableClasses classes(asDoubles);
        auto firstOf = classes.of(**a);
        auto secondOf = classes.of(**b);
        return direct(std::make_shared<SameCodes>(
                          (*a)->codes, std::move(firstOf), (*b)->codes, std::move(secondOf)),
            keys);
    }

    Result<CompiledDim> operator()(const RecodeDim& dim) const
    {
        const auto coded = m_access.coded(m_access.column(dim.column));
        if (!coded)
            return coded.error();
        return byKeys((*coded)->codes, [&](std::uint32_t code) {
            CellKey key = (*coded)->key(code);
            if (!key.isValue())
                return key;
            const auto label = dim.labels.find(key.text);
            return CellKey::value(label == dim.labels.end() ? dim.other : label->second);
        });
    }

    Result<CompiledDim> operator()(const RepeatsDim& dim) const
    {
        const auto classes = m_access.classes(m_access.keyColumns(dim.keys));
        if (!classes)
            return classes.error();
        auto repeats = std::make_shared<table::Buffer>(m_access.table().rows);
        for (std::size_t i = 0; i < (*classes)->size(); ++i) {
            for (const std::uint32_t row : (*classes)->at(i).subspan(1))
                repeats->as<std::uint8_t>()[row] = 1;
        }
        return direct(
            flags(std::move(repeats), 2), {CellKey::value("first"), CellKey::value("repeat")});
    }

    Result<CompiledDim> operator()(const ConflictsDim& dim) const
    {
        const auto classes = m_access.classes(m_access.keyColumns(dim.keys));
        if (!classes)
            return classes.error();
        const auto values = m_access.values(m_access.column(dim.column));
        if (!values)
            return values.error();
        enum : std::uint8_t { Consistent, Conflict, Missing };
        auto states = std::make_shared<table::Buffer>(m_access.table().rows);
        auto* const state = states->as<std::uint8_t>();
        for (std::size_t i = 0; i < (*classes)->size(); ++i) {
            const std::span<const std::uint32_t> rows = (*classes)->at(i);
            if (isMixed(rows, *values))
                std::for_each(rows.begin(), rows.end(),
                    [state](std::uint32_t row) { state[row] = Conflict; });
        }
        for (std::uint64_t row = 0; row < m_access.table().rows; ++row) {
            if (values->at(row) == ValueView::kMissing)
                state[row] = Missing;
        }
        return direct(flags(std::move(states), 3),
            {CellKey::value("consistent"), CellKey::value("conflict"), CellKey::missing()});
    }

private:
    /// Numbers equal values of two columns alike: as text, or as doubles.
    class ComparableClasses {
    public:
        explicit ComparableClasses(bool asDoubles)
            : m_asDoubles(asDoubles)
        {
        }

        std::vector<std::uint32_t> of(const CodedColumn& coded)
        {
            std::vector<std::uint32_t> classes;
            for (std::uint32_t code = 0; code < coded.codes->count(); ++code) {
                const CellKey key = coded.key(code);
                if (key.kind == CellKey::Kind::Missing)
                    classes.push_back(SameCodes::kMissing);
                else if (key.kind == CellKey::Kind::NotOfType)
                    classes.push_back(SameCodes::kNotOfType);
                else if (m_asDoubles)
                    classes.push_back(numbered(m_byNumber, *coded.number(code) + 0.0));
                else
                    classes.push_back(numbered(m_byText, key.text));
            }
            return classes;
        }

    private:
        template <typename Map, typename Key>
        static std::uint32_t numbered(Map& map, const Key& key)
        {
            const auto next = static_cast<std::uint32_t>(map.size() + SameCodes::kNotOfType + 1);
            return map.try_emplace(key, next).first->second;
        }

        bool m_asDoubles;
        std::unordered_map<std::string, std::uint32_t> m_byText;
        std::unordered_map<double, std::uint32_t> m_byNumber;
    };

    static bool isMixed(std::span<const std::uint32_t> rows, const ValueView& values)
    {
        std::uint64_t seen = ValueView::kMissing;
        for (const std::uint32_t row : rows) {
            const std::uint64_t value = values.at(row);
            if (value == ValueView::kMissing)
                continue;
            if (seen != ValueView::kMissing && value != seen)
                return true;
            seen = value;
        }
        return false;
    }

    bool isPlainArray(std::size_t column) const
    {
        const auto* numbers = std::get_if<NumberColumn>(&m_access.table().columns[column].cells);
        return numbers && numbers->notOfTypeRows.empty();
    }

    /// The number of thresholds (ascending) that are <= the number chooses the label.
    Result<CompiledDim> byThresholds(const std::string& name, const std::vector<double>& thresholds,
        const std::vector<std::string>& labels) const
    {
        const std::size_t column = m_access.column(name);
        const table::Column& one = m_access.table().columns[column];
        if (const auto* numbers = std::get_if<NumberColumn>(&one.cells)) {
            std::vector<CellKey> keys{CellKey::missing(), CellKey::notOfType()};
            std::transform(labels.begin(), labels.end(), std::back_inserter(keys), CellKey::value);
            return direct(std::make_shared<ThresholdCodes>(*numbers, thresholds), std::move(keys));
        }
        const auto coded = m_access.coded(column);
        if (!coded)
            return coded.error();
        return byKeys((*coded)->codes, [&](std::uint32_t code) {
            if (const auto number = (*coded)->number(code))
                return labelOf(*number, thresholds, labels);
            return code == 0 ? CellKey::missing() : CellKey::notOfType();
        });
    }

    const TableAccess& m_access;
};

} // namespace

Result<CompiledDim> compile(const Dim& dim, const TableAccess& access)
{
    return std::visit(Compiler(access), dim);
}

Result<CompiledDim> compileWeightClass(std::size_t column, const TableAccess& access)
{
    const auto cell = [](WeightClass weight) { return static_cast<std::uint32_t>(weight); };
    CompiledDim dim;
    dim.cells = kWeightClasses;
    const table::Column& one = access.table().columns[column];
    if (const auto* numbers = std::get_if<NumberColumn>(&one.cells)) {
        dim.source = std::make_shared<ThresholdCodes>(*numbers, std::vector{0.0});
        dim.cellOf = {cell(WeightClass::Missing), cell(WeightClass::Invalid),
            cell(WeightClass::Invalid), cell(WeightClass::Valid)};
        return dim;
    }
    const CodedColumn coded = storedCodes(one);
    dim.source = coded.codes;
    for (std::uint32_t code = 0; code < coded.codes->count(); ++code) {
        const auto number = coded.number(code);
        const bool isValid = number && *number >= 0.0;
        dim.cellOf.push_back(cell(isValid ? WeightClass::Valid
                : code == 0               ? WeightClass::Missing
                                          : WeightClass::Invalid));
    }
    return dim;
}

NumberReader::NumberReader(std::size_t column, const TableAccess& access)
{
    const table::Column& one = access.table().columns[column];
    m_array = std::get_if<NumberColumn>(&one.cells);
    if (m_array) {
        m_holdsIntegers = m_array->kind == NumberColumn::Kind::Int32;
        return;
    }
    const CodedColumn coded = storedCodes(one);
    m_codes = coded.codes;
    m_holdsIntegers = true;
    for (std::uint32_t code = 0; code < m_codes->count(); ++code) {
        const auto number = coded.number(code);
        m_numberOf.push_back(number.value_or(std::numeric_limits<double>::quiet_NaN()));
        const bool isInteger
            = !number || (std::fabs(*number) <= INT32_MAX && std::trunc(*number) == *number);
        m_holdsIntegers = m_holdsIntegers && isInteger;
        m_integerOf.push_back(
            number && isInteger ? static_cast<std::int32_t>(*number) : NumberColumn::kMissing32);
    }
}

const double* NumberReader::reals(std::uint64_t firstRow, std::size_t rows, double* scratch) const
{
    if (m_array && m_array->kind == NumberColumn::Kind::Double)
        return m_array->values.as<double>() + firstRow;
    if (m_array)
        readNumbers(*m_array, firstRow, rows, scratch);
    else
        m_codes->lookUp(firstRow, rows, m_numberOf.data(), scratch);
    return scratch;
}

const std::int32_t* NumberReader::integers(
    std::uint64_t firstRow, std::size_t rows, std::int32_t* scratch) const
{
    if (m_array)
        return m_array->values.as<std::int32_t>() + firstRow;
    m_codes->lookUp(firstRow, rows, m_integerOf.data(), scratch);
    return scratch;
}

} // namespace cupel::counts
