#include <QTableView>

#include "ui/pages/comment_dialog.h"
#include "ui/pages/finding_triage.h"
#include "ui/pages/findings_page.h"
#include "ui/pages/text_forms.h"
#include "ui/pages/waiver_dialog.h"

namespace cupel::ui {

using pipeline::ReviewKind;

void FindingsPage::review(Triage what)
{
    const int row = currentRow();
    if (row < 0 || !m_model->dataset()->canReview || m_dialog)
        return;
    switch (what) {
    case Triage::Accept:
        return mark(row, pipeline::FindingMark::State::Accepted);
    case Triage::RequestFix:
        return mark(row, pipeline::FindingMark::State::FixRequested);
    case Triage::Waive:
        return waive(row);
    case Triage::Comment:
        return comment(row);
    }
}

void FindingsPage::mark(int row, pipeline::FindingMark::State state)
{
    const bool isAccepted = state == pipeline::FindingMark::State::Accepted;
    const std::string id = m_model->id(row);
    if (m_model->review(row).isMarked(state)) {
        unsay(isAccepted ? tr("take back that a finding is accepted")
                         : tr("take back that a fix is requested"),
            id, ReviewKind::Mark, id);
        return;
    }
    const std::string next = nextId();
    say(isAccepted ? tr("accept a finding") : tr("request a fix"), id, id,
        pipeline::FindingMark{state});
    selectId(next);
}

void FindingsPage::waive(int row)
{
    const std::string id = m_model->id(row);
    const FindingReview said = m_model->review(row);
    if (m_model->finding(row).waived && !said.waiver)
        return; // by a policy, which is not ours to change
    auto* dialog = new WaiverDialog(shownShort(m_model->finding(row).message), said.waiver, this);
    const bool isNew = !said.waiver;
    connect(
        dialog, &WaiverDialog::saved, this, [this, id, isNew](const reports::WaiverWords& words) {
            const std::string next = nextId();
            say(tr("waive a finding"), id, id, words);
            if (isNew)
                selectId(next);
        });
    connect(dialog, &WaiverDialog::takenBack, this,
        [this, id] { unsay(tr("take back a waiver"), id, ReviewKind::Waiver, id); });
    openDialog(dialog);
}

void FindingsPage::comment(int row)
{
    const std::string id = m_model->id(row);
    const std::string target = pipeline::commentTarget(pipeline::CommentOn::Finding, id);
    auto* dialog = new CommentDialog(
        shownShort(m_model->finding(row).message), m_model->review(row).comment, this);
    connect(
        dialog, &CommentDialog::saved, this, [this, id, target](const pipeline::Comment& words) {
            say(tr("comment on a finding"), id, target, words);
        });
    connect(dialog, &CommentDialog::removed, this,
        [this, id, target] { unsay(tr("remove a comment"), id, ReviewKind::Comment, target); });
    openDialog(dialog);
}

void FindingsPage::openDialog(QDialog* dialog)
{
    m_dialog = dialog;
    dialog->open();
}

void FindingsPage::say(const QString& words, const std::string& id, const std::string& target,
    const pipeline::ReviewValue& value)
{
    m_pending.insert(id);
    Q_EMIT said(words, target, value);
}

void FindingsPage::unsay(
    const QString& words, const std::string& id, ReviewKind kind, const std::string& target)
{
    m_pending.insert(id);
    Q_EMIT unsaid(words, kind, target);
}

std::string FindingsPage::nextId() const
{
    const QModelIndex next
        = m_table->currentIndex().siblingAtRow(m_table->currentIndex().row() + 1);
    return next.isValid() ? m_model->id(m_filter->mapToSource(next).row()) : std::string();
}

void FindingsPage::selectId(const std::string& id)
{
    if (const int row = id.empty() ? -1 : m_model->find(id); row >= 0)
        select(row);
}

} // namespace cupel::ui
