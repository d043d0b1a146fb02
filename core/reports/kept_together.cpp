#include "core/reports/kept_together.h"

#include <string_view>

namespace cupel::reports {
namespace {

/// Digits of other scripts end with a byte of that kind, as other letters of theirs do.
bool mayEndNumber(unsigned char byte)
{
    return (byte >= '0' && byte <= '9') || byte >= 0x80;
}

} // namespace

std::string keptTogether(std::string text)
{
    constexpr std::string_view kNoBreak = "\u00a0";
    std::string kept;
    std::size_t done = 0;
    for (std::size_t at = text.find(" %"); at != std::string::npos; at = text.find(" %", at + 1)) {
        if (at == 0 || !mayEndNumber(static_cast<unsigned char>(text[at - 1])))
            continue;
        kept.append(text, done, at - done).append(kNoBreak);
        done = at + 1;
    }
    if (done == 0)
        return text;
    return kept.append(text, done, std::string::npos);
}

} // namespace cupel::reports
