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
    /// Put a part with a layout of its own below the others. Unlike what is added to column(), it
    /// takes its room at once, so that nothing above it is laid out again.
    void append(QWidget* part);
    void place(const std::string& anchor, QWidget* widget);
    /// Bring a place into view and give it the focus. False: there is none of this name.
    bool showPlace(const std::string& anchor);
    void showWidget(QWidget* widget);
    /// Bring a widget into view once it has its place, and leave the focus where it is.
    void bringIntoView(QWidget* widget);
    /// Give the focus to a place, and scroll nowhere. False: there is none of this name.
    bool focusPlace(const std::string& anchor);

    /// How far it is scrolled, and back there once what is in it has its place.
    int scrolled() const;
    void scrollTo(int position);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void giveRoom();
    enum class Direction { Forward, Back };
    void goToHeading(Direction direction);
    void limitWidth();
    void scrollWhenPossible();

    QWidget* m_sheet;
    QWidget* m_inner = nullptr;
    QVBoxLayout* m_column = nullptr;
    int m_wanted = 0; ///< where to scroll once what is in it has its place; 0: nowhere
    std::map<std::string, QPointer<QWidget>> m_places;
};

} // namespace cupel::ui
