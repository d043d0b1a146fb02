#include "benchmarks/generate/shapes.h"

namespace cupel::bench {

WideShape::WideShape(std::uint64_t seed)
    : m_random(seed)
{
}

std::string WideShape::header() const
{
    std::string header;
    for (unsigned c = 0; c < kColumns; ++c) {
        header += c == 0 ? "c" : ",c";
        appendFixed(header, c, 0);
    }
    return header + '\n';
}

void WideShape::appendRow(std::string& to)
{
    for (unsigned c = 0; c < kColumns; ++c) {
        if (c != 0)
            to += ',';
        if (m_random.chance(20))
            continue;
        // The column number moves and widens the range, so that no two columns look alike.
        switch (c % 5) {
        case 0:
            appendFixed(to, m_random.below(8 + c / 5), 0);
            break;
        case 1:
            appendFixed(to, c + m_random.below(200 + c), 0);
            break;
        case 2:
            appendFixed(to, m_random.below(90'000 + 100 * c), 0);
            break;
        case 3:
            appendFixed(to, m_random.below(100'000 + 100 * c), 2);
            break;
        default:
            // Not below 0.001, where writers differ in whether they use an exponent.
            appendFixed(to, 10 + m_random.below(1'000'000 + 1'000 * c), 4);
            break;
        }
    }
    to += '\n';
}

} // namespace cupel::bench
