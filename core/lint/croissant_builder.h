#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "core/lint/croissant_nodes.h"
#include "core/lint/property_reader.h"

namespace cupel::lint {

/// What is expected of references that mlcroissant cannot read although the specification allows
/// them.
enum class Sources { AsTool, AsSpecified };

/// Makes Croissant's nodes out of the graph and checks each of them by itself.
class CroissantBuilder {
public:
    CroissantBuilder(const PropertyReader& reader, Sources sources, bool isLive)
        : m_reader(reader)
        , m_words(reader.words())
        , m_sources(sources)
        , m_isLive(isLive)
    {
    }

    /// Throws Stopped where mlcroissant would break off.
    DatasetNode dataset(const Subject& subject);

private:
    using Read = PropertyReader::Read;
    using Tagged = PropertyReader::Tagged;
    /// Words of the property that holds an origin, and what follows where it cannot be read.
    struct OriginPlace {
        std::string_view property;
        bool isOfField = false; ///< mlcroissant breaks off later on
    };

    // Of the dataset.
    void checkVersions(const Subject& subject, const DatasetNode& node);
    void checkDates(const Subject& subject, const DatasetNode& node);
    bool checkLicense(const Subject& subject, const DatasetNode& node);
    void checkRecommended(const Subject& subject, const DatasetNode& node, bool hasLicense);
    void checkAgents(const Subject& subject, std::string_view property);
    void checkWorks(const Subject& subject, std::string_view property);

    // Resources.
    ResourceNode fileObject(const Subject& subject, const CroissantNode& parent);
    ResourceNode fileSet(const Subject& subject, const CroissantNode& parent);
    std::vector<ResourceNode::Container> containers(const Subject& subject);

    // Record sets and fields.
    RecordSetNode recordSet(const Subject& subject, const CroissantNode& parent);
    void checkData(const Subject& subject, RecordSetNode& node);
    void checkRecords(const documents::Node& data, const documents::Node& at, RecordSetNode& node);
    void checkExamples(const Subject& subject);
    FieldNode field(const Subject& subject, const CroissantNode* parent, std::size_t depth);
    void checkAnnotations(const Subject& subject, std::size_t depth);
    std::vector<FieldNode> subFields(
        const Subject& subject, const CroissantNode& parent, std::size_t depth);
    void checkValue(const Subject& subject, FieldNode& node);
    void checkArray(const Subject& subject, const FieldNode& node);

    // Sources.
    Origin origin(const Subject& subject, OriginPlace place);
    Origin originOf(const Subject& subject, bool isOfField);
    void checkParentField(const Subject& subject);
    void checkExtract(const Subject& subject, Origin& origin, bool isOfField);
    void checkTransforms(const Subject& subject);
    void checkTransform(const Subject& subject);

    /// Name, id and trail of a node; checks the name.
    void begin(CroissantNode& node, const Subject& subject, const CroissantNode* parent,
        const char* kind, bool isFile);
    void checkName(const CroissantNode& node, const Tagged& name);
    void requireId(const CroissantNode& node, const char* rule);
    /// Errors of nodes with the same trail and parameters are one, as mlcroissant has it.
    void error(const char* rule, const CroissantNode& node, const documents::Node* at,
        base::Sentence message, base::Sentence fix, std::string_view parameters = {});

    const PropertyReader& m_reader;
    Words m_words;
    Sources m_sources;
    bool m_isLive;
    std::size_t m_built = 0;
};

} // namespace cupel::lint
