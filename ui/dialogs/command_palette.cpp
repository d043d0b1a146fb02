#include "ui/dialogs/command_palette.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QVBoxLayout>
#include <algorithm>
#include <utility>

namespace cupel::ui {
namespace {

/// Whether all words occur in the text.
bool holdsAll(const QString& text, const QStringList& words)
{
    return std::all_of(words.begin(), words.end(),
        [&](const QString& word) { return text.contains(word, Qt::CaseInsensitive); });
}

/// What the list shows of a text: it lays out all that it has got.
QString beginningOf(const QString& text)
{
    constexpr qsizetype kMost = 300;
    if (text.size() <= kMost)
        return text;
    const bool isWithinLetter = text[kMost - 1].isHighSurrogate();
    return text.left(isWithinLetter ? kMost - 1 : kMost) + QStringLiteral("…");
}

} // namespace

CommandPalette::CommandPalette(std::vector<Command> commands, QWidget* parent)
    : QDialog(parent)
    , m_commands(std::move(commands))
    , m_text(new QLineEdit)
    , m_list(new QListWidget)
{
    setWindowTitle(tr("Find"));
    m_text->setPlaceholderText(tr("Type a part of an action, a column or a finding"));
    m_text->setAccessibleName(tr("What to find"));
    m_list->setAccessibleName(tr("What was found"));
    m_list->setUniformItemSizes(true);
    m_list->setTextElideMode(Qt::ElideRight);
    auto* column = new QVBoxLayout(this);
    column->addWidget(m_text);
    column->addWidget(m_list, 1);
    const int unit = fontMetrics().height();
    resize(unit * 40, unit * 24);
    m_text->installEventFilter(this);
    connect(m_text, &QLineEdit::textChanged, this, &CommandPalette::search);
    connect(m_text, &QLineEdit::returnPressed, this, &CommandPalette::runCurrent);
    connect(m_list, &QListWidget::itemActivated, this, &CommandPalette::runCurrent);
    search({});
}

bool CommandPalette::eventFilter(QObject* object, QEvent* event)
{
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        const int step = key == Qt::Key_Down ? 1 : key == Qt::Key_Up ? -1 : 0;
        if (step != 0 && m_list->count() > 0) {
            m_list->setCurrentRow(std::clamp(m_list->currentRow() + step, 0, m_list->count() - 1));
            return true;
        }
    }
    return QDialog::eventFilter(object, event);
}

void CommandPalette::search(const QString& text)
{
    const QStringList words = text.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    m_list->clear();
    for (std::size_t i = 0; i < m_commands.size() && m_list->count() < kMostShown; ++i) {
        if (!holdsAll(m_commands[i].text, words))
            continue;
        auto* item = new QListWidgetItem(
            QStringLiteral("%1:  %2").arg(m_commands[i].kind, beginningOf(m_commands[i].text)),
            m_list);
        item->setData(Qt::UserRole, QVariant::fromValue(static_cast<qulonglong>(i)));
    }
    if (m_list->count() == 0) {
        auto* const none = new QListWidgetItem(tr("Nothing has all of these words."), m_list);
        none->setFlags(Qt::NoItemFlags);
    }
    m_list->setCurrentRow(0);
}

void CommandPalette::runCurrent()
{
    const QListWidgetItem* item = m_list->currentItem();
    if (!item || !(item->flags() & Qt::ItemIsEnabled))
        return;
    const auto run = m_commands[item->data(Qt::UserRole).toULongLong()].run;
    accept();
    run();
}

} // namespace cupel::ui
