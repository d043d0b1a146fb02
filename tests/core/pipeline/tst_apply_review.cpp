#include "core/pipeline/apply_review.h"

#include "core/card/completeness.h"
#include "core/findings/policy_reader.h"
#include "core/pipeline/audit_run.h"
#include "core/pipeline/catalog_store.h"
#include "core/reports/card_page.h"
#include "core/reports/formats.h"
#include "core/reports/html_page.h"
#include "core/reports/json_report.h"
#include "core/reports/report_archive.h"
#include "core/rubric/check.h"
#include "core/rubric/suggest.h"
#include "tests/core/reports/support/json_schema.h"
#include "tests/support/shared_dir.h"
#include "tests/support/temp_dir.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

namespace cupel::pipeline {
namespace {

using catalog::Catalog;
using findings::Finding;
using reports::DatasetReport;
using reports::Report;

constexpr base::Day kToday = std::chrono::year(2027) / 3 / 31;
constexpr const char* kAnswer
    = "The people were asked by post, and all of them gave their consent in writing.";

AuditRequest sampleRequest()
{
    AuditRequest request;
    request.inputs = {(test::sourceDir() / "resources/sample/loans.csv").string()};
    request.fillsCard = true;
    request.today = kToday;
    return request;
}

const Report& sample()
{
    static const Report report = [] {
        auto run = runAudit(sampleRequest(), {});
        if (!run)
            throw std::runtime_error(run.error().message);
        run->exitCode = 1;
        return std::move(*run);
    }();
    return report;
}

const DatasetReport& sampleDataset()
{
    return sample().datasets.front();
}

std::vector<const Finding*> gatingFindings(const Report& report)
{
    std::vector<const Finding*> all = reports::rankedFindings(report.datasets.front());
    std::erase_if(all, [&report](const Finding* one) { return !reports::gates(*one, report); });
    return all;
}

std::string idOf(const Finding& finding)
{
    return finding.id(sampleDataset().name);
}

Review waiving(const std::string& id, base::Day until)
{
    Review review;
    review.waivers.emplace(
        id, Said<reports::WaiverWords>{{"known since 2020", "ada@example.org", until}, "Ada", {}});
    return review;
}

TEST(ApplyReview, AWaiverHoldsThroughItsLastDay)
{
    const Finding& worst = *gatingFindings(sample()).front();
    const Review review = waiving(idOf(worst), kToday);
    Report today = sample();
    reviewReport(review, kToday, today);
    EXPECT_EQ(today.verdict.waived, sample().verdict.waived + 1);
    EXPECT_EQ(gatingFindings(today).size() + 1, gatingFindings(sample()).size());
    const Finding& waived = *reports::rankedFindings(today.datasets.front()).back();
    ASSERT_TRUE(waived.waived);
    EXPECT_EQ(idOf(waived), idOf(worst));
    EXPECT_EQ(waived.waived->owner.raw(), "ada@example.org");
    EXPECT_EQ(waived.waived->until, "2027-03-31");
    ASSERT_EQ(today.review.size(), 1U);
    EXPECT_EQ(today.review[0], base::Sentence{"Review: 1 finding is waived."});
    // The run ended with another verdict.
    EXPECT_FALSE(today.exitCode);

    Report tomorrow = sample();
    reviewReport(review, kToday + std::chrono::days(1), tomorrow);
    EXPECT_EQ(tomorrow.verdict.waived, sample().verdict.waived);
    EXPECT_EQ(tomorrow.exitCode, 1);
    ASSERT_EQ(tomorrow.review.size(), 1U);
    EXPECT_EQ(tomorrow.review[0],
        base::Sentence{"Review: 1 finding counts again, since the waiver has ended."});
}

TEST(ApplyReview, AReviewMarksAsThePolicyThatSaysTheSame)
{
    Review review;
    for (const Finding* finding : gatingFindings(sample()))
        review.waivers.emplace(idOf(*finding),
            Said<reports::WaiverWords>{{"known: \"all\"\n# of it", "Ada", kToday}, "Ada", {}});
    ASSERT_GE(review.waivers.size(), 3U);
    const WaiverPolicy policy = waiverPolicy(review, sampleDataset());
    EXPECT_EQ(policy.waivers, static_cast<std::int64_t>(review.waivers.size()));
    EXPECT_TRUE(policy.leftOut.empty());
    findings::PolicyReading read = findings::parsePolicy(policy.text, "policy.yaml");
    ASSERT_TRUE(read.problems.empty()) << read.problems.front().message << policy.text;
    ASSERT_EQ(read.policy.waivers.size(), review.waivers.size());

    AuditRequest request = sampleRequest();
    request.parameters.policy = read.policy;
    const auto byPolicy = runAudit(request, {});
    ASSERT_TRUE(byPolicy);
    Report byReview = sample();
    reviewReport(review, kToday, byReview);
    EXPECT_TRUE(gatingFindings(byReview).empty());
    const auto waivedIn = [](const Report& report) {
        std::vector<std::string> waived;
        for (const reports::AuditReport& audit : report.datasets.front().audits) {
            for (const Finding& finding : audit.result.findings) {
                if (finding.waived)
                    waived.push_back(idOf(finding) + finding.waived->reason.raw()
                        + finding.waived->owner.raw() + finding.waived->until);
            }
        }
        return waived;
    };
    EXPECT_EQ(waivedIn(byReview), waivedIn(*byPolicy));
    EXPECT_EQ(byReview.verdict.waived, byPolicy->verdict.waived);
    EXPECT_EQ(byReview.verdict.errors, byPolicy->verdict.errors);
    EXPECT_EQ(byReview.verdict.warnings, byPolicy->verdict.warnings);
}

TEST(ApplyReview, WhatNoPolicyCanSayIsLeftOut)
{
    const WaiverPolicy policy = waiverPolicy(waiving("f-gone", kToday), sampleDataset());
    EXPECT_EQ(policy.waivers, 0);
    EXPECT_EQ(policy.leftOut, std::vector<std::string>{"f-gone"});
    EXPECT_TRUE(findings::parsePolicy(policy.text, "policy.yaml").problems.empty()) << policy.text;
}

TEST(ApplyReview, WhoeverWaivedFirstStays)
{
    const std::string id = idOf(*gatingFindings(sample()).front());
    Report report = sample();
    reviewReport(waiving(id, kToday), kToday, report);
    Review other = waiving(id, kToday + std::chrono::days(9));
    EXPECT_TRUE(applyReview(other, kToday, report.datasets.front()).isNone());
}

TEST(ApplyReview, WithoutAReviewNothingChanges)
{
    Report report = sample();
    Review review;
    review.marks.emplace(idOf(*gatingFindings(report).front()),
        Said<FindingMark>{{FindingMark::State::Accepted}, "Ada", {}});
    review.comments.emplace("column:age", Said<Comment>{{"odd", false}, "Ada", {}});
    reviewReport(review, kToday, report);
    EXPECT_EQ(reports::jsonReport(report), reports::jsonReport(sample()));
    EXPECT_EQ(report.exitCode, 1);
    EXPECT_TRUE(report.review.empty());
}

TEST(ApplyReview, PeopleAnswerFieldsOfTheCard)
{
    const card::Card& before = *sampleDataset().card;
    std::string absent;
    for (const card::FieldValue& field : before.fields) {
        if (field.isNeeded && field.state == card::State::Absent
            && card::model().find(field.key)->type == "text")
            absent = field.key;
    }
    ASSERT_FALSE(absent.empty());
    Review review;
    review.cardAnswers.emplace(absent, Said<CardAnswer>{{kAnswer}, "Ada", {}});
    review.cardAnswers.emplace("no.longer.there", Said<CardAnswer>{{kAnswer}, "Ada", {}});
    Report report = sample();
    reviewReport(review, kToday, report);
    const DatasetReport& dataset = report.datasets.front();
    const card::FieldValue& field = *dataset.card->find(absent);
    EXPECT_EQ(field.state, card::State::Present);
    EXPECT_EQ(field.answers.front().source(), "person");
    EXPECT_GT(
        card::completeness(*dataset.card).card.value(), card::completeness(before).card.value());
    EXPECT_EQ(report.review[0],
        base::Sentence{"Review: 1 field of the Data Card is answered by a person."});
    EXPECT_EQ(report.exitCode, 1);
    const auto json = nlohmann::json::parse(reports::cardJsonText(dataset, report.privacy));
    for (const auto& one : json["fields"]) {
        if (one["key"] == absent) {
            EXPECT_EQ(one["answers"],
                nlohmann::json::parse(
                    R"([{"text": ")" + std::string(kAnswer) + R"(", "source": "person"}])"));
        }
    }

    const auto page = [&report](const DatasetReport& shown) {
        return reports::htmlPage(reports::cardPage(shown), reports::PrivacyView(report.privacy));
    };
    EXPECT_NE(page(dataset).find(">a person<"), std::string::npos);
    EXPECT_NE(page(dataset).find("documents, from people and"), std::string::npos);
    EXPECT_EQ(page(sampleDataset()).find("from people"), std::string::npos);
    // The archive of a report holds what the run found, and answers as they are.
    const auto archived = reports::reportOf(reports::archiveOf(report));
    ASSERT_TRUE(archived) << archived.error().message;
    EXPECT_TRUE(archived->review.empty());
    EXPECT_EQ(archived->datasets.front().card->find(absent)->answers.front().source(), "person");

    Report withoutCard = sample();
    withoutCard.datasets.front().card.reset();
    reviewReport(review, kToday, withoutCard);
    EXPECT_TRUE(withoutCard.review.empty());
}

TEST(ApplyReview, EveryFormatThatHasWordsSaysSo)
{
    Report report = sample();
    reviewReport(waiving(idOf(*gatingFindings(report).front()), kToday), kToday, report);
    const std::string words = "Review: 1 finding is waived.";
    for (const char* const name : {"json", "html", "md", "sarif"}) {
        const reports::Format* const format = reports::findFormat(name);
        ASSERT_TRUE(format) << name;
        EXPECT_NE(format->write(report).find(words), std::string::npos) << name;
        EXPECT_EQ(format->write(sample()).find("Review: "), std::string::npos) << name;
    }
    EXPECT_TRUE(test::fitsSchema(reports::jsonReport(report), "report"));
}

class RubricOfPeople : public testing::Test {
protected:
    void say(const std::string& target, RubricAnswer answer)
    {
        m_review.rubricAnswers.insert_or_assign(
            target, Said<RubricAnswer>{std::move(answer), "Ada", {}});
    }
    rubric::Sheet sheet() const { return rubricSheet(m_suggested, m_review); }
    static const rubric::Answer& label(
        const rubric::Sheet& sheet, rubric::Dimension dimension, std::string_view name)
    {
        for (const rubric::LabelAnswer& one : sheet.labelsFor(dimension)) {
            if (one.label == name)
                return one.answer;
        }
        throw std::runtime_error("no label");
    }

    rubric::Sheet m_suggested = [] {
        rubric::Sheet sheet = rubric::emptySheet();
        sheet.sources.push_back({"tabular", true, false, false,
            {true, "README.md#L1", "found", rubric::Status::Suggested, {}}});
        sheet.annotations.push_back({"AI Model",
            {true, "README.md#L2", "model", rubric::Status::Suggested, {}}, {}, {}, {}});
        return sheet;
    }();
    Review m_review;
};

TEST_F(RubricOfPeople, AnswersStandInThePlaceOfSuggestions)
{
    say("data_novelty/Derived", {true, {}, "README.md#L9", "from the census"});
    say("reproducibility/code", {false, {}, "", "none", rubric::Status::Disputed});
    say("data_novelty/No Such Label", {true});
    const rubric::Sheet sheet = this->sheet();
    const rubric::Answer& derived = label(sheet, rubric::Dimension::Novelty, "Derived");
    EXPECT_EQ(derived.applies, true);
    EXPECT_EQ(derived.status, rubric::Status::Confirmed);
    EXPECT_EQ(derived.reference, "README.md#L9");
    EXPECT_EQ(derived.reasoning, "from the census");
    EXPECT_EQ(sheet.code.status, rubric::Status::Disputed);
    EXPECT_EQ(sheet.code.applies, false);
    EXPECT_EQ(sheet.sources[0].answer.status, rubric::Status::Suggested);
    EXPECT_EQ(rubric::openQuestions(sheet).size() + 2, rubric::openQuestions(m_suggested).size());
}

TEST_F(RubricOfPeople, OriginsAndAnnotatorsAreChosen)
{
    say("sources/tabular", {{}, {"model"}, "LOG.md", "generated"});
    say("data_annotations/annotators", {{}, {"Single Human Expert"}, "LOG.md", "by one"});
    const rubric::Sheet sheet = this->sheet();
    EXPECT_EQ(sheet.sources[0].isHuman, false);
    EXPECT_EQ(sheet.sources[0].isModel, true);
    EXPECT_EQ(sheet.sources[0].answer.status, rubric::Status::Confirmed);
    EXPECT_EQ(sheet.annotations[0].category, "Single Human Expert");
    // What a sheet says it reads back.
    const auto read = rubric::readSheet(rubric::sheetText(sheet), "sheet.json");
    ASSERT_TRUE(read) << read.error().message;
    EXPECT_EQ(rubric::openQuestions(*read).size(), rubric::openQuestions(sheet).size());
}

TEST_F(RubricOfPeople, WithoutAChoiceTheSuggestionIsConfirmedOrLeftOpen)
{
    say("sources/tabular", {true, {}, "README.md#L1", "right"});
    say("data_annotations/annotators", {{}, {}, "", "nobody knows"});
    say("lang/N/A", {{}, {}, "", "cannot tell"});
    const rubric::Sheet sheet = this->sheet();
    EXPECT_EQ(sheet.sources[0].isHuman, true);
    EXPECT_EQ(sheet.sources[0].answer.status, rubric::Status::Confirmed);
    EXPECT_EQ(sheet.annotations[0].category, "");
    EXPECT_EQ(sheet.annotations[0].answer.status, rubric::Status::Unanswered);
    EXPECT_EQ(sheet.annotations[0].answer.reasoning, "nobody knows");
    EXPECT_EQ(label(sheet, rubric::Dimension::Language, "N/A").status, rubric::Status::Unanswered);
}

TEST(ReviewedReport, IsTheStoredOneWithItsReview)
{
    const test::TempDir folder;
    const std::string path = (folder / "c.cupel").string();
    auto store
        = CatalogStore::open(path, Catalog::Missing::Create, CatalogStore::Sources::Forget, {});
    ASSERT_TRUE(store);
    AuditRequest request = sampleRequest();
    request.store = store->get();
    const auto report = runAudit(request, {});
    ASSERT_TRUE(report);
    const catalog::Time now = std::chrono::sys_days(kToday);
    const auto put = (*store)->put(*report, CatalogStore::Puts::Run, now, "Ada", {});
    ASSERT_TRUE(put);
    Catalog& catalog = (*store)->catalog();
    const auto before = reviewedReport(catalog, "loans", kToday);
    ASSERT_TRUE(before) << before.error().message;
    EXPECT_TRUE(before->review.empty());

    const std::string id = idOf(*gatingFindings(*report).front());
    const auto change
        = reviewChange(id, reports::WaiverWords{"known", "Ada", kToday}, {"Ada", now});
    ASSERT_TRUE(catalog.changeReview(put->front().dataset, *change));
    const auto after = reviewedReport(catalog, "loans@1", kToday);
    ASSERT_TRUE(after);
    EXPECT_EQ(after->verdict.waived, before->verdict.waived + 1);
    EXPECT_EQ(reviewedReport(catalog, "loan", kToday).error().code, base::ErrorCode::Usage);

    ASSERT_TRUE(catalog.changeReview(put->front().dataset, {"waiver", id, "{}", "Eve", now}));
    EXPECT_EQ(reviewedReport(catalog, "loans", kToday).error().code, base::ErrorCode::Catalog);
}

} // namespace
} // namespace cupel::pipeline
