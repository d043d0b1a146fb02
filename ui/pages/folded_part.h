#pragma once

#include <QWidget>
#include <functional>

class QToolButton;
class QVBoxLayout;

namespace cupel::ui {

/// A part that is folded away behind its summary until someone asks for it. What is in it is made
/// then.
class FoldedPart : public QWidget {
    Q_OBJECT

public:
    using Filler = std::function<void(QVBoxLayout&)>;
    FoldedPart(const QString& summary, Filler filler, QWidget* parent = nullptr);

    bool isOpen() const;
    void open();

private:
    void show(bool isOpen);

    QToolButton* m_head;
    QWidget* m_content = nullptr;
    Filler m_filler;
};

} // namespace cupel::ui
