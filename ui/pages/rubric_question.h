#pragma once

#include <QWidget>

#include "core/rubric/questions.h"

class QVBoxLayout;

namespace cupel::ui {

class HeadingLabel;

/// One question of a rubric with its answer, the evidence, and who stands behind it. Below them
/// there is room for whoever answers it.
class RubricQuestion : public QWidget {
    Q_OBJECT

public:
    /// The question has to live only while this is made.
    explicit RubricQuestion(const rubric::Question& question, QWidget* parent = nullptr);

    HeadingLabel* heading() const { return m_heading; }
    QVBoxLayout* column() const { return m_column; }

private:
    HeadingLabel* m_heading;
    QVBoxLayout* m_column;
};

} // namespace cupel::ui
