// The reader of pages that are handed to another program, on any bytes behind the head of a page:
// no crash, no endless run, an error that says what and what to try, and of each page that is read
// a text that reads back as the same, and HTML and Markdown.

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

#include "core/base/utf8.h"
#include "core/reports/html_page.h"
#include "core/reports/markdown_page.h"
#include "core/reports/page_json.h"
#include "core/reports/privacy.h"
#include "tests/fuzz/page_head.h"

namespace {

using namespace cupel;

void require(bool holds, const char* what)
{
    if (holds)
        return;
    std::fprintf(stderr, "fuzz_page: not true: %s\n", what);
    std::abort();
}

bool isUtf8(std::string_view text)
{
    return base::firstInvalidUtf8(text.data(), text.size(), text.size()) == base::kValidUtf8;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string text
        = test::pageHead() + std::string(reinterpret_cast<const char*>(data), size);
    const auto page = reports::pageFromJson(text);
    if (!page) {
        const base::Error& error = page.error();
        require(
            !error.message.empty() && !error.hint.empty(), "an error says what and what to try");
        return 0;
    }
    const reports::PrivacyView view(reports::Privacy::Full);
    const std::string once = reports::pageJson(*page, view);
    const auto again = reports::pageFromJson(once);
    require(static_cast<bool>(again), "what is written is read");
    require(reports::pageJson(*again, view) == once, "what is read back is the same");
    require(isUtf8(reports::htmlPage(*page, view)), "a page of text is made");
    require(isUtf8(reports::markdownPage(*page, view)), "a text is made");
    return 0;
}
