#include "core/pipeline/roles_notes.h"

#include <gtest/gtest.h>

#include "core/findings/run_settings.h"
#include "core/pipeline/audit_run.h"
#include "core/pipeline/catalog_records.h"
#include "core/pipeline/catalog_store.h"
#include "core/pipeline/dataset_history.h"
#include "core/pipeline/roles_state.h"
#include "core/reports/page.h"
#include "core/reports/privacy.h"
#include "core/reports/terminal_text.h"
#include "tests/support/temp_dir.h"

namespace cupel::pipeline {
namespace {

using audits::GroupRole;
using audits::LabelRole;
using audits::Roles;
using catalog::Catalog;
using Texts = std::vector<std::string>;

/// A catalog with one dataset, which is audited or imported with other roles.
class RolesEvents : public testing::Test {
protected:
    void put(const Roles& roles, CatalogStore::Puts what = CatalogStore::Puts::Run)
    {
        AuditRequest request;
        request.roles = roles;
        run(std::move(request), what);
    }
    void run(AuditRequest request, CatalogStore::Puts what = CatalogStore::Puts::Run)
    {
        auto store
            = CatalogStore::open(path, Catalog::Missing::Create, CatalogStore::Sources::Forget, {});
        ASSERT_TRUE(store) << store.error().message;
        request.inputs = {data};
        request.store = store->get();
        const auto report = runAudit(request, {});
        ASSERT_TRUE(report) << report.error().message;
        ASSERT_TRUE(report->unread.empty()) << report->unread.front().error.message;
        const catalog::Time now{std::chrono::seconds(++m_second)};
        const auto put = (*store)->put(*report, what, now, "Ada", {});
        ASSERT_TRUE(put) << put.error().message;
    }
    /// The events of roles as a person reads them, the oldest first: "who | what | details".
    Texts told() const
    {
        const auto catalog = Catalog::open(path, Catalog::Missing::Fail);
        const auto history = historyOf(*catalog, "a");
        if (!history)
            return {history.error().message};
        const reports::PrivacyView whole{reports::PrivacyRule(reports::Privacy::Full)};
        Texts texts;
        for (auto entry = history->entries.rbegin(); entry != history->entries.rend(); ++entry) {
            if (entry->what.ends_with("chosen"))
                texts.push_back(entry->who + " | " + entry->what + " | "
                    + reports::visibleText(whole.show(entry->details)));
        }
        return texts;
    }
    std::string last() const
    {
        const Texts all = told();
        return all.empty() ? "" : all.back();
    }

    test::TempDir folder;
    std::string data
        = folder.write("a.csv", "age,sex,race,income\n1,f,x,no\n2,m,y,yes\n3,f,y,no\n4,m,x,yes\n")
              .string();
    std::string path = (folder / "c.cupel").string();

private:
    int m_second = 0;
};

TEST_F(RolesEvents, TellOldAndNewOfWhatChangedAlone)
{
    Roles roles;
    put(roles);
    EXPECT_EQ(told(), Texts());
    roles.label = LabelRole{"income", {}, {}, {}};
    roles.groups = {GroupRole{"sex", {}, {}}};
    put(roles);
    put(roles);
    roles.label->favourable = "yes";
    roles.groups.push_back({"race", "x", {}});
    roles.intersections = {{"sex", "race"}};
    put(roles);
    roles.groups[1].reference = "y";
    std::swap(roles.groups[0], roles.groups[1]); // the order is no choice
    roles.use = {"research"};
    put(roles);
    roles.label.reset();
    roles.weight = "age";
    put(roles);
    EXPECT_EQ(told(),
        (Texts{"Ada | Roles chosen | Label: (none) → income; Group columns: (none) → sex",
            "Ada | Roles chosen | Favourable value: (none) → yes; Group columns: sex → sex, race; "
            "race compared with: (none) → x; sex crossed with: (none) → race",
            "Ada | Roles chosen | race compared with: x → y; Intended use: (none) → research",
            "Ada | Roles chosen | Label: income → (none); Favourable value: yes → (none); "
            "Weight: (none) → age"}));
}

TEST_F(RolesEvents, TellThatNoTextIsMissing)
{
    Roles roles;
    roles.missing["*"] = {};
    put(roles);
    EXPECT_EQ(last(), "Ada | Roles chosen | No text is missing: (none) → yes");
    roles.missing["*"] = {"NA"};
    put(roles);
    EXPECT_EQ(last(),
        "Ada | Roles chosen | Taken for missing: (none) → NA; No text is missing: yes → (none)");
}

TEST_F(RolesEvents, TellThePolicyAndTheRowsOfARun)
{
    AuditRequest request;
    run(request);
    request.where = "sex = f";
    request.parameters.policy.file = "policy.yaml";
    request.parameters.policy.hash = "xxh3-128:1";
    run(request);
    EXPECT_EQ(last(),
        "Ada | Policy and rows chosen | Policy: (none) → policy.yaml xxh3-128:1; "
        "Rows: (all) → sex = f");
    AuditRequest read;
    read.roles.weight = "age";
    run(read, CatalogStore::Puts::Datasets);
    EXPECT_EQ(last(), "Ada | Roles chosen | Weight: (none) → age");
    request.roles.label = LabelRole{"income", {}, {}, {}};
    request.roles.weight = "age";
    request.where = "";
    run(request);
    EXPECT_EQ(
        last(), "Ada | Roles and rows chosen | Label: (none) → income; Rows: sex = f → (all)");
    run(request);
    request.parameters.policy = {};
    run(request);
    EXPECT_EQ(last(), "Ada | Policy chosen | Policy: policy.yaml xxh3-128:1 → (none)");
    EXPECT_EQ(told().size(), 4U);
}

TEST_F(RolesEvents, TellTheLimitsOfARun)
{
    AuditRequest request;
    run(request);
    request.parameters.policy
        = *findings::withFlags({}, {{"imbalance.ratio.max", "20"}, {"privacy.mode", "full"}});
    run(request);
    EXPECT_EQ(last(), "Ada | Limits chosen | Limits: (none) → imbalance.ratio.max=20");
    run(request);
    EXPECT_EQ(told().size(), 1U);
    request.parameters.policy = *findings::withFlags(
        {}, {{"imbalance.ratio.max", "20"}, {"data.duplicate-rows.level", "none"}});
    run(request);
    EXPECT_EQ(last(),
        "Ada | Limits chosen | Limits: imbalance.ratio.max=20 → "
        "data.duplicate-rows.level=none, imbalance.ratio.max=20");
    request.parameters.policy = {};
    run(request);
    EXPECT_EQ(told().size(), 3U);
}

TEST_F(RolesEvents, SayWhichTypeWasFoundWhereNoneWasChosen)
{
    put({});
    Roles roles;
    roles.types["age"] = "text";
    put(roles);
    EXPECT_EQ(last(), "Ada | Types chosen | Type of age: Integer → Text");
    roles.types["age"] = "number";
    roles.missing["*"] = {"x", "NA"};
    put(roles);
    EXPECT_EQ(last(),
        "Ada | Roles and types chosen | Taken for missing: (none) → x, NA; "
        "Type of age: Text → Number");
    put({});
    EXPECT_EQ(last(),
        "Ada | Roles and types chosen | Taken for missing: x, NA → (none); "
        "Type of age: Number → Integer");
    EXPECT_EQ(told().size(), 3u);
}

TEST_F(RolesEvents, AnImportThatIsGivenNoneSaysNothingOfThem)
{
    Roles roles;
    roles.label = LabelRole{"income", {}, {}, {}};
    put(roles);
    put({}, CatalogStore::Puts::Datasets);
    put(roles);
    EXPECT_EQ(told().size(), 1u);
    roles.label->column = "sex";
    put(roles, CatalogStore::Puts::Datasets);
    EXPECT_EQ(last(), "Ada | Roles chosen | Label: income → sex");
    put({});
    EXPECT_EQ(last(), "Ada | Roles chosen | Label: sex → (none)");
}

/// Both states follow each other through all events, which a program can read back.
TEST_F(RolesEvents, EachBeginsWhereTheLastOneEnded)
{
    Roles roles;
    for (const char* label : {"sex", "race", "income", "sex"}) {
        roles.label = LabelRole{label, {}, {}, {}};
        roles.types["age"] = *label == 'r' ? "text" : "number";
        put(roles);
    }
    const auto catalog = Catalog::open(path, Catalog::Missing::Fail);
    const auto events = catalog->events();
    RolesState state;
    std::size_t found = 0;
    for (std::size_t i = 0; i < events->size(); ++i) {
        const catalog::Event& event = (*events)[i];
        if (event.what != catalog::kRolesEvent)
            continue;
        ++found;
        EXPECT_EQ((*events)[i + 1].what, "run");
        const auto before
            = event.before.empty() ? RolesState() : rolesStateFrom(event.before).value();
        EXPECT_TRUE(areSame(before, state));
        state = *rolesStateFrom(event.after);
    }
    EXPECT_EQ(found, 4u);
    EXPECT_TRUE(areSame(state, rolesStateOf(roles)));
}

/// A catalog whose runs are older than these events.
TEST_F(RolesEvents, WithoutAnEventTheLastRunIsAsked)
{
    put({});
    Roles roles;
    roles.label = LabelRole{"income", {}, {}, {}};
    AuditRequest request;
    request.inputs = {data};
    request.roles = roles;
    const auto report = runAudit(request, {});
    ASSERT_TRUE(report);
    auto catalog = *Catalog::open(path, Catalog::Missing::Fail);
    ASSERT_TRUE(catalog.addRun(runOf(*report, {catalog.version("a")->id}, {})));
    put(roles);
    EXPECT_EQ(told(), Texts());
    roles.label->column = "sex";
    put(roles);
    EXPECT_EQ(told(), Texts{"Ada | Roles chosen | Label: income → sex"});
}

TEST(RolesState, IsReadBackByteForByte)
{
    Roles roles;
    const std::string hostile = std::string("\xff\xfe\0\x1b[2J\"\\", 8) + "\n→ (none)";
    roles.label = LabelRole{hostile, "", std::string("\x80", 1), {"", "a,b", "\xc3"}};
    roles.groups = {GroupRole{"\xff", {}, {0.1, 1e300}}, GroupRole{"\xfe", {}, {}}};
    roles.intersections = {{"a", "\xff"}, {"a", "b"}};
    roles.score = "s";
    roles.threshold = 0.1;
    roles.other["\xff"] = "rater";
    roles.missing["*"] = {"?", "\xff"};
    roles.types["\xff"] = "text";
    roles.types["\xfe"] = "text";
    const RolesState state = rolesStateOf(roles);
    const std::string text = rolesStateText(state);
    EXPECT_EQ(text.find('\n'), std::string::npos);
    const auto back = rolesStateFrom(text);
    ASSERT_TRUE(back);
    EXPECT_EQ(*back, state);
    Roles other = roles;
    other.label->positive = std::string("\x81", 1);
    EXPECT_FALSE(areSameRoles(roles, other));
    EXPECT_TRUE(areSameRoles(roles, roles));
}

TEST(RolesState, IsNotReadFromAnythingElse)
{
    for (const char* text : {"", "null", "[]", "{}", "{\"roles\":1}", "{\"roles\":[1]}",
             R"({"roles":[{"kind":1,"is":["a"]}]})", R"({"roles":[{"kind":"label","is":"a"}]})",
             R"({"roles":[{"kind":"label","is":[]}]})", R"({"roles":[{"kind":"label","is":[1]}]})",
             R"({"roles":[{"kind":"label","is":[{"bytes":"f"}]}]})",
             R"({"roles":[{"kind":"label","is":[{"bytes":"zz"}]}]})",
             R"({"roles":[{"kind":"label","is":["a"]},{"kind":"label","is":["b"]}]})"})
        EXPECT_FALSE(rolesStateFrom(text)) << text;
    EXPECT_FALSE(rolesStateFrom(std::string(100'000, '[')));
}

std::string wordsOf(const std::string& before, const std::string& after)
{
    catalog::Event event;
    event.what = catalog::kRolesEvent;
    event.before = before;
    event.after = after;
    const auto entries = historyEntries({event}, {}, {});
    const reports::PrivacyView whole{reports::PrivacyRule(reports::Privacy::Full)};
    return entries.front().what + " | " + whole.show(reports::cutTexts(entries.front().details));
}

TEST(RolesWords, QuoteWhatCouldBeTakenForTheirOwn)
{
    Roles roles;
    roles.label = LabelRole{"(none)", "a → b", " ", {"\"x\"", "a,b", ""}};
    EXPECT_EQ(wordsOf("", rolesStateText(rolesStateOf(roles))),
        "Roles chosen | Label: (none) → \"(none)\"; Favourable value: (none) → \"a → b\"; "
        "Positive value: (none) → \" \"; "
        "Classes of the label: (none) → \"\"x\"\", \"a,b\", \"\"");
}

TEST(RolesWords, AreShortWhateverTheRolesAre)
{
    Roles before;
    before.label = LabelRole{std::string(1'000'000, 'x'), {}, {}, {}};
    for (int i = 0; i < 12; ++i)
        before.groups.push_back({"g" + std::to_string(i), {}, {}});
    Roles after = before;
    after.label->column = std::string(1'000'000, 'y');
    after.groups[11].column = "new";
    for (int i = 0; i < 5'000; ++i)
        after.types["c" + std::to_string(i)] = "text";
    const std::string words
        = wordsOf(rolesStateText(rolesStateOf(before)), rolesStateText(rolesStateOf(after)));
    EXPECT_LT(words.size(), 3'000u);
    EXPECT_NE(words.find("Group columns: 12 → 12; added new; taken out g11;"), std::string::npos)
        << words;
    EXPECT_TRUE(words.ends_with("; and 4,982 more changes")) << words;
}

TEST(RolesWords, TakeWhateverStandsInACatalog)
{
    EXPECT_EQ(wordsOf("", ""), "Roles chosen | ");
    EXPECT_EQ(wordsOf("[", "{}"), "Roles chosen | before [; after {}");
    EXPECT_EQ(wordsOf("", R"({"roles":[{"kind":"mood","of":"a","is":["b"]}]})"),
        "Roles chosen | mood of a: (none) → b");
    EXPECT_EQ(wordsOf("", R"({"roles":[{"kind":"type","of":"a","is":["<b>"]}]})"),
        "Types chosen | Type of a: (none) → <b>");
}

} // namespace
} // namespace cupel::pipeline
