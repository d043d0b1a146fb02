#include "core/reports/command_words.h"

namespace cupel::reports {

std::string shellWord(const std::string& text)
{
    const bool isPlain = !text.empty()
        && text.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
                                  "_-./:=,+%@")
            == std::string::npos;
    if (isPlain)
        return text;
    std::string quoted = "'";
    for (const char c : text)
        quoted += c == '\'' ? std::string("'\\''") : std::string(1, c);
    return quoted + "'";
}

std::string flagOf(const audits::Proposal& proposal)
{
    if (proposal.role == "null-token")
        return "--null " + shellWord(proposal.column + "=" + proposal.value);
    const std::string name = proposal.role == "split" ? "split-column" : proposal.role;
    return "--" + name + " " + shellWord(proposal.column);
}

std::string storedRowsCommand(const std::string& findingId, const std::string& catalog)
{
    return "cupel rows " + findingId + " --catalog " + shellWord(catalog);
}

std::string rowsCommand(const std::string& findingId, const std::string& file)
{
    return "cupel rows " + findingId + " " + shellWord(file) + " --report report.json";
}

} // namespace cupel::reports
