#pragma once

#include <QWidget>

#include "ui/jobs/open_dataset.h"
#include "ui/pages/role_choice.h"

namespace cupel::ui {

/// Columns that could be the label or the groups, each with why, and a button that makes it so.
class ProposalList : public QWidget {
    Q_OBJECT

public:
    enum class Wanted { Label, Group };
    ProposalList(const OpenDataset& dataset, Wanted wanted, QWidget* parent = nullptr);

    int count() const { return m_count; }

Q_SIGNALS:
    void rolesEdited(const cupel::ui::RolesEdit& edit);

private:
    int m_count = 0;
};

} // namespace cupel::ui
