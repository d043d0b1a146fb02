#include "core/findings/policy_reader.h"

#include "core/base/hash.h"
#include "core/documents/json_reader.h"
#include "core/documents/yaml_reader.h"
#include "core/findings/policy_parts.h"

#include <algorithm>

namespace cupel::findings {
namespace {

using documents::Node;

void readVersion(const Node& root, PolicyParts& parts)
{
    const Node* version = root.find("version");
    if (!version) {
        parts.fail(root.at, "the policy does not say its version", "begin it with version: 1");
    } else if (version->kind != Node::Kind::Number || version->text != "1") {
        parts.fail(version->at, "version is not 1", "this program reads version 1 of policies");
    }
}

void readPrivacy(const Node& privacy, PolicyParts& parts, Policy& to)
{
    parts.eachMember(
        privacy, "privacy", {"mode", "min-cell"}, [&](const std::string& name, const Node& value) {
            const std::string text = parts.word(value, name);
            if (!text.empty())
                parts.check(
                    value.at, assign(to, "privacy." + name, text, parts.originOf(value.at)));
        });
}

base::Result<Node> nodeOf(std::string_view text, const std::string& path)
{
    if (path.ends_with(".json")) {
        documents::JsonOptions options;
        options.maxBytes = kMaxPolicyBytes;
        options.maxDepth = kMaxPolicyDepth;
        return documents::readJson(text, options);
    }
    documents::YamlOptions options;
    options.maxBytes = kMaxPolicyBytes;
    options.maxDepth = kMaxPolicyDepth;
    return documents::readYaml(text, options);
}

} // namespace

PolicyReading readPolicy(const Node& root, const std::string& fileName)
{
    PolicyReading reading;
    Policy& policy = reading.policy;
    PolicyParts parts(fileName);
    parts.eachMember(root, "the policy",
        {"version", "datasets", "rules", "privacy", "fail-on", "waivers"},
        [&](const std::string& name, const Node& value) {
            if (name == "datasets")
                parts.readDatasets(value, policy.datasets);
            else if (name == "rules")
                parts.readRules(value, policy.rules);
            else if (name == "waivers")
                parts.readWaivers(value, policy.waivers);
            else if (name == "privacy")
                readPrivacy(value, parts, policy);
            else if (const std::string text = name == "fail-on" ? parts.word(value, name) : "";
                     !text.empty())
                parts.check(value.at, assign(policy, name, text, parts.originOf(value.at)));
        });
    if (root.isMap())
        readVersion(root, parts);
    policy.file = fileName.substr(fileName.find_last_of('/') + 1);
    reading.problems = parts.takeProblems();
    std::stable_sort(reading.problems.begin(), reading.problems.end(),
        [](const base::Error& a, const base::Error& b) {
            return std::pair(a.where.line, a.where.column)
                < std::pair(b.where.line, b.where.column);
        });
    return reading;
}

PolicyReading parsePolicy(std::string_view text, const std::string& path)
{
    const auto node = nodeOf(text, path);
    if (!node) {
        base::Error error = node.error();
        error.code = base::ErrorCode::Usage;
        error.where.file = path;
        return {{}, {std::move(error)}};
    }
    PolicyReading reading = readPolicy(*node, path);
    reading.policy.hash = "xxh3-128:" + base::hex(base::digest128(text.data(), text.size()));
    return reading;
}

} // namespace cupel::findings
