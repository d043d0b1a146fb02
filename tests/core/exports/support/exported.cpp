#include "tests/core/exports/support/exported.h"

#include "core/card/fill.h"
#include "core/documents/document_reader.h"

namespace cupel::test {
namespace {

documents::Document read(documents::DocumentKind kind, const char* file, const std::string& text)
{
    return documents::readDocument(kind, file, text, text.size());
}

counts::ColumnDescription column(const char* name, table::ColumnType type)
{
    counts::ColumnDescription description;
    description.name = name;
    description.type = type;
    description.profile.rows = 12;
    return description;
}

} // namespace

ReadCard::ReadCard(documents::Document read)
    : document(std::move(read))
    , card(card::emptyCard())
{
    const documents::DocumentSet set{{document}};
    card::fillFromDocuments(card, set);
    licenses = license::readStatements(set);
}

exports::Source ReadCard::source() const
{
    return {card, licenses, name, reports::PrivacyView(reports::Privacy::Full), nullptr, {}, {}};
}

ReadCard readMarkdown(const std::string& text)
{
    return ReadCard(read(documents::DocumentKind::Card, "README.md", text));
}

ReadCard readCroissant(const std::string& json)
{
    return ReadCard(read(documents::DocumentKind::Croissant, "croissant.json", json));
}

reports::DatasetReport auditedPeople(const std::vector<documents::Document>& documents)
{
    reports::DatasetReport dataset;
    dataset.name = "people";
    dataset.input.file = "people.csv";
    dataset.input.bytes = 311;
    dataset.input.hash = "xxh3-128:00";
    dataset.input.dialect.delimiter = ";";
    dataset.description.rows = 12;
    dataset.description.columns
        = {column("income", table::ColumnType::Text), column("age", table::ColumnType::Integer),
            column("name", table::ColumnType::Text), column("part", table::ColumnType::Text)};
    counts::ColumnDescription& age = dataset.description.columns[1];
    age.profile.missing = 2;
    table::NumberSummary numbers;
    numbers.n = 10;
    numbers.min = 17.0;
    numbers.max = 88.0;
    numbers.mean = 40.5;
    age.profile.numbers = numbers;
    dataset.roles.label = audits::LabelRole{"income", "yes", std::nullopt, {}};
    dataset.roles.split = "part";
    dataset.splits = {{base::DataText::name("test"), 5}, {base::DataText::name("train"), 7}};
    card::Measured measured;
    measured.file = dataset.input.file;
    measured.bytes = dataset.input.bytes;
    measured.hash = dataset.input.hash;
    measured.rows = 12;
    for (const counts::ColumnDescription& one : dataset.description.columns) {
        measured.columns.push_back(
            {one.name, std::string(table::typeName(one.type)), one.profile.missing});
    }
    dataset.documents
        = std::make_shared<const documents::DocumentSet>(documents::DocumentSet{documents});
    dataset.licenses = std::make_shared<const license::LicenseStatements>(
        license::readStatements(*dataset.documents));
    dataset.card = card::filledCard(*dataset.documents, measured);
    return dataset;
}

exports::Source sourceOf(const reports::DatasetReport& dataset, reports::Privacy privacy)
{
    return {*dataset.card, *dataset.licenses, dataset.name, reports::PrivacyView(privacy), &dataset,
        std::string(64, 'a'), {}};
}

std::string notesOf(const exports::Export& exported)
{
    std::string lines;
    for (const exports::Note& note : exported.notes)
        lines += note.about + ": " + note.reason + "\n";
    return lines;
}

} // namespace cupel::test
