#include <QPushButton>
#include <QVBoxLayout>
#include <utility>

#include "ui/pages/answer_editor.h"
#include "ui/pages/block_widgets.h"
#include "ui/pages/card_page.h"
#include "ui/pages/heading_label.h"
#include "ui/pages/reading_column.h"
#include "ui/theme/plain_label.h"
#include "ui/theme/shown.h"

/// The section of the Data Card that says whether those who read the documents take them.
namespace cupel::ui {

void CardPage::fillValidators()
{
    if (m_judged != m_dataset->found) {
        m_judged = m_dataset->found;
        m_verdicts.reset();
        Q_EMIT verdictsWanted(m_dataset);
    }
    QVBoxLayout& column = reading().column();
    column.addWidget(new HeadingLabel(tr("Validators")));
    addReadable(
        new PlainLabel(tr("Would those who read the documents take them? What validators say of "
                          "each document as it lies beside the data now. They disagree, so each "
                          "speaks for itself; nothing is fetched.")),
        column);
    if (!m_verdicts) {
        addReadable(new PlainLabel(tr("The documents are being read…")), column);
        return;
    }
    addVerdicts(*m_verdicts);
    auto* const again
        = answerButton(tr("Read the documents again"), tr("Read the documents again"));
    column.addWidget(again, 0, Qt::AlignLeading);
    // Queued: filling the section anew takes the button away.
    connect(
        again, &QPushButton::clicked, this,
        [this] {
            m_judged.reset();
            reading().setFocus(Qt::OtherFocusReason);
            refill();
        },
        Qt::QueuedConnection);
}

void CardPage::addVerdicts(const base::Result<std::vector<reports::Block>>& verdicts)
{
    QVBoxLayout& column = reading().column();
    if (!verdicts && verdicts.error().code == base::ErrorCode::Cancelled) {
        addReadable(new PlainLabel(tr("This was stopped before all documents were read.")), column);
        return;
    }
    if (!verdicts) {
        reports::Callout callout;
        callout.tone = reports::Tone::Error;
        callout.word = tr("not read").toStdString();
        callout.text = {verdicts.error().message};
        if (!verdicts.error().hint.empty())
            callout.facts.push_back({tr("Try").toStdString(), {verdicts.error().hint}});
        addBlock({std::move(callout)}, {}, column);
        return;
    }
    if (verdicts->empty()) {
        addReadable(
            new PlainLabel(tr("No card and no Croissant file lies beside the data. Put a README.md "
                              "or croissant.json into its folder.")),
            column);
    }
    for (const reports::Block& block : *verdicts)
        addBlock(block, {}, column);
}

void CardPage::takeVerdicts(
    const OpenDatasetPtr& of, base::Result<std::vector<reports::Block>> verdicts)
{
    if (of->found != m_judged)
        return;
    m_verdicts = std::move(verdicts);
    if (m_dataset && m_dataset->found == m_judged && chosen() == kValidators)
        refill();
}

} // namespace cupel::ui
