#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"

namespace cupel::counts {

/// A piece of a filter expression.
struct Token {
    enum class Kind {
        Word, ///< bare
        Name, ///< in double quotes or backticks
        Text, ///< in single quotes
        Symbol, ///< = != <> < <= > >= ( ) ,
        End,
    };
    Kind kind = Kind::End;
    std::string text; ///< without its quotes; "!=" also for "<>"
    std::size_t begin = 0; ///< byte in the expression
};

/// Split an expression into tokens, the last of kind End. Fails with Usage.
base::Result<std::vector<Token>> tokenize(std::string_view text);

/// An error at a byte of an expression: "column 7: …".
base::Error expressionError(
    std::string_view text, std::size_t byte, std::string message, std::string hint);

/// Whether a byte may stand in a bare word.
bool isWordByte(char c);

/// Whether two words are equal but for the case of ASCII letters.
bool isKeyword(std::string_view word, std::string_view keyword);

} // namespace cupel::counts
