#include "core/pipeline/judged_documents.h"

#include "core/pipeline/audit_run.h"
#include "tests/support/temp_dir.h"

#include <gtest/gtest.h>

#include <atomic>
#include <filesystem>

namespace cupel::pipeline {
namespace {

using lint::Judged;
using lint::Profile;

class JudgedDocuments : public ::testing::Test {
protected:
    reports::DatasetReport audited(const std::string& cardFile = {}) const
    {
        AuditRequest request;
        request.inputs = {m_data};
        request.cardFile = cardFile;
        AuditList none;
        auto report = runAudit(request, {}, none);
        return std::move(report->datasets.front());
    }
    static const Judged* find(const std::vector<Judged>& all, const std::string& path)
    {
        for (const Judged& one : all) {
            if (one.path == path)
                return &one;
        }
        return nullptr;
    }

    test::TempDir m_folder;
    std::string m_data = m_folder.write("d.csv", "a,b\n1,x\n2,y\n").string();
};

TEST_F(JudgedDocuments, AreHeldAgainstEveryProfileOfTheirKind)
{
    m_folder.write("README.md", "---\nlicense: mit\n---\n# d\n");
    m_folder.write("LICENSE", "MIT License\n");
    const auto all = judgedDocuments(audited(), m_data, {});
    ASSERT_TRUE(all);
    ASSERT_EQ(all->size(), 1U);
    EXPECT_EQ(all->front().path, "README.md");
    ASSERT_EQ(all->front().verdicts.size(), 5U);
    EXPECT_EQ(all->front().verdicts.front().profile, Profile::Hub);
    EXPECT_EQ(all->front().verdicts.back().profile, Profile::HfBody2022);
}

TEST_F(JudgedDocuments, AreReadAsTheyLieNow)
{
    m_folder.write("README.md", "---\nlicense: mit\n---\n# d\n");
    const reports::DatasetReport dataset = audited();
    EXPECT_TRUE(judgedDocuments(dataset, m_data, {})->front().verdicts.front().isValid());
    m_folder.write("README.md", "---\nlicense: [\n---\n# d\n");
    EXPECT_FALSE(judgedDocuments(dataset, m_data, {})->front().verdicts.front().isValid());
    std::filesystem::remove(m_folder / "README.md");
    const auto gone = judgedDocuments(dataset, m_data, {});
    ASSERT_EQ(gone->size(), 1U);
    EXPECT_EQ(gone->front().path, "README.md");
    ASSERT_TRUE(gone->front().error);
    EXPECT_EQ(gone->front().error->code, base::ErrorCode::InputMissing);
}

TEST_F(JudgedDocuments, NoneAreNone)
{
    const auto all = judgedDocuments(audited(), m_data, {});
    ASSERT_TRUE(all);
    EXPECT_TRUE(all->empty());
}

TEST_F(JudgedDocuments, OneThatIsCutIsNotJudged)
{
    m_folder.write("README.md", "# d\n" + std::string((2 << 20) + 1, 'x'));
    const auto all = judgedDocuments(audited(), m_data, {});
    ASSERT_EQ(all->size(), 1U);
    EXPECT_TRUE(all->front().error);
    EXPECT_TRUE(all->front().verdicts.empty());
}

TEST_F(JudgedDocuments, ACardFromElsewhereStandsInForTheOneBeside)
{
    const test::TempDir elsewhere;
    const std::string card = elsewhere.write("other.md", "---\nlicense: mit\n---\n# o\n").string();
    m_folder.write("README.md", "# d\n");
    const reports::DatasetReport dataset = audited(card);
    const auto all = judgedDocuments(dataset, m_data, card);
    ASSERT_EQ(all->size(), 1U);
    EXPECT_EQ(all->front().path, "other.md");
    EXPECT_FALSE(all->front().error);
    const auto later = judgedDocuments(dataset, m_data, {}); // a run of a catalog has no paths
    const Judged* const other = find(*later, "other.md");
    ASSERT_TRUE(other && other->error);
    EXPECT_NE(other->error->message.find("does not lie beside"), std::string::npos);
}

TEST_F(JudgedDocuments, StopWhenTheyAreToldTo)
{
    m_folder.write("README.md", "# d\n");
    const reports::DatasetReport dataset = audited();
    const std::atomic<bool> stop{true};
    const auto all = judgedDocuments(dataset, m_data, {}, base::JobContext({}, &stop));
    ASSERT_FALSE(all);
    EXPECT_EQ(all.error().code, base::ErrorCode::Cancelled);
}

} // namespace
} // namespace cupel::pipeline
