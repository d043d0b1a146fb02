#include "core/card/crosswalk.h"
#include "core/card/model.h"
#include "tests/support/shared_dir.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <fstream>
#include <set>

namespace cupel::card {
namespace {

TEST(Model, HasTheFieldsWeightsAndLists)
{
    EXPECT_EQ(model().fields.size(), 228u);
    int weights = 0;
    for (const WeightGroup& group : model().groups)
        weights += group.weight;
    EXPECT_EQ(weights, 100);
    EXPECT_EQ(model().enums.size(), 25u);
    std::set<std::string> keys;
    for (const Field& field : model().fields) {
        EXPECT_TRUE(keys.insert(field.key).second) << field.key;
        EXPECT_TRUE(std::any_of(model().groups.begin(), model().groups.end(),
            [&field](const WeightGroup& group) { return group.id == field.group; }))
            << field.key;
        EXPECT_EQ(field.level == Level::Conditional, field.condition != Condition::None)
            << field.key;
    }
    const Field* const aspect = model().find("transformations.redaction.residual_risk");
    ASSERT_NE(aspect, nullptr);
    EXPECT_EQ(aspect->scope, Scope::Telescope);
}

TEST(Model, AgreesWithTheSharedModel)
{
    CUPEL_REQUIRE_SHARED("reference/card-model.json");
    std::ifstream file(test::sharedDir() / "reference" / "card-model.json");
    const nlohmann::json shared = nlohmann::json::parse(file);
    for (const auto& row : shared.at("fields")) {
        const auto key = row.at("key").get<std::string>();
        if (key.find('<') != std::string::npos)
            continue;
        const Field* const field = model().find(key);
        ASSERT_NE(field, nullptr) << key;
        EXPECT_EQ(field->title, row.at("title")) << key;
        EXPECT_EQ(std::toupper(levelName(field->level)[0]) == row.at("level").get<std::string>()[0]
                || field->level == Level::Conditional,
            true)
            << key;
        EXPECT_EQ(field->group, row.at("weight_group")) << key;
    }
}

TEST(Crosswalk, LeadsToFieldsOfTheModel)
{
    for (const auto routes :
        {headingRoutes(), bulletRoutes(), frontMatterRoutes(), croissantRoutes()}) {
        for (const Route& route : routes)
            EXPECT_NE(model().find(route.key), nullptr) << route.name << " " << route.key;
    }
}

} // namespace
} // namespace cupel::card
