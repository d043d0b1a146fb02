#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "core/lint/croissant_builder.h"
#include "core/lint/croissant_graph.h"
#include "core/lint/croissant_notes.h"
#include "core/lint/croissant_spec.h"
#include "core/lint/issue_list.h"
#include "core/lint/jsonld_graph.h"
#include "core/lint/lint.h"
#include "core/lint/lint_card.h"

namespace cupel::lint {

namespace {

using documents::Document;
using documents::Node;
using documents::Problem;
using documents::ProblemKind;

/// CR-01 and CR-02; false where nothing else can be looked at.
bool hasReadableRoot(const Document& document, IssueList& issues)
{
    for (const Problem& problem : document.problems) {
        if (problem.kind == ProblemKind::NotCroissant)
            continue;
        issues.addAt("CR-01", Level::Error, problem.at, {base::DataText::document(problem.message)},
            {base::DataText::document(problem.hint)});
        return false;
    }
    if (hasByteOrderMark(document)) {
        issues.addAt("CR-01", Level::Error, {1, 1}, {"a byte order mark stands before the JSON"},
            {"save the file as UTF-8 without it"});
        return false;
    }
    if (!document.fields.isMap()) {
        issues.add("CR-01", Level::Error, nullptr, {"the file is no JSON object"},
            {"write one object with \"@context\" and \"@type\""});
        return false;
    }
    const Node* const context = document.fields.find("@context");
    if (context && !context->isMap()) {
        issues.add("CR-02", Level::Error, context, {"\"@context\" is no object"},
            {"copy the context of the Croissant specification into the file"});
        return false;
    }
    return true;
}

bool holdsWhiteSpace(std::string_view text)
{
    constexpr std::array<std::string_view, 20> kBeyondAscii{"\xC2\x85", "\xC2\xA0", "\xE1\x9A\x80",
        "\xE2\x80\x80", "\xE2\x80\x81", "\xE2\x80\x82", "\xE2\x80\x83", "\xE2\x80\x84",
        "\xE2\x80\x85", "\xE2\x80\x86", "\xE2\x80\x87", "\xE2\x80\x88", "\xE2\x80\x89",
        "\xE2\x80\x8A", "\xE2\x80\xA8", "\xE2\x80\xA9", "\xE2\x80\xAF", "\xE2\x81\x9F",
        "\xE3\x80\x80", "\x1C"};
    return text.find_first_of(" \t\n\r\f\v\x1D\x1E\x1F") != std::string_view::npos
        || std::any_of(kBeyondAscii.begin(), kBeyondAscii.end(),
            [text](std::string_view space) { return text.find(space) != std::string_view::npos; });
}

/// CR-05 for every "@id" of the file, also where it is no id of a node.
void checkIds(const Node& map, IssueList& issues)
{
    for (const Node::Member& member : map.members) {
        const Node& value = member.value;
        if (member.key == "@id" && !value.isText()) {
            issues.add("CR-05", Level::Error, &value, {"an \"@id\" is no text"}, {"write a text"});
            throw Stopped{};
        }
        if (member.key == "@id" && holdsWhiteSpace(value.text)) {
            issues.add("CR-05", Level::Error, &value,
                {"the \"@id\" ", shown(value.text), " holds white space"},
                {"write - or _ in its place, and where it is referred to"});
        }
        checkIds(value, issues);
        for (const Node& item : value.items)
            checkIds(item, issues);
    }
}

/// CR-10: the version that the dataset says it is of.
Version versionOf(const Subject& dataset, IssueList& issues)
{
    constexpr std::array<std::pair<std::string_view, Version>, 3> kVersions{
        {{"http://mlcommons.org/croissant/0.8", Version::V08},
            {"http://mlcommons.org/croissant/1.0", Version::V10},
            {"http://mlcommons.org/croissant/1.1", Version::V11}}};
    const std::vector<Value>& values = dataset.values(kConformsTo);
    for (const Value& value : values) {
        for (const auto& [address, version] : kVersions) {
            if (value.kind == Value::Kind::Text && value.text == address)
                return version;
        }
    }
    if (values.size() > 1 || (values.size() == 1 && isTrue(values.front()))) {
        issues.add("CR-10", Level::Error, values.front().at,
            {"conformsTo ", shown(PropertyReader::idOf(values.front())),
                " is no version of Croissant"},
            {"write http://mlcommons.org/croissant/1.1, character for character"});
    }
    return Version::V08;
}

void requireDataset(const JsonldGraph& graph, IssueList& issues)
{
    if (graph.context().fault()) {
        issues.add("CR-02", Level::Error, graph.context().fault(),
            {"a part of \"@context\" is no text"}, {"write an address, or a word with a prefix"});
        throw Stopped{};
    }
    if (graph.wrongLanguage()) {
        issues.add("CR-03", Level::Error, graph.wrongLanguage(),
            {"a text has a language that is no language tag"},
            {"write a tag such as en or pt-BR, there or as \"@language\" of the context"});
        throw Stopped{};
    }
    if (graph.isEmpty()) {
        issues.add("CR-06", Level::Error, nullptr, {"the document says nothing"},
            {"describe the dataset; without @vocab in the context no key means anything"});
        throw Stopped{};
    }
    if (!graph.dataset()) {
        issues.add("CR-04", Level::Error, nullptr,
            {"nothing here is of type https://schema.org/Dataset"},
            {"bind @vocab and sc to https://schema.org/, and write \"@type\": \"sc:Dataset\""});
        throw Stopped{};
    }
}

/// What mlcroissant finds, in its order.
void lintAsTool(
    const Document& document, const JsonldGraph& graph, Profile profile, IssueList& issues)
{
    try {
        checkIds(document.fields, issues);
        requireDataset(graph, issues);
        const Subject& dataset = *graph.dataset();
        const Words words(versionOf(dataset, issues));
        PropertyReader reader(graph, words, issues);
        addNotes(reader, document.fields, dataset,
            profile == Profile::Strict ? Level::Error : Level::Note);
        checkReferences(reader, dataset);
        const std::vector<Value>& live = dataset.values(words.croissant("isLiveDataset"));
        const bool isLive = live.size() > 1 || (live.size() == 1 && isTrue(live.front()));
        const bool isTool = profile == Profile::Tool || profile == Profile::Neurips;
        const Sources sources = isTool ? Sources::AsTool : Sources::AsSpecified;
        checkGraph(reader, CroissantBuilder(reader, sources, isLive).dataset(dataset));
    } catch (const Stopped&) {
        return; // mlcroissant looks no further either
    }
}

} // namespace

Verdict lintCroissant(const Document& document, Profile profile)
{
    IssueList issues;
    if (hasReadableRoot(document, issues)) {
        const JsonldGraph graph(document.fields);
        lintAsTool(document, graph, profile, issues);
        if (profile == Profile::Spec || profile == Profile::Strict)
            lintSpec(document.fields, issues);
        if (profile == Profile::Strict)
            lintStrict(document.fields, graph, issues);
        if (profile == Profile::Neurips)
            lintNeurips(document.fields, issues);
    }
    issues.locate(document.fields);
    return issues.verdict(profile);
}

} // namespace cupel::lint
