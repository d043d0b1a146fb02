#pragma once

#include <QWidget>
#include <array>

#include "ui/jobs/open_dataset.h"
#include "ui/models/finding_review.h"

class QAbstractItemView;
class QPushButton;

namespace cupel::ui {

class PlainLabel;

/// What a person can do with a finding.
enum class Triage { Accept, RequestFix, Waive, Comment };

/// The buttons for that, with the keys that do the same in the list of findings.
class FindingTriage : public QWidget {
    Q_OBJECT

public:
    explicit FindingTriage(QWidget* parent = nullptr);

    /// Show what is said of a finding of the dataset; null: none is chosen.
    void setFinding(
        const OpenDatasetPtr& dataset, const findings::Finding* finding, const FindingReview& said);

Q_SIGNALS:
    void asked(cupel::ui::Triage what);

protected:
    void changeEvent(QEvent* event) override;

private:
    QPushButton* buttonOf(Triage what) const { return m_buttons[static_cast<std::size_t>(what)]; }
    void offer(Triage what, const QString& whyNot, const QString& tip);
    void drawSigns();

    std::array<QPushButton*, 4> m_buttons{};
    std::array<bool, 4> m_stands{}; ///< what is said already
    PlainLabel* m_why; ///< nothing can be said of the dataset
};

/// A, F, W and C ask for that while a list has the focus. They do nothing anywhere else, so they
/// never stand in the way of typing.
class TriageKeys : public QObject {
    Q_OBJECT

public:
    /// Lives as long as the view.
    explicit TriageKeys(QAbstractItemView* view);

Q_SIGNALS:
    void asked(cupel::ui::Triage what);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
};

} // namespace cupel::ui
