#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "benchmarks/generate/random.h"

namespace cupel::bench {

/// One file shape: a header and rows, the same for the same seed. A row ends with '\n'.
class Shape {
public:
    virtual ~Shape() = default;
    virtual std::string header() const = 0;
    /// Append the next row.
    virtual void appendRow(std::string& to) = 0;
};

/// What distinguishes the stray file from the adult file: one unquoted cell with a quote in it.
enum class Quoting { WellFormed, StrayInRow10 };

/// Census-like rows of about 170 bytes: 15 columns, of which 11 repeat their values (one of them
/// with 20,000), two are numbers and two are texts with nearly as many values as rows. 10 % of the
/// text cells are quoted, those of the two long texts with commas, newlines and doubled quotes
/// inside; 2 % of the cells are empty; 0.5 % of the rows repeat one of the 1,024 rows before.
class AdultShape final : public Shape {
public:
    AdultShape(std::uint64_t seed, Quoting quoting);
    std::string header() const override;
    void appendRow(std::string& to) override;

private:
    void appendPerson(std::string& row);
    void appendCategory(std::string& row, std::string_view value);
    void appendNumber(std::string& row, std::int64_t value, unsigned decimals);
    void appendText(std::string& row, unsigned words, bool numbered);

    Random m_random;
    Quoting m_quoting;
    std::vector<std::string> m_words;
    std::vector<std::string> m_recent; ///< rows that may be repeated
    std::uint64_t m_rows = 0;
};

/// Four columns: id, topic, source and about 530 bytes of quoted text, a third with newlines.
class TextShape final : public Shape {
public:
    explicit TextShape(std::uint64_t seed);
    std::string header() const override;
    void appendRow(std::string& to) override;

private:
    Random m_random;
    std::vector<std::string> m_words;
    std::uint64_t m_rows = 0;
};

/// 500 number columns, every cell drawn on its own, so that no column tells about another: small
/// integers, integers to 100,000, decimals with two and with four places. 2 % of the cells are
/// empty.
class WideShape final : public Shape {
public:
    static constexpr unsigned kColumns = 500;

    explicit WideShape(std::uint64_t seed);
    std::string header() const override;
    void appendRow(std::string& to) override;

private:
    Random m_random;
};

/// Pronounceable words, some of them not ASCII.
std::vector<std::string> vocabulary(Random& random, std::size_t count);
/// Append value / 10^decimals with all its places.
void appendFixed(std::string& to, std::int64_t value, unsigned decimals);

} // namespace cupel::bench
