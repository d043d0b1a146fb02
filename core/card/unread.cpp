#include "core/card/unread.h"

#include <algorithm>
#include <array>
#include <span>
#include <string_view>

#include "core/card/fill_datasheet.h"
#include "core/card/filler.h"
#include "core/card/prose.h"
#include "core/documents/croissant_plain.h"

namespace cupel::card {
namespace {

using documents::Document;
using documents::DocumentKind;
using documents::Node;
using documents::Section;

bool isRouted(std::span<const Route> routes, std::string_view name)
{
    return std::any_of(
        routes.begin(), routes.end(), [name](const Route& route) { return route.name == name; });
}

void addSections(const Document& document, std::vector<UnreadPart>& parts)
{
    if (isDatasheet(document))
        return;
    int routed = 0; // level of the known heading that the sections below belong to
    for (const Section& section : document.sections) {
        if (routed > 0 && section.level > routed)
            continue;
        routed = answersField(section) ? section.level : 0;
        const std::string title = lowered(trimmed(section.title));
        if (section.level > 1 && routed == 0 && !isPlaceholder(section.body)
            && title != "table of contents")
            parts.push_back({"section " + section.title, section.at.line});
    }
}

} // namespace

std::vector<UnreadPart> unreadParts(const Document& document)
{
    std::vector<UnreadPart> parts;
    if (document.kind == DocumentKind::Card) {
        for (const Node::Member& member : document.fields.members) {
            if (!isRouted(frontMatterRoutes(), member.key))
                parts.push_back({"front matter " + member.key, member.at.line});
        }
        addSections(document, parts);
    } else if (document.kind == DocumentKind::Croissant) {
        constexpr std::array<std::string_view, 4> kOthers{
            "@type", "@id", "distribution", "recordSet"};
        for (const Node::Member& member : documents::plainCroissant(document.fields).members) {
            if (!isRouted(croissantRoutes(), member.key)
                && std::find(kOthers.begin(), kOthers.end(), member.key) == kOthers.end())
                parts.push_back({"property " + member.key, member.at.line});
        }
    }
    return parts;
}

} // namespace cupel::card
