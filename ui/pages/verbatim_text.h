#pragma once

#include <QPlainTextEdit>

namespace cupel::ui {

/// The text of a document or a command, line by line as it is. Nothing in it acts; a long one
/// scrolls.
class VerbatimText : public QPlainTextEdit {
    Q_OBJECT

public:
    explicit VerbatimText(const QString& text, QWidget* parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void fit();

    int m_height = 0;
};

} // namespace cupel::ui
