#pragma once

#include <QPointer>

#include "ui/pages/chart_page.h"

namespace cupel::ui {

class PanelFrame;
class RolesBar;

/// "How do the groups differ?": who the groups are, the favourable label and the predictions by
/// group, and by the subgroups of two columns.
class FairnessPage : public ChartPage {
    Q_OBJECT

public:
    explicit FairnessPage(QWidget* parent = nullptr);

    PageId id() const override { return PageId::Fairness; }
    QString title() const override { return tr("Fairness"); }
    void setDataset(const OpenDatasetPtr& dataset) override;

    RolesBar& bar() { return *m_bar; }

protected:
    QString emptyReason() const override;
    void fill() override;
    void beforeClear() override;

private:
    void addGaps(const reports::AuditReport& audit);
    void addUnknown(const reports::AuditReport* audit);
    void addPredictions();

    PanelFrame* m_frame; ///< around the bar; it outlives what is below it
    RolesBar* m_bar;
    QPointer<QWidget> m_focus; ///< in the bar, while the column is made anew
};

} // namespace cupel::ui
