#pragma once

#include <QLayout>
#include <QList>
#include <QWidget>

class QLabel;

namespace cupel::ui {

class MeterBar;

/// Shares, one below the other: a name, a bar and what it shows in words. The words stand beside
/// the bars where there is room for them, else below; where there is still less, all below each
/// other.
class MeterList : public QWidget {
    Q_OBJECT

public:
    explicit MeterList(QWidget* parent = nullptr);

    void add(const QString& name, double share, const QString& words);

protected:
    void changeEvent(QEvent* event) override;
};

/// Lays out what a MeterList shows.
class MeterLayout : public QLayout {
    Q_OBJECT

public:
    explicit MeterLayout(QWidget* parent);
    ~MeterLayout() override;

    void addRow(QLabel* name, MeterBar* bar, QLabel* words);

    void addItem(QLayoutItem* item) override;
    int count() const override;
    QLayoutItem* itemAt(int index) const override;
    QLayoutItem* takeAt(int index) override;
    QSize sizeHint() const override;
    QSize minimumSize() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    void setGeometry(const QRect& rect) override;

private:
    enum class Pass { Measure, Place };
    /// Where the three parts of a row stand, the same for all rows.
    struct Columns {
        int name = 0;
        int bar = 0;
        int words = 0;
        bool areWordsBelow = false;
        bool isBarBelow = false;
    };

    Columns columnsFor(int width) const;
    int arrange(const QRect& rect, Pass pass) const;
    int widest(int part) const;
    int unit() const;

    QList<QLayoutItem*> m_items; ///< three for each row
};

} // namespace cupel::ui
