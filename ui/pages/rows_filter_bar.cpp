#include "ui/pages/rows_filter_bar.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QToolButton>
#include <QVBoxLayout>

#include "core/counts/where.h"
#include "core/reports/text_forms.h"
#include "ui/pages/filter_words.h"
#include "ui/pages/flow_layout.h"
#include "ui/pages/page_filter.h"
#include "ui/pages/text_forms.h"
#include "ui/theme/plain_label.h"
#include "ui/theme/shown.h"
#include "ui/theme/tip.h"
#include "ui/theme/tone.h"

namespace cupel::ui {
namespace {

/// Where the n-th code point of a text begins, n from 1.
int positionOf(const QString& text, std::uint64_t codePoint)
{
    int at = 0;
    for (std::uint64_t i = 1; i < codePoint && at < text.size(); ++i)
        at += text.at(at).isHighSurrogate() && at + 1 < text.size() ? 2 : 1;
    return at;
}

/// A message may quote a name of a megabyte.
QString problemWords(const std::string& text)
{
    constexpr std::size_t kColumns = 400;
    return shown(reports::shortened(text, kColumns));
}

} // namespace

RowsFilterBar::RowsFilterBar(QWidget* parent)
    : QWidget(parent)
    , m_text(new QLineEdit)
    , m_problem(new PlainLabel)
    , m_chips(new QWidget)
    , m_chipRow(new FlowLayout(m_chips))
{
    auto* label = new PlainLabel(tr("Rows where"));
    label->setWordWrap(false);
    label->setBuddy(m_text);
    m_text->setPlaceholderText(tr("sex = 'Female' and age >= 40 — Enter applies"));
    m_text->setAccessibleName(tr("Filter of rows"));
    m_text->setObjectName(filterName());
    m_text->setClearButtonEnabled(true);
    m_problem->setAccessibleName(tr("What is wrong with the filter"));
    m_problem->hide();
    auto* line = new QHBoxLayout;
    line->addWidget(label);
    line->addWidget(m_text, 1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addLayout(line);
    layout->addWidget(m_problem);
    layout->addWidget(m_chips);
    connect(m_text, &QLineEdit::returnPressed, this, &RowsFilterBar::read);
    connect(m_text, &QLineEdit::textEdited, this, [this](const QString& text) {
        m_problem->hide();
        if (text.isEmpty())
            read(); // the clear button
    });
}

void RowsFilterBar::setDescription(const counts::Description* description)
{
    m_description = description;
    setFilter({});
}

void RowsFilterBar::setFilter(const counts::Filter& filter)
{
    m_filter = filter;
    m_problem->hide();
    m_text->setText(m_description ? shown(splitFilter(filter, *m_description).text) : QString());
    showChips();
}

std::optional<std::string> RowsFilterBar::whereText() const
{
    if (!m_description)
        return std::nullopt;
    const SplitFilter split = splitFilter(m_filter, *m_description);
    return split.unsaid.terms.empty() ? std::optional(split.text) : std::nullopt;
}

void RowsFilterBar::read()
{
    if (!m_description)
        return;
    const SplitFilter split = splitFilter(m_filter, *m_description);
    if (m_text->text() == shown(split.text) && m_problem->isHidden())
        return;
    const auto read = counts::parseWhere(bytesOf(m_text->text()), *m_description);
    if (!read) {
        showProblem(read.error());
        return;
    }
    m_problem->hide();
    Q_EMIT chosen(counts::conjunction(split.unsaid, *read));
}

void RowsFilterBar::showProblem(const base::Error& error)
{
    QPalette colored = m_problem->palette();
    colored.setColor(QPalette::WindowText, colorOf(reports::Tone::Error, colorsFor(palette())));
    m_problem->setPalette(colored);
    QString text = tr("Not applied: %1").arg(problemWords(error.message));
    if (!error.hint.empty())
        text += QStringLiteral(" – ") + problemWords(error.hint);
    m_problem->setText(text);
    m_problem->show();
    if (error.where.column > 0)
        m_text->setCursorPosition(positionOf(m_text->text(), error.where.column));
    m_text->setFocus();
}

void RowsFilterBar::showChips()
{
    while (QLayoutItem* item = m_chipRow->takeAt(0)) {
        item->widget()->deleteLater(); // it may be the one that was pressed
        item->widget()->hide();
        delete item;
    }
    if (m_filter.terms.empty()) {
        auto* all = new PlainLabel(tr("All rows"), PlainLabel::Look::Small);
        all->setWordWrap(false);
        m_chipRow->addWidget(all);
    }
    for (std::size_t i = 0; i < m_filter.terms.size(); ++i) {
        const QString words = termWords(m_filter.terms[i]);
        auto* chip = new QToolButton;
        const QString cut = fontMetrics().elidedText(
            words, Qt::ElideMiddle, fontMetrics().averageCharWidth() * 70);
        chip->setText(buttonText(cut) + QStringLiteral("  ✕"));
        setTip(*chip, tr("%1\nPress to take this condition away.").arg(words));
        chip->setAccessibleName(tr("Take away the condition %1").arg(words));
        chip->setFocusPolicy(Qt::StrongFocus);
        connect(
            chip, &QToolButton::clicked, this, [this, i] { Q_EMIT chosen(without(m_filter, i)); });
        m_chipRow->addWidget(chip);
    }
}

} // namespace cupel::ui
