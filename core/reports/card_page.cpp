#include "core/reports/card_page.h"

#include <algorithm>

#include "core/base/number.h"
#include "core/reports/card_fields.h"
#include "core/reports/card_parts.h"
#include "core/reports/finding_texts.h"
#include "core/reports/json_report.h"

namespace cupel::reports {
namespace {

using card::State;

class CardPage {
public:
    explicit CardPage(const DatasetReport& dataset)
        : m_dataset(dataset)
        , m_card(*dataset.card)
    {
    }

    Page page()
    {
        addTitle();
        addContradictions();
        addCompleteness();
        for (const std::string& section : sections())
            addSection(section);
        m_page.footer = {"Made by cupel " + std::string(programVersion())
            + ". Answers come from the documents" + (hasPersonAnswers() ? ", from people" : "")
            + " and from counts of the data, each with its source; completeness says how much is "
              "answered, not how well."};
        return std::move(m_page);
    }

private:
    void addTitle()
    {
        m_page.kind = "Data Card";
        m_page.title = {base::DataText::name(m_dataset.name)};
        for (const card::Answer& answer : m_card.find("card.title")->answers) {
            m_page.title = answer.text;
            break;
        }
        m_page.subtitle = {base::DataText::name(m_dataset.input.file)};
    }

    void addCompleteness()
    {
        m_page.add(Heading{2, {std::string("Completeness")}, "completeness"});
        m_page.add(Paragraph{{completenessWords(m_card)}});
        m_page.add(completenessTable(m_card));
        m_page.add(scopeFacts(m_card));
    }

    bool hasPersonAnswers() const
    {
        return std::any_of(
            m_card.fields.begin(), m_card.fields.end(), [](const card::FieldValue& field) {
                return std::any_of(
                    field.answers.begin(), field.answers.end(), [](const card::Answer& answer) {
                        return answer.vocabulary == card::Vocabulary::Person;
                    });
            });
    }

    /// What the documents say and the counts deny, and what is left out.
    void addContradictions()
    {
        const AuditReport* const audit = cardAudit(m_dataset);
        if (!audit || audit->result.findings.empty())
            return;
        m_page.add(Heading{2, {std::string("What to correct")}, "corrections"});
        m_page.add(Paragraph{{claimsWords(m_dataset)}});
        for (const findings::Finding& finding : audit->result.findings) {
            Callout callout;
            callout.tone = toneOf(finding);
            callout.text = finding.message;
            callout.label = finding.rule;
            callout.anchor = finding.id(m_dataset.name);
            callout.facts.push_back({"What to do", finding.remedy, false});
            m_page.add(std::move(callout));
        }
    }

    std::vector<std::string> sections() const
    {
        std::vector<std::string> all;
        for (const card::Field& field : card::model().fields) {
            if (std::find(all.begin(), all.end(), field.section) == all.end())
                all.push_back(field.section);
        }
        return all;
    }

    void addSection(const std::string& section)
    {
        std::vector<Block> blocks;
        std::vector<std::string> open;
        for (std::size_t i = 0; i < m_card.fields.size(); ++i) {
            const card::Field& field = card::model().fields[i];
            const card::FieldValue& value = m_card.fields[i];
            if (field.section != section || (!value.isNeeded && value.state == State::Absent))
                continue;
            if (value.answers.empty())
                open.push_back(field.title + " (" + std::string(levelName(field.level)) + ")");
            else
                addField(field, value, blocks);
        }
        if (blocks.empty() && open.empty())
            return;
        std::string title = section;
        if (title[0] >= 'a' && title[0] <= 'z')
            title[0] = static_cast<char>(title[0] - 'a' + 'A');
        m_page.add(Heading{2, {title}, makeAnchor("section-" + section)});
        for (Block& block : blocks)
            m_page.blocks.push_back(std::move(block));
        if (!open.empty()) {
            Details details;
            details.summary = {"Without an answer: "
                + base::formatInteger(static_cast<std::int64_t>(open.size()))};
            List list;
            for (std::string& one : open)
                list.items.push_back({{std::move(one)}, {}, Tone::Plain, {}});
            details.blocks.push_back({std::move(list)});
            m_page.add(std::move(details));
        }
    }

    static void addField(
        const card::Field& field, const card::FieldValue& value, std::vector<Block>& blocks)
    {
        blocks.push_back({Heading{3, {field.title}, makeAnchor("field-" + field.key)}});
        for (const SharedAnswer& answer : sharedAnswers(value)) {
            Verbatim text;
            text.text = answer.text;
            text.caption = {"From ", base::DataText::name(answer.sources),
                std::string(value.state == State::Thin ? "; a short answer" : "")};
            blocks.push_back({std::move(text)});
        }
    }

    const DatasetReport& m_dataset;
    const card::Card& m_card;
    Page m_page;
};

} // namespace

Page cardPage(const DatasetReport& dataset)
{
    return CardPage(dataset).page();
}

} // namespace cupel::reports
