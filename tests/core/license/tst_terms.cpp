#include "core/license/terms.h"

#include "core/license/resolution.h"
#include "core/license/uses.h"
#include "tests/support/json_file.h"
#include "tests/support/shared_dir.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <set>

namespace cupel::license {
namespace {

constexpr const char* kLicences = "data/licenses/licences.json";

std::string joined(const std::vector<std::string>& parts)
{
    std::string text;
    for (const std::string& part : parts)
        text += (text.empty() ? "" : "+") + part;
    return text.empty() ? "none" : text;
}

TEST(Terms, AreThoseOfTheReference)
{
    CUPEL_REQUIRE_SHARED(kLicences);
    const auto file = test::readJson(test::sharedDir() / kLicences);
    ASSERT_EQ(file["licences"].size(), allTerms().size());
    for (const auto& expected : file["licences"]) {
        const std::string id = expected["id"];
        SCOPED_TRACE(id);
        const KnownTerms known = termsOfId(id);
        const Terms& terms = known.terms;
        EXPECT_EQ(known.basis, TermsBasis::Table);
        EXPECT_EQ(terms.name, expected["name"]);
        EXPECT_EQ(terms.kind, expected["kind"]);
        EXPECT_EQ(permissionName(terms.commercialUse), expected["commercial_use"]);
        EXPECT_EQ(permissionName(terms.derivatives), expected["derivatives"]);
        EXPECT_EQ(permissionName(terms.redistribution), expected["redistribution"]);
        EXPECT_EQ(terms.attribution, expected["attribution"]);
        EXPECT_EQ(terms.shareAlike, expected["share_alike"]);
        EXPECT_EQ(terms.keepNotice, expected["keep_notice"]);
        EXPECT_EQ(terms.stateChanges, expected["state_changes"]);
        EXPECT_EQ(terms.provideSource, expected["provide_source"]);
        EXPECT_EQ(terms.networkUse, expected["network_use"]);
        EXPECT_EQ(terms.patent, expected["patent"]);
        EXPECT_EQ(joined(terms.fieldOfUse), expected["field_of_use"]);
        EXPECT_EQ(terms.databaseRight, expected["database_right"]);
        EXPECT_EQ(terms.jurisdiction, expected["jurisdiction"]);
        EXPECT_EQ(useClass(terms), expected["dpi_use_class"]);
    }
}

// What is derived from elements must be what the table says of those in it.
TEST(Terms, CreativeCommonsFromElements)
{
    for (const Terms& terms : allTerms()) {
        if (!terms.id.starts_with("CC-BY"))
            continue;
        SCOPED_TRACE(terms.id);
        const auto derived = creativeCommonsTerms(terms.id);
        ASSERT_TRUE(derived.has_value());
        EXPECT_EQ(derived->commercialUse, terms.commercialUse);
        EXPECT_EQ(derived->derivatives, terms.derivatives);
        EXPECT_EQ(derived->shareAlike, terms.shareAlike);
        EXPECT_EQ(derived->stateChanges, terms.stateChanges);
        EXPECT_EQ(derived->patent, terms.patent);
        EXPECT_EQ(derived->fieldOfUse, terms.fieldOfUse);
        EXPECT_EQ(derived->databaseRight, terms.databaseRight);
        EXPECT_EQ(derived->jurisdiction, terms.jurisdiction);
        EXPECT_EQ(derived->openDefinition, terms.openDefinition);
        EXPECT_EQ(derived->attribution, terms.attribution);
        EXPECT_EQ(derived->keepNotice, terms.keepNotice);
    }
    EXPECT_EQ(creativeCommonsTerms("CC0-1.0"), std::nullopt);
    EXPECT_EQ(creativeCommonsTerms("MIT"), std::nullopt);
}

TEST(Terms, HaveABasis)
{
    const auto basis
        = [](const char* id) { return std::string(termsBasisName(termsOfId(id).basis)); };
    EXPECT_EQ(basis("MIT"), "table");
    EXPECT_EQ(basis("GPL-3.0-or-later"), "same-text");
    EXPECT_EQ(basis("GPL-2.0"), "same-text");
    EXPECT_EQ(basis("CC-BY-3.0-AT"), "elements");
    EXPECT_EQ(basis("CC-BY-SA-?"), "elements");
    EXPECT_EQ(basis("AAL"), "osi-approved");
    EXPECT_EQ(basis("BUSL-1.1"), "none");
    EXPECT_EQ(basis("LicenseRef-mine"), "none");
    EXPECT_EQ(basis("NOASSERTION"), "table");
    EXPECT_EQ(termsOfId("CC-BY-3.0-AT").terms.databaseRight, "waived");
    EXPECT_EQ(termsOfId("GPL-3.0-or-later").terms.shareAlike, "work");
    EXPECT_EQ(termsOfId("AAL").terms.commercialUse, Permission::Yes);
    EXPECT_EQ(termsOfId("AAL").terms.attribution, "unknown");
    EXPECT_EQ(termsOfId("LicenseRef-mine").terms.commercialUse, Permission::Unknown);
}

std::string verdict(const char* text, Use use)
{
    return std::string(verdictName(assess(expressionOf(resolveLicense(text)), use).verdict));
}

struct UseCase {
    const char* license;
    /// In the order research, internal, commercial-product, train-model, publish-dataset,
    /// publish-derived-dataset: y allowed, d with duties, ? cannot tell, n not allowed.
    const char* verdicts;
};

class Uses : public testing::TestWithParam<UseCase> { };

TEST_P(Uses, AreAssessed)
{
    std::string verdicts;
    for (const Use use : allUses()) {
        const std::string name = verdict(GetParam().license, use);
        verdicts += name == "allowed"       ? 'y'
            : name == "allowed-with-duties" ? 'd'
            : name == "cannot-tell"         ? '?'
                                            : 'n';
    }
    EXPECT_EQ(verdicts, GetParam().verdicts) << GetParam().license;
}

INSTANTIATE_TEST_SUITE_P(Licences, Uses,
    testing::Values(UseCase{"CC0-1.0", "yyyyyy"}, UseCase{"CC-BY-4.0", "yydydd"},
        UseCase{"MIT", "yydydd"}, UseCase{"CC-BY-NC-4.0", "y?nddd"},
        UseCase{"CC-BY-ND-4.0", "yyd?dn"}, UseCase{"CC-BY-NC-ND-4.0", "y?n?dn"},
        UseCase{"CC-BY-SA-4.0", "yydydd"}, UseCase{"LicenseRef-Research-Only", "dnnnnn"},
        UseCase{"LicenseRef-Llama-2", "dddndd"}, UseCase{"LicenseRef-Llama-3.1", "dddddd"},
        UseCase{"LicenseRef-OpenAI-Terms", "yddndd"},
        UseCase{"LicenseRef-LDC-User-Agreement", "?nnnnn"},
        UseCase{"LicenseRef-All-Rights-Reserved", "nnnnnn"}, UseCase{"unknown", "??????"},
        UseCase{"cc", "??????"}, UseCase{"CC-BY-NC", "y?nddd"}, UseCase{"NONE", "nnnnnn"},
        UseCase{"LicenseRef-Kaggle-Competition-Rules", "?nn?nn"}, UseCase{"BUSL-1.1", "??????"},
        UseCase{"AGPL-3.0-only", "yddddd"}));

TEST(Uses, OrTakesTheLeastRestrictiveBranch)
{
    const auto read = parseExpression("CC-BY-NC-4.0 OR CC-BY-SA-4.0 OR CC-BY-4.0");
    const UseAssessment found = assess(*read, Use::CommercialProduct);
    EXPECT_EQ(found.verdict, UseVerdict::AllowedWithDuties);
    EXPECT_EQ(toText(found.chosen), "CC-BY-4.0"); // fewer duties than BY-SA
    EXPECT_TRUE(found.hadChoice);
    const auto nested = parseExpression("MIT AND (CC-BY-NC-4.0 OR CC0-1.0)");
    EXPECT_EQ(toText(assess(*nested, Use::CommercialProduct).chosen), "MIT AND CC0-1.0");
}

TEST(Uses, AndNamesThePartAndTheField)
{
    const auto read = parseExpression("CC-BY-4.0 AND CC-BY-NC-4.0");
    const UseAssessment found = assess(*read, Use::CommercialProduct);
    EXPECT_EQ(found.verdict, UseVerdict::NotAllowed);
    ASSERT_EQ(found.obstacles.size(), 1u);
    EXPECT_EQ(found.obstacles[0].license, "CC-BY-NC-4.0");
    EXPECT_EQ(found.obstacles[0].field, "commercial_use");
    EXPECT_EQ(found.obstacles[0].value, "no");
    EXPECT_FALSE(found.hadChoice);
}

TEST(Uses, DutiesAreOfTheLicence)
{
    std::set<std::string> fields;
    for (const Duty& duty : assess(termsOfId("ODbL-1.0").terms, Use::PublishDerivedDataset).duties)
        fields.insert(duty.field);
    EXPECT_EQ(fields,
        (std::set<std::string>{"attribution", "keep_notice", "provide_source", "share_alike"}));
    EXPECT_TRUE(assess(termsOfId("ODbL-1.0").terms, Use::Research).duties.empty());
}

TEST(Uses, NamesAreRead)
{
    for (const Use use : allUses())
        EXPECT_EQ(*useFromName(useName(use)), use);
    EXPECT_EQ(*useFromName("commercial"), Use::CommercialProduct);
    const auto wrong = useFromName("train-modell");
    ASSERT_FALSE(wrong.has_value());
    EXPECT_EQ(wrong.error().code, base::ErrorCode::Usage);
    EXPECT_NE(wrong.error().hint.find("train-model"), std::string::npos);
    EXPECT_NE(useFromName("zzz").error().hint.find("publish-dataset"), std::string::npos);
}

TEST(Terms, UseClassOfSeveralIsTheNarrowest)
{
    EXPECT_EQ(
        useClassOf({termsOfId("MIT").terms, termsOfId("CC-BY-NC-4.0").terms}), "non-commercial");
    EXPECT_EQ(useClassOf({termsOfId("unknown").terms, termsOfId("CC-BY-NC-4.0").terms}),
        "non-commercial");
    EXPECT_EQ(useClassOf({}), "unspecified");
}

} // namespace
} // namespace cupel::license
