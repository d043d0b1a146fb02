#include "ui/dialogs/finding_box.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QCompleter>
#include <QKeyEvent>
#include <QLineEdit>
#include <utility>

namespace cupel::ui {

FindingBox::FindingBox(Find find, QWidget* parent)
    : QComboBox(parent)
    , m_find(find)
{
    constexpr int kLetters = 30;
    setEditable(true);
    setInsertPolicy(QComboBox::NoInsert);
    setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    setMinimumContentsLength(kLetters);
    completer()->setCompletionMode(QCompleter::PopupCompletion);
    completer()->setFilterMode(Qt::MatchContains);
    completer()->setCaseSensitivity(find == Find::Part ? Qt::CaseInsensitive : Qt::CaseSensitive);
    completer()->popup()->installEventFilter(this);
    lineEdit()->installEventFilter(this);
    connect(lineEdit(), &QLineEdit::editingFinished, this, &FindingBox::settle);
}

/// Tab leaves the box also where what was typed is listed below it.
bool FindingBox::eventFilter(QObject* object, QEvent* event)
{
    if (event->type() != QEvent::KeyPress)
        return QComboBox::eventFilter(object, event);
    const int key = static_cast<QKeyEvent*>(event)->key();
    QWidget* const popup = completer()->popup();
    if ((key == Qt::Key_Tab || key == Qt::Key_Backtab) && popup->isVisible()) {
        popup->hide();
        if (object == popup) {
            QApplication::sendEvent(lineEdit(), event);
            return true;
        }
    }
    return QComboBox::eventFilter(object, event);
}

int FindingBox::found(const QString& text) const
{
    if (const int whole = findText(text, Qt::MatchFixedString | Qt::MatchCaseSensitive); whole >= 0)
        return whole;
    if (m_find == Find::Whole || text.isEmpty())
        return -1;
    // By its whole name, before what is told of it.
    const QString name = text + QStringLiteral("   ");
    int last = -1;
    int parts = 0;
    for (int i = 0; i < count(); ++i) {
        if (itemText(i).startsWith(name))
            return i;
        if (itemText(i).contains(text, Qt::CaseInsensitive)) {
            last = i;
            ++parts;
        }
    }
    return parts == 1 ? last : -1;
}

void FindingBox::settle()
{
    const QString text = currentText();
    const int before = currentIndex();
    if (text == itemText(before))
        return;
    const int place = found(text);
    if (place >= 0) {
        setCurrentIndex(place);
        setEditText(itemText(place));
        m_wasNamed
            = itemText(place) == text || itemText(place).startsWith(text + QStringLiteral("   "));
        return;
    }
    Q_EMIT typed(text);
    m_wasNamed = currentIndex() != before;
    if (!m_wasNamed)
        setEditText(itemText(before));
}

bool FindingBox::wasNamed()
{
    settle();
    return std::exchange(m_wasNamed, true);
}

} // namespace cupel::ui
