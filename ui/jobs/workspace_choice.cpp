#include <utility>

#include "core/pipeline/policy_file.h"
#include "ui/jobs/undo_step.h"
#include "ui/jobs/workspace.h"
#include "ui/theme/shown.h"

namespace cupel::ui {

/// A choice of what the audits are done with. Undo audits with what stood before.
class ChoiceStep : public UndoStep {
public:
    ChoiceStep(const QString& words, Workspace& workspace, AuditChoice before, AuditChoice after)
        : UndoStep(words, workspace)
        , m_before(std::move(before))
        , m_after(std::move(after))
    {
    }

    /// Whether the open dataset was audited so, and not taken back since.
    bool isDone() const { return m_isDone; }
    /// Whether it was done at any time.
    bool wasDone() const { return m_wasDone; }
    void setDone(bool isDone)
    {
        m_isDone = isDone;
        m_wasDone = m_wasDone || isDone;
    }

protected:
    void doIt() override
    {
        if (m_wasChosen)
            workspace().auditBecauseOf(Workspace::tr("Redo"), text(), m_after);
        else
            workspace().auditWith(m_after, text());
        m_wasChosen = true;
    }
    void takeItBack() override
    {
        workspace().auditBecauseOf(Workspace::tr("Undo"), text(), m_before);
    }

private:
    AuditChoice m_before;
    AuditChoice m_after;
    bool m_wasChosen = false; ///< the person did it; what follows are redos
    bool m_isDone = false;
    bool m_wasDone = false;
};

const audits::Roles& Workspace::roles() const
{
    return m_auditedWith ? m_auditedWith->roles : m_dataset->dataset().roles;
}

AuditChoice Workspace::choice() const
{
    if (m_auditedWith)
        return *m_auditedWith;
    return {m_dataset->dataset().roles, m_dataset->report->policy, m_dataset->dataset().whereText};
}

void Workspace::auditWith(const AuditChoice& choice, const QString& words)
{
    if (!m_dataset)
        return;
    pipeline::AuditRequest request = m_dataset->request;
    request.roles = choice.roles;
    request.roleValues = {};
    request.acceptsProposals = false;
    request.where = choice.where;
    request.parameters.policy = choice.policy;
    request.privacy = pipeline::privacyOf(choice.policy);
    const QString title = tr("Audit %1").arg(fileNameOf(request.inputs.front()));
    run(title, Of::OpenDataset, std::move(request), {},
        m_dataset->sourceKeptIn.empty() ? pipeline::CatalogStore::Sources::Forget
                                        : pipeline::CatalogStore::Sources::Keep);
    m_again = [this, choice, words] { choose(words, choice); };
    m_auditedWith = choice;
    m_choiceWords = words;
}

void Workspace::auditAgain()
{
    if (m_dataset)
        auditWith(choice(), m_auditedWith ? m_choiceWords : QString());
}

void Workspace::choose(const QString& words, const AuditChoice& choice)
{
    if (choice.isSameAs(this->choice()))
        auditWith(choice, words);
    else
        m_undo.push(new ChoiceStep(words, *this, this->choice(), choice));
}

void Workspace::chooseRoles(const audits::Roles& roles)
{
    if (!m_dataset)
        return;
    AuditChoice wanted = choice();
    wanted.roles = roles;
    choose(tr("choose roles"), wanted);
}

void Workspace::chooseRows(const std::string& where)
{
    if (!m_dataset)
        return;
    AuditChoice wanted = choice();
    wanted.where = where;
    choose(where.empty() ? tr("audit all rows") : tr("audit some of the rows"), wanted);
}

void Workspace::choosePolicy(const std::string& path)
{
    const QString title = tr("Read the policy %1").arg(fileNameOf(path));
    const std::uint64_t number = ++m_policies;
    m_jobs.start(
        title, this, [path](const base::JobContext&) { return pipeline::policyOf(path); },
        [this, title, number, open = m_dataset](base::Result<findings::Policy> policy) {
            const bool isOpening = m_run && !m_isAudit;
            if (!policy)
                Q_EMIT failed(title, policy.error());
            else if (number == m_policies && !isOpening && isSameDataset(open, m_dataset))
                usePolicy(std::move(*policy));
        });
}

void Workspace::usePolicy(findings::Policy policy)
{
    if (!m_dataset)
        return;
    const QString words = policy.file.empty() ? tr("use no policy") : tr("use a policy");
    usePolicyWith(std::move(policy), findings::flagsOf(choice().policy), words);
}

void Workspace::chooseLimits(const std::vector<findings::FlagSetting>& limits)
{
    if (!m_dataset)
        return;
    usePolicyWith(
        choice().policy, limits, limits.empty() ? tr("use the usual limits") : tr("change limits"));
}

void Workspace::usePolicyWith(
    findings::Policy policy, const std::vector<findings::FlagSetting>& limits, const QString& words)
{
    auto whole = findings::withFlags(std::move(policy), limits);
    if (!whole) {
        Q_EMIT failed(tr("Change limits"), whole.error());
        return;
    }
    AuditChoice wanted = choice();
    wanted.policy = std::move(*whole);
    choose(words, wanted);
}

/// Audit as an undo or a redo wants it, unless that would end the opening of another dataset, to
/// which the choice does not belong.
void Workspace::auditBecauseOf(const QString& what, const QString& words, const AuditChoice& choice)
{
    if (!m_run || m_isAudit) {
        auditWith(choice, words);
        return;
    }
    Q_EMIT failed(what,
        base::usageError("the audits stay as they are while another dataset is being opened",
            "wait until it is open, or stop that first"));
    // The stack is in the middle of a step.
    QMetaObject::invokeMethod(this, &Workspace::settleChoices, Qt::QueuedConnection);
}

/// The open dataset was opened anew, and is audited as none of the steps says.
void Workspace::forgetChoices()
{
    for (int i = 0; i < m_undo.count(); ++i) {
        if (auto* const step = dynamic_cast<ChoiceStep*>(&undoStep(i)))
            step->makeVoid();
    }
    settleUndo(m_undo.index());
}

/// The open dataset was audited as the undo menu says.
void Workspace::noteChoices()
{
    for (int i = 0; i < m_undo.count(); ++i) {
        if (auto* const step = dynamic_cast<ChoiceStep*>(&undoStep(i)))
            step->setDone(i < m_undo.index());
    }
}

/// The open dataset stays as it was audited last: let the undo menu say so.
void Workspace::settleChoices()
{
    if (m_run && m_isAudit)
        return; // an audit is about to make it true, or not
    int place = m_undo.index();
    for (int i = place - 1; i >= 0; --i) {
        auto* const step = dynamic_cast<ChoiceStep*>(&undoStep(i));
        if (!step || step->isDone())
            continue;
        // What was redone can be redone still, where nothing was done since.
        if (step->wasDone() && i == place - 1)
            place = i;
        else
            step->makeVoid();
    }
    for (int i = place; i < m_undo.count(); ++i) {
        auto* const step = dynamic_cast<ChoiceStep*>(&undoStep(i));
        if (!step || !step->isDone())
            continue;
        if (i == place)
            ++place;
        else
            step->makeVoid();
    }
    settleUndo(place);
}

} // namespace cupel::ui
