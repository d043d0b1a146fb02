#include "core/reports/page_json.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <limits>
#include <random>

#include "core/base/utf8.h"
#include "core/pipeline/audit_run.h"
#include "core/reports/audit_page.h"
#include "core/reports/card_page.h"
#include "core/reports/html_page.h"
#include "core/reports/json_report.h"
#include "core/reports/markdown_page.h"
#include "core/reports/rubric_page.h"
#include "core/rubric/suggest.h"
#include "tests/core/reports/support/hostile_texts.h"
#include "tests/core/reports/support/random_report.h"
#include "tests/core/reports/support/small_report.h"
#include "tests/fuzz/page_head.h"
#include "tests/support/effort.h"
#include "tests/support/shared_dir.h"
#include "tests/support/temp_dir.h"

namespace cupel::reports {
namespace {

using base::DataText;
using nlohmann::json;

const PrivacyView kFull(Privacy::Full);

/// A page with blocks of each kind and cells of each kind, all of whose texts are `text`.
Page everyBlock(const std::string& text)
{
    const DataText data = DataText::roleValue(text, 7);
    const base::Sentence sentence{std::string("About "), data, text};
    Page page;
    page.kind = text;
    page.title = sentence;
    page.subtitle = {};
    page.footer = {data};
    page.add(Heading{4, sentence, makeAnchor(text)});
    page.add(Paragraph{sentence, true});
    page.add(List{
        {{sentence, makeAnchor(text), Tone::Question, text}, {{}, {}, Tone::Plain, {}}}, true});
    page.add(Table{sentence, {sentence, {std::string("n")}, {}, {text}},
        {{Cell::text(sentence), {std::int64_t{1234567}, {}}, {Cell::Undefined{text}, {}},
             Cell::share(0.25)},
            {Cell::words(text), {0.5, makeAnchor(text)},
                {MiniHistogram{{1, 0, 3}, text, MiniHistogram::Bars::Values}, {}}, {5.0, {}}}},
        false, 3});
    page.add(KeyValues{{{text, sentence, false}, {"k", sentence, true}}});
    page.add(Callout{
        Tone::Good, text, sentence, text, "c-" + makeAnchor(text), {{text, sentence, true}}});
    page.add(Tiles{{{-1, text, Tone::Good}, {2, "x", Tone::Error}}});
    charts::ChartSpec bar{"c", charts::ChartSpec::Kind::Bar, "t"};
    bar.axis = sentence;
    page.add(Chart{bar,
        {"t", sentence, {"class", "rows", text},
            {{data, std::int64_t{3}, 1.5}, {text, std::int64_t{1}, {}}}}});
    page.add(Chart{charts::rateChart("r", "95 %", charts::ChartSpec::Order::OfTable),
        {"r", sentence, {"group", "n", "rate", "low", "high"},
            {{data, std::int64_t{3}, 0.5, 0.25, 0.75}}}});
    page.add(Chart{{"h", charts::ChartSpec::Kind::Histogram, "h", "count", "from", "to"},
        {"h", {}, {"from", "to", "count"}, {{0.0, 0.5, std::int64_t{3}}}}});
    page.add(Verbatim{sentence, {}});
    page.add(Details{sentence, {{Paragraph{sentence}}, {Details{{data}, {{Paragraph{}}}}}}});
    return page;
}

Page readBack(const std::string& text)
{
    auto page = pageFromJson(text);
    EXPECT_TRUE(page) << page.error().message;
    return page ? std::move(*page) : Page();
}

/// What comes back gives the same text again, and the same files.
void expectRoundTrip(const Page& page, const PrivacyView& view, const std::string& name)
{
    const std::string text = pageJson(page, view);
    const Page back = readBack(text);
    EXPECT_TRUE(pageJson(back, kFull) == text) << name;
    if (base::firstInvalidUtf8(text.data(), text.size(), text.size()) != base::kValidUtf8)
        return;
    // In Markdown the words for what is hidden are set like our own.
    if (view.mode() == Privacy::Full) {
        EXPECT_TRUE(markdownPage(back, kFull) == markdownPage(page, view)) << name;
    }
    EXPECT_TRUE(htmlPage(back, kFull) == htmlPage(page, view)) << name;
}

bool isUtf8(const std::string& text)
{
    return base::firstInvalidUtf8(text.data(), text.size(), text.size()) == base::kValidUtf8;
}

TEST(PageJson, everyBlockComesBack)
{
    std::vector<std::string> texts = test::hostileTexts();
    texts.emplace_back("plain");
    for (const std::string& text : texts) {
        if (isUtf8(text))
            expectRoundTrip(everyBlock(text), kFull, text.substr(0, 100));
    }
}

TEST(PageJson, aTextOfAMegabyteComesBack)
{
    const std::string text(1'000'000, 'm');
    Page page;
    page.title = {DataText::document(text), text};
    page.add(Verbatim{{text}, {DataText::value(text)}});
    expectRoundTrip(page, kFull, "a megabyte");
}

TEST(PageJson, invalidBytesAreReplaced)
{
    const Page back = readBack(pageJson(everyBlock("\xff|\xed\xa0\x80"), kFull));
    EXPECT_EQ(back.kind.substr(0, 4), "\xef\xbf\xbd|");
    EXPECT_TRUE(isUtf8(back.kind));
    EXPECT_EQ(pageJson(back, kFull), pageJson(everyBlock("\xff|\xed\xa0\x80"), kFull));
}

/// The sample with its documents; its pages have every kind of block and chart.
const Report& sampleReport()
{
    static const Report report = [] {
        const auto folder = test::sourceDir() / "resources/sample";
        pipeline::AuditRequest request;
        request.inputs = {(folder / "loans.csv").string(), (folder / "none.csv").string()};
        request.roles.label = audits::LabelRole{"approved", "yes", std::nullopt, {}};
        request.roles.groups = {{"sex", "Male", {}}, {"age", std::nullopt, {18, 25, 40, 60, 100}}};
        request.roles.prediction = "predicted";
        request.roles.split = "split";
        auto run = pipeline::runAudit(request, {});
        EXPECT_TRUE(run) << run.error().message;
        return run ? *run : Report();
    }();
    return report;
}

TEST(PageJson, thePagesOfTheSampleComeBackUnderEveryMode)
{
    const DatasetReport& dataset = sampleReport().datasets.at(0);
    const rubric::Sheet sheet
        = rubric::suggestedSheet(dataset.name, dataset.card.value(), dataset.measured);
    for (const Privacy mode : {Privacy::Full, Privacy::Masked, Privacy::Aggregate}) {
        Report report = sampleReport();
        report.privacy.mode = mode;
        const PrivacyView view(report.privacy);
        const std::string name(privacyName(mode));
        expectRoundTrip(auditPage(report), view, name + " audit");
        expectRoundTrip(summaryPage(report), view, name + " summary");
        expectRoundTrip(cardPage(dataset), view, name + " card");
        expectRoundTrip(rubricPage(sheet), view, name + " rubric");
    }
}

TEST(PageJson, awkwardReportsComeBack)
{
    expectRoundTrip(auditPage(Report()), kFull, "empty");
    expectRoundTrip(Page(), kFull, "no page");
    for (std::uint32_t seed = 0; seed < test::effort(25); ++seed) {
        const Report report = test::randomReport(seed);
        const Page page = auditPage(report);
        const std::string text = pageJson(page, PrivacyView(report.privacy));
        EXPECT_TRUE(pageJson(readBack(text), kFull) == text) << seed;
    }
}

TEST(PageJson, whatIsHiddenIsNotInTheText)
{
    Page page = auditPage(test::smallReport());
    page.add(Paragraph{{std::string("It is "), DataText::value("CANARY-value")}});
    page.add(Table{{}, {{std::string("x")}}, {{Cell::text({DataText::roleValue("CANARY", 2)})}}});
    page.add(Chart{{"c", charts::ChartSpec::Kind::Bar, "t"},
        {"t", {DataText::value("CANARY-title")}, {"a", "b"},
            {{DataText::roleValue("CANARY-cell", 4), std::int64_t{4}},
                {DataText::roleValue("shown", 5), std::int64_t{5}}}}});
    EXPECT_NE(pageJson(page, kFull).find("CANARY-cell"), std::string::npos);
    const std::string masked = pageJson(page, PrivacyView(Privacy::Masked));
    EXPECT_EQ(masked.find("CANARY"), std::string::npos);
    EXPECT_EQ(masked.find("SECRET"), std::string::npos);
    EXPECT_NE(masked.find("<fewer than 5 rows>"), std::string::npos);
    EXPECT_NE(masked.find("\"shown\""), std::string::npos);
    EXPECT_EQ(pageJson(page, PrivacyView(Privacy::Aggregate)).find("shown\""), std::string::npos);
}

TEST(PageJson, dataStaysApartFromOwnWordsAndIsShown)
{
    Page page;
    page.title = {std::string("own"), DataText::value("data")};
    const Page back = readBack(pageJson(page, kFull));
    ASSERT_EQ(back.title.size(), 2u);
    EXPECT_EQ(std::get<std::string>(back.title[0]), "own");
    const auto& data = std::get<DataText>(back.title[1]);
    EXPECT_EQ(data.raw(), "data");
    for (const Privacy mode : {Privacy::Full, Privacy::Masked, Privacy::Aggregate})
        EXPECT_EQ(PrivacyView(mode).show(data), "data");
}

TEST(PageJson, numbersKeepTheirKindAndEveryBit)
{
    const double infinity = std::numeric_limits<double>::infinity();
    const std::vector<double> reals{0.0, -0.0, 1.0, 0.1, 1.0 / 3.0, 5e-324, 1e300, 1e15, 1e19,
        9007199254740994.0, infinity, -infinity, std::nan("")};
    const std::vector<std::int64_t> wholes{0, -1, 9007199254740993,
        std::numeric_limits<std::int64_t>::max(), std::numeric_limits<std::int64_t>::min()};
    audits::ResultTable result{"t", {}, {"x"}, {}};
    Table table{{}, {{}}, {}};
    for (const double real : reals) {
        result.rows.push_back({real});
        table.rows.push_back({{real, {}}});
        table.rows.push_back({Cell::share(real)});
    }
    for (const std::int64_t whole : wholes) {
        result.rows.push_back({whole});
        table.rows.push_back({{whole, {}}});
    }
    Page page;
    page.add(table);
    page.add(Chart{{}, result});
    const Page back = readBack(pageJson(page, kFull));
    const auto same = [](double a, double b) {
        return std::isnan(a) ? std::isnan(b) : a == b && std::signbit(a) == std::signbit(b);
    };
    const auto& rows = std::get<Table>(back.blocks.at(0).content).rows;
    const auto& results = std::get<Chart>(back.blocks.at(1).content).table.rows;
    for (std::size_t i = 0; i < reals.size(); ++i) {
        EXPECT_TRUE(same(std::get<double>(rows.at(2 * i)[0].content), reals[i])) << reals[i];
        EXPECT_TRUE(same(std::get<Cell::Share>(rows.at(2 * i + 1)[0].content).value, reals[i]));
        EXPECT_TRUE(same(std::get<double>(results.at(i)[0]), reals[i])) << reals[i];
    }
    for (std::size_t i = 0; i < wholes.size(); ++i) {
        EXPECT_EQ(std::get<std::int64_t>(rows.at(2 * reals.size() + i)[0].content), wholes[i]);
        EXPECT_EQ(std::get<std::int64_t>(results.at(reals.size() + i)[0]), wholes[i]);
    }
}

std::string messageOf(const std::string& text, base::ErrorCode code = base::ErrorCode::NotData)
{
    const auto page = pageFromJson(text);
    EXPECT_FALSE(page) << text.substr(0, 200);
    if (page)
        return {};
    EXPECT_EQ(page.error().code, code) << page.error().message;
    EXPECT_FALSE(page.error().hint.empty());
    return page.error().message;
}

TEST(PageJson, anotherFormOrVersionIsRefusedNamingBoth)
{
    json page = json::parse(pageJson(Page(), kFull));
    const std::string own = std::string(programVersion());
    page["program"] = "9.9.9";
    EXPECT_EQ(messageOf(page.dump(), base::ErrorCode::Usage),
        "the page is in form 1 of version 9.9.9; this program reads form 1 of version " + own);
    page["program"] = own;
    page["form"] = 7;
    page.erase("blocks"); // another form may have anything else
    EXPECT_EQ(messageOf(page.dump(), base::ErrorCode::Usage),
        "the page is in form 7 of version " + own + "; this program reads form 1 of version "
            + own);
    page["program"] = std::string(1'000'000, 'v');
    EXPECT_LT(messageOf(page.dump(), base::ErrorCode::Usage).size(), 300u);
}

TEST(PageJson, faultsNameTheirPlace)
{
    const json good = json::parse(pageJson(everyBlock("x"), kFull));
    const auto with = [&good](const char* place, const json& value) {
        json page = good;
        page.at(json::json_pointer(place)) = value;
        return messageOf(page.dump());
    };
    const std::string begin = "this is no page that can be drawn: ";
    EXPECT_EQ(with("/title", 1), begin + "title is no list");
    EXPECT_EQ(with("/blocks/0/heading/level", 9),
        begin + "blocks[0].heading.level is no level of a heading");
    EXPECT_EQ(with("/blocks/1/paragraph/text/1/data", nullptr),
        begin + "blocks[1].paragraph.text[1].data is no text");
    EXPECT_EQ(with("/blocks/3/table/rows/1", json::array()),
        begin + "blocks[3].table.rows[1] is not as long as the list of columns");
    EXPECT_EQ(
        with("/blocks/3/table/leftOut", -1), begin + "blocks[3].table.leftOut is out of range");
    EXPECT_EQ(with("/blocks/7/chart/spec/kind", "pie"),
        begin + "blocks[7].chart.spec.kind is not a word that is known here");
    EXPECT_EQ(with("/blocks/7/chart/table/rows/0/1", true),
        begin + "blocks[7].chart.table.rows[0][1] is no object");
    EXPECT_EQ(with("/blocks/5", {{"script", 1}}), begin + "blocks[5] is no block that is known");
    EXPECT_EQ(with("/footer", {{{"data", "x"}, {"more", 1}}}),
        begin + "footer[0] has a member that is not known");
}

TEST(PageJson, whatIsNoPageIsRefused)
{
    EXPECT_NE(messageOf("").find("it is no JSON"), std::string::npos);
    EXPECT_NE(messageOf("null").find("does not begin with"), std::string::npos);
    EXPECT_NE(messageOf("{}").find("does not begin with"), std::string::npos);
    EXPECT_NE(messageOf(std::string(1'000'000, '[')).find("it is no JSON"), std::string::npos);
    EXPECT_NE(
        messageOf(std::string(100'000, '[') + std::string(100'000, ']')).find("nested too deeply"),
        std::string::npos);
    EXPECT_NE(messageOf(R"({"schema": "cupel.page", "schema": "cupel.page"})").find("twice"),
        std::string::npos);
    EXPECT_NE(messageOf("[1e400]").find("beyond the range"), std::string::npos);
    Page deep;
    for (int i = 0; i < 12; ++i) {
        Page around;
        around.add(Details{{}, std::move(deep.blocks)});
        deep = std::move(around);
    }
    EXPECT_NE(messageOf(pageJson(deep, kFull)).find("folded too deeply"), std::string::npos);
}

/// Places of all values within a value, itself included.
void addPlaces(const json& value, const json::json_pointer& at, std::vector<json::json_pointer>& to)
{
    to.push_back(at);
    for (std::size_t i = 0; value.is_array() && i < value.size(); ++i)
        addPlaces(value[i], at / i, to);
    if (!value.is_object())
        return;
    for (const auto& [name, member] : value.items())
        addPlaces(member, at / name, to);
}

/// A page that was read can be drawn, whatever it was made of.
void expectDrawnOrRefused(const std::string& text)
{
    const auto page = pageFromJson(text);
    if (page)
        EXPECT_FALSE(htmlPage(*page, kFull).empty());
    else
        EXPECT_FALSE(page.error().message.empty());
}

TEST(PageJson, everyMemberThatIsMissingOrOfAnotherTypeIsRefusedOrDrawn)
{
    const json good = json::parse(pageJson(everyBlock("x"), kFull));
    std::vector<json::json_pointer> places;
    addPlaces(good, json::json_pointer(), places);
    ASSERT_GT(places.size(), 200u);
    const std::vector<json> others{nullptr, true, -1, 1e300, std::uint64_t(-1), "", "Infinity",
        json::array(), json::array({1}), json::object(), {{"data", "x"}}, {{"undefined", "x"}}};
    for (const json::json_pointer& place : places) {
        for (const json& other : others) {
            json page = good;
            page.at(place) = other;
            expectDrawnOrRefused(page.dump());
        }
        if (place.empty() || !good.at(place.parent_pointer()).is_object())
            continue;
        json page = good;
        page.at(place.parent_pointer()).erase(place.back());
        EXPECT_FALSE(pageFromJson(page.dump())) << place.to_string();
    }
}

/// What the fuzzer starts from are pages, also after their form was changed.
TEST(PageJson, theFuzzersCorpusIsRead)
{
    const char* source = std::getenv("CUPEL_SOURCE_DIR");
    ASSERT_TRUE(source);
    int count = 0;
    for (const auto& entry : std::filesystem::directory_iterator(
             std::filesystem::path(source) / "tests/fuzz/corpus/page")) {
        if (entry.path().filename().string().rfind("page", 0) != 0)
            continue;
        const auto text = test::readFile(entry.path());
        const auto page = pageFromJson(test::pageHead() + text);
        EXPECT_TRUE(page) << entry.path() << ": " << page.error().message;
        ++count;
    }
    EXPECT_GE(count, 3);
}

TEST(PageJson, damagedTextsAreRefusedOrDrawn)
{
    const std::string good = pageJson(everyBlock("x"), kFull);
    for (std::size_t size = 0; size + 2 < good.size(); size += 1 + size % 3)
        EXPECT_FALSE(pageFromJson(good.substr(0, size))) << size;
    std::mt19937 random(1);
    for (std::size_t i = 0; i < test::effort(5'000); ++i) {
        std::string text = good;
        for (int changes = 0; changes < 3; ++changes)
            text[random() % text.size()] = "\"{}[],:0-9eE\\u\xff\n"[random() % 17];
        expectDrawnOrRefused(text);
    }
}

} // namespace
} // namespace cupel::reports
