#include "tests/core/exports/support/exported.h"

#include <gtest/gtest.h>

namespace cupel::exports {
namespace {

using namespace cupel::test;

TEST(DatasheetExport, PutsAnswersUnderTheirQuestions)
{
    const ReadCard card
        = readMarkdown("# Dataset Card for Birds\n\n"
                       "- **Homepage:** https://birds.example\n\n"
                       "### Dataset Summary\n\nSongs.\n\n### Contributions\n\nWelcome.\n\n"
                       "### Citation Information\n\nBirds, 2020\n\n"
                       "### Languages\n\nBirdish\n");
    EXPECT_EQ(datasheet(card.source()).text,
        "# Datasheet for Birds\n\n- **Homepage:** https://birds.example\n\nSongs.\n\n"
        "## Maintenance\n\n### 7.7 How can others contribute?\n\nWelcome.\n\n"
        "## Languages\n\nBirdish\n\n## Citation Information\n\nBirds, 2020\n");
}

TEST(DatasheetExport, ComesBackAsItself)
{
    const std::string sheet
        = "# Datasheet for Birds\n\n- **Version:** 1.0\n\nSongs.\n\n"
          "## Composition\n\n### 2.6 What is missing, and why?\n\nThree places.\n\n"
          "- a\n- b\n\n### 2.13 Does it relate to people?\n\nNo.\n\n"
          "## Collection process\n\n### 3.7 Does what was collected relate to people?\n\n"
          "No one.\n\n## Words of thanks\n\nTo all birds.\n";
    const Export once = datasheet(readMarkdown(sheet).source());
    EXPECT_EQ(once.text, sheet);
    EXPECT_EQ(notesOf(once), "");
}

TEST(DatasheetExport, HoldsWhatWasCounted)
{
    const reports::DatasetReport dataset = auditedPeople();
    const std::string sheet = datasheet(sourceOf(dataset)).text;
    EXPECT_NE(sheet.find("### 2.2 How many instances are there?\n\n12 rows, 4 columns"),
        std::string::npos)
        << sheet;
    EXPECT_NE(sheet.find("### 2.6 What is missing, and why?\n\nMissing cells: age 2\n"),
        std::string::npos)
        << sheet;
}

} // namespace
} // namespace cupel::exports
