#pragma once

#include <QWidget>
#include <cstddef>
#include <string>

#include "core/reports/report.h"

class QVBoxLayout;

namespace cupel::ui {

class HeadingLabel;

/// One field of a Data Card: what is asked, its state, the answers with their sources, and the
/// findings about it. Below the answers there is room for whoever edits them.
class CardField : public QWidget {
    Q_OBJECT

public:
    /// `field`: its place in the model. The dataset has to live only while this is made.
    CardField(const reports::DatasetReport& dataset, std::size_t field, QWidget* parent = nullptr);

    const std::string& key() const { return m_key; }
    HeadingLabel* heading() const { return m_heading; }
    QVBoxLayout* column() const { return m_column; }

Q_SIGNALS:
    void findingFollowed(const QString& id);

private:
    void addHead(const reports::DatasetReport& dataset, std::size_t field);
    void addAnswers(const card::FieldValue& value);
    void addFindings(const reports::DatasetReport& dataset, std::size_t field);

    std::string m_key;
    HeadingLabel* m_heading = nullptr;
    QVBoxLayout* m_column;
};

} // namespace cupel::ui
