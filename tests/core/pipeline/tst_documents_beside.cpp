#include "core/pipeline/documents_beside.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <string>
#include <sys/stat.h>
#include <vector>

#include "tests/support/temp_dir.h"

namespace cupel::pipeline {
namespace {

using documents::DocumentKind;

const char* const kCroissant = R"({"@type": "sc:Dataset", "name": "x"})";

std::vector<std::string> files(const documents::DocumentSet& set)
{
    std::vector<std::string> all;
    for (const documents::Document& document : set.documents)
        all.push_back(document.file);
    return all;
}

using Files = std::vector<std::string>;

TEST(DocumentsBeside, FindsThemInOneOrder)
{
    const test::TempDir folder;
    const std::string data = folder.write("data/loans.csv", "a\n1\n");
    folder.write("README.md", "# of the parent folder\n");
    folder.write("data/sub/README.md", "# of another folder\n");
    folder.write("data/NOTICE", "notice");
    folder.write("data/LICENSE-MIT", "mit");
    folder.write("data/license.txt", "licence");
    folder.write("data/LICENSES/CC-BY-4.0.txt", "cc");
    folder.write("data/zz.json", kCroissant);
    folder.write("data/roles.json", "{\"schema\": \"cupel.roles\"}");
    folder.write("data/broken.json", "{");
    folder.write("data/metadata.json", kCroissant);
    folder.write("data/README.md", "# Card\n");
    folder.write("data/datasheet.md", "# Sheet\n");
    folder.write("data/other.csv", "a\n1\n");
    const auto set = documentsBeside(data);
    EXPECT_EQ(files(set),
        (Files{"README.md", "datasheet.md", "metadata.json", "zz.json", "license.txt",
            "LICENSE-MIT", "NOTICE", "LICENSES/CC-BY-4.0.txt"}));
    EXPECT_EQ(set.documents[0].sections.at(0).title, "Card");
    EXPECT_EQ(set.documents[0].bytes, 7U);
    EXPECT_EQ(set.documents[2].kind, DocumentKind::Croissant);
    EXPECT_EQ(set.documents[4].text, "licence");
}

TEST(DocumentsBeside, NoFolderHasNone)
{
    EXPECT_TRUE(documentsBeside("no/such/folder/x.csv").documents.empty());
    const test::TempDir folder;
    EXPECT_TRUE(documentsBeside(folder.write("x.csv", "a\n")).documents.empty());
}

TEST(DocumentsBeside, PassesOverWhatIsNoFileOfTheFolder)
{
    const test::TempDir folder;
    const std::string data = folder.write("in/x.csv", "a\n");
    folder.write("out/LICENSE", "secret");
    std::filesystem::create_symlink("../out/LICENSE", folder / "in/LICENSE");
    std::filesystem::create_symlink("LICENSE", folder / "in/LICENCE"); // to itself and out
    std::filesystem::create_symlink("loop.md", folder / "in/readme_loop.md");
    std::filesystem::create_symlink("nowhere", folder / "in/COPYING");
    std::filesystem::create_directory(folder / "in/README.md");
    ASSERT_EQ(::mkfifo((folder / "in/README").c_str(), 0600), 0); // opening it would wait for ever
    folder.write("in/text", "notice");
    std::filesystem::create_symlink("text", folder / "in/NOTICE"); // stays inside
    std::filesystem::create_directory_symlink("../out", folder / "in/LICENSES");
    EXPECT_EQ(files(documentsBeside(data)), Files{"NOTICE"});
}

TEST(DocumentsBeside, ADocumentThatCannotBeReadSaysSo)
{
    const test::TempDir folder;
    const std::string data = folder.write("x.csv", "a\n");
    folder.write("README.md", std::string("\0\1", 2));
    folder.write("croissant.json", "{\"a\": 1,}");
    folder.write("LICENSE", std::string((std::size_t{1} << 20U) + 5, 'x'));
    const auto set = documentsBeside(data);
    ASSERT_EQ(files(set), (Files{"README.md", "croissant.json", "LICENSE"}));
    EXPECT_EQ(set.documents[0].problems.at(0).kind, documents::ProblemKind::Unreadable);
    EXPECT_EQ(set.documents[1].problems.at(0).kind, documents::ProblemKind::Json);
    EXPECT_EQ(set.documents[2].problems.at(0).kind, documents::ProblemKind::Truncated);
    EXPECT_EQ(set.documents[2].text.size(), std::size_t{1} << 20U);
    EXPECT_EQ(set.documents[2].bytes, (std::size_t{1} << 20U) + 5);
}

TEST(DocumentsBeside, ReadsAFewOfMany)
{
    const test::TempDir folder;
    const std::string data = folder.write("x.csv", "a\n");
    for (int i = 100; i < 150; ++i) {
        folder.write("LICENSE-" + std::to_string(i), "x");
        folder.write(std::to_string(i) + ".json", kCroissant);
    }
    const auto set = documentsBeside(data);
    ASSERT_EQ(set.documents.size(), 32U);
    EXPECT_EQ(set.documents[0].file, "100.json");
    EXPECT_EQ(set.documents[15].file, "115.json");
    EXPECT_EQ(set.documents[16].file, "LICENSE-100");
}

TEST(DocumentsBeside, ANamedCardStandsInForItsKind)
{
    const test::TempDir folder;
    const std::string data = folder.write("in/x.csv", "a\n");
    folder.write("in/README.md", "# Found\n");
    folder.write("in/LICENSE", "x");
    const std::string outside = folder.write("out/card.md", "# Named\n");
    const std::string inside = folder.write("in/docs/meta.json", kCroissant);
    const auto card = readDocumentFile(outside);
    ASSERT_TRUE(card);
    const auto set = withCard(documentsBeside(data), *card, outside, data);
    EXPECT_EQ(files(set), (Files{"card.md", "LICENSE"}));
    EXPECT_EQ(set.documents[0].sections.at(0).title, "Named");
    const auto croissant = readDocumentFile(inside);
    ASSERT_TRUE(croissant);
    EXPECT_EQ(files(withCard(documentsBeside(data), *croissant, inside, data)),
        (Files{"README.md", "docs/meta.json", "LICENSE"}));

    EXPECT_EQ(readDocumentFile(folder / "none.md").error().code, base::ErrorCode::InputMissing);
    const auto binary = readDocumentFile(folder.write("b.md", std::string("\0", 1)));
    ASSERT_FALSE(binary);
    EXPECT_EQ(binary.error().code, base::ErrorCode::NotData);
    EXPECT_EQ(binary.error().where.file, "b.md");
}

} // namespace
} // namespace cupel::pipeline
