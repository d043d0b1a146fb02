#include "core/findings/glob.h"

#include <optional>
#include <utility>
#include <vector>

namespace cupel::findings {
namespace {

/// A step of a pattern for paths. The pattern is run as an automaton whose states are the steps, so
/// that no pattern can make it try again.
struct Step {
    enum class Kind {
        Byte, ///< this byte
        One, ///< one byte that begins a character
        Rest, ///< further bytes of a character, also none
        Run, ///< any run within a folder
        AnyRun, ///< any run
        Folders, ///< nothing, or what Inside takes
        Inside, ///< any run that ends with a slash
    };
    Kind kind = Kind::Byte;
    char byte = '\0';
};

std::vector<Step> stepsOf(std::string_view pattern)
{
    std::vector<Step> steps;
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        const bool atBegin = i == 0 || pattern[i - 1] == '/';
        if (pattern[i] == '\\' && i + 1 < pattern.size()) {
            steps.push_back({Step::Kind::Byte, pattern[++i]});
        } else if (pattern[i] == '?') {
            steps.push_back({Step::Kind::One, '\0'});
            steps.push_back({Step::Kind::Rest, '\0'});
        } else if (atBegin && pattern.substr(i, 3) == "**/") {
            steps.push_back({Step::Kind::Folders, '\0'});
            steps.push_back({Step::Kind::Inside, '\0'});
            i += 2;
        } else if (pattern[i] == '*') {
            const bool isDouble = pattern.substr(i, 2) == "**";
            steps.push_back({isDouble ? Step::Kind::AnyRun : Step::Kind::Run, '\0'});
            i += isDouble ? 1 : 0;
        } else {
            steps.push_back({Step::Kind::Byte, pattern[i]});
        }
    }
    return steps;
}

bool isContinuation(char byte)
{
    return (static_cast<unsigned char>(byte) & 0xc0U) == 0x80U;
}

class Automaton {
public:
    explicit Automaton(std::vector<Step> steps)
        : m_steps(std::move(steps))
        , m_now(m_steps.size() + 1)
        , m_next(m_steps.size() + 1)
    {
        m_now[0] = true;
        skip(m_now);
    }

    void take(char byte)
    {
        m_next.assign(m_next.size(), false);
        for (std::size_t i = 0; i < m_steps.size(); ++i) {
            if (m_now[i])
                takeAt(i, byte);
        }
        skip(m_next);
        m_now.swap(m_next);
    }

    bool isDone() const { return m_now.back(); }

private:
    void takeAt(std::size_t i, char byte)
    {
        const bool staysInFolder = byte != '/';
        switch (m_steps[i].kind) {
        case Step::Kind::Byte:
            m_next[i + 1] = m_next[i + 1] || byte == m_steps[i].byte;
            break;
        case Step::Kind::One:
            m_next[i + 1] = m_next[i + 1] || staysInFolder;
            break;
        case Step::Kind::Rest:
            m_next[i] = m_next[i] || isContinuation(byte);
            break;
        case Step::Kind::Run:
            m_next[i] = m_next[i] || staysInFolder;
            break;
        case Step::Kind::AnyRun:
            m_next[i] = true;
            break;
        case Step::Kind::Folders:
            break;
        case Step::Kind::Inside:
            m_next[i] = true;
            m_next[i + 1] = m_next[i + 1] || byte == '/';
            break;
        }
    }

    /// Add the states that are reached without a character.
    void skip(std::vector<bool>& states) const
    {
        for (std::size_t i = 0; i < m_steps.size(); ++i) {
            if (!states[i])
                continue;
            const Step::Kind kind = m_steps[i].kind;
            if (kind == Step::Kind::Run || kind == Step::Kind::AnyRun || kind == Step::Kind::Rest)
                states[i + 1] = true;
            if (kind == Step::Kind::Folders)
                states[i + 1] = states[i + 2] = true;
        }
    }

    std::vector<Step> m_steps;
    std::vector<bool> m_now;
    std::vector<bool> m_next;
};

/// Where a text goes on after a step of the pattern that is no star; none where it does not fit.
std::optional<std::size_t> afterStep(std::string_view step, std::string_view text, std::size_t at)
{
    if (step[0] != '?')
        return text[at] == step.back() ? std::optional(at + 1) : std::nullopt;
    ++at;
    while (at < text.size() && isContinuation(text[at]))
        ++at;
    return at;
}

/// Without folders only the last star has to be tried again.
bool matchesName(std::string_view pattern, std::string_view text)
{
    std::size_t at = 0;
    std::size_t step = 0;
    std::optional<std::size_t> star; // the step behind the last one
    std::size_t tried = 0; // where the text goes on behind it
    while (at < text.size()) {
        if (step < pattern.size() && pattern[step] == '*') {
            star = ++step;
            tried = at;
            continue;
        }
        const bool isEscape = step + 1 < pattern.size() && pattern[step] == '\\';
        const std::size_t length = isEscape ? 2 : 1;
        const auto next = step < pattern.size() ? afterStep(pattern.substr(step, length), text, at)
                                                : std::nullopt;
        if (next) {
            at = *next;
            step += length;
        } else if (star) {
            step = *star;
            at = ++tried;
        } else {
            return false;
        }
    }
    return pattern.find_first_not_of('*', step) == std::string_view::npos;
}

} // namespace

bool matches(std::string_view pattern, std::string_view text, Slash slash)
{
    if (pattern.find_first_of("*?\\") == std::string_view::npos)
        return pattern == text;
    if (text.size() > kLongestMatched)
        return pattern.find_first_not_of('*') == std::string_view::npos;
    if (slash == Slash::Ordinary)
        return matchesName(pattern, text);
    Automaton automaton(stepsOf(pattern));
    for (const char byte : text)
        automaton.take(byte);
    return automaton.isDone();
}

bool matchesPath(std::string_view pattern, std::string_view path)
{
    while (path.starts_with("./"))
        path.remove_prefix(2);
    if (pattern.find('/') == std::string_view::npos)
        path.remove_prefix(path.find_last_of('/') + 1);
    return matches(pattern, path, Slash::Separator);
}

bool hasWildcard(std::string_view pattern)
{
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        if (pattern[i] == '\\')
            ++i;
        else if (pattern[i] == '*' || pattern[i] == '?')
            return true;
    }
    return false;
}

} // namespace cupel::findings
