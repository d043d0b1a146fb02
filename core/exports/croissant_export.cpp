#include <algorithm>
#include <iterator>
#include <set>
#include <utility>

#include <nlohmann/json.hpp>

#include "core/card/prose.h"
#include "core/documents/croissant_names.h"
#include "core/exports/answer_book.h"
#include "core/exports/croissant_data.h"
#include "core/exports/croissant_properties.h"
#include "core/exports/croissant_words.h"
#include "core/exports/export.h"
#include "core/exports/languages.h"
#include "core/exports/licenses.h"
#include "core/license/resolution.h"
#include "core/reports/json_text.h"

namespace cupel::exports {

namespace {

using documents::Node;
using Json = nlohmann::ordered_json;

constexpr const char* kRai = "http://mlcommons.org/croissant/RAI/1.0";

class CroissantWriter {
public:
    explicit CroissantWriter(const Source& source)
        : m_book(source)
        , m_source(source)
    {
    }

    Export write()
    {
        Json body{{"@type", "sc:Dataset"}};
        if (const auto ids = m_book.under(Vocabulary::Croissant, "@id"); !ids.empty()) {
            body["@id"] = m_book.plain(*ids.front());
            m_book.carryWhole(ids);
        }
        for (const CroissantProperty& property : croissantProperties())
            addProperty(property, body);
        addName(body);
        addConformance(body);
        CroissantData data(m_book);
        data.addTo(body);
        Json json{{"@context", croissantContext(language(), m_hasLanguageMaps)}};
        for (auto& [key, value] : body.items())
            json[key] = std::move(value);
        noteMissing(json);
        return {reports::jsonText(json), m_book.notes("Croissant")};
    }

private:
    void addProperty(const CroissantProperty& property, Json& body)
    {
        Json value;
        if (property.name == "conformsTo")
            value = conformsTo();
        else if (property.name == "license")
            value = license();
        else if (property.name == "sdDatePublished")
            value = m_source.date.empty() ? Json() : Json(m_source.date);
        else
            value = valueOf(property);
        if (!value.is_null() && !(value.is_array() && value.empty()))
            body[std::string(property.name)] = std::move(value);
    }

    /// What Croissant said, then what other documents and the counts say.
    Json valueOf(const CroissantProperty& property)
    {
        Json values = Json::array();
        bool wasList = false;
        const auto own = m_book.under(Vocabulary::Croissant, property.name);
        for (const Answer* const answer : own)
            addOwn(property, *answer, values, wasList);
        m_book.carryWhole(own);
        const bool isMany = property.shape == Shape::Texts || property.shape == Shape::Addresses
            || property.shape == Shape::Languages;
        if (own.empty() || isMany)
            addOthers(property, values);
        else
            refuseOthers(property);
        if (values.empty())
            return nullptr;
        return values.size() == 1 && !wasList ? values.front() : values;
    }

    void addOwn(
        const CroissantProperty& property, const Answer& answer, Json& values, bool& wasList)
    {
        Json value = answer.value ? inContext(*answer.value) : Json(m_book.plain(answer));
        wasList |= value.is_array();
        const auto add = [&](Json one) {
            if (one.is_number()) // texts, for every reader
                one = answer.value && !answer.value->isList() ? answer.value->text : one.dump();
            if (property.shape == Shape::People || property.shape == Shape::Organizations)
                one = agent(std::move(one), property.shape);
            const bool isMap = one.is_object() && !one.contains("@type") && !one.contains("@id")
                && !one.contains("@value");
            m_hasLanguageMaps
                |= isMap && (property.name == "name" || property.name == "description");
            values.push_back(std::move(one));
        };
        if (value.is_array())
            std::for_each(value.begin(), value.end(), add);
        else
            add(std::move(value));
    }

    /// A person or an organisation has a type; the model of the card says which it asks for.
    Json agent(Json value, Shape shape)
    {
        const char* const type = shape == Shape::People ? "sc:Person" : "sc:Organization";
        if (value.is_string())
            return Json{{"@type", type}, {"name", value.get<std::string>()}};
        if (!value.is_object() || value.contains("@type"))
            return value;
        Json typed{{"@type", type}};
        for (auto& [key, member] : value.items())
            typed[key] = std::move(member);
        return typed;
    }

    void addOthers(const CroissantProperty& property, Json& values)
    {
        std::vector<std::string> texts;
        for (const card::Route& route : card::croissantRoutes()) {
            if (route.name != property.name || !route.isWritten)
                continue;
            for (const Answer& answer : m_book.of(route.key)) {
                if (answer.vocabulary != Vocabulary::Croissant
                    && !isElsewhere(property, route.key, answer))
                    addTexts(property, answer, texts);
            }
        }
        for (const Json& value : values) {
            if (value.is_string())
                std::erase(texts, value.get<std::string>());
        }
        texts = withoutRepeats(std::move(texts));
        if (texts.empty())
            return;
        const bool isOne = property.shape == Shape::First || property.shape == Shape::Address
            || property.shape == Shape::Version || property.shape == Shape::Dates;
        if (property.shape == Shape::Text)
            texts = {joinedParagraphs(texts)};
        else if (isOne)
            texts.resize(1);
        const bool isAgent
            = property.shape == Shape::People || property.shape == Shape::Organizations;
        for (const std::string& text : texts)
            values.push_back(isAgent ? agent(text, typeOf(text, property.shape)) : Json(text));
    }

    void refuseOthers(const CroissantProperty& property)
    {
        for (const card::Route& route : card::croissantRoutes()) {
            if (route.name != property.name || !route.isWritten)
                continue;
            m_book.refuseOthers(route.key, {Vocabulary::Croissant},
                "a Croissant file beside the data says this already");
        }
    }

    /// "original" is no raw data: source_datasets answers another property. Questions of datasheets
    /// answer many fields; one of them is the first for each field.
    static bool isElsewhere(
        const CroissantProperty& property, std::string_view key, const Answer& answer)
    {
        if (answer.vocabulary == Vocabulary::Datasheet)
            return card::model().find(key)->questions.front() != answer.property
                || isBroader(property, answer);
        return answer.property == "source_datasets" && property.name != "prov:wasDerivedFrom";
    }

    /// Who creates a dataset is not thereby its publisher, and errors in the data are not those of
    /// its labels.
    static bool isBroader(const CroissantProperty& property, const Answer& answer)
    {
        return (property.name == "publisher" && answer.property == "1.2")
            || (property.name == "rai:dataAnnotationAnalysis" && answer.property == "2.9");
    }

    /// Who is also named as a team is an organisation.
    Shape typeOf(const std::string& name, Shape shape) const
    {
        const auto& teams = m_book.of("authorship.owners.teams");
        const bool isTeam = std::any_of(teams.begin(), teams.end(), [&](const Answer& team) {
            // Datasheets ask for people and teams in one question.
            return team.vocabulary != Vocabulary::Datasheet && m_book.plainLine(team) == name;
        });
        return isTeam ? Shape::Organizations : shape;
    }

    void addTexts(
        const CroissantProperty& property, const Answer& answer, std::vector<std::string>& texts)
    {
        const std::size_t before = texts.size();
        const std::string text = m_book.plain(answer);
        const auto add = [&](std::vector<std::string> more, const char* otherwise) {
            if (more.empty())
                m_book.refuse(answer, otherwise);
            std::move(more.begin(), more.end(), std::back_inserter(texts));
        };
        switch (property.shape) {
        case Shape::Text:
            texts.push_back(text);
            break;
        case Shape::Texts:
            add(itemsOf(property, answer),
                property.name == "prov:wasDerivedFrom"
                    ? "it names no other dataset by an address or an id"
                    : "it is no list of texts");
            break;
        case Shape::First:
        case Shape::People:
        case Shape::Organizations:
            texts.push_back(m_book.plainLine(answer));
            break;
        case Shape::Address:
        case Shape::Addresses:
            add(addressesIn(text), "Croissant takes an address of http or https there");
            break;
        case Shape::Languages: {
            std::vector<std::string> words;
            std::vector<std::string> codes = languageCodes(answer, text, &words);
            if (!codes.empty())
                noteWords(m_book, std::move(words));
            add(std::move(codes), "Croissant takes codes of languages there");
            break;
        }
        case Shape::Version:
            add(isVersion(text) ? std::vector{text} : std::vector<std::string>{},
                "it is no version such as 1.2.0");
            break;
        case Shape::Dates:
            add(isDates(text) ? std::vector{text} : std::vector<std::string>{},
                "Croissant takes a date or an interval such as 2020/2022 there");
            break;
        case Shape::None:
            return;
        }
        if (texts.size() > before)
            m_book.carry(answer);
    }

    /// The items of a list, else the text. "original" and "extended" are words of dataset cards.
    std::vector<std::string> itemsOf(const CroissantProperty& property, const Answer& answer) const
    {
        const bool isOfIds = property.name == "prov:wasDerivedFrom";
        if ((!answer.value || !answer.value->isList()) && isOfIds)
            return addressesIn(m_book.plain(answer));
        if (!answer.value || !answer.value->isList())
            return {m_book.plain(answer)};
        std::vector<std::string> items;
        for (const Node& item : answer.value->items) {
            std::string text = item.isScalar() ? item.text : std::string();
            if (isOfIds) {
                constexpr std::string_view kExtended = "extended|";
                if (text == "original" || text == "extended")
                    text.clear();
                else if (text.starts_with(kExtended))
                    text.erase(0, kExtended.size());
            }
            if (!text.empty())
                items.push_back(std::move(text));
        }
        return items;
    }

    Json conformsTo()
    {
        constexpr std::string_view kVersions = "http://mlcommons.org/croissant/";
        const std::string version = std::string(kVersions) + "1.1";
        std::vector<std::string> all{version};
        const auto own = m_book.under(Vocabulary::Croissant, "conformsTo");
        for (const Answer* const answer : own) {
            std::vector<std::string> named{m_book.plain(*answer)};
            if (answer->value && answer->value->isList()) {
                named.clear();
                for (const Node& item : answer->value->items)
                    named.push_back(item.text);
            }
            for (std::string& one : named) {
                if (!one.starts_with(kVersions) || one == kRai)
                    all.push_back(std::move(one));
            }
        }
        m_book.carryWhole(own);
        all = withoutRepeats(std::move(all));
        return all.size() == 1 ? Json(all.front()) : Json(all);
    }

    /// What Croissant declares, as it does so, then what other documents state.
    Json license()
    {
        Json values = Json::array();
        const auto own = m_book.under(Vocabulary::Croissant, "license");
        for (const Answer* const answer : own) {
            const Json value
                = answer->value ? inContext(*answer->value) : Json(m_book.plain(*answer));
            if (value.is_array())
                values.insert(values.end(), value.begin(), value.end());
            else
                values.push_back(value);
        }
        std::set<std::string> known;
        for (const Json& value : values) {
            if (value.is_string())
                known.insert(license::resolveLicense(value.get<std::string>()).expression);
        }
        const std::vector<StatedLicense> stated = statedLicenses(m_source.licenses);
        for (const StatedLicense& one : stated) {
            const bool isSaid = one.isOfCroissant && !own.empty();
            if (!isSaid && !known.contains(one.expression))
                values.push_back(licenseAddress(one.expression));
        }
        if (stated.size() > 1) {
            m_book.note("license",
                "the documents state different licences; Croissant holds all of them, which reads "
                "as if all applied");
        }
        for (const Answer& answer : m_book.of("license.declared")) {
            if (values.empty())
                m_book.refuse(answer, "it names no licence for certain");
            else
                m_book.carry(answer);
        }
        return values.size() == 1 ? values.front() : values;
    }

    /// Whose terms the export uses, from wherever the answers come.
    static void addConformance(Json& body)
    {
        const bool hasRai = std::any_of(body.items().begin(), body.items().end(),
            [](const auto& item) { return item.key().starts_with("rai:"); });
        Json& conformance = body["conformsTo"];
        if (!hasRai || conformance.dump().find(kRai) != std::string::npos)
            return;
        if (!conformance.is_array())
            conformance = Json::array({conformance});
        conformance.push_back(kRai);
    }

    void addName(Json& body)
    {
        if (body.contains("name"))
            return;
        Json named{{"@type", "sc:Dataset"}, {"name", m_source.name}};
        for (auto& [key, value] : body.items()) {
            if (key != "@type")
                named[key] = std::move(value);
        }
        body = std::move(named);
    }

    std::string language()
    {
        const auto own = m_book.under(Vocabulary::Croissant, "@language");
        m_book.carryWhole(own);
        return own.empty() ? "en" : m_book.plain(*own.front());
    }

    /// What Croissant requires and nobody states.
    void noteMissing(const Json& json)
    {
        std::string missing;
        for (const char* const name :
            {"name", "description", "url", "license", "creator", "datePublished", "distribution"}) {
            if (!json.contains(name))
                missing += (missing.empty() ? "" : ", ") + std::string(name);
        }
        if (!missing.empty()) {
            m_book.note(missing,
                std::string("Croissant requires it and ")
                    + (m_source.isReadWhole ? "no document states it"
                                            : "nothing that could be read states it")
                    + "; it is left out rather than made up");
        }
    }

    AnswerBook m_book;
    const Source& m_source;
    bool m_hasLanguageMaps = false;
};

} // namespace

Export croissant(const Source& source)
{
    return CroissantWriter(source).write();
}

} // namespace cupel::exports
