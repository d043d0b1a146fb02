#pragma once

#include "ui/pages/chart_page.h"

namespace cupel::ui {

/// "Which classes are rare?": the classes of the label, alone, inside each group and in each split.
class BalancePage : public ChartPage {
    Q_OBJECT

public:
    using ChartPage::ChartPage;

    PageId id() const override { return PageId::Balance; }
    QString title() const override { return tr("Balance"); }

protected:
    QString emptyReason() const override;
    void fill() override;

private:
    void addClasses(const reports::AuditReport& audit);
    void addUnknown(const reports::AuditReport* audit);
    void addSplits(const reports::AuditReport& audit);
};

} // namespace cupel::ui
