#include "app/batch/completion.h"

#include <set>

#include "core/reports/json_report.h"

namespace cupel::batch {
namespace {

/// "'text'" for a POSIX shell and for fish.
std::string shellQuoted(std::string_view text)
{
    std::string word = "'";
    for (const char c : text)
        word += c == '\'' ? std::string("'\\''") : std::string(1, c);
    return word + "'";
}

std::string firstWord(const Command& command)
{
    return command.name.substr(0, command.name.find(' '));
}

std::string secondWord(const Command& command)
{
    const std::size_t blank = command.name.find(' ');
    return blank == std::string::npos ? std::string() : command.name.substr(blank + 1);
}

std::string optionWords(const Command& command)
{
    std::string words = "--help";
    for (const Option& option : command.options)
        words += " " + option.name;
    return words;
}

/// First words, or with one of these the words that may follow it, each once.
std::string nextWords(const std::vector<Command>& commands, const std::string& first = {})
{
    std::set<std::string> words;
    for (const Command& command : commands) {
        if (first.empty())
            words.insert(firstWord(command));
        else if (firstWord(command) == first)
            words.insert(secondWord(command));
    }
    if (first.empty())
        words.insert("help");
    std::string text;
    for (const std::string& word : words)
        text += (text.empty() ? "" : " ") + word;
    return text;
}

std::string bashScript(const std::vector<Command>& commands)
{
    std::string script = "_cupel() {\n"
                         "    local word=${COMP_WORDS[COMP_CWORD]} known=\n"
                         "    case \"${COMP_WORDS[1]} ${COMP_WORDS[2]}\" in\n";
    for (const Command& command : commands) {
        const std::string pattern = secondWord(command).empty()
            ? shellQuoted(command.name + " ") + "*"
            : shellQuoted(command.name);
        script += "    " + pattern + ") known=" + shellQuoted(optionWords(command)) + " ;;\n";
    }
    script += "    esac\n"
              "    if ((COMP_CWORD == 1)); then\n"
              "        known="
        + shellQuoted(nextWords(commands))
        + "\n"
          "    elif ((COMP_CWORD == 2)); then\n"
          "        case ${COMP_WORDS[1]} in\n";
    std::set<std::string> pairs;
    for (const Command& command : commands) {
        if (!secondWord(command).empty())
            pairs.insert(firstWord(command));
    }
    for (const std::string& first : pairs)
        script
            += "        " + first + ") known=" + shellQuoted(nextWords(commands, first)) + " ;;\n";
    script += "        esac\n"
              "    fi\n"
              "    COMPREPLY=($(compgen -W \"$known\" -- \"$word\"))\n"
              "}\n"
              "complete -o default -F _cupel cupel\n";
    return script;
}

std::string fishScript(const std::vector<Command>& commands)
{
    std::string script = "complete -c cupel -n __fish_use_subcommand -a "
        + shellQuoted(nextWords(commands)) + "\n";
    for (const Command& command : commands) {
        const std::string second = secondWord(command);
        const std::string seen = "__fish_seen_subcommand_from " + firstWord(command);
        if (!second.empty())
            script += "complete -c cupel -n " + shellQuoted(seen) + " -a " + shellQuoted(second)
                + "\n";
        const std::string condition
            = second.empty() ? seen : seen + "; and __fish_seen_subcommand_from " + second;
        for (const Option& option : command.options) {
            script += "complete -c cupel -n " + shellQuoted(condition) + " -l "
                + option.name.substr(2)
                + (option.letter == '\0' ? "" : std::string(" -s ") + option.letter)
                + (option.value.empty() ? "" : " -r") + " -d " + shellQuoted(option.help) + "\n";
        }
    }
    return script;
}

/// Text of a manual page: no character of it acts.
std::string roff(std::string_view text)
{
    std::string safe;
    for (const char c : text) {
        if (c == '\\')
            safe += "\\e";
        else if (c == '-')
            safe += "\\-";
        else if ((c == '.' || c == '\'') && (safe.empty() || safe.back() == '\n'))
            safe += std::string("\\&") + c;
        else
            safe += c;
    }
    return safe;
}

} // namespace

std::string completionScript(std::string_view shell, const std::vector<Command>& commands)
{
    if (shell == "bash")
        return bashScript(commands);
    if (shell == "zsh")
        return "#compdef cupel\nautoload -U +X bashcompinit && bashcompinit\n"
            + bashScript(commands);
    if (shell == "fish")
        return fishScript(commands);
    return {};
}

std::string manualPage(const std::vector<Command>& commands)
{
    std::string page = ".TH CUPEL 1 \"\" \"cupel " + std::string(reports::programVersion())
        + "\" \"User Commands\"\n"
          ".SH NAME\ncupel \\- audit machine\\-learning datasets\n"
          ".SH SYNOPSIS\n.B cupel\n.I COMMAND\n[options] [operands]\n"
          ".SH DESCRIPTION\n"
        + roff("Reads a table once, counts exactly, and says what a careful reader would want to "
               "know before training on it: rare classes, differences between groups, licences "
               "and claims of the documents beside it, duplicate rows and conflicting labels.")
        + "\n.SH COMMANDS\n";
    for (const Command& command : commands) {
        page += ".SS \""
            + roff(
                "cupel " + command.name + (command.operands.empty() ? "" : " " + command.operands))
            + "\"\n" + roff(command.summary) + "\n";
        for (const Option& option : command.options) {
            page += ".TP\n.B "
                + roff((option.letter == '\0' ? "" : std::string("-") + option.letter + ", ")
                    + option.name + (option.value.empty() ? "" : " " + option.value))
                + "\n" + roff(option.help) + "\n";
        }
    }
    page += ".SH EXIT STATUS\n"
            "0 clean, 1 findings at or above the level, 2 usage, 3 input missing, unreadable or "
            "not data, 4 internal error, 5 nothing to audit, 6 answers of people are missing, 7 "
            "incomplete, 128+n ended by signal n.\n";
    return page;
}

} // namespace cupel::batch
