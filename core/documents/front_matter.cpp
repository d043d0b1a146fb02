#include "core/documents/front_matter.h"

namespace cupel::documents {

namespace {

/// A line without its end, which may be LF or CR LF, and without blanks before it.
std::string_view bare(std::string_view line)
{
    return line.substr(0, line.find_last_not_of(" \t\r\n") + 1);
}

std::size_t lineEnd(std::string_view text, std::size_t begin)
{
    const std::size_t end = text.find('\n', begin);
    return end == std::string_view::npos ? text.size() : end + 1;
}

} // namespace

FrontMatter findFrontMatter(std::string_view text)
{
    FrontMatter found;
    std::size_t yamlBegin = 0;
    std::uint64_t line = 0;
    for (std::size_t begin = 0; begin < text.size(); ++line) {
        const std::size_t end = lineEnd(text, begin);
        const std::string_view content = bare(text.substr(begin, end - begin));
        if (!found.begins) {
            if (!content.empty() && content != "---")
                return found;
            found.begins = content == "---";
            yamlBegin = end;
            found.yamlLine = line + 2;
        } else if (content == "---" || content == "...") {
            found.ends = true;
            found.yaml = text.substr(yamlBegin, begin - yamlBegin);
            found.bodyOffset = end;
            found.bodyLine = line + 2;
            return found;
        }
        begin = end;
    }
    return found;
}

} // namespace cupel::documents
