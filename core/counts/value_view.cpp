#include "core/counts/value_view.h"

#include <bit>
#include <map>

#include "core/counts/flat_map.h"

namespace cupel::counts {
namespace {

std::uint64_t wordOf(std::int32_t value)
{
    const bool isMissing = value == table::NumberColumn::kMissing32;
    return static_cast<std::uint64_t>(
        isMissing ? table::NumberColumn::kMissing64 : std::int64_t{value});
}

std::uint64_t wordOf(std::int64_t value)
{
    return static_cast<std::uint64_t>(value);
}

/// -0 is 0, so its bits are free to mean missing.
std::uint64_t wordOf(double value)
{
    return value == value ? std::bit_cast<std::uint64_t>(value + 0.0) : ValueView::kMissing;
}

std::uint64_t wordOf(std::uint32_t code)
{
    return code == 0 ? ValueView::kMissing : code;
}

static_assert(static_cast<std::uint64_t>(table::NumberColumn::kMissing64) == ValueView::kMissing);

} // namespace

ValueView::ValueView(const CodedColumn& coded)
    : m_form(coded.codes->width() == 1  ? Form::Code8
            : coded.codes->width() == 2 ? Form::Code16
                                        : Form::Code32)
    , m_values(coded.codes->codes(0, 0, nullptr))
    , m_owner(coded.codes)
{
    if (coded.keysDiffer)
        return;
    std::map<CellKey, std::uint32_t> classOf;
    for (std::uint32_t code = 0; code < coded.codes->count(); ++code)
        m_classes.push_back(classOf.try_emplace(coded.key(code), code).first->second);
}

ValueView::ValueView(const table::NumberColumn& numbers)
    : m_form(numbers.kind == table::NumberColumn::Kind::Int32  ? Form::Int32
            : numbers.kind == table::NumberColumn::Kind::Int64 ? Form::Int64
                                                               : Form::Double)
    , m_values(numbers.values.data())
{
}

/// Call visit with the typed values and the function that makes words of them.
template <typename Visit> decltype(auto) ValueView::visit(Visit&& visit) const
{
    const auto number = [](auto value) { return wordOf(value); };
    const auto code = [this](std::uint32_t value) {
        return wordOf(m_classes.empty() ? value : m_classes[value]);
    };
    switch (m_form) {
    case Form::Code8:
        return visit(reinterpret_cast<const std::uint8_t*>(m_values), code);
    case Form::Code16:
        return visit(reinterpret_cast<const std::uint16_t*>(m_values), code);
    case Form::Code32:
        return visit(reinterpret_cast<const std::uint32_t*>(m_values), code);
    case Form::Int32:
        return visit(reinterpret_cast<const std::int32_t*>(m_values), number);
    case Form::Int64:
        return visit(reinterpret_cast<const std::int64_t*>(m_values), number);
    case Form::Double:
        break;
    }
    return visit(reinterpret_cast<const double*>(m_values), number);
}

std::uint64_t ValueView::at(std::uint64_t row) const
{
    return visit([row](const auto* values, const auto& word) { return word(values[row]); });
}

void ValueView::mixInto(
    std::uint64_t* hashes, std::uint64_t first, std::uint64_t last, std::uint64_t salt) const
{
    visit([=](const auto* values, const auto& word) {
        for (std::uint64_t row = first; row < last; ++row)
            hashes[row - first] += mixBits(word(values[row]) ^ salt);
    });
}

} // namespace cupel::counts
