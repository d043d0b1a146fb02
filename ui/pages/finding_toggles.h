#pragma once

#include <QWidget>
#include <array>
#include <cstdint>
#include <optional>

#include "ui/models/findings_filter.h"

class QToolButton;

namespace cupel::ui {

/// What to see of the findings: which classes, and whether somebody decided about them. With none
/// of a kind pressed all are seen.
class FindingToggles : public QWidget {
    Q_OBJECT

public:
    explicit FindingToggles(QWidget* parent = nullptr);

    /// Offer what there is, with its numbers. What is pressed and still there stays so.
    void count(const FindingsModel& model);
    void clear();
    /// What is not offered stays as it is.
    void press(const FindingsFilter::Classes& classes, std::optional<bool> reviewed);

    FindingsFilter::Classes classes() const;
    std::optional<bool> reviewed() const;

Q_SIGNALS:
    void toggled();

protected:
    void changeEvent(QEvent* event) override;

private:
    QToolButton* makeToggle();
    void drawIcons();

    std::array<QToolButton*, FindingsModel::kClasses> m_classes{};
    std::array<QToolButton*, 2> m_reviewed{}; ///< not yet, and done
};

} // namespace cupel::ui
