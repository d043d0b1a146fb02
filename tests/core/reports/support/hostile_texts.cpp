#include "tests/core/reports/support/hostile_texts.h"

namespace cupel::test {

const std::vector<std::string>& hostileTexts()
{
    using namespace std::string_literals;
    static const std::vector<std::string> texts{"<script>alert(1)</script>"s,
        "<img src=x onerror=alert(1)>"s, "\"><svg onload=alert(1)>"s, "' onfocus='alert(1)"s,
        "</title></style><script>x</script>"s, "</svg><a href=//x>"s, "&lt;b&gt; &#60;script&#62;"s,
        "<!-- "s, "-->"s, "]]>"s, "<![CDATA["s, "<?xml version=\"1.0\"?>"s, "<!DOCTYPE x>"s,
        "javascript:alert(1)"s, "data:text/html,<b>"s, "[x](javascript:alert(1))"s,
        "![x](http://example.org/x.png)"s, "https://example.org/x"s, "www.example.org"s,
        "a@example.org"s, "@everyone"s, "#123"s, "GH-1"s, "| a | b |"s, "a|b\\|c\\\\|d"s, "`"s,
        "```\n# x\n```"s, "``a`b``"s, "# heading"s, "- item"s, "1. item"s, "> quote"s, "---"s,
        "*a* _b_ ~~c~~"s, "[ref]: http://example.org"s, "=1+1"s, "+1"s, "-1+2"s, "@SUM(A1)"s,
        "\t=1"s, "\r=1"s, "a,\"b\"\n=c"s, "\x1b[31mred\x1b]0;t\x07"s,
        "\x9b"
        "31m"s,
        "a\0b"s, "\u202Eabc\u202C"s, "\u2066x\u2069"s, "\u200Fx"s, "\u2028x\u0085y"s, "\xff\xfe"s,
        "::error::x"s, "\n::add-mask::y"s, "##vso[task.complete]"s, "%0A::error::x"s, "<50K"s,
        "<=50K"s, ""s, " "s, "  x  "s, "\u05d0\u05d1\u05d2 \u0645\u0631\u062d\u0628\u0627"s,
        std::string(3000, 'w'), "e\u0301\u0301\u0301"s, "\U0001F468\u200D\U0001F469"s};
    return texts;
}

} // namespace cupel::test
