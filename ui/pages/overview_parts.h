#pragma once

#include <QObject>
#include <vector>

#include "core/audits/roles.h"
#include "core/reports/finding_texts.h"
#include "core/reports/page.h"
#include "ui/jobs/open_dataset.h"
#include "ui/pages/block_widgets.h"
#include "ui/pages/role_choice.h"
#include "ui/pages/target.h"

class QLayout;
class QVBoxLayout;

namespace cupel::ui {

class ReadingColumn;

/// What the parts of the overview ask for. Lives in the column that it belongs to.
class OverviewRequests : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

Q_SIGNALS:
    void followed(const cupel::ui::Target& target);
    void rolesEdited(const cupel::ui::RolesEdit& edit);
};

/// Fills the column of the overview. What it makes copies what it needs of the dataset, which has
/// to live only while add() runs.
class OverviewParts {
public:
    OverviewParts(const OpenDataset& dataset, ReadingColumn& column);

    OverviewRequests* requests() const { return m_requests; }
    void add();

private:
    void addHeading(const QString& text, const char* anchor);
    void addParagraph(const QString& text);
    void addTitle();
    void addReasons();
    void addLimits();
    void addTiles();
    void addMatters();
    void addAreas();
    void addNotRun();
    void addNotRunRow(const reports::NotRun& one);
    void addInput();
    void addRejected();
    void addRoles();
    void addProposals();
    void addProposal(const audits::Proposal& proposal);
    void addCommand();
    QLayout* copyButton();

    const OpenDataset& m_open;
    const reports::DatasetReport& m_dataset;
    ReadingColumn& m_reading;
    QVBoxLayout& m_column;
    OverviewRequests* m_requests;
    BlockContext m_context;
};

} // namespace cupel::ui
