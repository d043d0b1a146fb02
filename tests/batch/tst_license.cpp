#include "tests/batch/cupel_program.h"
#include "tests/support/temp_dir.h"

#include <nlohmann/json.hpp>

namespace cupel::test {
namespace {

using nlohmann::json;

TEST(LicenseParse, saysWhatIsValid)
{
    const RunResult result
        = cupel({"license", "parse", "--json", "mit and (GPL-2.0 or cc-by-4.0)", "MIT, ISC"});
    EXPECT_EQ(result.exitCode, 1);
    const json list = json::parse(result.out)["expressions"];
    ASSERT_EQ(list.size(), 2u);
    EXPECT_EQ(list[0]["valid"], true);
    EXPECT_EQ(list[0]["canonical"], "MIT AND (GPL-2.0 OR CC-BY-4.0)");
    EXPECT_EQ(list[0]["licenses"].size(), 3u);
    EXPECT_EQ(list[0]["deprecated"][0]["successors"],
        (std::vector<std::string>{"GPL-2.0-only", "GPL-2.0-or-later"}));
    EXPECT_EQ(list[0]["error"], nullptr);
    EXPECT_EQ(list[1]["valid"], false);
    EXPECT_EQ(list[1]["canonical"], nullptr);
    EXPECT_EQ(list[1]["error"]["column"], 4);
}

TEST(LicenseParse, asText)
{
    const RunResult good = cupel({"license", "parse", "mit"});
    EXPECT_EQ(good.exitCode, 0);
    EXPECT_EQ(good.out, "MIT\n  MIT: MIT License\n");
    const RunResult bad = cupel({"license", "parse", "\x1b[31mMIT"});
    EXPECT_EQ(bad.exitCode, 1);
    EXPECT_EQ(bad.out.find('\x1b'), std::string::npos);
    EXPECT_NE(bad.out.find("column 1"), std::string::npos) << bad.out;
}

TEST(LicenseParse, acceptedLicenses)
{
    const auto run = [](std::vector<std::string> words) {
        words.insert(words.begin(), {"license", "parse"});
        return cupel(words);
    };
    EXPECT_EQ(run({"MIT OR GPL-3.0-only", "--accept", "MIT"}).exitCode, 0);
    const RunResult unmet = run({"MIT AND GPL-3.0-only", "--accept", "MIT", "--json"});
    EXPECT_EQ(unmet.exitCode, 1);
    EXPECT_EQ(json::parse(unmet.out)["expressions"][0]["accepted"], false);
    EXPECT_EQ(run({"MIT", "--accept", "MIT OR ISC"}).exitCode, 2);
    EXPECT_EQ(run({"MIT", "--accept", "MITT"}).exitCode, 2);
    EXPECT_EQ(run({}).exitCode, 2);
}

TEST(LicenseParse, saysWhatANameMeans)
{
    const json one
        = json::parse(cupel({"license", "parse", "--json", "CC BY-SA"}).out)["expressions"][0];
    EXPECT_EQ(one["valid"], false);
    EXPECT_EQ(one["meaning"]["expression"], "CC-BY-SA-?");
    EXPECT_EQ(one["meaning"]["findings"][0]["rule"], "LIC-CC-UNVERSIONED");
}

TEST(LicenseTerms, assessesAUse)
{
    const RunResult result
        = cupel({"license", "terms", "--json", "--use", "commercial", "cc-by-nc-4.0"});
    EXPECT_EQ(result.exitCode, 1);
    const json one = json::parse(result.out)["terms"][0];
    EXPECT_EQ(one["expression"], "CC-BY-NC-4.0");
    EXPECT_EQ(one["licenses"][0]["commercial_use"], "no");
    ASSERT_EQ(one["uses"].size(), 1u);
    EXPECT_EQ(one["uses"][0]["use"], "commercial-product");
    EXPECT_EQ(one["uses"][0]["verdict"], "not-allowed");
    EXPECT_EQ(one["uses"][0]["obstacles"][0]["field"], "commercial_use");
    EXPECT_EQ(cupel({"license", "terms", "MIT", "--use", "research"}).exitCode, 0);
    EXPECT_EQ(cupel({"license", "terms", "MIT", "--use", "commerical"}).exitCode, 2);
}

TEST(LicenseTerms, showsAllUses)
{
    const RunResult json6 = cupel({"license", "terms", "--json", "MIT OR CC-BY-NC-4.0"});
    EXPECT_EQ(json6.exitCode, 0);
    const json one = json::parse(json6.out)["terms"][0];
    EXPECT_EQ(one["uses"].size(), 6u);
    EXPECT_EQ(one["uses"][2]["chosen"], "MIT");
    const RunResult text = cupel({"license", "terms", "public domain"});
    EXPECT_EQ(text.exitCode, 1);
    EXPECT_NE(text.out.find("LIC-PD-UNSPECIFIED"), std::string::npos) << text.out;
    EXPECT_NE(text.out.find("no legal advice"), std::string::npos);
}

TEST(LicenseDetect, showsWhereATextDiffers)
{
    const TempDir folder;
    const std::string path
        = folder
              .write("LICENSE",
                  "MIT License\n\nCopyright (c) 2024 Somebody\n\nPermission is hereby granted, "
                  "free of "
                  "charge, "
                  "to any person obtaining a copy\nof this software and associated documentation "
                  "files (the "
                  "\"Software\"), to deal\nin the Software for noncommercial purposes without "
                  "restriction, "
                  "including without limitation the rights\nto use, copy, modify, merge, publish, "
                  "distribute, "
                  "sublicense, and/or sell\ncopies of the Software, and to permit persons to whom "
                  "the "
                  "Software "
                  "is\nfurnished to do so, subject to the following conditions:\n\nThe above "
                  "copyright "
                  "notice "
                  "and this permission notice shall be included in all\ncopies or substantial "
                  "portions of "
                  "the "
                  "Software.\n\nTHE SOFTWARE IS PROVIDED \"AS IS\", WITHOUT WARRANTY OF ANY KIND, "
                  "EXPRESS "
                  "OR\nIMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF "
                  "MERCHANTABILITY,\nFITNESS FOR "
                  "A "
                  "PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE\nAUTHORS OR "
                  "COPYRIGHT "
                  "HOLDERS "
                  "BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER\nLIABILITY, WHETHER IN AN ACTION OF "
                  "CONTRACT, "
                  "TORT "
                  "OR OTHERWISE, ARISING FROM,\nOUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE "
                  "USE OR "
                  "OTHER "
                  "DEALINGS IN THE\nSOFTWARE.\n")
              .string();
    const RunResult plain = cupel({"license", "detect", path});
    EXPECT_EQ(plain.out.find("only in the file"), std::string::npos);
    const RunResult text = cupel({"license", "detect", "--diff", path});
    EXPECT_EQ(text.exitCode, 0);
    if (text.out.find("MIT") == std::string::npos)
        GTEST_SKIP() << "built without the text of MIT";
    EXPECT_NE(text.out.find("@@ line 7 @@"), std::string::npos) << text.out;
    EXPECT_NE(text.out.find("+ only in the file: for noncommercial purposes"), std::string::npos)
        << text.out;
    const json diff = json::parse(
        cupel({"license", "detect", "--diff", "--json", path}).out)["files"][0]["differences"][0];
    EXPECT_EQ(diff["id"], "MIT");
    EXPECT_EQ(diff["added"], 3);
    EXPECT_EQ(diff["missing"], 0);
    EXPECT_EQ(diff["cut"], false);
}

} // namespace
} // namespace cupel::test
