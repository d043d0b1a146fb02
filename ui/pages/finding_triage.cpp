#include "ui/pages/finding_triage.h"

#include <QAbstractItemView>
#include <QGridLayout>
#include <QKeyEvent>
#include <QPushButton>
#include <optional>

#include "ui/pages/review_texts.h"
#include "ui/theme/plain_label.h"
#include "ui/theme/shown.h"
#include "ui/theme/tip.h"

namespace cupel::ui {
namespace {

using MarkState = pipeline::FindingMark::State;

constexpr std::array<Triage, 4> kTriage{
    Triage::Accept, Triage::RequestFix, Triage::Waive, Triage::Comment};
constexpr std::array<ReviewSign, 4> kTriageSigns{
    ReviewSign::Accepted, ReviewSign::FixRequested, ReviewSign::Waived, ReviewSign::Commented};

QString triageText(Triage what, bool stands)
{
    switch (what) {
    case Triage::Accept:
        return stands ? FindingTriage::tr("Accepted (A)") : FindingTriage::tr("Accept (A)");
    case Triage::RequestFix:
        return stands ? FindingTriage::tr("Fix requested (F)")
                      : FindingTriage::tr("Request a fix (F)");
    case Triage::Waive:
        return FindingTriage::tr("Waive… (W)");
    case Triage::Comment:
        break;
    }
    return FindingTriage::tr("Comment… (C)");
}

QString triageName(Triage what)
{
    switch (what) {
    case Triage::Accept:
        return FindingTriage::tr("Accept the finding; A in the list");
    case Triage::RequestFix:
        return FindingTriage::tr("Request a fix of the finding; F in the list");
    case Triage::Waive:
        return FindingTriage::tr("Waive the finding; W in the list");
    case Triage::Comment:
        break;
    }
    return FindingTriage::tr("Comment on the finding; C in the list");
}

std::optional<Triage> triageOf(int key)
{
    switch (key) {
    case Qt::Key_A:
        return Triage::Accept;
    case Qt::Key_F:
        return Triage::RequestFix;
    case Qt::Key_W:
        return Triage::Waive;
    case Qt::Key_C:
        return Triage::Comment;
    default:
        return std::nullopt;
    }
}

} // namespace

FindingTriage::FindingTriage(QWidget* parent)
    : QWidget(parent)
    , m_why(new PlainLabel({}, PlainLabel::Look::Small))
{
    setAccessibleName(tr("Review of the finding"));
    auto* grid = new QGridLayout(this);
    QMargins margins = grid->contentsMargins();
    margins.setTop(0);
    grid->setContentsMargins(margins);
    for (std::size_t i = 0; i < m_buttons.size(); ++i) {
        const Triage what = kTriage[i];
        auto* button = new QPushButton;
        button->setAccessibleName(triageName(what));
        button->setCheckable(what == Triage::Accept || what == Triage::RequestFix);
        button->setAutoDefault(false);
        // No higher with a sign than without one.
        button->setIconSize(QSize(fontMetrics().height(), fontMetrics().height()));
        grid->addWidget(button, static_cast<int>(i / 2), static_cast<int>(i % 2));
        m_buttons[i] = button;
        connect(button, &QPushButton::clicked, this, [this, button, what] {
            // It is down where the mark stands, which is known once it is kept.
            if (button->isCheckable())
                button->setChecked(!button->isChecked());
            Q_EMIT asked(what);
        });
    }
    grid->addWidget(m_why, 2, 0, 1, 2);
    setFinding(nullptr, nullptr, {});
}

void FindingTriage::setFinding(
    const OpenDatasetPtr& dataset, const findings::Finding* finding, const FindingReview& said)
{
    const QString readOnly = dataset ? whyNoReview(*dataset) : QString();
    const QString whyNot = dataset && !finding ? tr("No finding is chosen.") : readOnly;
    m_why->setText(readOnly);
    m_why->setVisible(!readOnly.isEmpty());
    const bool isAccepted = said.isMarked(MarkState::Accepted);
    const bool isRequested = said.isMarked(MarkState::FixRequested);
    m_stands = {isAccepted, isRequested, said.waiver != nullptr, said.comment != nullptr};
    buttonOf(Triage::Accept)->setChecked(isAccepted);
    buttonOf(Triage::RequestFix)->setChecked(isRequested);
    drawSigns();
    offer(Triage::Accept, whyNot,
        isAccepted ? tr("Take back that the finding is accepted")
                   : tr("The finding is right and stays as it is"));
    offer(Triage::RequestFix, whyNot,
        isRequested ? tr("Take back that a fix is requested") : tr("The data has to be fixed"));
    const bool isOfPolicy = finding && finding->waived && !said.waiver;
    offer(Triage::Waive,
        whyNot.isEmpty() && isOfPolicy ? tr("The policy of the run waives the finding.") : whyNot,
        said.waiver ? tr("Change the waiver or take it back")
                    : tr("Accept the finding until a day, with a reason"));
    offer(Triage::Comment, whyNot,
        said.comment ? tr("Change or remove the comment") : tr("Say something of the finding"));
}

void FindingTriage::drawSigns()
{
    for (std::size_t i = 0; i < m_buttons.size(); ++i) {
        m_buttons[i]->setText(triageText(kTriage[i], m_stands[i]));
        m_buttons[i]->setIcon(
            m_stands[i] ? iconOf(kTriageSigns[i], colorsFor(palette())) : QIcon());
    }
}

void FindingTriage::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_buttons.back())
        drawSigns();
}

void FindingTriage::offer(Triage what, const QString& whyNot, const QString& tip)
{
    QPushButton* const button = buttonOf(what);
    button->setEnabled(whyNot.isEmpty());
    setTip(*button, whyNot.isEmpty() ? tip : whyNot);
}

TriageKeys::TriageKeys(QAbstractItemView* view)
    : QObject(view)
{
    view->installEventFilter(this);
}

bool TriageKeys::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::KeyPress)
        return QObject::eventFilter(watched, event);
    const auto* key = static_cast<QKeyEvent*>(event);
    const auto what = triageOf(key->key());
    if (!what || (key->modifiers() & ~Qt::KeypadModifier) != Qt::NoModifier)
        return QObject::eventFilter(watched, event);
    if (!key->isAutoRepeat()) // a key held down decides about one finding, not about all
        Q_EMIT asked(*what);
    return true;
}

} // namespace cupel::ui
