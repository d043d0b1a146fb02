#include "app/batch/arguments.h"

#include <algorithm>

#include "core/base/number.h"
#include "core/counts/nearest_name.h"
#include "core/reports/terminal_text.h"

namespace cupel::batch {
namespace {

using base::Error;
using base::Result;

constexpr std::size_t kHelpWidth = 96;
constexpr std::size_t kHelpColumn = 28;

std::string seeHelp(const Command& command)
{
    return "see cupel " + command.name + " --help";
}

class Parser {
public:
    Parser(const Command& command, const std::vector<std::string>& words)
        : m_command(command)
        , m_words(words)
    {
    }

    Result<Given> parse()
    {
        bool onlyOperands = false;
        while (m_next < m_words.size()) {
            const std::string& word = m_words[m_next++];
            Result<void> done;
            if (onlyOperands || word.size() < 2 || word[0] != '-')
                m_given.operands.push_back(word);
            else if (word == "--")
                onlyOperands = true;
            else if (word[1] == '-')
                done = takeLong(word);
            else
                done = takeLetters(word);
            if (!done)
                return done.error();
        }
        if (!m_given.wantsHelp) {
            if (auto checked = checkOperands(); !checked)
                return checked.error();
        }
        return std::move(m_given);
    }

private:
    Result<void> takeLong(const std::string& word)
    {
        const std::size_t equals = word.find('=');
        const std::string name = word.substr(0, equals);
        if (name == "--help") {
            m_given.wantsHelp = true;
            return {};
        }
        const Option* option = find([&](const Option& one) { return one.name == name; });
        if (!option)
            return unknown(name);
        if (equals == std::string::npos)
            return take(*option);
        if (option->value.empty())
            return base::usageError(name + " takes no value", seeHelp(m_command));
        return set(*option, word.substr(equals + 1));
    }

    Result<void> takeLetters(const std::string& word)
    {
        for (std::size_t i = 1; i < word.size(); ++i) {
            if (word[i] == 'h') {
                m_given.wantsHelp = true;
                continue;
            }
            const Option* option = find([&](const Option& one) { return one.letter == word[i]; });
            if (!option)
                return unknown(std::string("-") + word[i]);
            if (!option->value.empty() && i + 1 < word.size())
                return set(*option, word.substr(i + 1));
            if (auto done = take(*option); !done)
                return done;
        }
        return {};
    }

    /// Set a switch, or an option whose value is the next word.
    Result<void> take(const Option& option)
    {
        if (option.value.empty())
            return set(option, {});
        if (m_next == m_words.size())
            return base::usageError(
                option.name + " needs a value", "write " + option.name + " " + option.value);
        return set(option, m_words[m_next++]);
    }

    static Result<void> set(const Option& option, const std::string& value)
    {
        auto done = option.set(value);
        if (done)
            return done;
        Error error = std::move(done).error();
        error.message = option.name + ": " + error.message;
        return error;
    }

    template <typename Fits> const Option* find(const Fits& fits) const
    {
        const auto& options = m_command.options;
        const auto found = std::find_if(options.begin(), options.end(), fits);
        return found == options.end() ? nullptr : &*found;
    }

    Error unknown(const std::string& name) const
    {
        std::vector<std::string> known{"--help"};
        for (const Option& option : m_command.options)
            known.push_back(option.name);
        const auto nearest = counts::nearestName(name, known);
        return base::usageError("cupel " + m_command.name + " has no option " + name,
            nearest ? "did you mean " + *nearest + "?" : seeHelp(m_command));
    }

    Result<void> checkOperands() const
    {
        const std::string& wanted = m_command.operands;
        const bool isList = wanted.ends_with("…");
        const auto count = wanted.empty()
            ? 0u
            : static_cast<std::size_t>(std::count(wanted.begin(), wanted.end(), ' ') + 1);
        const auto optional
            = static_cast<std::size_t>(std::count(wanted.begin(), wanted.end(), '['));
        if (m_given.operands.size() + optional < count)
            return base::usageError(
                "cupel " + m_command.name + " needs " + wanted, seeHelp(m_command));
        if (m_given.operands.size() > count && !isList)
            return base::usageError("'" + m_given.operands[count]
                    + "' is one word too many for cupel " + m_command.name,
                seeHelp(m_command));
        return {};
    }

    const Command& m_command;
    const std::vector<std::string>& m_words;
    std::size_t m_next = 0;
    Given m_given;
};

} // namespace

std::function<Result<void>(const std::string&)> storeText(std::string& to)
{
    return [&to](const std::string& value) {
        to = value;
        return Result<void>();
    };
}

std::function<Result<void>(const std::string&)> storeText(std::optional<std::string>& to)
{
    return [&to](const std::string& value) {
        to = value;
        return Result<void>();
    };
}

std::function<Result<void>(const std::string&)> appendText(std::vector<std::string>& to)
{
    return [&to](const std::string& value) {
        to.push_back(value);
        return Result<void>();
    };
}

std::function<Result<void>(const std::string&)> storeTrue(bool& to)
{
    return [&to](const std::string&) {
        to = true;
        return Result<void>();
    };
}

std::function<Result<void>(const std::string&)> storeNumber(
    std::int64_t& to, std::int64_t least, std::int64_t most)
{
    return [&to, least, most](const std::string& value) -> Result<void> {
        const auto number = base::parseNumber(value);
        if (!number || number->kind != base::Number::Kind::Integer || number->i < least
            || number->i > most) {
            return base::usageError("'" + value + "' is not a whole number from "
                    + std::to_string(least) + " to " + std::to_string(most),
                "write a number, such as " + std::to_string(std::max<std::int64_t>(least, 2)));
        }
        to = number->i;
        return {};
    };
}

Result<Given> parse(const Command& command, const std::vector<std::string>& words)
{
    return Parser(command, words).parse();
}

std::string helpPage(const Command& command)
{
    std::string page = "Usage: cupel " + command.name
        + (command.operands.empty() ? "" : " " + command.operands)
        + (command.options.empty() ? "" : " [options]") + "\n\n"
        + reports::wrapped(command.summary, kHelpWidth, 0) + "\n";
    if (!command.options.empty())
        page += "\n";
    for (const Option& option : command.options) {
        std::string head = "  ";
        if (option.letter != '\0')
            head += std::string("-") + option.letter + ", ";
        head += option.name + (option.value.empty() ? "" : " " + option.value) + "  ";
        const std::size_t width = reports::displayWidth(head);
        if (width > kHelpColumn)
            head += "\n" + std::string(kHelpColumn, ' ');
        else
            head.append(kHelpColumn - width, ' ');
        page += head + reports::wrapped(option.help, kHelpWidth, kHelpColumn) + "\n";
    }
    return page;
}

} // namespace cupel::batch
