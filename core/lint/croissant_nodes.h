#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/lint/jsonld_graph.h"

namespace cupel::lint {

/// Where a field gets its values from, or what it refers to.
struct Origin {
    std::optional<std::string> target; ///< id of a field, file object or file set
    const documents::Node* at = nullptr;
    std::string jsonPath; ///< of its extract
    const documents::Node* jsonPathAt = nullptr;
};

/// What mlcroissant makes of a node of the graph, for its checks of nodes among each other.
struct CroissantNode {
    const Subject* subject = nullptr;
    std::string name;
    std::string id; ///< of 0.8 made of names
    std::string trail; ///< the node and those it is in, by kind and name
};

struct FieldNode : CroissantNode {
    Origin source;
    Origin references;
    std::vector<std::string> dataTypes;
    std::vector<FieldNode> subFields;
    bool hasValue = false;
};

struct RecordSetNode : CroissantNode {
    std::vector<FieldNode> fields;
    bool hasData = false;
};

struct ResourceNode : CroissantNode {
    struct Container {
        std::string id;
        const documents::Node* at = nullptr;
    };
    bool isSet = false;
    std::vector<Container> containedIn;
};

struct DatasetNode : CroissantNode {
    std::vector<ResourceNode> distribution;
    std::vector<RecordSetNode> recordSets;
};

} // namespace cupel::lint
