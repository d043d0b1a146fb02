#pragma once

#include <QWidget>
#include <string>
#include <vector>

#include "ui/jobs/open_dataset.h"

namespace cupel::ui {

/// What some audits found, the worst first, each a link to the finding.
class FindingLinks : public QWidget {
    Q_OBJECT

public:
    FindingLinks(const OpenDataset& dataset, const std::vector<std::string>& audits,
        QWidget* parent = nullptr);

    int count() const { return m_count; }

Q_SIGNALS:
    /// Empty: all findings.
    void followed(const std::string& finding);

private:
    int m_count = 0;
};

} // namespace cupel::ui
