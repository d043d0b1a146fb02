#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace cupel::lint {

inline constexpr std::string_view kSchemaOrg = "https://schema.org/";
inline constexpr std::string_view kRaiTerms = "http://mlcommons.org/croissant/RAI/";
inline constexpr std::string_view kConformsTo = "http://purl.org/dc/terms/conformsTo";

/// Versions of Croissant that differ in their words.
enum class Version { V08, V10, V11 };

/// Where a property is at home. Croissant's own words had another address in 0.8.
enum class Vocabulary { Schema, Croissant, Rai, Terms };

/// The addresses of Croissant's words in one version.
class Words {
public:
    explicit Words(Version version)
        : m_version(version)
    {
    }
    bool isOld() const { return m_version == Version::V08; }
    bool isNewest() const { return m_version == Version::V11; }
    Version version() const { return m_version; }

    std::string iri(Vocabulary vocabulary, std::string_view word) const;
    std::string croissant(std::string_view word) const { return iri(Vocabulary::Croissant, word); }
    std::string schema(std::string_view word) const { return iri(Vocabulary::Schema, word); }
    /// FileObject and FileSet, which 0.8 has from schema.org.
    std::string resource(std::string_view word) const
    {
        return isOld() ? schema(word) : croissant(word);
    }
    std::string containedIn() const
    {
        return isNewest() ? croissant("containedIn") : schema("containedIn");
    }
    std::string citeAs() const { return isOld() ? schema("citation") : croissant("citeAs"); }

private:
    Version m_version;
};

/// What a value may be; several may be allowed.
enum TypeBits : unsigned { kText = 1, kBool = 2, kInteger = 4, kNumber = 8, kCreativeWork = 16 };

/// A property of a node whose values mlcroissant checks as they are.
struct PlainProperty {
    std::string_view name;
    Vocabulary vocabulary = Vocabulary::Schema;
    unsigned types = kText;
    bool isMany = false;
    bool isDate = false; ///< a text that must be an ISO 8601 date
    bool isVersion = false; ///< a version, by semantic versioning
};

/// Plain properties by the kind of node. Names, descriptions, citeAs and what holds nodes or ids
/// are not among them.
const std::vector<PlainProperty>& datasetProperties();
const std::vector<PlainProperty>& fileObjectProperties();
const std::vector<PlainProperty>& fileSetProperties();
const std::vector<PlainProperty>& recordSetProperties();
const std::vector<PlainProperty>& fieldProperties();
const std::vector<PlainProperty>& sourceProperties();
const std::vector<PlainProperty>& transformProperties();
const std::vector<PlainProperty>& agentProperties();

/// Whether values can have this data type; others only tell what they mean.
bool isValueType(std::string_view iri);

} // namespace cupel::lint
