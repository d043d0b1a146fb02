#include <algorithm>

#include "core/documents/json_reader.h"
#include "core/rubric/rubric.h"

namespace cupel::rubric {
namespace {

using base::Error;
using base::ErrorCode;
using base::Result;
using documents::Node;

class SheetReader {
public:
    explicit SheetReader(const std::string& fileName)
        : m_file(fileName)
    {
    }

    Result<Sheet> read(const Node& root)
    {
        const Node* const records = root.isList() ? &root : root.find("records");
        if (!records || !records->isList())
            return fail(root, "this is no sheet of rubric answers",
                "give a file that cupel rubric template wrote, or the records of DataRubrics");
        if (!root.isList()) {
            const Node* const schema = root.find("schema");
            if (!schema || schema->text != "cupel.rubric")
                return fail(root, "\"schema\" is not \"cupel.rubric\"", "give another file");
            m_sheet.dataset = textOf(root.find("dataset"));
            m_sheet.hash = textOf(root.find("hash"));
            const Node* const unlabelled = root.find("unlabelled");
            m_sheet.isUnlabelled = unlabelled && unlabelled->text == "true";
        }
        for (const Node& record : records->items) {
            const Node* const response = record.find("response");
            if (!response || !response->isMap())
                return fail(record, "a record has no \"response\"", "each rubric is one record");
            for (const Node::Member& rubric : response->members)
                readRubric(rubric);
        }
        if (m_error)
            return *m_error;
        return std::move(m_sheet);
    }

private:
    Error fail(const Node& node, std::string message, std::string hint) const
    {
        return {ErrorCode::Usage, std::move(message), std::move(hint),
            {m_file, node.at.line, node.at.column, 0}};
    }

    void keep(const Node& node, std::string message, std::string hint)
    {
        if (!m_error)
            m_error = fail(node, std::move(message), std::move(hint));
    }

    static std::string textOf(const Node* node)
    {
        return node && node->isScalar() ? node->text : std::string();
    }

    std::optional<bool> boolOf(const Node* node)
    {
        if (!node || node->isNull())
            return std::nullopt;
        if (node->kind != Node::Kind::Bool) {
            keep(*node, "this is neither true, false nor null", "write true or false");
            return std::nullopt;
        }
        return node->text == "true";
    }

    Status statusOf(const Node& node, bool isAnswered)
    {
        const Node* const status = node.find("status");
        if (!status)
            return isAnswered ? Status::Suggested : Status::Unanswered;
        for (const Status one :
            {Status::Unanswered, Status::Suggested, Status::Confirmed, Status::Disputed}) {
            if (status->text != statusName(one))
                continue;
            // What a person left open is not answered, whatever stands beside it.
            if (!isAnswered)
                return Status::Unanswered;
            return one == Status::Unanswered ? Status::Suggested : one;
        }
        keep(*status, "the status \"" + status->text + "\" is unknown",
            "use unanswered, suggested, confirmed or disputed");
        return Status::Unanswered;
    }

    Answer answerOf(const Node* node, const char* applies, const char* reference = "reference",
        const char* reasoning = "reasoning")
    {
        Answer answer;
        if (!node)
            return answer;
        answer.at = node->at;
        answer.applies = boolOf(node->find(applies));
        answer.reference = textOf(node->find(reference));
        answer.reasoning = textOf(node->find(reasoning));
        answer.status = statusOf(*node, answer.applies.has_value());
        return answer;
    }

    void readRubric(const Node::Member& rubric)
    {
        const auto found = std::find_if(kDimensions.begin(), kDimensions.end(),
            [&rubric](Dimension dimension) { return rubric.key == keyOf(dimension); });
        if (found == kDimensions.end()) {
            if (!m_error)
                m_error = Error{ErrorCode::Usage, "there is no rubric \"" + rubric.key + "\"",
                    "use the keys that cupel rubric list shows",
                    {m_file, rubric.at.line, rubric.at.column, 0}};
            return;
        }
        m_sheet.present.push_back(*found);
        switch (*found) {
        case Dimension::Sources:
            readSources(rubric.value);
            break;
        case Dimension::Annotations:
            readAnnotations(rubric.value);
            break;
        case Dimension::Reproducibility:
            m_sheet.code = answerOf(rubric.value.find("code"), "Has Code");
            m_sheet.documentation
                = answerOf(rubric.value.find("documentation"), "Has Documentation");
            break;
        default:
            readLabels(rubric.value, *found);
        }
    }

    bool isListOf(const Node& node)
    {
        if (!node.isList())
            keep(node, "this rubric is a list", "write one entry per kind, in [ ]");
        return node.isList();
    }

    void readSources(const Node& node)
    {
        if (!isListOf(node))
            return;
        for (const Node& item : node.items) {
            Source source;
            source.modality = textOf(item.find("Modality"));
            source.isHuman = boolOf(item.find("Human Generated"));
            source.isModel = boolOf(item.find("Model Generated"));
            source.isUnknown = boolOf(item.find("Unknown Origin"));
            source.answer.at = item.at;
            source.answer.reference = textOf(item.find("Reference"));
            source.answer.reasoning = textOf(item.find("Reasoning"));
            if (source.isHuman || source.isModel || source.isUnknown)
                source.answer.applies = true;
            source.answer.status = statusOf(item, source.answer.applies.has_value());
            const auto known = modalities();
            if (std::find(known.begin(), known.end(), source.modality) == known.end())
                keep(item, "the modality \"" + source.modality + "\" is unknown",
                    "use text, image, audio, video, graph, tabular, time series, signal/sensor or "
                    "other");
            m_sheet.sources.push_back(std::move(source));
        }
    }

    void readAnnotations(const Node& node)
    {
        if (!isListOf(node))
            return;
        for (const Node& item : node.items) {
            Annotation annotation;
            const Node* const who = item.find("Subject Annotators");
            annotation.answer.at = item.at;
            if (who) {
                annotation.category = textOf(who->find("category"));
                annotation.answer.reference = textOf(who->find("reference"));
                annotation.answer.reasoning = textOf(who->find("reasoning"));
                if (!annotation.category.empty())
                    annotation.answer.applies = true;
                annotation.answer.status = statusOf(*who, !annotation.category.empty());
            }
            const auto known = annotatorCategories();
            const bool isKnown = annotation.category.empty()
                || std::any_of(known.begin(), known.end(), [&annotation](const Label& label) {
                       return label.name == annotation.category;
                   });
            if (!isKnown)
                keep(item, "the category \"" + annotation.category + "\" is unknown",
                    "use one that cupel rubric list shows");
            annotation.instructions = answerOf(item.find("Has Instructions"), "is_applicable");
            annotation.rubrics = answerOf(item.find("Has Rubrics"), "is_applicable");
            annotation.examples = answerOf(item.find("Has Examples"), "is_applicable");
            m_sheet.annotations.push_back(std::move(annotation));
        }
    }

    void readLabels(const Node& node, Dimension dimension)
    {
        if (!node.isMap()) {
            keep(node, "this rubric maps labels to answers", "write { \"label\": { … } }");
            return;
        }
        for (const Node::Member& member : node.members) {
            const auto known = labelsOf(dimension);
            const bool isKnown = std::any_of(known.begin(), known.end(),
                [&member](const Label& label) { return label.name == member.key; });
            if (!isKnown) {
                keep(member.value, "the label \"" + member.key + "\" is unknown",
                    "use one that cupel rubric list shows");
                continue;
            }
            m_sheet.labelsFor(dimension).push_back(
                {member.key, answerOf(&member.value, "is_applicable")});
        }
    }

    const std::string& m_file;
    Sheet m_sheet;
    std::optional<Error> m_error;
};

} // namespace

Result<Sheet> readSheet(std::string_view text, const std::string& fileName)
{
    documents::JsonOptions options;
    options.file = fileName;
    options.errorCode = ErrorCode::Usage;
    const auto root = documents::readJson(text, options);
    return root ? SheetReader(fileName).read(*root) : root.error();
}

} // namespace cupel::rubric
