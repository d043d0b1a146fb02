#include "ui/pages/cell_reader.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/pages/text_forms.h"
#include "ui/theme/plain_label.h"
#include "ui/theme/plural_forms.h"
#include "ui/theme/shown.h"

namespace cupel::ui {

CellReader::CellReader(QWidget* parent)
    : QWidget(parent)
    , m_place(new PlainLabel({}, PlainLabel::Look::Small))
    , m_copy(new QPushButton(tr("Copy the cell")))
    , m_text(new QPlainTextEdit)
{
    m_text->setReadOnly(true);
    m_text->setAccessibleName(tr("Whole cell"));
    m_text->setTabChangesFocus(true);
    m_text->setMinimumHeight(fontMetrics().lineSpacing() * 2);
    m_copy->setAccessibleName(m_copy->text());
    // A name without a blank is as wide as it is long.
    m_place->setSizePolicy(QSizePolicy::Ignored, m_place->sizePolicy().verticalPolicy());
    auto* head = new QHBoxLayout;
    head->addWidget(m_place, 1);
    head->addWidget(m_copy);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addLayout(head);
    layout->addWidget(m_text, 1);
    connect(m_copy, &QPushButton::clicked, this, [this] {
        QGuiApplication::clipboard()->setText(
            QString::fromUtf8(m_cell.data(), static_cast<qsizetype>(m_cell.size())));
    });
    clear();
}

void CellReader::setCell(const std::string& column, std::uint64_t row, std::uint64_t line,
    const std::string& cell, bool isMissing)
{
    m_cell = cell;
    const QString size = isMissing
        ? tr("missing")
        : tr("%1 byte(s)", nullptr, pluralOf(static_cast<std::int64_t>(cell.size())))
              .arg(counted(static_cast<std::int64_t>(cell.size())));
    m_place->setText(tr("%1 – row %2, line %3 of the file, %4")
                         .arg(shownShort(column), counted(static_cast<std::int64_t>(row)),
                             counted(static_cast<std::int64_t>(line)), size));
    m_text->setPlainText(shownLines({base::DataText::value(cell)}));
    m_copy->setEnabled(true);
}

void CellReader::clear()
{
    m_cell.clear();
    m_place->setText(tr("Choose a cell to read all of it."));
    m_text->clear();
    m_copy->setEnabled(false);
}

} // namespace cupel::ui
