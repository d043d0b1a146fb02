#include <algorithm>
#include <array>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "core/license/resolution.h"
#include "core/lint/croissant_spec.h"
#include "core/lint/croissant_words.h"
#include "core/lint/value_forms.h"

namespace cupel::lint {

namespace {

using documents::Node;

constexpr std::array<std::string_view, 20> kRaiNames{"dataCollection", "dataCollectionType",
    "dataCollectionMissingData", "dataCollectionRawData", "dataCollectionTimeframe",
    "dataImputationProtocol", "dataPreprocessingProtocol", "dataManipulationProtocol",
    "dataAnnotationProtocol", "dataAnnotationPlatform", "dataAnnotationAnalysis",
    "annotationsPerItem", "annotatorDemographics", "machineAnnotationTools",
    "dataReleaseMaintenancePlan", "personalSensitiveInformation", "dataSocialImpact", "dataBiases",
    "dataLimitations", "dataUseCases"};

bool isRaiName(std::string_view name)
{
    return std::find(kRaiNames.begin(), kRaiNames.end(), name) != kRaiNames.end()
        || name == "hasSyntheticData"; // of no version yet, but asked for
}

class StrictCheck {
public:
    StrictCheck(const JsonldGraph& graph, IssueList& issues)
        : m_graph(graph)
        , m_issues(issues)
    {
    }

    void run(const Node& root)
    {
        for (const Subject& subject : m_graph.subjects()) {
            checkHash(subject, "https://schema.org/sha256", 64);
            for (const char* md5 : {"http://mlcommons.org/croissant/md5",
                     "http://mlcommons.org/schema/md5", "https://schema.org/md5"})
                checkHash(subject, md5, 32);
            for (const char* url : {"https://schema.org/url", "https://schema.org/sameAs"})
                checkAddress(subject, url);
            checkContentUrl(subject);
            checkRai(subject);
        }
        if (const Subject* const dataset = m_graph.dataset())
            checkLicenses(*dataset);
        checkPrefixes(root);
    }

private:
    void checkHash(const Subject& subject, const char* iri, std::size_t digits)
    {
        for (const Value& value : subject.values(iri)) {
            if (value.kind != Value::Kind::Node && !isHex(value.text, digits)) {
                m_issues.add("CR-80", Level::Error, value.at,
                    {std::string(iri).substr(std::string_view(iri).rfind('/') + 1) + " has not "
                        + std::to_string(digits) + " hexadecimal digits"},
                    {"compute it again from the file"}, std::to_string(subject.number) + iri);
            }
        }
    }

    void checkAddress(const Subject& subject, const char* iri)
    {
        for (const Value& value : subject.values(iri)) {
            if (value.kind == Value::Kind::Text && !isAddress(value.text)) {
                m_issues.add("CR-81", Level::Error, value.at, {shown(value.text), " is no address"},
                    {"write it whole, with https://"});
            }
        }
    }

    /// A path below the file is fine, but for white space.
    void checkContentUrl(const Subject& subject)
    {
        for (const Value& value : subject.values("https://schema.org/contentUrl")) {
            const bool isPath = value.text.find(':') == std::string_view::npos
                && value.text.find_first_of("\t\n\r") == std::string_view::npos;
            if (value.kind == Value::Kind::Text && !isPath && !isAddress(value.text)) {
                m_issues.add("CR-81", Level::Error, value.at,
                    {shown(value.text), " is neither an address nor a path"},
                    {"write the whole address, or a path that begins where this file is"});
            }
        }
    }

    void checkLicenses(const Subject& dataset)
    {
        const std::string url = "https://schema.org/url";
        for (const Value& value : dataset.values("https://schema.org/license")) {
            std::string_view text = value.text;
            if (value.kind == Value::Kind::Node) {
                const std::vector<Value>& urls = value.node->values(url);
                text = urls.empty() ? std::string_view(value.node->id) : urls.front().text;
            }
            const auto meaning
                = license::resolveLicense(std::string(text.substr(0, license::kMaxNameBytes)));
            if (!meaning.isDetermined()
                || meaning.expression.find("LicenseRef-") != std::string::npos) {
                m_issues.add("CR-82", Level::Warning, value.at,
                    {"the licence ", shown(text), " is none that SPDX lists"},
                    {"write its address there, such as https://spdx.org/licenses/CC-BY-4.0"});
            }
        }
    }

    void checkRai(const Subject& subject)
    {
        for (const auto& [iri, values] : subject.properties) {
            if (iri.substr(0, kRaiTerms.size()) != kRaiTerms)
                continue;
            const std::string_view name = iri.substr(kRaiTerms.size());
            if (!isRaiName(name)) {
                m_issues.add("CR-74", Level::Error, values.front().at,
                    {"RAI has no property ", shown(name)}, {"write the name of the specification"});
            }
        }
    }

    /// Prefixes that no key, type, id or term needs.
    void checkPrefixes(const Node& root)
    {
        const std::set<std::string_view> standard{"sc", "cr", "ml", "rai", "dct", "prov", "schema"};
        const Node* const context = root.find("@context");
        std::set<std::string, std::less<>> unused;
        for (const auto& [name, term] : m_graph.context().terms()) {
            if (term.isPrefix && standard.count(name) == 0 && name.substr(0, 1) != "@")
                unused.insert(name);
        }
        if (!unused.empty())
            markUsed(root, unused);
        for (const std::string& name : unused) {
            m_issues.add("CR-83", Level::Warning, context->find(name),
                {"nothing needs the prefix ", shown(name)}, {"remove it"});
        }
    }

    static void markUsed(const Node& node, std::set<std::string, std::less<>>& unused)
    {
        const auto mark = [&unused](std::string_view text) {
            const auto found = unused.find(text.substr(0, text.find(':')));
            if (found != unused.end() && text.find(':') != std::string_view::npos)
                unused.erase(found);
        };
        if (node.isText())
            mark(node.text);
        for (const Node& item : node.items)
            markUsed(item, unused);
        for (const Node::Member& member : node.members) {
            mark(member.key);
            markUsed(member.value, unused);
        }
    }

    const JsonldGraph& m_graph;
    IssueList& m_issues;
};

} // namespace

void lintStrict(const Node& root, const JsonldGraph& graph, IssueList& issues)
{
    StrictCheck(graph, issues).run(root);
}

} // namespace cupel::lint
