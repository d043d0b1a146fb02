#include "core/exports/card_body.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

#include "core/base/number.h"
#include "core/card/datasheet.h"
#include "core/card/prose.h"
#include "core/documents/markdown_text.h"
#include "core/exports/nodes.h"

namespace cupel::exports {

namespace {

using documents::Node;

struct Heading {
    int level = 2;
    const char* title = "";
    /// Further names that are written under this title.
    std::array<std::string_view, 2> alike{};
};

/// The template of 2020-2022, with the sections that only the one of 2023 has.
constexpr std::array<Heading, 37> kHeadings{{
    {2, "Dataset Description"},
    {3, "Dataset Summary"},
    {3, "Supported Tasks and Leaderboards", {"supported tasks"}},
    {3, "Languages"},
    {2, "Uses"},
    {3, "Direct Use"},
    {3, "Out-of-Scope Use"},
    {2, "Dataset Structure"},
    {3, "Data Instances"},
    {3, "Data Fields"},
    {3, "Data Splits"},
    {2, "Dataset Creation"},
    {3, "Curation Rationale"},
    {3, "Source Data"},
    {4, "Initial Data Collection and Normalization"},
    {4, "Data Collection and Processing"},
    {4, "Who are the source language producers?"},
    {4, "Who are the source data producers?"},
    {3, "Annotations"},
    {4, "Annotation process"},
    {4, "Who are the annotators?"},
    {3, "Personal and Sensitive Information"},
    {2, "Considerations for Using the Data"},
    {3, "Social Impact of Dataset"},
    {3, "Discussion of Biases"},
    {3, "Other Known Limitations"},
    {3, "Bias, Risks, and Limitations"},
    {3, "Recommendations"},
    {2, "Additional Information"},
    {3, "Dataset Curators"},
    {3, "Licensing Information", {"license", "licence"}},
    {3, "Citation Information", {"citation", "citation [optional]"}},
    {3, "Contributions"},
    {3, "Glossary", {"glossary [optional]"}},
    {3, "More Information", {"more information [optional]"}},
    {3, "Dataset Card Authors"},
    {3, "Dataset Card Contact"},
}};

struct Label {
    std::string_view name; ///< of the routes
    const char* shown;
};
constexpr std::array<Label, 13> kLabels{{{"homepage", "Homepage"}, {"repository", "Repository"},
    {"paper", "Paper"}, {"leaderboard", "Leaderboard"}, {"point of contact", "Point of Contact"},
    {"curated by", "Curated by"}, {"funded by", "Funded by"}, {"shared by", "Shared by"},
    {"demo", "Demo"}, {"version", "Version"}, {"languages", "Languages"},
    {"language(s) (nlp)", "Language(s) (NLP)"}, {"license", "License"}}};

/// Fields that one document answers as a whole: another one's words beside them would repeat it.
constexpr std::array<std::string_view, 3> kSingle{
    "card.summary", "use.intended.citation", "authorship.owners.authors"};

/// A person or organisation in one line.
std::string agentText(const Node& agent)
{
    std::string text = labelOf(agent);
    for (const char* const name : {"email", "url"}) {
        const Node* const more = agent.find(name);
        if (more && more->isText() && more->text != text)
            text += " (" + more->text + ")";
    }
    return text;
}

std::string markdownLine(const std::string& plain)
{
    std::string line = documents::markdownOf(plain);
    std::replace(line.begin(), line.end(), '\n', ' ');
    return line;
}

bool isAgents(std::string_view key)
{
    return key == "authorship.owners.authors" || key == "authorship.publishers.organizations";
}

std::string agentsText(const Answer& answer)
{
    if (answer.value->isMap())
        return markdownLine(agentText(*answer.value));
    std::string text;
    for (const Node& agent : answer.value->items)
        text += (text.empty() ? "" : ", ") + markdownLine(agentText(agent));
    return text;
}

/// The fields of a record set as a list.
std::string fieldList(const Node& set)
{
    std::string text;
    const auto add = [&text](const Node& field) {
        const Node* const name = field.find("name");
        const Node* const types = field.find("dataType");
        const Node* const description = field.find("description");
        text += (text.empty() ? "- " : "\n- ")
            + markdownLine(name ? labelOf(*name) : labelOf(field))
            + (types ? " (" + markdownLine(labelOf(*types)) + ")" : "");
        if (description && !labelOf(*description).empty())
            text += ": " + markdownLine(labelOf(*description));
    };
    const Node* const fields = set.find("field");
    if (fields && fields->isMap())
        add(*fields);
    for (std::size_t i = 0; fields && i < fields->items.size(); ++i)
        add(fields->items[i]);
    return text;
}

std::string columnList(const reports::DatasetReport& dataset)
{
    std::string text;
    for (const counts::ColumnDescription& column : dataset.description.columns) {
        const std::string role = dataset.roles.roleOf(column.name);
        text += (text.empty() ? "- " : "\n- ") + markdownLine(column.name) + " ("
            + std::string(table::typeName(column.type)) + (role.empty() ? "" : ", " + role) + ", "
            + base::formatInteger(column.profile.missing) + " missing)";
    }
    return text;
}

std::string splitList(const reports::DatasetReport& dataset, const reports::PrivacyView& view)
{
    std::string text;
    for (const reports::SplitReport& split : dataset.splits) {
        text += (text.empty() ? "- " : "\n- ") + markdownLine(view.show(split.name)) + " ("
            + base::formatInteger(split.rows) + (split.rows == 1 ? " row)" : " rows)");
    }
    return text;
}

std::string marks(int level)
{
    return std::string(static_cast<std::size_t>(level), '#');
}

std::string headingLine(int level, std::string_view title)
{
    return marks(level) + " " + std::string(title) + "\n\n";
}

/// Whether an answer is of use to programs alone.
bool isForPrograms(const Answer& answer)
{
    const std::string name = answer.property.substr(0, answer.property.find('/'));
    if (answer.property == "recordSet/description")
        return false;
    return name == "dataset_info" || name == "configs" || name == "size_categories"
        || name == "distribution" || name == "recordSet";
}

} // namespace

std::string CardBody::title()
{
    std::string title;
    const auto own = m_book.under(Vocabulary::Heading, "#");
    m_book.carryWhole(own);
    if (!own.empty())
        title = markdownLine(m_book.plainLine(*own.front()));
    for (const Answer& answer : m_book.of("card.title")) {
        const std::string other = markdownLine(m_book.plainLine(answer));
        title = title.empty() ? other : title;
        if (other == title)
            m_book.carry(answer);
        else
            m_book.refuse(answer, "the dataset has another title already");
    }
    return title.empty() ? markdownLine(m_book.source().name) : title;
}

std::string CardBody::labelledLines(std::initializer_list<Vocabulary> except)
{
    std::string lines;
    for (const Label& label : kLabels) {
        std::vector<std::string> texts;
        const auto own = m_book.under(Vocabulary::Bullet, label.name);
        for (const Answer* const answer : own)
            texts.push_back(m_book.markdownLine(*answer));
        m_book.carryWhole(own);
        for (const card::Route& route : card::bulletRoutes()) {
            if (!own.empty() || route.name != label.name || !route.isWritten)
                continue;
            for (const Answer* const answer : m_book.others(route.key, except)) {
                texts.push_back(answer->value && isAgents(route.key)
                        ? agentsText(*answer)
                        : m_book.markdownLine(*answer));
                m_book.carry(*answer);
            }
        }
        texts = withoutRepeats(std::move(texts));
        for (const std::string& text : texts)
            lines += "- **" + std::string(label.shown) + ":** " + text + "\n";
    }
    return lines;
}

std::string CardBody::section(std::string_view heading, int level)
{
    const std::string name = card::lowered(heading);
    std::vector<std::string> texts;
    std::vector<std::string_view> names{name};
    for (const Heading& one : kHeadings) {
        if (heading == one.title)
            std::copy_if(one.alike.begin(), one.alike.end(), std::back_inserter(names),
                [](std::string_view alike) { return !alike.empty(); });
    }
    for (const std::string_view own : names) {
        const auto answers = m_book.under(Vocabulary::Heading, own);
        for (const Answer* const answer : answers)
            texts.push_back(m_book.markdown(*answer, level));
        m_book.carryWhole(answers);
    }
    const reports::DatasetReport* const dataset = m_book.source().dataset;
    if (texts.empty() && name == "data fields") {
        for (const Answer& answer : m_book.of("distribution.record_sets")) {
            if (!dataset && answer.vocabulary == Vocabulary::Croissant && answer.value) {
                texts.push_back(fieldList(*answer.value));
                m_book.carry(answer);
            }
        }
        if (dataset)
            texts.push_back(columnList(*dataset));
        if (!joinedParagraphs(texts).empty())
            m_book.carry("examples.fields", Vocabulary::Croissant);
    }
    if (texts.empty() && name == "data splits" && dataset && !dataset->roles.split.empty())
        texts.push_back(splitList(*dataset, m_book.source().view));
    const bool isMeasured = name == "data fields" || name == "data splits";
    for (const card::Route& route : card::headingRoutes()) {
        if (route.name != name || !route.isWritten)
            continue;
        const bool isSingle = std::find(kSingle.begin(), kSingle.end(), route.key) != kSingle.end();
        for (const Answer* const answer : m_book.others(
                 route.key, {Vocabulary::FrontMatter, Vocabulary::Heading, Vocabulary::Bullet})) {
            const bool isCounted = answer->file.empty() && answer->vocabulary == Vocabulary::None;
            if ((isCounted && (dataset || isMeasured)) || isForPrograms(*answer))
                continue;
            if (isSingle && !texts.empty()) {
                m_book.refuse(*answer, "the card says this already, in other words");
                continue;
            }
            texts.push_back(answer->value && isAgents(route.key) ? agentsText(*answer)
                                                                 : m_book.markdown(*answer, level));
            m_book.carry(*answer);
        }
    }
    return joinedParagraphs(withoutRepeats(std::move(texts)));
}

std::string CardBody::hubCard()
{
    std::string text = "# Dataset Card for " + title() + "\n";
    std::vector<const Heading*> pending; // parents without text of their own
    for (const Heading& heading : kHeadings) {
        std::string body = section(heading.title, heading.level);
        if (std::string_view(heading.title) == "Dataset Description") {
            const std::string lines
                = labelledLines({Vocabulary::FrontMatter, Vocabulary::Heading, Vocabulary::Bullet});
            body = lines + (lines.empty() || body.empty() ? "" : "\n") + body;
        }
        while (!pending.empty() && pending.back()->level >= heading.level)
            pending.pop_back();
        if (body.empty()) {
            pending.push_back(&heading);
            continue;
        }
        for (const Heading* const parent : pending)
            text += "\n" + marks(parent->level) + " " + parent->title + "\n";
        pending.clear();
        text += "\n" + headingLine(heading.level, heading.title) + body;
        text += text.ends_with('\n') ? "" : "\n";
    }
    return text;
}

std::string CardBody::question(std::string_view number)
{
    constexpr int kLevel = 3;
    std::vector<std::string> texts;
    const auto own = m_book.under(Vocabulary::Datasheet, number);
    for (const Answer* const answer : own)
        texts.push_back(m_book.markdown(*answer, kLevel));
    m_book.carryWhole(own);
    for (const std::string& key : card::keysOfQuestion(number)) {
        // A field goes under the first of its questions.
        if (card::model().find(key)->questions.front() != number)
            continue;
        for (const Answer* const answer : m_book.others(key, {Vocabulary::Datasheet})) {
            if (isForPrograms(*answer))
                continue;
            const bool isAgent = answer->value && isAgents(key);
            texts.push_back(isAgent ? agentsText(*answer) : m_book.markdown(*answer, kLevel));
            m_book.carry(*answer);
        }
    }
    return joinedParagraphs(withoutRepeats(std::move(texts)));
}

std::string CardBody::furtherSections()
{
    std::string text;
    for (const Answer* const answer : m_book.under(Vocabulary::Datasheet, "0")) {
        // "**Title**", a blank line, the text.
        const std::string block = m_book.source().view.showWhole(answer->text);
        const std::size_t end = block.find("**\n");
        if (!block.starts_with("**") || end == std::string::npos)
            continue;
        Answer body = *answer;
        body.text = {base::DataText::document(std::string(card::trimmed(block.substr(end + 2))))};
        text += "\n" + headingLine(2, documents::inertMarkdownLine(block.substr(2, end - 2)))
            + m_book.markdown(body, 2) + "\n";
        m_book.carry(*answer);
    }
    for (const Heading& heading : kHeadings) {
        std::vector<std::string> texts;
        const std::string name = card::lowered(heading.title);
        for (const std::string_view one :
            {std::string_view(name), heading.alike[0], heading.alike[1]}) {
            for (const Answer* const answer : m_book.under(Vocabulary::Heading, one)) {
                if (!m_book.isCarried(*answer))
                    texts.push_back(m_book.markdown(*answer, 2));
                m_book.carry(*answer);
            }
        }
        if (!texts.empty())
            text += "\n" + headingLine(2, heading.title) + joinedParagraphs(texts) + "\n";
    }
    return text;
}

std::string CardBody::datasheet()
{
    std::string text = "# Datasheet for " + title() + "\n";
    const std::string lines = labelledLines(
        {Vocabulary::FrontMatter, Vocabulary::Heading, Vocabulary::Bullet, Vocabulary::Datasheet});
    if (!lines.empty())
        text += "\n" + lines;
    if (const std::string summary = section("Dataset Summary", 1); !summary.empty())
        text += "\n" + summary + "\n";
    std::string_view open;
    for (const card::DatasheetQuestion& question : card::datasheetQuestions()) {
        const std::string answer = this->question(question.number);
        if (answer.empty())
            continue;
        const std::string_view section = card::datasheetSection(question.number);
        if (section != open)
            text += "\n" + std::string("## ") + std::string(section) + "\n";
        open = section;
        text += "\n"
            + headingLine(3, std::string(question.number) + " " + std::string(question.title))
            + answer + "\n";
    }
    return text + furtherSections();
}

} // namespace cupel::exports
