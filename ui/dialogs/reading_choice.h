#pragma once

#include <QWidget>

#include "core/readers/csv_reader.h"

class QCheckBox;
class QComboBox;
class QLineEdit;

namespace cupel::ui {

/// How the cells of a file are told apart, and how its columns are called.
class ReadingChoice : public QWidget {
    Q_OBJECT

public:
    explicit ReadingChoice(QWidget* parent = nullptr);

    readers::CsvOptions options() const;
    void setOptions(const readers::CsvOptions& options);
    bool hasHeader() const;
    /// Take the first line for a row; nobody chose that.
    void takeFirstLineForARow();

Q_SIGNALS:
    /// A person chose something.
    void changed();

private:
    QComboBox* m_delimiter;
    QComboBox* m_quote;
    QCheckBox* m_header;
    QLineEdit* m_names; ///< of the columns, where the first line does not say them
    QString m_readNames; ///< that were told last
};

} // namespace cupel::ui
