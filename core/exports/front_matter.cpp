#include "core/exports/front_matter.h"

#include <algorithm>
#include <array>
#include <utility>

#include "core/card/prose.h"
#include "core/card/size_category.h"
#include "core/exports/answer_book.h"
#include "core/exports/declared_data.h"
#include "core/exports/declared_tables.h"
#include "core/exports/hub_features.h"
#include "core/exports/languages.h"
#include "core/exports/licenses.h"
#include "core/exports/nodes.h"

namespace cupel::exports {

namespace {

using documents::Node;

/// Members of the front matter in the order they are written.
constexpr std::array<std::string_view, 27> kMembers{"language", "language_bcp47",
    "language_details", "license", "license_name", "license_link", "license_details", "pretty_name",
    "annotations_creators", "language_creators", "multilinguality", "size_categories",
    "source_datasets", "task_categories", "task_ids", "paperswithcode_id", "tags", "dataset_info",
    "configs", "train-eval-index", "gated", "extra_gated_heading", "extra_gated_description",
    "extra_gated_prompt", "extra_gated_fields", "extra_gated_button_content",
    "extra_gated_eu_disallowed"};

/// Whether two values say the same, wherever they stand.
bool isSame(const Node& one, const Node& other)
{
    if (one.text != other.text || one.items.size() != other.items.size()
        || one.members.size() != other.members.size())
        return false;
    for (std::size_t i = 0; i < one.items.size(); ++i) {
        if (!isSame(one.items[i], other.items[i]))
            return false;
    }
    return std::all_of(
        one.members.begin(), one.members.end(), [&other](const Node::Member& member) {
            const Node* const found = other.find(member.key);
            return found && isSame(member.value, *found);
        });
}

/// Whether the loader takes a file for a table of text, which the endings of its name tell it.
bool isTableFile(std::string_view file)
{
    const std::string name = card::lowered(file);
    for (std::size_t at = name.find('.'); at != std::string::npos; at = name.find('.', at + 1)) {
        const std::string ending = name.substr(at, name.find('.', at + 1) - at);
        if (ending == ".csv" || ending == ".tsv")
            return true;
    }
    return false;
}

/// A path as a pattern that it alone fits.
std::string patternOf(const std::string& path)
{
    std::string pattern;
    for (const char c : path) {
        const bool isMark = c == '*' || c == '?' || c == '[';
        pattern += isMark ? "[" + std::string(1, c) + "]" : std::string(1, c);
    }
    return pattern;
}

bool isWebAddress(std::string_view path)
{
    return path.find("://") != std::string_view::npos;
}

class FrontMatterWriter {
public:
    explicit FrontMatterWriter(AnswerBook& book)
        : m_book(book)
        , m_source(book.source())
    {
    }

    Node members()
    {
        if (m_source.dataset)
            settleDeclared(m_book);
        for (const std::string_view member : kMembers) {
            Node value = valueOf(member);
            const bool isMeasured = m_source.dataset && member == "dataset_info" && !value.isList();
            if (isMeasured)
                value = measuredInfo();
            else if (value.isNull())
                value = made(member);
            if (!value.isNull())
                m_members.push_back({std::string(member), std::move(value)});
        }
        return mapNode(std::move(m_members));
    }

private:
    Node valueOf(std::string_view member)
    {
        if (m_source.dataset && member == "size_categories")
            return sizes();
        if (member == "license")
            return license();
        const bool isOfLicense = member == "license_name" || member == "license_link";
        if (!isOfLicense || !m_namesLicense)
            return own(member);
        for (const Answer* const answer : m_book.under(Vocabulary::FrontMatter, member)) {
            if (!m_book.isCarried(*answer))
                m_book.refuse(*answer, "the licences that the documents state take its place");
        }
        return {};
    }

    /// What the front matter of a document said; null where it did not.
    Node own(std::string_view member)
    {
        const auto answers = m_book.under(Vocabulary::FrontMatter, member);
        m_book.carryWhole(answers);
        for (const card::Route& route : card::frontMatterRoutes()) {
            if (route.name == member && route.isWritten && !answers.empty()) {
                m_book.refuseOthers(route.key,
                    {Vocabulary::FrontMatter, Vocabulary::Heading, Vocabulary::Bullet},
                    "the front matter says this already");
            }
        }
        for (const Answer* const answer : answers) {
            if (answer->value)
                return *answer->value;
            return textNode(m_book.plain(*answer));
        }
        return {};
    }

    Node made(std::string_view member)
    {
        if (member == "language")
            return languages(isLanguageCode);
        if (member == "language_bcp47")
            return languages([](std::string_view tag) { return !isLanguageCode(tag); });
        if (member == "pretty_name")
            return title();
        if (member == "source_datasets")
            return items("provenance.collection.derived_from");
        if (member == "tags")
            return items("identity.keywords");
        if (member == "dataset_info")
            return declaredInfo();
        if (member == "configs")
            return m_source.dataset ? measuredConfig() : declaredConfig();
        return {};
    }

    static Node sized(std::int64_t rows)
    {
        return listNode({textNode(std::string(card::sizeCategory(rows)))});
    }

    Node sizes()
    {
        const Node said = own("size_categories");
        Node counted = sized(m_source.dataset->description.rows);
        if (!said.isNull() && said.text != counted.items.front().text && !isSame(said, counted)) {
            m_book.note("size_categories",
                "the card states another size; that of the rows that were counted takes its place");
        }
        return counted;
    }

    template <typename Take> Node languages(Take take)
    {
        std::vector<Node> codes;
        std::vector<std::string> others;
        for (const Answer& answer : m_book.of("identity.languages")) {
            std::vector<std::string> words;
            const std::vector<std::string> tags
                = languageCodes(answer, m_book.plain(answer), &words);
            if (answer.vocabulary != Vocabulary::FrontMatter && !tags.empty())
                others.insert(others.end(), words.begin(), words.end());
            for (const std::string& tag : tags) {
                const bool isKnown = std::any_of(codes.begin(), codes.end(),
                    [&tag](const Node& one) { return one.text == tag; });
                if (take(tag) && !isKnown)
                    codes.push_back(textNode(tag));
            }
            if (!tags.empty())
                m_book.carry(answer);
        }
        if (!m_namesWords)
            noteWords(m_book, std::move(others));
        m_namesWords = true;
        return codes.empty() ? Node{} : listNode(std::move(codes));
    }

    Node license()
    {
        const auto answers = m_book.under(Vocabulary::FrontMatter, "license");
        const std::vector<StatedLicense> stated = statedLicenses(m_source.licenses);
        const LicensesBeside beside = licensesBeside(m_source.licenses);
        if (!answers.empty() && (beside.licenses.empty() || !beside.isFrontMatterDetermined))
            return ownLicense(beside);
        if (stated.size() > 1)
            m_book.note("license", "the documents state different licences; the card names all");
        for (const Answer& answer : m_book.of("license.declared")) {
            const bool isOther
                = answer.vocabulary == Vocabulary::FrontMatter && answer.property != "license";
            if (stated.empty())
                m_book.refuse(answer, "it names no licence for certain");
            else if (!isOther)
                m_book.carry(answer);
        }
        return licenseNode(stated);
    }

    /// The words of the front matter, where no other document names another licence or they name
    /// none that is known.
    Node ownLicense(const LicensesBeside& beside)
    {
        Node said = own("license");
        m_book.refuseOthers("license.declared",
            {Vocabulary::FrontMatter, Vocabulary::Heading, Vocabulary::Bullet},
            "the front matter states a licence already");
        if (!beside.licenses.empty()) {
            m_book.note("license",
                "the front matter has words of its own, which stand; other documents state "
                    + joinedLicenses(beside.licenses));
        }
        return said;
    }

    /// Ids of the Hub; where it lacks one, "other" with a name that holds all.
    Node licenseNode(const std::vector<StatedLicense>& stated)
    {
        std::vector<Node> ids;
        for (const StatedLicense& one : stated) {
            const std::string id = hubLicense(one.expression);
            if (!id.empty())
                ids.push_back(textNode(id));
        }
        if (ids.size() < stated.size()) {
            const std::string name = joinedLicenses(stated);
            m_members.push_back({"license", textNode("other")});
            m_members.push_back({"license_name", textNode(name)});
            if (const std::string address = licenseAddress(name); address != name)
                m_members.push_back({"license_link", textNode(address)});
            m_namesLicense = true;
            return {};
        }
        if (ids.size() == 1)
            return ids.front();
        return ids.empty() ? Node{} : listNode(std::move(ids));
    }

    Node title()
    {
        for (const Answer& answer : m_book.of("card.title")) {
            m_book.carry(answer);
            return textNode(m_book.plainLine(answer));
        }
        return textNode(m_source.name);
    }

    /// Texts of a field, the items of lists apart.
    Node items(std::string_view key)
    {
        std::vector<std::string> texts;
        for (const Answer* const answer : m_book.others(key, {Vocabulary::FrontMatter})) {
            if (answer->value && answer->value->isList()) {
                for (const Node& item : answer->value->items)
                    texts.push_back(labelOf(item));
            } else if (answer->value) {
                texts.push_back(labelOf(*answer->value));
            } else if (key == "provenance.collection.derived_from") {
                for (std::string& address : addressesIn(m_book.plain(*answer)))
                    texts.push_back(std::move(address));
            } else {
                texts.push_back(m_book.plainLine(*answer));
            }
            if (texts.empty())
                m_book.refuse(*answer, "it names no other dataset by an address or an id");
            else
                m_book.carry(*answer);
        }
        std::vector<Node> nodes;
        for (std::string& text : withoutRepeats(std::move(texts)))
            nodes.push_back(textNode(std::move(text)));
        return nodes.empty() ? Node{} : listNode(std::move(nodes));
    }

    Node measuredInfo()
    {
        std::vector<Node> features;
        for (const counts::ColumnDescription& column : m_source.dataset->description.columns) {
            features.push_back(mapNode(
                {{"name", textNode(column.name)}, {"dtype", textNode(hubType(column.type))}}));
        }
        std::vector<std::pair<std::string, Node>> info;
        info.emplace_back("features", listNode(std::move(features)));
        info.emplace_back("download_size", numberNode(m_source.dataset->input.bytes));
        for (const char* const key : {"examples.fields", "distribution.splits",
                 "extended_use.ml.splits", "overview.snapshot"})
            m_book.carry(key, Vocabulary::Croissant);
        Node counted = mapNode(std::move(info));
        noteInfo(counted);
        return counted;
    }

    /// What the loader does not take of the columns, and what the card said of them.
    void noteInfo(const Node& counted)
    {
        const auto& columns = m_source.dataset->description.columns;
        if (std::any_of(columns.begin(), columns.end(), [](const counts::ColumnDescription& one) {
                return one.type == table::ColumnType::DateTime;
            })) {
            m_book.note("dataset_info.features",
                "times are texts there, since the loader of the Hub reads none with a zone or with "
                "fractions of seconds");
        }
        if (!m_source.dataset->roles.split.empty()) {
            m_book.note("dataset_info.splits",
                "the splits stand in one file, which the loader of the Hub takes for one split");
        }
        const auto answers = m_book.under(Vocabulary::FrontMatter, "dataset_info");
        m_book.carryWhole(answers);
        if (answers.empty() || !answers.front()->value)
            return;
        std::string replaced;
        for (const Node::Member& member : answers.front()->value->members) {
            const Node* const made = counted.find(member.key);
            if (!made || !isSame(member.value, *made))
                replaced += (replaced.empty() ? "" : ", ") + member.key;
        }
        if (!replaced.empty())
            m_book.note("dataset_info", "what was counted takes the place of its " + replaced);
    }

    /// One configuration that reads the audited file as it was read.
    Node measuredConfig()
    {
        constexpr std::uint64_t kNoQuotes = 3; // QUOTE_NONE of Python's csv
        const readers::ImportReport& input = m_source.dataset->input;
        std::vector<std::pair<std::string, Node>> config{
            {"config_name", textNode("default")}, {"data_files", textNode(patternOf(input.file))}};
        if (input.dialect.delimiter != ",")
            config.emplace_back("sep", textNode(input.dialect.delimiter));
        if (input.dialect.quote == '\0')
            config.emplace_back("quoting", numberNode(kNoQuotes));
        else if (input.dialect.quote != '"')
            config.emplace_back("quotechar", textNode(std::string(1, input.dialect.quote)));
        if (m_source.hasOtherHeader())
            config.emplace_back("header", numberNode(0)); // which the names replace
        if (!input.dialect.hasHeader || m_source.hasOtherHeader()) {
            std::vector<Node> names;
            for (const counts::ColumnDescription& column : m_source.dataset->description.columns)
                names.push_back(textNode(column.name));
            config.emplace_back("names", listNode(std::move(names)));
        }
        addMissing(config);
        if (!isTableFile(input.file)) {
            m_book.note("configs",
                "the loader of the Hub tells tables by their names, which end in .csv or .tsv; it "
                "refuses this one or reads it as something else");
        }
        m_book.carry("access.download", Vocabulary::Croissant);
        return listNode({mapNode(std::move(config))});
    }

    /// Texts that were read as missing cells.
    void addMissing(std::vector<std::pair<std::string, Node>>& config)
    {
        std::vector<Node> texts;
        bool areOfColumns = false;
        for (const auto& [column, missing] : m_source.dataset->roles.missing) {
            areOfColumns |= column != "*";
            for (const std::string& text : missing) {
                if (column == "*")
                    texts.push_back(textNode(text));
            }
        }
        if (!texts.empty())
            config.emplace_back("na_values", listNode(std::move(texts)));
        if (areOfColumns) {
            m_book.note("configs",
                "texts that mean missing in single columns are left out; the loader of the Hub "
                "takes "
                "those of all columns");
        }
    }

    /// Features of the record sets that Croissant reads from columns.
    Node declaredInfo()
    {
        std::vector<Node> tables;
        for (const Answer& answer : m_book.of("distribution.record_sets")) {
            if (answer.vocabulary != Vocabulary::Croissant || !answer.value)
                continue;
            DeclaredTable table = declaredTable(*answer.value);
            if (table.features.empty())
                continue;
            m_book.carry(answer);
            m_book.carry("examples.fields", Vocabulary::Croissant);
            tables.push_back(mapNode({{"config_name", textNode(table.name)},
                {"features", listNode(std::move(table.features))}}));
            m_tables.push_back(std::move(table));
        }
        if (tables.size() == 1) {
            tables.front().members.erase(tables.front().members.begin());
            m_tables.front().name = "default";
        }
        if (tables.empty())
            return {};
        return tables.size() == 1 ? tables.front() : listNode(std::move(tables));
    }

    /// The file of each table, where the loader can read it from where the card stands, or from an
    /// address; of a dataset without tables its one file.
    Node declaredConfig()
    {
        if (m_tables.empty())
            m_tables.push_back({"default", {}, {}});
        std::vector<Node> configs;
        for (const DeclaredTable& table : m_tables) {
            std::vector<const Answer*> files;
            for (const Answer& answer : m_book.of("distribution.files")) {
                const bool isOf = table.file.empty() || idOf(answer) == table.file;
                if (answer.vocabulary == Vocabulary::Croissant && answer.value && isOf)
                    files.push_back(&answer);
            }
            if (files.size() != 1)
                continue;
            const Node* const url = files.front()->value->find("contentUrl");
            if (!url || files.front()->value->find("containedIn") || !isDataPath(url->text))
                continue;
            m_book.carryWhole(files);
            configs.push_back(mapNode({{"config_name", textNode(table.name)},
                {"data_files",
                    textNode(isWebAddress(url->text) ? url->text : patternOf(url->text))}}));
        }
        return configs.empty() ? Node{} : listNode(std::move(configs));
    }

    static std::string idOf(const Answer& file)
    {
        const Node* const id = file.value ? file.value->find("@id") : nullptr;
        return id ? id->text : std::string();
    }

    AnswerBook& m_book;
    const Source& m_source;
    std::vector<std::pair<std::string, Node>> m_members;
    std::vector<DeclaredTable> m_tables;
    bool m_namesWords = false; ///< those among languages that are no codes
    bool m_namesLicense = false; ///< license_name and license_link are written
};

} // namespace

Node frontMatter(AnswerBook& book)
{
    return FrontMatterWriter(book).members();
}

} // namespace cupel::exports
