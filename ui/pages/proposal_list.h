#pragma once

#include <QWidget>

#include "core/audits/roles.h"
#include "ui/jobs/open_dataset.h"

namespace cupel::ui {

/// Columns that could be the label or the groups, each with why, and a button that makes it so.
class ProposalList : public QWidget {
    Q_OBJECT

public:
    enum class Wanted { Label, Group };
    ProposalList(const OpenDataset& dataset, Wanted wanted, QWidget* parent = nullptr);

    int count() const { return m_count; }

Q_SIGNALS:
    /// The roles of the dataset with what was chosen.
    void rolesChosen(const cupel::audits::Roles& roles);

private:
    int m_count = 0;
};

} // namespace cupel::ui
