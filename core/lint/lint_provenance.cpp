#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/lint/issue_list.h"
#include "core/lint/lint.h"
#include "core/lint/provenance_vocabulary.h"

namespace cupel::lint {

namespace {

using documents::Node;
using Type = ProvenanceAttribute::Type;

/// The class of use that several licences come to together; larger is stricter.
enum class Use { Commercial, Unspecified, NonCommercial, AcademicOnly };

const char* useName(Use use)
{
    constexpr std::array<const char*, 4> kNames{
        "commercial", "unspecified", "non-commercial", "academic-only"};
    return kNames.at(static_cast<std::size_t>(use));
}

Use useOf(const LicenseUse& license)
{
    if (license.use == "All")
        return Use::Commercial;
    if (license.use == "Unspecified")
        return Use::Unspecified;
    return license.use == "NC" ? Use::NonCommercial : Use::AcademicOnly;
}

bool saysSomething(const Node& value)
{
    if (value.isList() || value.isMap())
        return !value.items.empty() || !value.members.empty();
    return !value.isNull() && !value.text.empty() && value.text != "0" && value.text != "false";
}

bool fits(const Node& value, Type type)
{
    switch (type) {
    case Type::Text:
        return value.isText();
    case Type::List:
        return value.isList();
    case Type::Integer: {
        const bool areDigits = value.text.find_first_not_of("0123456789") == std::string::npos;
        const bool isInteger = value.kind == Node::Kind::Number
            && value.text.find_first_of(".eE") == std::string::npos;
        return isInteger || value.kind == Node::Kind::Bool || (value.isText() && areDigits);
    }
    case Type::Nested:
        break;
    }
    return true;
}

bool holds(const Node* value, std::string_view part)
{
    return value && value->text.find(part) != std::string::npos;
}

class SummaryCheck {
public:
    SummaryCheck(std::string collection, IssueList& issues)
        : m_collection(std::move(collection))
        , m_issues(issues)
    {
    }

    void run(const Node& root)
    {
        const std::string& first = root.members.front().key;
        const std::string prefix = first.substr(0, first.find('-'));
        for (const Node::Member& member : root.members) {
            m_id = member.key;
            if (member.key.compare(0, prefix.size(), prefix) != 0) {
                error("DP-05", member.value, {shown(m_id), " does not begin with ", shown(prefix)},
                    {"give all datasets of a file the same prefix"});
            }
            if (!member.value.isMap()) {
                error("DP-02", member.value, {shown(m_id), " is no object"},
                    {"write an object with the attributes"});
                continue;
            }
            checkNames(member.value);
            if (isOfTexts(member.value))
                checkSchema(member.value);
            checkUse(member.value);
        }
    }

private:
    void error(const char* rule, const Node& at, base::Sentence message, base::Sentence fix)
    {
        m_issues.add(rule, Level::Error, &at, std::move(message), std::move(fix));
    }

    void checkNames(const Node& entry)
    {
        const Node* const id = entry.find("Unique Dataset Identifier");
        if (id && id->text != m_id) {
            error("DP-06", *id,
                {"the identifier ", shown(id->text), " is not the key ", shown(m_id)},
                {"write the same text in both places"});
        }
        const Node* const collection = entry.find("Collection");
        if (collection && collection->text != m_collection) {
            error("DP-07", *collection,
                {"the collection ", shown(collection->text), " is not the name of the file, ",
                    shown(m_collection)},
                {"rename the file or the collection"});
        }
    }

    /// The schema is that of texts; speech and videos have attributes of their own.
    static bool isOfTexts(const Node& entry)
    {
        constexpr std::array<const char*, 4> kOfOthers{
            "Hours", "Speakers", "Video Hours", "Video Sources"};
        return std::none_of(kOfOthers.begin(), kOfOthers.end(),
            [&](const char* name) { return entry.find(name) != nullptr; });
    }

    void checkSchema(const Node& entry)
    {
        std::string missing;
        for (const ProvenanceAttribute& attribute : kProvenanceAttributes) {
            const Node* const value = entry.find(attribute.name);
            const std::string name(attribute.name);
            if (!value) {
                if (attribute.isRequired)
                    missing += (missing.empty() ? "" : ", ") + name;
                continue;
            }
            if (!fits(*value, attribute.type))
                error("DP-02", *value, {shown(m_id), ": " + name + " has the wrong type"},
                    {attribute.type == Type::List ? "write a list" : "write a text, or digits"});
            if (attribute.isFilled && !saysSomething(*value))
                error("DP-03", *value, {shown(m_id), ": " + name + " is empty"}, {"fill it in"});
        }
        if (!missing.empty()) {
            error("DP-01", entry, {shown(m_id), ": attributes are missing: " + missing},
                {"add them; many may be empty texts or lists"});
        }
        checkUnknown(entry);
        checkValues(entry);
        checkAddresses(entry);
    }

    void checkUnknown(const Node& entry)
    {
        std::string unknown;
        for (const Node::Member& member : entry.members) {
            const bool isKnown = member.key == "Inferred Metadata"
                || std::any_of(kProvenanceAttributes.begin(), kProvenanceAttributes.end(),
                    [&](const ProvenanceAttribute& one) { return one.name == member.key; });
            if (!isKnown)
                unknown += (unknown.empty() ? "" : ", ") + member.key;
        }
        if (!unknown.empty()) {
            error("DP-04", entry, {shown(m_id), ": attributes are not known: ", shown(unknown)},
                {"check their spelling"});
        }
    }

    void checkValues(const Node& entry)
    {
        for (const auto& [name, known] : provenanceVocabulary().values) {
            const Node* const list = entry.find(name);
            for (std::size_t i = 0; list && i < list->items.size(); ++i) {
                const Node& item = list->items[i];
                if (known.count(item.text) == 0) {
                    error("DP-08", item,
                        {shown(m_id), ": " + name + " does not know ", shown(item.text)},
                        {"choose a value of the list, or ask to add it there"});
                }
            }
        }
    }

    void checkAddresses(const Node& entry)
    {
        const Node* const paper = entry.find("ArXiv URL");
        if (paper && saysSomething(*paper) && !holds(paper, "arxiv.org/abs/")
            && !holds(paper, "aclanthology.org")) {
            error("DP-09", *paper, {shown(m_id), ": ArXiv URL is no page of an abstract"},
                {"write an address with arxiv.org/abs/ or aclanthology.org"});
        }
        const Node* const code = entry.find("Papers with Code URL");
        if (code && saysSomething(*code) && !holds(code, "paperswithcode.com/dataset/")) {
            error("DP-09", *code, {shown(m_id), ": Papers with Code URL is no page of a dataset"},
                {"write an address with paperswithcode.com/dataset/"});
        }
    }

    /// What several licences come to; nothing where there is none that is known.
    struct Claim {
        std::optional<Use> use;
        bool needsAttribution = false;
        bool isShareAlike = false;

        std::string words() const
        {
            if (!use)
                return "nothing";
            return std::string(useName(*use)) + (needsAttribution ? ", with attribution" : "")
                + (isShareAlike ? ", share alike" : "");
        }
    };

    void take(Claim& claim, const Node& name, std::string_view url)
    {
        if (!saysSomething(name))
            return;
        const ProvenanceVocabulary& known = provenanceVocabulary();
        LicenseUse license{"?", true, true};
        if (name.text == "Custom") {
            const auto found = known.custom.find(url);
            if (found != known.custom.end())
                license = found->second;
        } else {
            const auto found = known.licenses.find(name.text);
            if (found == known.licenses.end()) {
                error("DP-10", name,
                    {shown(m_id), ": the licence ", shown(name.text),
                        " is not known, so that its use cannot be told"},
                    {"write the name as the list has it, or Custom with its address"});
                return;
            }
            license = found->second;
        }
        claim.use = std::max(claim.use.value_or(Use::Commercial), useOf(license));
        claim.needsAttribution = claim.needsAttribution || license.needsAttribution;
        claim.isShareAlike = claim.isShareAlike || license.isShareAlike;
    }

    void takeAll(Claim& claim, const Node* names)
    {
        if (names && names->isScalar())
            take(claim, *names, {});
        for (std::size_t i = 0; names && i < names->items.size(); ++i)
            take(claim, names->items[i], {});
    }

    void checkUse(const Node& entry)
    {
        Claim audited;
        const Node* const licenses = entry.find("Licenses");
        for (std::size_t i = 0; licenses && i < licenses->items.size(); ++i) {
            const Node* const name = licenses->items[i].find("License");
            const Node* const url = licenses->items[i].find("License URL");
            if (name)
                take(audited, *name, url ? std::string_view(url->text) : std::string_view());
        }
        const Node* const inferred = entry.find("Inferred Metadata");
        const auto claimOf = [&](std::initializer_list<const char*> names) {
            Claim claim;
            for (const char* name : names)
                takeAll(claim, inferred ? inferred->find(name) : nullptr);
            return claim;
        };
        const std::array<std::pair<const char*, Claim>, 3> claims{
            {{"Hugging Face", claimOf({"HF Yaml License", "HF Config License"})},
                {"GitHub", claimOf({"GitHub License"})},
                {"Papers with Code", claimOf({"PwC License Name"})}}};
        std::string words = "licence use: audited " + audited.words();
        for (const auto& [source, claim] : claims) {
            words += std::string("; ") + source + " " + claim.words();
            if (audited.use && claim.use && *claim.use < *audited.use) {
                m_issues.add("DP-11", Level::Warning, licenses,
                    {shown(m_id),
                        std::string(": ") + source + " claims " + useName(*claim.use)
                            + " use, the audit " + useName(*audited.use)},
                    {"keep to what the audit found"});
            }
        }
        m_issues.add("DP-12", Level::Note, &entry, {shown(m_id), ": " + words},
            {"read it beside the licences themselves"});
    }

    std::string m_collection;
    IssueList& m_issues;
    std::string m_id;
};

} // namespace

bool isProvenanceSummary(const documents::Document& document)
{
    const auto& members = document.fields.members;
    return document.kind == documents::DocumentKind::Croissant
        && std::any_of(members.begin(), members.end(), [](const Node::Member& member) {
               return member.value.find("Unique Dataset Identifier") != nullptr;
           });
}

Verdict lintProvenance(const documents::Document& document)
{
    IssueList issues;
    const std::string name = document.file.substr(document.file.find_last_of('/') + 1);
    if (document.fields.isMap() && !document.fields.members.empty())
        SummaryCheck(name.substr(0, name.rfind('.')), issues).run(document.fields);
    issues.locate(document.fields);
    return issues.verdict(Profile::DataProvenance);
}

} // namespace cupel::lint
