#include "ui/pages/folded_part.h"

#include <QKeyEvent>
#include <QToolButton>
#include <QVBoxLayout>
#include <utility>

#include "ui/pages/text_forms.h"

namespace cupel::ui {
namespace {

/// A button that Enter presses as well.
class FoldButton : public QToolButton {
public:
    using QToolButton::QToolButton;

protected:
    void keyPressEvent(QKeyEvent* event) override
    {
        if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
            click();
        else
            QToolButton::keyPressEvent(event);
    }
};

} // namespace

FoldedPart::FoldedPart(const QString& summary, Filler filler, QWidget* parent)
    : QWidget(parent)
    , m_head(new FoldButton(this))
    , m_filler(std::move(filler))
{
    constexpr qsizetype kLongest = 120;
    const QString cut
        = summary.size() > kLongest ? summary.left(kLongest) + QStringLiteral("…") : summary;
    m_head->setText(buttonText(cut));
    m_head->setAccessibleName(summary);
    m_head->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_head->setArrowType(Qt::RightArrow);
    m_head->setAutoRaise(true);
    m_head->setCheckable(true);
    m_head->setFocusPolicy(Qt::StrongFocus);
    auto* const column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_head, 0, Qt::AlignLeading);
    connect(m_head, &QToolButton::toggled, this, &FoldedPart::show);
}

bool FoldedPart::isOpen() const
{
    return m_head->isChecked();
}

void FoldedPart::open()
{
    m_head->setChecked(true);
}

void FoldedPart::show(bool isOpen)
{
    m_head->setArrowType(isOpen ? Qt::DownArrow : Qt::RightArrow);
    if (isOpen && !m_content) {
        m_content = new QWidget(this);
        auto* const column = new QVBoxLayout(m_content);
        column->setContentsMargins(18, 4, 0, 4);
        column->setSpacing(10);
        m_filler(*column);
        layout()->addWidget(m_content);
    }
    if (m_content)
        m_content->setVisible(isOpen);
}

} // namespace cupel::ui
