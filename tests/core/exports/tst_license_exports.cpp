/// Licences that several documents state.

#include "tests/core/exports/support/exported.h"

#include "core/documents/document_reader.h"
#include "core/license/claims.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace cupel::exports {
namespace {

using namespace cupel::test;
using documents::DocumentKind;
using documents::Node;

documents::Document licenseFile(const char* file, const std::string& text)
{
    return documents::readDocument(DocumentKind::License, file, text, text.size());
}

struct HubLicense {
    std::string license; ///< ids, joined
    std::string name;
    std::string notes;
    std::size_t names = 0; ///< how often license_name is written
};

HubLicense hubLicenseOf(const std::vector<documents::Document>& documents)
{
    const reports::DatasetReport dataset = auditedPeople(documents);
    const Export made = hubCard(sourceOf(dataset));
    const ReadCard card = readMarkdown(made.text);
    EXPECT_TRUE(card.document.problems.empty()) << made.text;
    HubLicense found;
    found.notes = notesOf(made);
    if (const Node* const license = card.document.fields.find("license")) {
        found.license = license->text;
        for (const Node& item : license->items)
            found.license += (found.license.empty() ? "" : ", ") + item.text;
    }
    if (const Node* const name = card.document.fields.find("license_name"))
        found.name = name->text;
    for (std::size_t at = made.text.find("\nlicense_name:"); at != std::string::npos;
         at = made.text.find("\nlicense_name:", at + 1))
        ++found.names;
    return found;
}

TEST(HubLicense, AFileBesideTheCardIsNamedToo)
{
    const HubLicense made = hubLicenseOf({readMarkdown("---\nlicense: mit\n---\n# d\n").document,
        licenseFile("LICENSE", "SPDX-License-Identifier: CC-BY-NC-4.0\n")});
    EXPECT_EQ(made.license, "mit, cc-by-nc-4.0");
    EXPECT_NE(made.notes.find("different licences"), std::string::npos) << made.notes;
}

TEST(HubLicense, ALicenseWithoutIdThereJoinsTheOthers)
{
    const HubLicense made = hubLicenseOf({licenseFile("LICENSE", "SPDX-License-Identifier: MIT\n"),
        licenseFile("NOTICE", "SPDX-License-Identifier: Beerware\n")});
    EXPECT_EQ(made.license, "other");
    EXPECT_EQ(made.name, "MIT AND Beerware");
    const HubLicense ofCard = hubLicenseOf({readMarkdown("---\nlicense: mit\n---\n# d\n").document,
        licenseFile("NOTICE", "SPDX-License-Identifier: Beerware\n")});
    EXPECT_EQ(ofCard.license, "other");
    EXPECT_EQ(ofCard.name, "MIT AND Beerware");
    EXPECT_NE(ofCard.notes.find("different licences"), std::string::npos) << ofCard.notes;
}

TEST(HubLicense, AChoiceKeepsItsParentheses)
{
    const HubLicense made = hubLicenseOf(
        {readCroissant(R"({"@type": "sc:Dataset", "name": "d", "license": "MIT OR Zlib"})")
                .document,
            licenseFile("LICENSE", "SPDX-License-Identifier: Beerware\n")});
    EXPECT_EQ(made.name, "(MIT OR Zlib) AND Beerware");
}

TEST(HubLicense, ANameWithoutLicenseIsWrittenOnce)
{
    const HubLicense made
        = hubLicenseOf({readMarkdown("---\nlicense_name: foo\n---\n# d\n").document,
            licenseFile("LICENSE", "SPDX-License-Identifier: Beerware\n")});
    EXPECT_EQ(made.license, "other");
    EXPECT_EQ(made.name, "Beerware");
    EXPECT_EQ(made.names, 1U);
    EXPECT_NE(made.notes.find("license.declared"), std::string::npos) << made.notes;
}

TEST(HubLicense, WordsOfTheCardStandWhereAnotherSaysTheSame)
{
    const HubLicense same = hubLicenseOf({readMarkdown("---\nlicense: mit\n---\n# d\n").document,
        licenseFile("LICENSE", "SPDX-License-Identifier: MIT\n")});
    EXPECT_EQ(same.license, "mit");
    EXPECT_EQ(same.notes.find("licence"), std::string::npos) << same.notes;
    const HubLicense other = hubLicenseOf(
        {readMarkdown("---\nlicense: other\nlicense_name: house-rules\n---\n# d\n").document,
            licenseFile("LICENSE", "SPDX-License-Identifier: MIT\n")});
    EXPECT_EQ(other.license, "other");
    EXPECT_EQ(other.name, "house-rules");
    EXPECT_NE(other.notes.find("MIT"), std::string::npos) << other.notes;
}

} // namespace
} // namespace cupel::exports
