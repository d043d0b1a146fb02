#include "ui/pages/check_button.h"

#include <QFrame>
#include <QLineEdit>
#include <QListView>
#include <QSortFilterProxyModel>
#include <QVBoxLayout>

#include "ui/theme/shown.h"
#include "ui/theme/tip.h"

namespace cupel::ui {
namespace {

constexpr int kButtonCharacters = 26;
constexpr int kNamesSeen = 14;
constexpr int kManyNames = 10; ///< from which on a field to search is of use

} // namespace

void CheckModel::setNames(const QStringList& names, const std::set<int>& checked)
{
    beginResetModel();
    m_names = names;
    m_checked = checked;
    endResetModel();
}

int CheckModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_names.size());
}

QVariant CheckModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    if (role == Qt::DisplayRole || role == Qt::AccessibleTextRole)
        return m_names.at(index.row());
    if (role == Qt::CheckStateRole)
        return QVariant::fromValue(
            static_cast<int>(m_checked.count(index.row()) > 0 ? Qt::Checked : Qt::Unchecked));
    return {};
}

bool CheckModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    if (role != Qt::CheckStateRole || !checkIndex(index, CheckIndexOption::IndexIsValid))
        return false;
    if (value.toInt() == Qt::Checked)
        m_checked.insert(index.row());
    else
        m_checked.erase(index.row());
    Q_EMIT dataChanged(index, index, {Qt::CheckStateRole});
    Q_EMIT checkedChanged();
    return true;
}

Qt::ItemFlags CheckModel::flags(const QModelIndex& index) const
{
    return QAbstractListModel::flags(index) | Qt::ItemIsUserCheckable;
}

CheckButton::CheckButton(QWidget* parent)
    : QToolButton(parent)
    , m_model(new CheckModel(this))
    , m_filtered(new QSortFilterProxyModel(this))
    , m_popup(new QFrame(this, Qt::Popup))
    , m_search(new QLineEdit)
    , m_list(new QListView)
{
    m_filtered->setSourceModel(m_model);
    m_filtered->setFilterCaseSensitivity(Qt::CaseInsensitive);
    setFocusPolicy(Qt::StrongFocus);
    setArrowType(Qt::DownArrow);
    setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    makePopup();
    connect(this, &QToolButton::clicked, this, &CheckButton::openList);
    connect(m_model, &CheckModel::checkedChanged, this, [this] {
        m_wasToggled = true;
        updateText();
        Q_EMIT checkedChanged();
    });
}

void CheckButton::makePopup()
{
    m_popup->setFrameShape(QFrame::StyledPanel);
    auto* layout = new QVBoxLayout(m_popup);
    layout->setContentsMargins(4, 4, 4, 4);
    layout->addWidget(m_search);
    layout->addWidget(m_list);
    m_search->setPlaceholderText(tr("Find"));
    m_search->setAccessibleName(tr("Find a name in the list"));
    m_search->setClearButtonEnabled(true);
    m_list->setModel(m_filtered);
    m_list->setUniformItemSizes(true);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    connect(m_search, &QLineEdit::textChanged, m_filtered,
        &QSortFilterProxyModel::setFilterFixedString);
    // A click on the name does what one on its box does.
    connect(m_list, &QListView::pressed, this, [this] { m_wasToggled = false; });
    connect(m_list, &QListView::clicked, this, [this](const QModelIndex& index) {
        if (!m_wasToggled)
            toggle(index);
    });
}

void CheckButton::toggle(const QModelIndex& index)
{
    const bool isChecked = index.data(Qt::CheckStateRole).toInt() == Qt::Checked;
    m_filtered->setData(
        index, static_cast<int>(isChecked ? Qt::Unchecked : Qt::Checked), Qt::CheckStateRole);
}

void CheckButton::setNothingText(const QString& text)
{
    m_nothing = text;
    updateText();
}

void CheckButton::setNames(const QStringList& names, const std::set<int>& checked)
{
    m_model->setNames(names, checked);
    m_search->setVisible(names.size() > kManyNames);
    updateText();
}

void CheckButton::updateText()
{
    QStringList names;
    for (const int row : m_model->checked())
        names << m_model->names().value(row);
    const QString all = names.isEmpty() ? m_nothing : names.join(QStringLiteral(", "));
    const int width = fontMetrics().averageCharWidth() * kButtonCharacters;
    QString text = fontMetrics().elidedText(all, Qt::ElideRight, width);
    // What is no mnemonic must not become one.
    setText(text.replace(QLatin1Char('&'), QStringLiteral("&&")));
    setTip(*this, all);
}

QSize CheckButton::sizeHint() const
{
    const QSize hint = QToolButton::sizeHint();
    return {fontMetrics().averageCharWidth() * (kButtonCharacters + 4), hint.height()};
}

void CheckButton::openList()
{
    m_search->clear();
    const int rows = std::clamp(m_filtered->rowCount(), 1, kNamesSeen);
    m_list->setFixedHeight(rows * std::max(m_list->sizeHintForRow(0), fontMetrics().height())
        + 2 * m_list->frameWidth() + 2);
    m_list->setAccessibleName(accessibleName());
    m_popup->setMinimumWidth(width());
    m_popup->adjustSize();
    m_popup->move(mapToGlobal(QPoint(0, height())));
    m_popup->show();
    QWidget* first = m_model->rowCount() > kManyNames ? static_cast<QWidget*>(m_search) : m_list;
    first->setFocus(Qt::PopupFocusReason);
    if (m_filtered->rowCount() > 0)
        m_list->setCurrentIndex(m_filtered->index(0, 0));
}

} // namespace cupel::ui
