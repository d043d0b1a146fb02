#include "ui/pages/finding_toggles.h"

#include <QEvent>
#include <QToolButton>

#include "ui/pages/flow_layout.h"
#include "ui/theme/shown.h"
#include "ui/theme/tone.h"

namespace cupel::ui {
namespace {

constexpr std::array<ReviewSign, 2> kReviewedSigns{ReviewSign::Open, ReviewSign::Accepted};

/// Show a number on a toggle, or hide it where there is nothing to see.
void offerCount(QToolButton& toggle, const QString& words, std::int64_t count, bool isOffered)
{
    toggle.setText(QStringLiteral("%1  %2").arg(words, counted(count)));
    toggle.setAccessibleName(FindingToggles::tr("Show %1: %2").arg(words, counted(count)));
    toggle.setVisible(isOffered);
    if (!isOffered)
        toggle.setChecked(false);
}

} // namespace

FindingToggles::FindingToggles(QWidget* parent)
    : QWidget(parent)
{
    auto* row = new FlowLayout(this);
    row->setSpacing(6); // so that all of them stand in one row of a usual window
    for (QToolButton*& toggle : m_classes)
        row->addWidget(toggle = makeToggle());
    for (QToolButton*& toggle : m_reviewed)
        row->addWidget(toggle = makeToggle());
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    drawIcons();
}

QToolButton* FindingToggles::makeToggle()
{
    auto* toggle = new QToolButton(this);
    toggle->setCheckable(true);
    toggle->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    toggle->setFocusPolicy(Qt::StrongFocus);
    toggle->hide();
    connect(toggle, &QToolButton::toggled, this, &FindingToggles::toggled);
    return toggle;
}

void FindingToggles::count(const FindingsModel& model)
{
    std::array<std::int64_t, FindingsModel::kClasses> classes{};
    std::array<std::int64_t, 2> reviewed{};
    for (int row = 0; row < model.rowCount(); ++row) {
        ++classes[static_cast<std::size_t>(FindingsModel::classOf(model.finding(row)))];
        ++reviewed[isReviewed(model.finding(row), model.review(row)) ? 1 : 0];
    }
    for (std::size_t i = 0; i < m_classes.size(); ++i)
        offerCount(*m_classes[i], wordsOf(static_cast<FindingsModel::Class>(i)), classes[i],
            classes[i] > 0);
    const bool canReview = model.dataset() && model.dataset()->canReview;
    const bool isOffered = model.rowCount() > 0 && (canReview || reviewed[1] > 0);
    offerCount(*m_reviewed[0], tr("Not reviewed"), reviewed[0], isOffered);
    offerCount(*m_reviewed[1], tr("Reviewed"), reviewed[1], isOffered);
}

void FindingToggles::clear()
{
    for (QToolButton* toggle : m_classes)
        toggle->setChecked(false);
    for (QToolButton* toggle : m_reviewed)
        toggle->setChecked(false);
}

void FindingToggles::press(const FindingsFilter::Classes& classes, std::optional<bool> reviewed)
{
    for (std::size_t i = 0; i < m_classes.size(); ++i)
        m_classes[i]->setChecked(classes.test(i) && !m_classes[i]->isHidden());
    for (std::size_t i = 0; i < m_reviewed.size(); ++i)
        m_reviewed[i]->setChecked(reviewed == (i == 1) && !m_reviewed[i]->isHidden());
}

FindingsFilter::Classes FindingToggles::classes() const
{
    FindingsFilter::Classes classes;
    for (std::size_t i = 0; i < m_classes.size(); ++i)
        classes.set(i, m_classes[i]->isChecked());
    return classes;
}

std::optional<bool> FindingToggles::reviewed() const
{
    if (m_reviewed[0]->isChecked() == m_reviewed[1]->isChecked())
        return std::nullopt;
    return m_reviewed[1]->isChecked();
}

void FindingToggles::drawIcons()
{
    const Colors& colors = colorsFor(palette());
    for (std::size_t i = 0; i < m_classes.size(); ++i)
        m_classes[i]->setIcon(iconOf(toneOf(static_cast<FindingsModel::Class>(i)), colors));
    for (std::size_t i = 0; i < m_reviewed.size(); ++i)
        m_reviewed[i]->setIcon(iconOf(kReviewedSigns[i], colors));
}

void FindingToggles::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_reviewed.back())
        drawIcons();
}

} // namespace cupel::ui
