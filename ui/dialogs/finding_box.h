#pragma once

#include <QComboBox>

namespace cupel::ui {

/// A list of many texts in which a person finds one by typing it, or a part of it. What is found
/// nowhere is what a handler makes of it, or the choice before.
class FindingBox : public QComboBox {
    Q_OBJECT

public:
    enum class Find {
        Part, ///< a part that only one has stands for it
        Whole, ///< nothing but the whole text does
    };
    explicit FindingBox(Find find, QWidget* parent = nullptr);

    /// Take what is typed, as leaving the box does.
    void settle();
    /// Whether what was typed last is the name of what is chosen. It is asked once: whoever was
    /// told has seen what is chosen in its place.
    bool wasNamed();

Q_SIGNALS:
    /// A person left a text there that finds nothing, or more than one.
    void typed(const QString& text);

protected:
    bool eventFilter(QObject* object, QEvent* event) override;

private:
    int found(const QString& text) const;

    Find m_find;
    bool m_wasNamed = true;
};

} // namespace cupel::ui
