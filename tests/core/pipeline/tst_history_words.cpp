#include "core/pipeline/history_words.h"

#include <gtest/gtest.h>

namespace cupel::pipeline {
namespace {

using catalog::Event;
using catalog::Time;

Event event(const char* what, const char* before, const char* after, int minute)
{
    Event one;
    one.at = Time(std::chrono::minutes(minute));
    one.what = what;
    one.before = before;
    one.after = after;
    return one;
}

std::string wordsOf(const base::Sentence& sentence)
{
    std::string text;
    for (const base::Span& span : sentence) {
        if (const auto* own = std::get_if<std::string>(&span))
            text += *own;
        else
            text += std::get<base::DataText>(span).raw();
    }
    return text;
}

TEST(HistoryWords, TellTheNewestFirst)
{
    catalog::Version version;
    version.number = 2;
    version.file.rows = 5'200;
    version.file.bytes = 650'582;
    version.file.rejectedRows = 1;
    catalog::StoredRun run;
    run.id = 7;
    run.info.programVersion = "0.1.0";
    run.info.verdict.errors = 1;
    run.info.verdict.notRun = 2;
    run.info.reasons = {"b.csv was not audited"};
    auto entries = historyEntries(
        {event("import", "", R"({"version":1,"hash":"x"})", 1),
            event("import", R"({"version":1})", R"({"version":2})", 2),
            event("import", R"({"version":2})", R"({"version":2})", 3),
            event("run", "", R"({"run":7,"level":"error"})", 4), event("remove", "", "", 5),
            event("restore", R"({"name":"a"})", R"({"name":"a_2"})", 6),
            event("relocate", R"({"path":"/old/a.csv"})", R"({"path":"/new/a.csv"})", 7)},
        {version}, {run});
    ASSERT_EQ(entries.size(), 7u);
    EXPECT_EQ(entries[0].what, "Its file is elsewhere");
    EXPECT_EQ(wordsOf(entries[0].details), "now /new/a.csv, before /old/a.csv");
    entries.erase(entries.begin());
    EXPECT_EQ(entries[0].what, "Restored");
    EXPECT_EQ(wordsOf(entries[0].details), "as a_2");
    EXPECT_EQ(entries[0].at, Time(std::chrono::minutes(6)));
    EXPECT_EQ(entries[1].what, "Removed");
    EXPECT_EQ(entries[2].what, "Audited");
    EXPECT_EQ(wordsOf(entries[2].details), "1 error, 2 audits not run; incomplete; by cupel 0.1.0");
    EXPECT_EQ(entries[3].what, "Read again");
    EXPECT_EQ(wordsOf(entries[3].details),
        "version 2: 5,200 rows, 650,582 bytes, 1 rejected row, unchanged");
    EXPECT_EQ(entries[4].what, "New version");
    EXPECT_EQ(entries[5].what, "Added");
    EXPECT_EQ(wordsOf(entries[5].details), "version 1");
}

TEST(HistoryWords, TakeWhateverStandsInACatalog)
{
    const auto entries = historyEntries(
        {event("import", "[", "{\"version\":\"two\"}", 1), event("run", "", "[[[", 2),
            event("run", "", R"({"run":99,"level":"warning"})", 3),
            event("waive", R"({"owner":"<img src=x>"})", "", 4)},
        {}, {});
    ASSERT_EQ(entries.size(), 4u);
    EXPECT_EQ(entries[0].what, "waive");
    EXPECT_EQ(wordsOf(entries[0].details), R"(before {"owner":"<img src=x>"})");
    EXPECT_EQ(wordsOf(entries[1].details), "worst finding: warning");
    EXPECT_TRUE(entries[2].details.empty());
    EXPECT_EQ(entries[3].what, "Added");
    EXPECT_TRUE(entries[3].details.empty());
    EXPECT_TRUE(historyEntries({}, {}, {}).empty());
}

} // namespace
} // namespace cupel::pipeline
