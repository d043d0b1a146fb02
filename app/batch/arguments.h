#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "core/base/result.h"

namespace cupel::batch {

/// An option of a command, and what to do with its value.
struct Option {
    std::string name; ///< "--label"
    char letter = '\0'; ///< 'o' for -o; '\0': none
    std::string
        value; ///< what its value is: "COL"; empty: a switch, which is set with an empty text
    std::string help;
    std::function<base::Result<void>(const std::string& value)> set;
};

/// A command: one or two words, options anywhere, operands.
struct Command {
    std::string name; ///< "audit", "metrics list"
    std::string operands; ///< "FINDING [INPUT]": a word each, in brackets if it may be left out;
                          ///< "INPUT…": one or more
    std::string summary;
    std::vector<Option> options;
    std::function<int(const std::vector<std::string>& operands)> run;
};

/// Setters for options.
std::function<base::Result<void>(const std::string&)> storeText(std::string& to);
std::function<base::Result<void>(const std::string&)> storeText(std::optional<std::string>& to);
std::function<base::Result<void>(const std::string&)> appendText(std::vector<std::string>& to);
std::function<base::Result<void>(const std::string&)> storeTrue(bool& to);
/// A whole number from `least` to `most`.
std::function<base::Result<void>(const std::string&)> storeNumber(
    std::int64_t& to, std::int64_t least, std::int64_t most);

/// What a command was given.
struct Given {
    std::vector<std::string> operands;
    bool wantsHelp = false; ///< -h or --help was among the words
};
/// Set the options of a command. The value of an option is the next word, whatever it begins with,
/// or follows "=" (--label=x) or the letter (-j4). After "--" every word is an operand; "-" always
/// is one. Fails with Usage, naming the nearest option.
base::Result<Given> parse(const Command& command, const std::vector<std::string>& words);

/// The page that --help shows.
std::string helpPage(const Command& command);

} // namespace cupel::batch
