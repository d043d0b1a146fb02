#include "ui/dialogs/reading_choice.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QStringList>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/dialogs/import_problems.h"
#include "ui/theme/plain_label.h"
#include "ui/theme/shown.h"

namespace cupel::ui {
namespace {

PlainLabel* choiceLabel(const QString& text, QWidget* buddy)
{
    auto* label = new PlainLabel(text);
    label->setWordWrap(false);
    label->setBuddy(buddy);
    buddy->setAccessibleName(QString(text).remove(QLatin1Char('&')));
    return label;
}

QString plainText(const std::string& bytes)
{
    return QString::fromStdString(bytes);
}

} // namespace

ReadingChoice::ReadingChoice(QWidget* parent)
    : QWidget(parent)
    , m_delimiter(new QComboBox)
    , m_quote(new QComboBox)
    , m_header(new QCheckBox(tr("The first line &names the columns")))
    , m_names(new QLineEdit)
{
    m_delimiter->addItem(tr("as detected"), QByteArray());
    for (const char* const text : {",", ";", "\t", "|"})
        m_delimiter->addItem(delimiterName(text), QByteArray(text));
    m_quote->addItem(tr("double quote"), QByteArray("\""));
    m_quote->addItem(tr("single quote"), QByteArray("'"));
    m_quote->addItem(tr("none"), QByteArray());
    m_header->setChecked(true);
    m_header->setAccessibleName(tr("The first line names the columns"));
    m_names->setPlaceholderText(tr("Names of the columns, separated by commas: age,sex,income"));
    m_names->setAccessibleName(tr("Names of the columns, separated by commas"));
    m_names->setVisible(false);
    auto* choices = new QHBoxLayout;
    choices->addWidget(choiceLabel(tr("Cells are separated &by"), m_delimiter));
    choices->addWidget(m_delimiter);
    choices->addSpacing(12);
    choices->addWidget(choiceLabel(tr("&Quote"), m_quote));
    choices->addWidget(m_quote);
    choices->addSpacing(12);
    choices->addWidget(m_header);
    choices->addStretch();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addLayout(choices);
    column->addWidget(m_names);
    connect(m_delimiter, &QComboBox::activated, this, &ReadingChoice::changed);
    connect(m_quote, &QComboBox::activated, this, &ReadingChoice::changed);
    connect(m_header, &QCheckBox::clicked, this, &ReadingChoice::changed);
    connect(m_header, &QCheckBox::toggled, m_names,
        [this](bool isNamed) { m_names->setVisible(!isNamed); });
    connect(m_names, &QLineEdit::editingFinished, this, [this] {
        if (m_names->text() == m_readNames)
            return;
        m_readNames = m_names->text();
        Q_EMIT changed();
    });
}

readers::CsvOptions ReadingChoice::options() const
{
    readers::CsvOptions options;
    const QByteArray delimiter = m_delimiter->currentData().toByteArray();
    if (!delimiter.isEmpty())
        options.delimiter = delimiter.toStdString();
    const QByteArray quote = m_quote->currentData().toByteArray();
    options.quote = quote.isEmpty() ? '\0' : quote.front();
    options.hasHeader = m_header->isChecked();
    if (!options.hasHeader && !m_names->text().isEmpty()) {
        for (const QString& name : m_names->text().split(QLatin1Char(',')))
            options.names.push_back(bytesOf(name.trimmed()));
    }
    return options;
}

void ReadingChoice::setOptions(const readers::CsvOptions& options)
{
    const QByteArray delimiter = QByteArray::fromStdString(options.delimiter.value_or(""));
    if (m_delimiter->findData(delimiter) < 0)
        m_delimiter->addItem(delimiterName(*options.delimiter), delimiter);
    m_delimiter->setCurrentIndex(m_delimiter->findData(delimiter));
    const char quote = options.quote.value_or('"');
    const QByteArray quotes = quote == '\0' ? QByteArray() : QByteArray(1, quote);
    m_quote->setCurrentIndex(std::max(0, m_quote->findData(quotes)));
    m_header->setChecked(options.hasHeader);
    QStringList names;
    for (const std::string& name : options.names)
        names << plainText(name);
    m_names->setText(names.join(QStringLiteral(", ")));
    m_readNames = m_names->text();
}

bool ReadingChoice::hasHeader() const
{
    return m_header->isChecked();
}

void ReadingChoice::takeFirstLineForARow()
{
    m_header->setChecked(false);
}

} // namespace cupel::ui
