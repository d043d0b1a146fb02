#pragma once

#include <QWidget>

#include "core/audits/roles.h"
#include "core/pipeline/review.h"
#include "ui/jobs/open_dataset.h"
#include "ui/pages/role_choice.h"
#include "ui/pages/target.h"

namespace cupel::ui {

/// One question about the open dataset, as a tab of the window. A page computes nothing: it shows
/// what the report says and asks the window for everything else.
class Page : public QWidget {
    Q_OBJECT

public:
    using QWidget::QWidget;

    virtual PageId id() const = 0;
    /// Name of the tab.
    virtual QString title() const = 0;
    /// Show a dataset; null: none is open. What was chosen on the page stays where it still fits.
    virtual void setDataset(const OpenDatasetPtr& dataset) = 0;
    /// Answers that are being written on the page, of this and of other datasets, and would be lost
    /// with it.
    virtual std::size_t answersInWork() const { return 0; }
    /// Bring a place on this page into view, and give it the focus.
    virtual void reveal(const Target& target) = 0;

    /// How the page is arranged: columns of tables, what is filtered, where parts meet. Empty:
    /// there is nothing to arrange.
    virtual QByteArray layoutState() const { return {}; }
    /// Arrange it so again, as far as it still fits.
    virtual void restoreLayout(const QByteArray& /*state*/) { }

Q_SIGNALS:
    /// Something on the page leads there.
    void followed(const cupel::ui::Target& target);
    /// The person wants the audits to run again with these roles.
    void rolesChosen(const cupel::audits::Roles& roles);
    /// The same with a change of the roles that were chosen last, though their audit may still run.
    void rolesEdited(const cupel::ui::RolesEdit& edit);
    /// The person says something of the dataset, which is in OpenDataset::review soon after, or
    /// takes it back. `words` name the edit for the undo menu: "waive a finding". Only where the
    /// dataset can be reviewed.
    void said(
        const QString& words, const std::string& target, const cupel::pipeline::ReviewValue& value);
    void unsaid(const QString& words, cupel::pipeline::ReviewKind kind, const std::string& target);
};

} // namespace cupel::ui
