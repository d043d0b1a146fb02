#include "ui/dialogs/more_roles.h"

#include <QListWidget>
#include <QSignalBlocker>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>
#include <utility>

#include "ui/theme/shown.h"

namespace cupel::ui {
namespace {

constexpr int kLeastLines = 3; ///< that are seen at once
constexpr int kMostLines = 6;

} // namespace

MoreRoles::MoreRoles(QWidget* parent)
    : QWidget(parent)
    , m_head(new QToolButton)
    , m_list(new QListWidget)
{
    m_head->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_head->setArrowType(Qt::RightArrow);
    m_head->setAutoRaise(true);
    m_head->setCheckable(true);
    m_head->setFocusPolicy(Qt::StrongFocus);
    m_list->setAccessibleName(tr("More roles and missing values"));
    m_list->setMinimumHeight(m_list->fontMetrics().lineSpacing() * (kLeastLines + 1));
    m_list->setMaximumHeight(m_list->fontMetrics().lineSpacing() * (kMostLines + 1));
    m_list->setUniformItemSizes(true);
    m_list->setVisible(false);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_head, 0, Qt::AlignLeading);
    column->addWidget(m_list);
    connect(m_head, &QToolButton::toggled, this, [this](bool isOpen) {
        m_head->setArrowType(isOpen ? Qt::DownArrow : Qt::RightArrow);
        m_list->setVisible(isOpen);
    });
    connect(m_list, &QListWidget::itemChanged, this, [this] {
        showCounts();
        Q_EMIT changed();
    });
    showCounts();
}

void MoreRoles::setLines(std::vector<RoleLine> lines)
{
    m_lines = std::move(lines);
    const QSignalBlocker quiet(m_list);
    m_list->clear();
    for (const RoleLine& line : m_lines) {
        auto* item = new QListWidgetItem(line.text, m_list);
        item->setToolTip(ui::toolTip(line.text));
        item->setFlags(item->flags() | Qt::ItemIsUserCheckable);
        item->setCheckState(line.isOn ? Qt::Checked : Qt::Unchecked);
    }
    if (m_list->count() > 0)
        m_list->setCurrentRow(0);
    const bool isSaid = std::any_of(
        m_lines.begin(), m_lines.end(), [](const RoleLine& line) { return line.isOn; });
    if (isSaid)
        m_head->setChecked(true);
    showCounts();
}

void MoreRoles::applyTo(audits::Roles& roles) const
{
    for (std::size_t i = 0; i < m_lines.size(); ++i) {
        if (m_list->item(static_cast<int>(i))->checkState() == Qt::Checked)
            m_lines[i].apply(roles);
    }
}

void MoreRoles::showCounts()
{
    int used = 0;
    for (int i = 0; i < m_list->count(); ++i)
        used += m_list->item(i)->checkState() == Qt::Checked ? 1 : 0;
    const int suggested = m_list->count() - used;
    const QString counts = m_list->count() == 0
        ? tr("nothing is suggested")
        : tr("%1 suggested and not used, %2 used").arg(counted(suggested), counted(used));
    m_head->setText(tr("&More roles (%1)").arg(counts));
    m_head->setAccessibleName(tr("More roles (%1)").arg(counts));
    m_head->setEnabled(m_list->count() > 0);
    if (m_list->count() == 0)
        m_head->setChecked(false);
}

} // namespace cupel::ui
