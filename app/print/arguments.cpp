#include "app/print/arguments.h"

#include "core/base/number.h"

namespace cupel::print {
namespace {

constexpr const char* kHint
    = "this program is run by: cupel audit INPUT -o pdf=PATH [--paper a4|letter]";

base::Result<void> set(Arguments& arguments, const std::string& name, const std::string& value)
{
    if (name == "--paper") {
        const auto paper = ui::paperFromName(value);
        if (!paper)
            return base::usageError("--paper '" + value + "' is unknown", "use a4 or letter");
        arguments.pdf.paper = *paper;
        return {};
    }
    if (name != "--date")
        return base::usageError("'" + name + "' is no option", kHint);
    constexpr std::int64_t kYear9999 = 253'402'300'799;
    const auto date = base::parseNumber(value);
    if (!date || date->kind != base::Number::Kind::Integer || date->i < 0 || date->i > kYear9999) {
        return base::usageError("--date '" + value + "' is no number of seconds since 1970",
            "give whole seconds up to the year 9999");
    }
    arguments.pdf.date = date->i;
    return {};
}

} // namespace

base::Result<Arguments> argumentsFrom(const std::vector<std::string>& words)
{
    Arguments arguments;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (words[i] == "--version") {
            arguments.wantsVersion = true;
            continue;
        }
        if (i + 1 == words.size())
            return base::usageError("'" + words[i] + "' is no option, or lacks its value", kHint);
        if (auto done = set(arguments, words[i], words[i + 1]); !done)
            return done.error();
        ++i;
    }
    return arguments;
}

} // namespace cupel::print
