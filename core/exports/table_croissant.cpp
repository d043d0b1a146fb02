#include "core/exports/table_croissant.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <utility>

#include <nlohmann/json.hpp>

#include "core/card/prose.h"
#include "core/exports/croissant_words.h"
#include "core/exports/declared_data.h"
#include "core/reports/json_parts.h"

namespace cupel::exports {

namespace {

using documents::Node;
using Json = nlohmann::ordered_json;

constexpr const char* kRows = "rows";
constexpr const char* kSplits = "splits";

std::string textOf(const Node& node, const char* name)
{
    const Node* const found = node.find(name);
    return found && found->isText() ? found->text : std::string();
}

Json reference(const std::string& id)
{
    return {{"@id", id}};
}

/// A summary statistic as a Field with a value, as section "Representing Descriptive Statistics" of
/// the specification writes it.
Json statistic(const std::string& name, Json value, const char* valueType, const char* meaning)
{
    return {{"@type", "cr:Field"}, {"name", name}, {"dataType", Json::array({valueType, meaning})},
        {"value", std::move(value)}};
}

class TableWriter {
public:
    explicit TableWriter(AnswerBook& book)
        : m_book(book)
        , m_dataset(*book.source().dataset)
        , m_declared(declaredData(book))
        , m_fileId(idPart(m_dataset.input.file))
    {
    }

    void addTo(Json& dataset)
    {
        dataset["distribution"] = Json::array({file()});
        Json sets = Json::array();
        if (hasSplits())
            sets.push_back(splits());
        sets.push_back(rows());
        dataset["recordSet"] = std::move(sets);
        noteReading();
    }

private:
    /// What readers of Croissant would read otherwise than the audit did.
    void noteReading()
    {
        const readers::ImportReport& input = m_dataset.input;
        if (!input.dialect.hasHeader) {
            m_book.note("recordSet",
                "the file has no header, which Croissant cannot say: its readers look for the "
                "names of the columns in the first row");
        } else if (m_book.source().hasOtherHeader()) {
            m_book.note("recordSet",
                "columns have names here that the header of the file does not have, since they "
                "were "
                "given or it leaves some out or repeats them; readers of Croissant look for names "
                "in the header");
        }
        if (!m_dataset.roles.missing.empty()) {
            m_book.note("distribution",
                "texts were read as missing cells that Croissant cannot name; its readers take "
                "them "
                "for values");
        }
        if (input.dialect.delimiter != "," && input.dialect.delimiter != "\t") {
            m_book.note("distribution",
                "the delimiter of the file is '" + input.dialect.delimiter
                    + "', which Croissant cannot say: its readers cut rows at commas");
        }
        if (input.dialect.quote != '"') {
            m_book.note("distribution",
                "the file was read with "
                    + (input.dialect.quote == '\0'
                            ? std::string("no quotes")
                            : "the quote " + std::string(1, input.dialect.quote))
                    + ", which Croissant cannot say: its readers take double ones");
        }
        if (isNamedByItself() && idPart(input.file) != input.file) {
            m_book.note("distribution",
                "contentUrl is the name of the file as it is, since mlcroissant opens it as a "
                "path; "
                "readers that want an address need it percent-encoded");
        }
    }

    /// Whether no Croissant file states an address of the data.
    bool isNamedByItself() const
    {
        return !m_declared.file || textOf(*m_declared.file, "contentUrl").empty();
    }

    Json file() const
    {
        const readers::ImportReport& input = m_dataset.input;
        Json file{{"@type", "cr:FileObject"}, {"@id", m_fileId}, {"name", input.file}};
        if (m_declared.file && !textOf(*m_declared.file, "description").empty())
            file["description"] = textOf(*m_declared.file, "description");
        file["contentUrl"]
            = isNamedByItself() ? input.file : textOf(*m_declared.file, "contentUrl");
        file["contentSize"] = std::to_string(input.bytes) + " B";
        file["encodingFormat"]
            = input.dialect.delimiter == "\t" ? "text/tab-separated-values" : "text/csv";
        if (!m_book.source().sha256.empty())
            file["sha256"] = m_book.source().sha256;
        return file;
    }

    bool hasSplits() const { return !m_dataset.roles.split.empty(); }

    /// Ids of record sets stand apart from that of the file, which may have any name.
    std::string setId(const char* name) const
    {
        return m_fileId == name ? std::string(name) + "-" : name;
    }

    static const char* splitClass(const std::string& name)
    {
        const std::string word = card::lowered(name);
        if (word == "train" || word == "training")
            return "cr:TrainingSplit";
        if (word == "validation" || word == "valid" || word == "val" || word == "dev")
            return "cr:ValidationSplit";
        return word == "test" || word == "testing" ? "cr:TestSplit" : nullptr;
    }

    Json splits() const
    {
        const std::string id = setId(kSplits);
        const auto& all = m_dataset.splits;
        const bool isKnown = std::all_of(all.begin(), all.end(),
            [](const reports::SplitReport& split) { return splitClass(split.name.raw()); });
        Json fields = Json::array({{{"@type", "cr:Field"}, {"@id", id + "/name"}, {"name", "name"},
            {"dataType", "sc:Text"}}});
        if (isKnown) {
            fields.push_back({{"@type", "cr:Field"}, {"@id", id + "/url"}, {"name", "url"},
                {"dataType", "sc:URL"}});
        }
        fields.push_back({{"@type", "cr:Field"}, {"@id", id + "/rows"}, {"name", "rows"},
            {"description", "Rows of the split."}, {"dataType", "sc:Integer"}});
        Json data = Json::array();
        for (const reports::SplitReport& split : all) {
            const std::string name = m_book.source().view.show(split.name);
            Json row{{id + "/name", name}};
            if (isKnown)
                row[id + "/url"] = splitClass(split.name.raw());
            row[id + "/rows"] = split.rows;
            data.push_back(std::move(row));
        }
        return {{"@type", "cr:RecordSet"}, {"@id", id}, {"name", id}, {"dataType", "cr:Split"},
            {"key", reference(id + "/name")}, {"field", std::move(fields)},
            {"data", std::move(data)}};
    }

    Json rows() const
    {
        const std::string id = setId(kRows);
        Json fields = Json::array();
        for (const counts::ColumnDescription& column : m_dataset.description.columns)
            fields.push_back(field(column, id));
        Json set{{"@type", "cr:RecordSet"}, {"@id", id}, {"name", id}};
        if (std::string description = contents(); !description.empty())
            set["description"] = std::move(description);
        if (!m_dataset.roles.id.empty())
            set["key"] = reference(id + "/" + idPart(m_dataset.roles.id));
        set["annotation"] = Json::array({statistic("count", m_dataset.description.rows,
            "sc:Integer", "http://www.wikidata.org/entity/Q4049983")});
        set["field"] = std::move(fields);
        return set;
    }

    /// What one row stands for, as the documents say it.
    std::string contents() const
    {
        std::vector<std::string> texts;
        for (const Answer& answer : m_book.of("overview.content")) {
            if (m_book.isCarried(answer))
                continue;
            texts.push_back(m_book.plain(answer));
            m_book.carry(answer);
        }
        return joinedParagraphs(withoutRepeats(std::move(texts)));
    }

    Json field(const counts::ColumnDescription& column, const std::string& set) const
    {
        Json field{
            {"@type", "cr:Field"}, {"@id", set + "/" + idPart(column.name)}, {"name", column.name}};
        const auto description = m_declared.descriptions.find(column.name);
        if (description != m_declared.descriptions.end())
            field["description"] = description->second;
        field["dataType"] = dataType(column);
        field["source"]
            = {{"fileObject", reference(m_fileId)}, {"extract", {{"column", column.name}}}};
        if (hasSplits() && column.name == m_dataset.roles.split)
            field["references"] = {{"field", reference(setId(kSplits) + "/name")}};
        Json statistics = Json::array();
        addStatistics(column, statistics);
        if (!statistics.empty())
            field["annotation"] = std::move(statistics);
        return field;
    }

    Json dataType(const counts::ColumnDescription& column) const
    {
        constexpr std::array<const char*, 6> kTypes{
            "sc:Text", "sc:Integer", "sc:Float", "sc:Boolean", "sc:Date", "sc:DateTime"};
        const char* const type = kTypes[static_cast<std::size_t>(column.type)];
        const bool isLabel = m_dataset.roles.label && m_dataset.roles.label->column == column.name;
        return isLabel ? Json::array({type, "cr:Label"}) : Json(type);
    }

    /// Mean and range of a number column, as far as the mode of privacy shows them.
    void addStatistics(const counts::ColumnDescription& column, Json& statistics) const
    {
        constexpr const char* kMean
            = "http://rdf-vocabulary.ddialliance.org/cv/SummaryStatisticType/2.1.2/7975ed0";
        constexpr const char* kMaximum
            = "http://rdf-vocabulary.ddialliance.org/cv/SummaryStatisticType/2.1.2/8321e79";
        const auto& numbers = column.profile.numbers;
        if (!numbers)
            return;
        if (numbers->mean.isDefined())
            statistics.push_back(
                statistic("mean", reports::figureJson(numbers->mean), "sc:Float", kMean));
        if (m_book.source().view.mode() == reports::Privacy::Aggregate)
            return;
        constexpr double kFirstRounded = 9007199254740992.0; // 2^53
        if (column.type == table::ColumnType::Integer
            && (numbers->max >= kFirstRounded || numbers->max <= -kFirstRounded)) {
            m_book.note("the largest value of " + column.name,
                "whole numbers of this size were rounded when they were counted");
            return;
        }
        Json maximum
            = statistic("maximum", reports::numberJson(numbers->max), "sc:Float", kMaximum);
        maximum["equivalentProperty"] = "sc:maxValue";
        statistics.push_back(std::move(maximum));
    }

    AnswerBook& m_book;
    const reports::DatasetReport& m_dataset;
    DeclaredData m_declared;
    std::string m_fileId;
};

} // namespace

void addTable(AnswerBook& book, Json& dataset)
{
    TableWriter(book).addTo(dataset);
}

} // namespace cupel::exports
