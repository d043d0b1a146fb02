#include "core/reports/audit_command.h"

#include <gtest/gtest.h>

#include <array>
#include <cstdio>

namespace cupel::reports {
namespace {

AuditQuestion questionAbout(const std::string& input)
{
    AuditQuestion question;
    question.input = input;
    return question;
}

/// The words that a shell makes of a command line, one a line.
std::string wordsOf(const std::string& command)
{
    const std::string line = "for word in " + command + "; do printf '[%s]\\n' \"$word\"; done";
    FILE* const pipe = popen(line.c_str(), "r");
    if (!pipe)
        return {};
    std::string words;
    std::array<char, 256> part{};
    while (const std::size_t read = std::fread(part.data(), 1, part.size(), pipe))
        words.append(part.data(), read);
    pclose(pipe);
    return words;
}

TEST(AuditCommand, SaysRolesFilterAndReading)
{
    AuditQuestion question = questionAbout("data/loans.csv");
    audits::Roles& roles = question.roles;
    roles.label = audits::LabelRole{"approved", "yes", "no", {}};
    roles.groups = {{"sex", "Male", {}}, {"age", {}, {0.0, 25.0, 40.5}}};
    roles.intersections = {{"sex", "age"}};
    roles.score = "score";
    roles.threshold = 0.5;
    roles.split = "split";
    roles.timeWindow = "month";
    roles.types = {{"zip", "text"}};
    roles.missing = {{"*", {"?"}}, {"age", {"-1"}}};
    roles.use = {"train-model"};
    question.where = "age >= 40";
    question.options.hasHeader = false;
    question.options.names = {"a", "b"};
    question.options.delimiter = "\t";
    question.options.quote = '\0';
    question.cardFile = "card.md";
    question.settings = {"imbalance.ratio.max=20", "data.duplicate-rows.level=none"};
    question.sourceKeptIn = "my reviews.cupel";
    const AuditCommand command = auditCommand(question);
    EXPECT_EQ(command.text,
        "cupel audit data/loans.csv --label approved --favourable yes --positive no --group sex "
        "--reference sex=Male --group age:0,25,40.5 --intersect sex,age --score score --time month "
        "--split-column split --threshold 0.5 --type zip=text --null '?' --null age=-1 "
        "--use train-model --where 'age >= 40' --no-header --names a,b --delimiter tab "
        "--quote none --card card.md --set imbalance.ratio.max=20 "
        "--set data.duplicate-rows.level=none --catalog 'my reviews.cupel' --keep-source");
    EXPECT_TRUE(command.unsaid.empty());
}

TEST(AuditCommand, SaysNothingThatIsNotAsked)
{
    const AuditCommand command = auditCommand(questionAbout("a.csv"));
    EXPECT_EQ(command.text, "cupel audit a.csv");
    EXPECT_TRUE(command.unsaid.empty());
}

TEST(AuditCommand, GivesShellsTheTextsAsTheyAre)
{
    AuditQuestion question = questionAbout("-my $(rm -rf) 'file'.csv");
    question.roles.label = audits::LabelRole{"--help", "<=50K", {}, {}};
    question.roles.groups = {{"it's a `group`", "a\nb", {}}};
    question.roles.id = "-";
    question.where = "a = 'x\"y' and b = '\\'";
    const AuditCommand command = auditCommand(question);
    EXPECT_EQ(wordsOf(command.text),
        "[cupel]\n[audit]\n[./-my $(rm -rf) 'file'.csv]\n[--label=--help]\n[--favourable]\n"
        "[<=50K]\n[--group]\n[it's a `group`]\n[--reference]\n[it's a `group`=a\nb]\n[--id=-]\n"
        "[--where]\n[a = 'x\"y' and b = '\\']\n");
    EXPECT_TRUE(command.unsaid.empty());
}

TEST(AuditCommand, TellsWhatNoOptionSays)
{
    AuditQuestion question = questionAbout("a.csv");
    audits::Roles& roles = question.roles;
    roles.label = audits::LabelRole{"y", {}, {}, {"a", "b"}};
    roles.groups = {{"a", {}, {}}, {"a=b", "c", {}}, {"n:1,2", {}, {}}};
    roles.intersections = {{"x,y", "z"}};
    roles.missing = {{"*", {"a=b", "=c"}}, {"k=v", {"?"}}};
    roles.scoreOf = "yes";
    roles.other = {{"who", "rater"}};
    question.options.names = {"a,b", "c"};
    question.policyFile = "policy.yaml";
    const AuditCommand command = auditCommand(question);
    EXPECT_EQ(command.text, "cupel audit a.csv --label y --group a --group a=b --null =c");
    EXPECT_EQ(command.unsaid.size(), 10u);
    EXPECT_EQ(command.unsaid.front(),
        "No option says the declared classes of the label: write them in a roles file and add "
        "--roles with its path.");
    EXPECT_EQ(
        command.unsaid.back(), "The run used the policy policy.yaml: add --policy with its path.");
}

} // namespace
} // namespace cupel::reports
