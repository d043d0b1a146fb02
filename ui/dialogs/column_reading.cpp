#include "ui/dialogs/column_reading.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QStringList>
#include <QVBoxLayout>
#include <algorithm>

#include "core/reports/text_forms.h"
#include "ui/theme/plain_label.h"
#include "ui/theme/plural_forms.h"
#include "ui/theme/shown.h"

namespace cupel::ui {
namespace {

constexpr std::size_t kNameWidth = 30;
constexpr int kTokenLetters = 14;

QString typeText(table::ColumnType type)
{
    return type == table::ColumnType::DateTime ? ColumnReading::tr("date and time")
                                               : shown(table::typeName(type));
}

} // namespace

QString typeEvidence(const table::Column& column)
{
    const table::TypeEvidence& evidence = column.evidence;
    const std::int64_t cells = column.profile.rows - column.profile.missing;
    if (cells == 0)
        return ColumnReading::tr("No cell of it holds anything.");
    if (evidence.misfitRows == 0) {
        return ColumnReading::tr(
            "%1 cell(s) looked at, all of the type %2.", nullptr, pluralOf(cells))
            .arg(counted(cells), typeText(column.type));
    }
    QStringList misfits;
    for (const std::string& misfit : evidence.misfits)
        misfits << QStringLiteral("“%1”").arg(shown(reports::shortened(misfit, kNameWidth)));
    const QString others
        = misfits.isEmpty() ? QString() : QStringLiteral(": ") + misfits.join(QStringLiteral(", "));
    return ColumnReading::tr(
        "%1 of %2 cell(s) looked at are of the type %3, and %4 not%5", nullptr, pluralOf(cells))
        .arg(counted(evidence.likelyRows), counted(cells), typeText(evidence.likely),
            counted(evidence.misfitRows), others);
}

ColumnReading::ColumnReading(QWidget* parent)
    : QWidget(parent)
    , m_name(new PlainLabel)
    , m_type(new QComboBox)
    , m_missing(new QLineEdit)
    , m_evidence(new PlainLabel({}, PlainLabel::Look::Small))
{
    m_name->setWordWrap(false);
    auto* type = new PlainLabel(tr("&Type"));
    type->setBuddy(m_type);
    auto* missing = new PlainLabel(tr("Texts that mean m&issing"));
    missing->setBuddy(m_missing);
    for (PlainLabel* const label : {type, missing}) {
        label->setWordWrap(false);
        label->setContentsMargins(0, 0, 2, 0);
    }
    m_missing->setPlaceholderText(tr("such as ?, NA"));
    m_missing->setMinimumWidth(fontMetrics().averageCharWidth() * kTokenLetters);
    auto* row = new QHBoxLayout;
    row->addWidget(m_name);
    row->addSpacing(12);
    row->addWidget(type);
    row->addWidget(m_type);
    row->addSpacing(12);
    row->addWidget(missing);
    row->addWidget(m_missing);
    row->addStretch();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addLayout(row);
    column->addWidget(m_evidence);
    connect(m_type, &QComboBox::activated, this, [this](int index) {
        Q_EMIT typeChosen(m_column, m_type->itemData(index).toByteArray().toStdString());
    });
    connect(m_missing, &QLineEdit::editingFinished, this, [this] {
        if (m_missing->text() == m_readTokens)
            return;
        // What was there may hold commas and outer blanks, which this line cannot tell.
        const bool isMore = !m_readTokens.isEmpty()
            && m_missing->text().startsWith(m_readTokens + QLatin1Char(','));
        const QString typed
            = isMore ? m_missing->text().mid(m_readTokens.size()) : m_missing->text();
        m_readTokens = m_missing->text();
        if (!isMore)
            m_tokens.clear();
        for (const QString& token : typed.split(QLatin1Char(','), Qt::SkipEmptyParts)) {
            if (const QString trimmed = token.trimmed(); !trimmed.isEmpty())
                m_tokens.push_back(bytesOf(trimmed));
        }
        const std::vector<std::string> tokens = m_tokens; // whoever hears it may change them
        Q_EMIT missingChosen(m_column, tokens);
    });
    clear();
}

void ColumnReading::clear()
{
    m_column.clear();
    setVisible(false);
}

void ColumnReading::setColumn(const table::Column& column, const audits::Roles& roles)
{
    m_column = column.name;
    const QString name = shown(reports::shortened(column.name, kNameWidth));
    m_name->setText(tr("Column “%1”:").arg(name));
    m_type->clear();
    m_type->addItem(tr("as found (%1)").arg(typeText(column.type)), QByteArray());
    for (const auto type :
        {table::ColumnType::Text, table::ColumnType::Integer, table::ColumnType::Number,
            table::ColumnType::Boolean, table::ColumnType::Date, table::ColumnType::DateTime}) {
        const std::string_view called = table::typeName(type);
        m_type->addItem(
            typeText(type), QByteArray(called.data(), static_cast<qsizetype>(called.size())));
    }
    if (const auto given = roles.types.find(column.name); given != roles.types.end())
        m_type->setCurrentIndex(
            std::max(0, m_type->findData(QByteArray::fromStdString(given->second))));
    QStringList tokens;
    m_tokens.clear();
    if (const auto given = roles.missing.find(column.name); given != roles.missing.end())
        m_tokens = given->second;
    for (const std::string& token : m_tokens)
        tokens << QString::fromStdString(token);
    m_missing->setText(tokens.join(QStringLiteral(", ")));
    m_readTokens = m_missing->text();
    m_type->setAccessibleName(tr("Type of %1").arg(name));
    m_missing->setAccessibleName(tr("Texts that mean missing in %1").arg(name));
    m_evidence->setText(typeEvidence(column));
    m_type->setAccessibleDescription(m_evidence->text());
    m_type->setToolTip(ui::toolTip(m_evidence->text()));
    setVisible(true);
}

} // namespace cupel::ui
