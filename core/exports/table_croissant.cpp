#include "core/exports/table_croissant.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <utility>

#include <nlohmann/json.hpp>

#include "core/card/prose.h"
#include "core/exports/croissant_words.h"
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

std::string lastPart(const std::string& address)
{
    return address.substr(address.find_last_of('/') + 1);
}

/// What a Croissant file beside the data says about the audited file and its columns.
struct Declared {
    const Node* file = nullptr;
    std::map<std::string, std::string> descriptions; ///< by column
};

void readFields(const Node& set, Declared& declared)
{
    const Node* const fields = set.find("field");
    if (!fields)
        return;
    for (const Node& field : fields->items) {
        const Node* const column = field.path("source", "extract", "column");
        const std::string description = textOf(field, "description");
        if (!description.empty())
            declared.descriptions.emplace(
                column ? column->text : textOf(field, "name"), description);
    }
}

Declared declaredOf(const AnswerBook& book, const std::string& file)
{
    Declared declared;
    for (const Answer& answer : book.of("distribution.files")) {
        if (answer.vocabulary != Vocabulary::Croissant || !answer.value || declared.file)
            continue;
        const Node& one = *answer.value;
        const std::string sha256 = textOf(one, "sha256");
        const bool isSame
            = lastPart(textOf(one, "contentUrl")) == file || textOf(one, "name") == file;
        if (isSame && (sha256.empty() || card::lowered(sha256) == book.source().sha256))
            declared.file = &one;
    }
    for (const Answer& answer : book.of("distribution.record_sets")) {
        if (answer.vocabulary == Vocabulary::Croissant && answer.value)
            readFields(*answer.value, declared);
    }
    return declared;
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
        , m_declared(declaredOf(book, m_dataset.input.file))
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
        if (!m_dataset.input.dialect.hasHeader) {
            m_book.note("recordSet",
                "the file has no header, which Croissant cannot say: its readers look for the "
                "names "
                "of the columns in the first row");
        }
    }

private:
    Json file() const
    {
        const readers::ImportReport& input = m_dataset.input;
        const std::string declared = m_declared.file ? textOf(*m_declared.file, "contentUrl") : "";
        Json file{{"@type", "cr:FileObject"}, {"@id", m_fileId}, {"name", input.file}};
        if (m_declared.file && !textOf(*m_declared.file, "description").empty())
            file["description"] = textOf(*m_declared.file, "description");
        file["contentUrl"] = declared.empty() ? idPart(input.file) : declared;
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
        Json maximum
            = statistic("maximum", reports::numberJson(numbers->max), "sc:Float", kMaximum);
        maximum["equivalentProperty"] = "sc:maxValue";
        statistics.push_back(std::move(maximum));
    }

    AnswerBook& m_book;
    const reports::DatasetReport& m_dataset;
    Declared m_declared;
    std::string m_fileId;
};

} // namespace

void addTable(AnswerBook& book, Json& dataset)
{
    TableWriter(book).addTo(dataset);
}

} // namespace cupel::exports
