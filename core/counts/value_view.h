#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "core/counts/coded_column.h"
#include "core/table/column.h"

namespace cupel::counts {

/// The values of a column as 64-bit words that are equal exactly when the cells of ValueDim are.
class ValueView {
public:
    /// The word of a missing cell.
    static constexpr std::uint64_t kMissing = std::uint64_t{1} << 63;

    explicit ValueView(const CodedColumn& coded);
    /// All cells of the array are numbers or missing. The column outlives this.
    explicit ValueView(const table::NumberColumn& numbers);

    std::uint64_t at(std::uint64_t row) const;
    /// Mix the words of rows first to last - 1 into as many hashes, salted.
    void mixInto(
        std::uint64_t* hashes, std::uint64_t first, std::uint64_t last, std::uint64_t salt) const;

private:
    enum class Form { Code8, Code16, Code32, Int32, Int64, Double };
    template <typename Visit> decltype(auto) visit(Visit&& visit) const;

    Form m_form = Form::Code8;
    const std::byte* m_values = nullptr;
    std::shared_ptr<const void> m_owner;
    /// Class of each code where several codes mean the same; else empty.
    std::vector<std::uint32_t> m_classes;
};

} // namespace cupel::counts
