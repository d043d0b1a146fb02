#pragma once

#include <array>
#include <cstdint>
#include <vector>

namespace cupel::bench {

/// Seeded generator: xoshiro256++ (Blackman and Vigna 2021) filled by splitmix64. Its own code,
/// because the distributions of the standard library differ between implementations.
class Random {
public:
    explicit Random(std::uint64_t seed)
    {
        for (std::uint64_t& word : m_state) {
            seed += 0x9e3779b97f4a7c15U;
            std::uint64_t mixed = (seed ^ (seed >> 30)) * 0xbf58476d1ce4e5b9U;
            mixed = (mixed ^ (mixed >> 27)) * 0x94d049bb133111ebU;
            word = mixed ^ (mixed >> 31);
        }
    }

    std::uint64_t next()
    {
        const std::uint64_t result = rotate(m_state[0] + m_state[3], 23) + m_state[0];
        const std::uint64_t shifted = m_state[1] << 17;
        m_state[2] ^= m_state[0];
        m_state[3] ^= m_state[1];
        m_state[1] ^= m_state[2];
        m_state[0] ^= m_state[3];
        m_state[2] ^= shifted;
        m_state[3] = rotate(m_state[3], 45);
        return result;
    }

    /// Uniform in [0, bound), bound below 2^32. The bias of the scaling is below 2^-32.
    std::uint32_t below(std::uint32_t bound)
    {
        return static_cast<std::uint32_t>(((next() >> 32) * bound) >> 32);
    }

    /// True in `perMille` of 1,000 cases.
    bool chance(std::uint32_t perMille) { return below(1'000) < perMille; }

private:
    static std::uint64_t rotate(std::uint64_t x, int k) { return (x << k) | (x >> (64 - k)); }

    std::array<std::uint64_t, 4> m_state{};
};

/// Draws an index with given weights in constant time.
class Choice {
public:
    /// Weights in 1/1,000; they add up to 1,000.
    explicit Choice(const std::vector<std::uint32_t>& perMille)
    {
        m_index.reserve(1'000);
        for (std::size_t i = 0; i < perMille.size(); ++i)
            m_index.insert(m_index.end(), perMille[i], static_cast<std::uint16_t>(i));
    }
    std::size_t draw(Random& random) const
    {
        return m_index[random.below(static_cast<std::uint32_t>(m_index.size()))];
    }

private:
    std::vector<std::uint16_t> m_index;
};

} // namespace cupel::bench
