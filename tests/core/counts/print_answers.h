#pragma once

#include <bit>
#include <cstdint>
#include <string>

#include "core/counts/count_source.h"

namespace cupel::test {

/// An answer as text in which every bit counts, so that differences are readable.
std::string print(const counts::Answer& answer);

/// The printed answer, or the error's message.
inline std::string answerText(const counts::CountSource& source, const counts::Question& question)
{
    const auto answer = source.answer(question);
    return answer ? print(*answer) : "error: " + answer.error().message;
}

} // namespace cupel::test
