#include "core/audits/role_columns.h"
#include "core/audits/roles.h"
#include "tests/core/audits/audit_run.h"

#include <gtest/gtest.h>

#include <chrono>

namespace cupel::test {
namespace {

using audits::Roles;

Roles fileRoles()
{
    Roles roles;
    roles.label = label("income", ">50K");
    roles.label->classes = {"<=50K", ">50K"};
    roles.groups = {group("sex", "Male"), group("race")};
    roles.weight = "fnlwgt";
    roles.missing = {{"*", {"?"}}, {"country", {"unknown"}}};
    roles.other = {{"rater", "rater"}};
    return roles;
}

TEST(Roles, NamesTheRoleOfAColumn)
{
    Roles roles = fileRoles();
    roles.timeWindow = "year";
    roles.intersections = {{"sex", "age"}};
    EXPECT_EQ(roles.roleOf("income"), "label");
    EXPECT_EQ(roles.roleOf("race"), "group");
    EXPECT_EQ(roles.roleOf("age"), "group"); // crossed only
    EXPECT_EQ(roles.roleOf("fnlwgt"), "weight");
    EXPECT_EQ(roles.roleOf("year"), "time-window");
    EXPECT_EQ(roles.roleOf("rater"), "rater");
    EXPECT_EQ(roles.roleOf("country"), "");
    EXPECT_EQ(roles.roleOf(""), "");
    EXPECT_EQ(roles.columns(),
        (std::vector<std::string>{"income", "sex", "race", "age", "fnlwgt", "year", "rater"}));
}

// Each name compared with all before it would take minutes.
TEST(Roles, ColumnsOfAVeryLongListAreFoundAtOnce)
{
    Roles roles;
    for (int i = 0; i < 300'000; ++i)
        roles.groups.push_back(group("a column of a hostile roles file " + std::to_string(i)));
    const auto begin = std::chrono::steady_clock::now();
    EXPECT_EQ(roles.columns().size(), 300'000U);
    EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(20));
}

TEST(MergeRoles, FlagsWinRoleByRole)
{
    Roles flags;
    flags.label = label("", "<=50K");
    flags.groups = {group("sex", "Female"), group("age")};
    flags.weight = "w";
    flags.missing = {{"*", {"-"}}};
    const Roles merged = merge(fileRoles(), flags);
    EXPECT_EQ(merged.label->column, "income");
    EXPECT_EQ(merged.label->favourable, "<=50K");
    EXPECT_EQ(merged.label->classes.size(), 2U);
    ASSERT_EQ(merged.groups.size(), 3U);
    EXPECT_EQ(merged.groups[0].reference, "Female");
    EXPECT_EQ(merged.groups[2].column, "age");
    EXPECT_EQ(merged.weight, "w");
    EXPECT_EQ(merged.missing.at("*"), std::vector<std::string>{"-"});
    EXPECT_EQ(merged.missing.at("country"), std::vector<std::string>{"unknown"});
}

TEST(MergeRoles, AnotherLabelDoesNotKeepTheOldValues)
{
    Roles flags;
    flags.label = label("approved");
    const Roles merged = merge(fileRoles(), flags);
    EXPECT_EQ(merged.label->column, "approved");
    EXPECT_FALSE(merged.label->favourable.has_value());
    EXPECT_TRUE(merged.label->classes.empty());
}

TEST(MergeRoles, FlagsReassignAColumn)
{
    Roles flags;
    flags.label = label("sex");
    flags.id = "fnlwgt";
    const Roles merged = merge(fileRoles(), flags);
    EXPECT_EQ(merged.roleOf("sex"), "label");
    ASSERT_EQ(merged.groups.size(), 1U);
    EXPECT_EQ(merged.groups[0].column, "race");
    EXPECT_EQ(merged.weight, "");
    EXPECT_EQ(merged.id, "fnlwgt");
}

TEST(MergeRoles, AnotherScoreDoesNotKeepTheThreshold)
{
    Roles file = fileRoles();
    file.score = "s";
    file.threshold = 0.5;
    file.scoreOf = "<=50K";
    Roles flags;
    flags.score = "s";
    EXPECT_EQ(merge(file, flags).threshold, 0.5);
    EXPECT_EQ(merge(file, flags).scoreOf, "<=50K");
    flags.score = "t";
    EXPECT_EQ(merge(file, flags).threshold, std::nullopt);
    EXPECT_EQ(merge(file, flags).scoreOf, std::nullopt);
    Roles other;
    other.id = "s";
    EXPECT_EQ(merge(file, other).threshold, std::nullopt);
    Roles threshold;
    threshold.threshold = 0.75;
    EXPECT_EQ(merge(file, threshold).threshold, 0.75);
}

TEST(MergeRoles, CrossingAColumnDoesNotTakeItsReference)
{
    Roles flags;
    flags.intersections = {{"sex", "race"}};
    const Roles merged = merge(fileRoles(), flags);
    ASSERT_EQ(merged.groups.size(), 2U);
    EXPECT_EQ(merged.groups[0].reference, "Male");
    EXPECT_EQ(merged.intersections.size(), 1U);
}

TEST(MergeRoles, WithNothingIsTheOther)
{
    EXPECT_EQ(merge(fileRoles(), {}).columns(), fileRoles().columns());
    EXPECT_EQ(merge({}, fileRoles()).columns(), fileRoles().columns());
}

counts::LiteralCounts people()
{
    return counts::LiteralCounts(literalTable({"sex", "age", "code", "income"},
        {{{"Female", "20", "x1", ">50K"}, 2}, {{"Male", "41", "x2", "<=50K"}, 3}}));
}

struct Fault {
    const char* title;
    Roles roles;
    const char* message;
    const char* hint;
};

Roles only(audits::GroupRole role)
{
    Roles roles;
    roles.groups = {std::move(role)};
    return roles;
}

std::vector<Fault> faults()
{
    Roles unknown;
    unknown.label = label("incme");
    Roles favourable;
    favourable.label = label("income", ">50k");
    Roles twice;
    twice.label = label("sex");
    twice.groups = {group("sex")};
    Roles text;
    text.weight = "code";
    Roles one;
    one.intersections = {{"sex", "sex"}};
    Roles crossed;
    crossed.label = label("income");
    crossed.intersections = {{"sex", "income"}};
    Roles null;
    null.missing = {{"nope", {"?"}}};
    Roles lonely;
    lonely.label = label("", "1");
    Roles threshold;
    threshold.threshold = 0.5;
    Roles scoreOf;
    scoreOf.label = label("income", ">50K");
    scoreOf.score = "age";
    scoreOf.scoreOf = "rich";
    audits::GroupRole textBins = group("code");
    textBins.bins = {0, 1};
    audits::GroupRole descending = group("age");
    descending.bins = {40, 20};
    audits::GroupRole equal = group("age");
    equal.bins = {20, 20};
    audits::GroupRole noBin = group("age", "[0, 5)");
    noBin.bins = {18, 65};
    return {{"unknown column", unknown, "incme", "income"},
        {"favourable does not occur", favourable,
            "the favourable value '>50k' does not occur in column 'income'",
            "did you mean '>50K'? its values are '<=50K', '>50K'"},
        {"two roles", twice, "column 'sex' has two roles", ""},
        {"weight is text", text, "the weight column 'code' is text, not a number",
            "--type code=number"},
        {"crossed with itself", one, "an intersection needs two different columns", ""},
        {"crossed with the label", crossed, "column 'income' is the label", ""},
        {"null token of no column", null, "nope", ""},
        {"favourable without label", lonely, "a favourable value is given without a label",
            "--label"},
        {"threshold without score", threshold, "a threshold is given without a score", "--score"},
        {"score of no value", scoreOf,
            "the value of the score 'rich' does not occur in column "
            "'income'",
            "'>50K'"},
        {"bins of text", only(textBins), "the binned group column 'code' is text", ""},
        {"bins descend", only(descending), "the bins of group column 'age' do not ascend", ""},
        {"bins repeat", only(equal), "the bins of group column 'age' do not ascend", ""},
        {"no such bin", only(noBin), "the reference value '[0, 5)' is no bin of column 'age'",
            "'[18, 65]'"},
        {"reference does not occur", only(group("sex", "Man")),
            "the reference value 'Man' does not occur in column 'sex'", "'Female'"}};
}

TEST(CheckRoles, NamesEachFault)
{
    for (const Fault& fault : faults()) {
        SCOPED_TRACE(fault.title);
        const auto checked = check(fault.roles, people().describe(), 0);
        ASSERT_FALSE(checked);
        EXPECT_EQ(checked.error().code, base::ErrorCode::Usage);
        EXPECT_NE(checked.error().message.find(fault.message), std::string::npos)
            << checked.error().message;
        EXPECT_NE(checked.error().hint.find(fault.hint), std::string::npos) << checked.error().hint;
    }
}

TEST(CheckRoles, WeightsMustAddUp)
{
    Roles roles;
    roles.weight = "w";
    const auto checkedWith = [&roles](const char* weight) {
        return check(
            roles, counts::LiteralCounts(literalTable({"w"}, {{{weight}, 2}})).describe(), 0);
    };
    EXPECT_TRUE(checkedWith("1e140"));
    const auto checked = checkedWith("1e150");
    ASSERT_FALSE(checked);
    EXPECT_EQ(checked.error().code, base::ErrorCode::Usage);
    EXPECT_NE(checked.error().message.find("too large to add up: one is 1e+150"), std::string::npos)
        << checked.error().message;
}

TEST(CheckRoles, AcceptsWhatIsThere)
{
    Roles roles;
    roles.label = label("income", ">50K");
    audits::GroupRole age = group("age", "[40, 60]");
    age.bins = {18, 40, 60};
    roles.groups = {group("sex", "Male"), age};
    roles.intersections = {{"sex", "age"}};
    roles.missing = {{"*", {"?"}}};
    const auto checked = check(roles, people().describe(), 0);
    EXPECT_TRUE(checked) << checked.error().message;
}

TEST(CheckRoles, DeclaredClassesAndNumbersAreKnown)
{
    Roles declared;
    declared.label = label("income", "unknown");
    declared.label->classes = {"unknown"};
    EXPECT_TRUE(check(declared, people().describe(), 0));
    EXPECT_TRUE(check(only(group("age", "20.0")), people().describe(), 0));
}

TEST(ProposeRoles, ByNameAndValues)
{
    std::vector<Times> rows;
    for (int i = 0; i < 40; ++i) {
        rows.push_back(
            {{"u" + std::to_string(i), i % 2 == 0 ? "f" : "m", std::to_string(i),
                 i % 3 == 0 ? "train" : "test", i % 5 == 0 ? "?" : "v" + std::to_string(i % 7),
                 i % 2 == 0 ? "yes" : "no"},
                1});
    }
    const counts::LiteralCounts source(
        literalTable({"user_id", "Sex", "sample_weight", "split", "town", "label"}, rows));
    const auto proposals = audits::propose(source.describe(), {});
    std::map<std::string, std::string> byColumn;
    for (const audits::Proposal& proposal : proposals) {
        EXPECT_FALSE(proposal.reason.empty());
        byColumn[proposal.column] = proposal.role;
    }
    EXPECT_EQ(byColumn,
        (std::map<std::string, std::string>{{"user_id", "id"}, {"Sex", "group"},
            {"sample_weight", "weight"}, {"split", "split"}, {"town", "null-token"},
            {"label", "label"}}));
    const Roles accepted = audits::accept(proposals, {});
    EXPECT_EQ(accepted.label->column, "label");
    EXPECT_FALSE(accepted.label->favourable.has_value()); // never inferred
    EXPECT_EQ(accepted.id, "user_id");
    EXPECT_EQ(accepted.groups.at(0).column, "Sex");
    EXPECT_EQ(accepted.missing.at("town"), std::vector<std::string>{"?"});
}

TEST(ProposeRoles, LeavesTakenRolesAlone)
{
    const counts::LiteralCounts source(literalTable({"sex", "label", "outcome"},
        {{{"f", "a", "1"}, 2}, {{"m", "b", "0"}, 2}, {{"m", "?", "0"}, 2}}));
    Roles roles;
    roles.label = label("outcome", "1");
    roles.groups = {group("sex")};
    roles.missing = {{"*", {"?"}}};
    EXPECT_TRUE(propose(source.describe(), roles).empty());
    audits::Proposal late{"label", "label", {}, 0, "test"};
    EXPECT_EQ(accept({late}, roles).label->column, "outcome");
}

TEST(ProposeRoles, LastColumnOfTwoValuesIsALabel)
{
    const counts::LiteralCounts source(
        literalTable({"a", "income"}, {{{"x", "high"}, 2}, {{"z", "low"}, 2}}));
    const auto proposals = audits::propose(source.describe(), {});
    ASSERT_EQ(proposals.size(), 1U);
    EXPECT_EQ(proposals[0].column, "income");
    EXPECT_EQ(proposals[0].role, "label");
}

TEST(Roles, GoWithTheirColumns)
{
    Roles roles = fileRoles();
    roles.intersections = {{"sex", "race"}, {"sex", "gone"}};
    roles.score = "gone";
    roles.threshold = 0.5;
    roles.types = {{"gone", "text"}, {"fnlwgt", "number"}};
    const Roles renamed = audits::withColumns(roles, [](const std::string& column) {
        return column == "gone" ? std::nullopt : std::optional("new " + column);
    });
    EXPECT_EQ(renamed.label->column, "new income");
    EXPECT_EQ(renamed.label->favourable, ">50K");
    ASSERT_EQ(renamed.groups.size(), 2U);
    EXPECT_EQ(renamed.groups[0].column, "new sex");
    EXPECT_EQ(renamed.groups[0].reference, "Male");
    EXPECT_EQ(
        renamed.intersections, (std::vector<std::vector<std::string>>{{"new sex", "new race"}}));
    EXPECT_EQ(renamed.weight, "new fnlwgt");
    EXPECT_EQ(renamed.score, "");
    EXPECT_FALSE(renamed.threshold);
    EXPECT_EQ(renamed.types, (std::map<std::string, std::string>{{"new fnlwgt", "number"}}));
    EXPECT_EQ(renamed.missing,
        (std::map<std::string, std::vector<std::string>>{
            {"*", {"?"}}, {"new country", {"unknown"}}}));
    EXPECT_EQ(renamed.other.begin()->first, "new rater");
    const auto none = [](const std::string&) { return std::optional<std::string>(); };
    EXPECT_TRUE(audits::withColumns(roles, none).columns().empty());
}

} // namespace
} // namespace cupel::test
