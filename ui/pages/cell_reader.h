#pragma once

#include <QWidget>
#include <cstdint>
#include <string>

class QPlainTextEdit;
class QPushButton;

namespace cupel::ui {

class PlainLabel;

/// The whole text of one cell, with its lines, and where it stands.
class CellReader : public QWidget {
    Q_OBJECT

public:
    explicit CellReader(QWidget* parent = nullptr);

    /// A cell of a row and a line of the source, both from 1.
    void setCell(const std::string& column, std::uint64_t row, std::uint64_t line,
        const std::string& cell, bool isMissing);
    void clear();

private:
    PlainLabel* m_place;
    QPushButton* m_copy;
    QPlainTextEdit* m_text;
    std::string m_cell;
};

} // namespace cupel::ui
