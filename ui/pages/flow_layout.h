#pragma once

#include <QLayout>
#include <QList>

namespace cupel::ui {

/// Lays out widgets side by side, and in further rows where they do not fit. In each row all are as
/// high as the highest. Hidden ones take no place.
class FlowLayout : public QLayout {
public:
    explicit FlowLayout(QWidget* parent = nullptr);
    ~FlowLayout() override;

    void addItem(QLayoutItem* item) override;
    int count() const override;
    QLayoutItem* itemAt(int index) const override;
    QLayoutItem* takeAt(int index) override;
    Qt::Orientations expandingDirections() const override { return {}; }
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    void setGeometry(const QRect& rect) override;
    QSize sizeHint() const override;
    QSize minimumSize() const override;

private:
    enum class Pass { Measure, Place };
    QList<QLayoutItem*> shownItems() const;
    int arrange(const QRect& rect, Pass pass) const;

    QList<QLayoutItem*> m_items;
};

} // namespace cupel::ui
