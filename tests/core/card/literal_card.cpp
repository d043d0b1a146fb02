#include "tests/core/card/literal_card.h"

#include <algorithm>

namespace cupel::test {

using documents::Node;

documents::Document literalCard(const std::vector<std::pair<std::string, std::string>>& sections)
{
    documents::Document card;
    card.file = "README.md";
    std::uint64_t line = 1;
    for (const auto& [title, body] : sections) {
        card.sections.push_back({2, title, {line, 1}, body, line + 1});
        line += 2 + static_cast<std::uint64_t>(std::count(body.begin(), body.end(), '\n'));
    }
    return card;
}

documents::Document literalCard(const std::string& text)
{
    return literalCard({{"Dataset Summary", text}});
}

Node textNode(const std::string& text, std::uint64_t line)
{
    Node node;
    node.kind = Node::Kind::Text;
    node.text = text;
    node.at.line = line;
    return node;
}

Node listNode(std::vector<Node> items)
{
    Node node;
    node.kind = Node::Kind::List;
    node.items = std::move(items);
    return node;
}

Node mapNode(std::vector<std::pair<std::string, Node>> members)
{
    Node node;
    node.kind = Node::Kind::Map;
    for (auto& [key, value] : members) {
        const documents::Position at = value.at;
        node.members.push_back({key, at, std::move(value)});
    }
    return node;
}

card::Measured censusMeasures()
{
    card::Measured measured;
    measured.file = "adult.csv";
    measured.bytes = 3'974'305;
    measured.hash = "xxh3-128:00";
    measured.rows = 32'561;
    for (const char* const name : {"age", "workclass", "fnlwgt", "education", "education-num",
             "marital-status", "occupation", "relationship", "race", "sex", "capital-gain",
             "capital-loss", "hours-per-week", "native-country", "income"})
        measured.columns.push_back({name, "text", 0});
    measured.label = card::MeasuredValues{"income", {{"<=50K", 24'720}, {">50K", 7'841}}, 0};
    measured.favourable = ">50K";
    measured.groups = {{"sex", {{"Male", 21'790}, {"Female", 10'771}}, 0}};
    measured.repeatedRows = 24;
    measured.partColumns = 1;
    return measured;
}

card::Measured splitMeasures()
{
    card::Measured measured = censusMeasures();
    measured.splits = card::MeasuredValues{
        "split", {{"train", 20'000}, {"test", 10'000}, {"validation", 2'561}}, 0};
    return measured;
}

} // namespace cupel::test
