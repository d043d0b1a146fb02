#include "core/table/distinct_sketch.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace cupel::table {
namespace {

constexpr std::size_t kFirstSlots = 256;

} // namespace

DistinctSketch::DistinctSketch()
    : m_set(kFirstSlots)
{
}

void DistinctSketch::addExactly(std::uint64_t hash)
{
    if (hash == 0) {
        m_size += m_hasZero ? 0 : 1;
        m_hasZero = true;
    } else {
        const std::size_t mask = m_set.size() - 1;
        std::size_t slot = hash & mask;
        while (m_set[slot] != 0) {
            if (m_set[slot] == hash)
                return;
            slot = (slot + 1) & mask;
        }
        m_set[slot] = hash;
        ++m_size;
    }
    if (m_size > kExactDistinct)
        estimate();
    else if (static_cast<std::size_t>(m_size) * 2 > m_set.size())
        growSet();
}

void DistinctSketch::growSet()
{
    const std::vector<std::uint64_t> old
        = std::exchange(m_set, std::vector<std::uint64_t>(m_set.size() * 4));
    const std::size_t mask = m_set.size() - 1;
    for (const std::uint64_t hash : old) {
        if (hash == 0)
            continue;
        std::size_t slot = hash & mask;
        while (m_set[slot] != 0)
            slot = (slot + 1) & mask;
        m_set[slot] = hash;
    }
}

void DistinctSketch::estimate()
{
    if (!m_isExact)
        return;
    m_isExact = false;
    m_registers.resize(std::size_t{1} << kIndexBits);
    if (m_hasZero)
        addToRegisters(0);
    for (const std::uint64_t hash : m_set) {
        if (hash != 0)
            addToRegisters(hash);
    }
    m_set = {};
}

void DistinctSketch::merge(const DistinctSketch& other)
{
    if (other.m_isExact) {
        if (other.m_hasZero)
            addMixed(0);
        for (const std::uint64_t hash : other.m_set) {
            if (hash != 0)
                addMixed(hash);
        }
        return;
    }
    estimate();
    for (std::size_t i = 0; i < m_registers.size(); ++i)
        m_registers[i] = std::max(m_registers[i], other.m_registers[i]);
}

Distinct DistinctSketch::count() const
{
    if (m_isExact)
        return {m_size, true};
    // Beyond kExactDistinct, 8 times the number of registers, the raw estimate needs no correction.
    const auto registers = static_cast<double>(m_registers.size());
    double sum = 0.0;
    for (const std::uint8_t rank : m_registers)
        sum += std::ldexp(1.0, -static_cast<int>(rank));
    const double alpha = 0.7213 / (1.0 + 1.079 / registers);
    const double estimate = std::round(alpha * registers * registers / sum);
    return {std::max(static_cast<std::int64_t>(estimate), kExactDistinct + 1), false};
}

} // namespace cupel::table
