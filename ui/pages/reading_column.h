#pragma once

#include <QPointer>
#include <QScrollArea>
#include <map>
#include <string>

class QVBoxLayout;

namespace cupel::ui {

/// A column of widgets that is read from top to bottom, scrolled by keys, with places that can be
/// gone to. Alt+Down and Alt+Up go to the next and the previous heading.
class ReadingColumn : public QScrollArea {
    Q_OBJECT

public:
    explicit ReadingColumn(QWidget* parent = nullptr);

    QVBoxLayout& column() { return *m_column; }
    /// Take everything out and go back to the top.
    void clear();
    void place(const std::string& anchor, QWidget* widget);
    /// Bring a place into view and give it the focus. False: there is none of this name.
    bool showPlace(const std::string& anchor);
    void showWidget(QWidget* widget);

private:
    enum class Direction { Forward, Back };
    void goToHeading(Direction direction);
    void limitWidth();

    QWidget* m_sheet;
    QWidget* m_inner = nullptr;
    QVBoxLayout* m_column = nullptr;
    std::map<std::string, QPointer<QWidget>> m_places;
};

} // namespace cupel::ui
