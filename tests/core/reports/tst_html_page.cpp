#include "core/reports/html_page.h"

#include "core/reports/terminal_text.h"
#include "tests/core/reports/support/hostile_texts.h"
#include "tests/core/reports/support/markup.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace cupel::reports {
namespace {

using base::DataText;
using test::Markup;
using test::readMarkup;

const PrivacyView kMasked(Privacy::Masked);

/// A page with one block of each kind, all of whose texts are `text`.
Page pageOf(const std::string& text)
{
    const DataText data = DataText::document(text);
    const base::Sentence sentence{std::string("About "), data};
    Page page;
    page.kind = text;
    page.title = sentence;
    page.subtitle = sentence;
    page.footer = sentence;
    page.add(Heading{2, sentence, makeAnchor(text)});
    page.add(Paragraph{sentence});
    page.add(Paragraph{sentence, true});
    page.add(List{{{sentence, makeAnchor(text), Tone::Error, text}}});
    page.add(Table{sentence, {sentence, {std::string("n")}, {text}},
        {{Cell::text(sentence), {std::int64_t{1234567}, {}}, {Cell::Undefined{text}, {}}},
            {Cell::words(text), {0.5, makeAnchor(text)}, {MiniHistogram{{1, 0, 3}, text}, {}}}},
        true, 3});
    page.add(KeyValues{{{text, sentence, false}, {"k", sentence, true}}});
    page.add(Callout{
        Tone::Warning, text, sentence, text, "c-" + makeAnchor(text), {{text, sentence, true}}});
    page.add(Tiles{{{1, text, Tone::Good}}});
    page.add(Chart{{"c", charts::ChartSpec::Kind::Bar, "t"},
        {"t", sentence, {"class", "rows"}, {{data, std::int64_t{3}}, {text, std::int64_t{1}}}}});
    page.add(Verbatim{sentence, sentence});
    page.add(Details{sentence, {Block{Paragraph{sentence}}}});
    return page;
}

TEST(HtmlPage, hostileTextsStayTexts)
{
    const Markup harmless = readMarkup(htmlPage(pageOf("harmless"), kMasked));
    ASSERT_EQ(harmless.fault, "");
    for (const std::string& text : test::hostileTexts()) {
        const Markup markup = readMarkup(htmlPage(pageOf(text), kMasked));
        EXPECT_EQ(markup.fault, "") << text;
        EXPECT_EQ(markup.elements.count("script"), 0u) << text;
        EXPECT_TRUE(std::includes(harmless.attributes.begin(), harmless.attributes.end(),
            markup.attributes.begin(), markup.attributes.end()))
            << text;
        EXPECT_TRUE(text.empty() || markup.elements == harmless.elements) << text;
        EXPECT_NE(markup.text.find("About " + visibleControls(text)), std::string::npos) << text;
        for (const std::string& target : markup.targets)
            EXPECT_EQ(target.front(), '#') << text;
    }
}

TEST(HtmlPage, needsNothingElse)
{
    const std::string html = htmlPage(pageOf("x"), kMasked);
    EXPECT_NE(html.find("default-src 'none'"), std::string::npos);
    for (const char* word : {"http:", "https:", "url(", "@import", "<script", "src=", "<link"})
        EXPECT_EQ(html.find(word), std::string::npos) << word;
}

TEST(HtmlPage, isMarkedForReadersWhoDoNotSee)
{
    const Markup markup = readMarkup(htmlPage(pageOf("x"), kMasked));
    EXPECT_EQ(markup.elements.count("h1"), 1u);
    for (const char* element : {"header", "nav", "main", "footer", "caption", "desc"})
        EXPECT_GE(markup.elements.count(element), 1u) << element;
    for (const char* attribute :
        {"html@lang", "th@scope", "svg@role", "svg@aria-labelledby", "nav@aria-label"})
        EXPECT_EQ(markup.attributes.count(attribute), 1u) << attribute;
    EXPECT_EQ(markup.targets.front(), "#main");
    EXPECT_EQ(markup.elements.count("table"), 2u) << "a chart has its table";
}

TEST(HtmlPage, linksLeadSomewhereAndIdsAreUnique)
{
    const Markup markup = readMarkup(htmlPage(pageOf("a b"), kMasked));
    const std::set<std::string> ids(markup.ids.begin(), markup.ids.end());
    EXPECT_EQ(ids.size(), markup.ids.size());
    for (const std::string& target : markup.targets)
        EXPECT_EQ(ids.count(target.substr(1)), 1u) << target;
}

TEST(HtmlPage, hidesWhatTheModeHides)
{
    Page page;
    page.title = {std::string("Title")};
    page.add(Paragraph{{DataText::value("CANARY-1"), DataText::roleValue("CANARY-2", 4)}});
    page.add(Verbatim{{DataText::value("CANARY-3")}, {}});
    page.add(Chart{{"c", charts::ChartSpec::Kind::Bar, "t"},
        {"t", {DataText::value("CANARY-4")}, {"class", "rows"},
            {{DataText::roleValue("CANARY-5", 4), std::int64_t{4}}}}});
    EXPECT_EQ(htmlPage(page, kMasked).find("CANARY"), std::string::npos);
    EXPECT_NE(htmlPage(page, PrivacyView(Privacy::Full)).find("CANARY-5"), std::string::npos);
}

TEST(HtmlPage, numbersKeepTheirValue)
{
    const std::string html = htmlPage(pageOf("x"), kMasked);
    EXPECT_NE(html.find("<data value=\"0.5\">0.5</data>"), std::string::npos);
    EXPECT_NE(html.find("1,234,567"), std::string::npos);
    EXPECT_NE(html.find("3 more rows are not shown here."), std::string::npos);
}

TEST(Anchors, areSafeAndDiffer)
{
    EXPECT_EQ(makeAnchor("group-gaps"), "group-gaps");
    EXPECT_NE(makeAnchor("a b"), makeAnchor("a\"b"));
    EXPECT_NE(makeAnchor(""), makeAnchor(" "));
    EXPECT_FALSE(makeAnchor("").empty());
    for (const std::string& text : test::hostileTexts())
        EXPECT_EQ(makeAnchor(text).find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRS"
                                                     "TUVWXYZ0123456789-_"),
            std::string::npos);
}

} // namespace
} // namespace cupel::reports
