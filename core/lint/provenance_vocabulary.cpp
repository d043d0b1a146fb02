#include "core/lint/provenance_vocabulary.h"

#include <utility>

#include "core/documents/json_reader.h"

namespace cupel::lint {

namespace {

using documents::Node;
using Type = ProvenanceAttribute::Type;

std::map<std::string, LicenseUse, std::less<>> usesOf(const Node& map)
{
    std::map<std::string, LicenseUse, std::less<>> uses;
    for (const Node::Member& member : map.members) {
        const auto isSet
            = [&](std::size_t i) { return member.value.items[i].text != "0"; }; // 1 or unknown
        uses[member.key] = {member.value.items[0].text, isSet(1), isSet(2)};
    }
    return uses;
}

ProvenanceVocabulary readVocabulary()
{
    ProvenanceVocabulary all;
    const auto root = documents::readJson(kProvenanceText);
    for (const Node::Member& member : root->members) {
        if (member.key == "licenses")
            all.licenses = usesOf(member.value);
        else if (member.key == "custom")
            all.custom = usesOf(member.value);
        else
            for (const Node& item : member.value.items)
                all.values[member.key].insert(item.text);
    }
    return all;
}

} // namespace

const ProvenanceVocabulary& provenanceVocabulary()
{
    static const ProvenanceVocabulary all = readVocabulary();
    return all;
}

// data_summaries/_template_spec.yaml of the Data Provenance Collection.
const std::array<ProvenanceAttribute, 26> kProvenanceAttributes{{{"Unique Dataset Identifier",
                                                                     Type::Text, true, true},
    {"Dataset Name", Type::Text, true, true}, {"Collection", Type::Text, true, true},
    {"Collection URL", Type::Text, true, true}, {"Dataset URL", Type::Text, true, true},
    {"GitHub URL", Type::Text, true, false}, {"Hugging Face URL", Type::Text, true, false},
    {"Paper Title", Type::Text, true, false}, {"Papers with Code URL", Type::Text, true, false},
    {"ArXiv URL", Type::Text, true, false},
    {"Semantic Scholar Corpus ID", Type::Integer, true, false}, {"Bibtex", Type::Text, true, false},
    {"Languages", Type::List, true, true}, {"Task Categories", Type::List, true, true},
    {"Text Topics", Type::List, false, true}, {"Format", Type::List, true, true},
    {"Text Metrics", Type::Nested, false, false}, {"Text Sources", Type::List, true, false},
    {"Model Generated", Type::List, true, false}, {"Human Annotation", Type::Text, true, true},
    {"Derived from Datasets", Type::List, true, false}, {"Creators", Type::List, true, false},
    {"Licenses", Type::Nested, false, false}, {"License Notes", Type::Text, true, false},
    {"License Verified By", Type::Text, true, false},
    {"Dataset Filter IDs", Type::List, true, true}}};

} // namespace cupel::lint
