#pragma once

#include <QWidget>
#include <string>
#include <vector>

#include "core/audits/roles.h"
#include "core/table/column.h"

class QComboBox;
class QLineEdit;

namespace cupel::ui {

class PlainLabel;

/// What the cells of one column are taken for: why it has its type, which another one can take the
/// place of, and the texts that mean missing there.
class ColumnReading : public QWidget {
    Q_OBJECT

public:
    explicit ColumnReading(QWidget* parent = nullptr);

    /// `roles`: may give the column a type and such texts. It need not outlive the call.
    void setColumn(const table::Column& column, const audits::Roles& roles);
    void clear();

Q_SIGNALS:
    /// An empty one: as the cells are.
    void typeChosen(const std::string& column, const std::string& type);
    void missingChosen(const std::string& column, const std::vector<std::string>& tokens);

private:
    std::string m_column;
    std::vector<std::string> m_tokens; ///< that were told last
    QString m_readTokens; ///< the same as a person reads them
    PlainLabel* m_name;
    QComboBox* m_type;
    QLineEdit* m_missing;
    PlainLabel* m_evidence;
};

/// Why a column has its type: "integer: so are all of its 200 cells".
QString typeEvidence(const table::Column& column);

} // namespace cupel::ui
