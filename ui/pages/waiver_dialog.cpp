#include "ui/pages/waiver_dialog.h"

#include <QDateEdit>
#include <QDateTime>
#include <QFormLayout>
#include <QLineEdit>
#include <QVBoxLayout>
#include <algorithm>

#include "core/base/day.h"
#include "ui/jobs/person.h"
#include "ui/pages/person_mark.h"
#include "ui/pages/review_buttons.h"
#include "ui/pages/review_texts.h"
#include "ui/theme/plain_label.h"
#include "ui/theme/shown.h"

namespace cupel::ui {
namespace {

constexpr int kReasonColumns = 56;
constexpr int kWaivedDays = 90;

} // namespace

WaiverDialog::WaiverDialog(
    const QString& subject, const pipeline::Said<reports::WaiverWords>* before, QWidget* parent)
    : QDialog(parent)
    , m_reason(new QLineEdit)
    , m_owner(new QLineEdit)
    , m_until(new QDateEdit)
    , m_missing(new PlainLabel({}, PlainLabel::Look::Small))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Waive a finding"));
    m_reason->setMinimumWidth(kReasonColumns * m_reason->fontMetrics().averageCharWidth());
    m_until->setCalendarPopup(true);
    m_until->setDisplayFormat(QStringLiteral("yyyy-MM-dd"));
    auto* form = new QFormLayout;
    form->addRow(inputLabel(tr("Reason"), m_reason), m_reason);
    form->addRow(inputLabel(tr("Owner"), m_owner), m_owner);
    form->addRow(inputLabel(tr("Last day"), m_until), m_until);
    form->addRow(QString(), m_missing);
    // The place is kept where nothing is missing, so that the fields do not move.
    m_missing->setMinimumHeight(m_missing->fontMetrics().lineSpacing());
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(new PlainLabel(subject));
    layout->addWidget(new PlainLabel(
        tr("A waived finding stays in the reports, counts as waived alone, and counts again after "
           "its last day."),
        PlainLabel::Look::Small));
    layout->addLayout(form);
    if (before)
        layout->addWidget(new PlainLabel(
            tr("Waived: ") + saidWords(before->who, before->at), PlainLabel::Look::Small));
    layout->addStretch();
    m_buttons = new ReviewButtons(before ? tr("Change the waiver") : tr("Waive"),
        before ? tr("Take it back") : QString(), *this);
    layout->addWidget(m_buttons);
    connect(m_buttons, &ReviewButtons::takenBack, this, &WaiverDialog::takenBack);
    connect(m_buttons, &QDialogButtonBox::accepted, this, [this] {
        Q_EMIT saved(words());
        accept();
    });
    fill(before);
    validate();
    connect(m_reason, &QLineEdit::textChanged, this, &WaiverDialog::validate);
    connect(m_owner, &QLineEdit::textChanged, this, &WaiverDialog::validate);
    m_reason->setFocus();
}

void WaiverDialog::fill(const pipeline::Said<reports::WaiverWords>* before)
{
    const QDate today = QDateTime::currentDateTimeUtc().date();
    m_until->setMinimumDate(today);
    if (!before) {
        m_owner->setText(personName());
        m_until->setDate(today.addDays(kWaivedDays));
        return;
    }
    m_reason->setText(QString::fromStdString(before->value.reason));
    m_owner->setText(QString::fromStdString(before->value.owner));
    const QDate until = QDate::fromString(
        QString::fromStdString(base::formatDay(before->value.until)), Qt::ISODate);
    m_until->setDate(std::max(until, today));
}

void WaiverDialog::validate()
{
    QString missing;
    if (m_reason->text().trimmed().isEmpty())
        missing = tr("Say why the finding is accepted.");
    else if (m_owner->text().trimmed().isEmpty())
        missing = tr("Say who answers for it.");
    m_missing->setText(missing);
    m_buttons->setMissing(missing);
}

reports::WaiverWords WaiverDialog::words() const
{
    const auto until = base::parseDay(bytesOf(m_until->date().toString(Qt::ISODate)));
    return {bytesOf(m_reason->text().trimmed()), bytesOf(m_owner->text().trimmed()),
        until.value_or(base::Day())};
}

} // namespace cupel::ui
