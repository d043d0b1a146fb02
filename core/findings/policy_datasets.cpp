#include "core/base/number.h"
#include "core/findings/policy_parts.h"

namespace cupel::findings {

using documents::Node;

void PolicyParts::readDatasets(const Node& datasets, std::vector<DatasetSelector>& to)
{
    if (!isList(datasets, "datasets"))
        return;
    for (const Node& dataset : datasets.items)
        readDataset(dataset, to);
}

void PolicyParts::readDataset(const Node& dataset, std::vector<DatasetSelector>& to)
{
    DatasetSelector selector;
    selector.origin = originOf(dataset.at);
    std::vector<std::string> known{"match", "label", "favourable", "positive", "classes", "groups",
        "intersections", "reference", "use"};
    known.insert(
        known.end(), DatasetSelector::singleRoles().begin(), DatasetSelector::singleRoles().end());
    const Node* references = nullptr;
    const auto take = [&](const std::string& name, const Node& value) {
        if (name == "match")
            selector.match = pattern(value, name);
        else if (name == "label")
            selector.label = word(value, name);
        else if (name == "favourable")
            selector.favourable = word(value, name);
        else if (name == "positive")
            selector.positive = word(value, name);
        else if (name == "classes")
            selector.classes = words(value, name);
        else if (name == "use")
            selector.use = words(value, name);
        else if (name == "reference")
            references = &value;
        else if (name == "groups" && isList(value, name)) {
            for (const Node& group : value.items)
                readGroup(group, selector.groups);
        } else if (name == "intersections" && isList(value, name)) {
            for (const Node& pair : value.items) {
                selector.intersections.push_back(words(pair, name));
                if (pair.isList() && pair.items.size() != 2)
                    fail(pair.at, "an intersection names two columns", "write it like [sex, race]");
            }
        } else if (name != "groups" && name != "intersections") {
            selector.columns[name] = word(value, name);
        }
    };
    const bool areKnown = eachMember(dataset, "datasets", known, take);
    if (references)
        readReferences(*references, selector);
    if (areKnown && selector.match.empty()) {
        fail(dataset.at, "this dataset does not say which files it is about",
            "add match: \"data/**/*.csv\"");
    }
    if (areKnown && selector.label.empty()
        && (selector.favourable || selector.positive || !selector.classes.empty())) {
        fail(dataset.at, "favourable, positive and classes are about a label", "add label: COLUMN");
    }
    to.push_back(std::move(selector));
}

void PolicyParts::readReferences(const Node& references, DatasetSelector& selector)
{
    std::vector<std::string> columns;
    for (const DatasetSelector::Group& group : selector.groups)
        columns.push_back(group.column);
    eachMember(references, "reference", columns, [&](const std::string& name, const Node& value) {
        for (DatasetSelector::Group& group : selector.groups) {
            if (group.column == name)
                group.reference = word(value, name);
        }
    });
}

void PolicyParts::readGroup(const Node& node, std::vector<DatasetSelector::Group>& to)
{
    DatasetSelector::Group group;
    if (!node.isMap()) {
        group.column = word(node, "a group");
        to.push_back(std::move(group));
        return;
    }
    const auto take = [&](const std::string& name, const Node& value) {
        if (name == "column")
            group.column = word(value, name);
        else if (name == "reference")
            group.reference = word(value, name);
        else if (isList(value, name)) {
            for (const Node& edge : value.items) {
                const auto number
                    = edge.kind == Node::Kind::Number ? base::parseNumber(edge.text) : std::nullopt;
                if (!number)
                    fail(edge.at, "an edge of bins is a number", "write it like [0, 25, 40]");
                else if (!group.bins.empty() && number->d <= group.bins.back())
                    fail(edge.at, "the edges of bins ascend", "write it like [0, 25, 40]");
                group.bins.push_back(number ? number->d : 0.0);
            }
        }
    };
    if (eachMember(node, "groups", {"column", "bins", "reference"}, take) && group.column.empty())
        fail(node.at, "a group names a column", "write it like {column: age, bins: [0, 25, 40]}");
    to.push_back(std::move(group));
}

} // namespace cupel::findings
