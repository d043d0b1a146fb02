#pragma once

#include <QWidget>
#include <optional>
#include <string>

#include "core/base/result.h"
#include "core/counts/count_source.h"

class QLineEdit;

namespace cupel::ui {

class FlowLayout;
class PlainLabel;

/// The filter of the rows: a text in the language of the command line, and a chip for each term.
class RowsFilterBar : public QWidget {
    Q_OBJECT

public:
    explicit RowsFilterBar(QWidget* parent = nullptr);

    /// `description` outlives the bar's use of it; null: there is nothing to filter.
    void setDescription(const counts::Description* description);
    /// Show a filter.
    void setFilter(const counts::Filter& filter);
    const counts::Filter& filter() const { return m_filter; }
    /// The filter as --where takes it; none: that language cannot say it.
    std::optional<std::string> whereText() const;
    QLineEdit* edit() const { return m_text; }

Q_SIGNALS:
    /// The person wants these rows.
    void chosen(const cupel::counts::Filter& filter);

private:
    void read();
    void showChips();
    void showProblem(const base::Error& error);

    const counts::Description* m_description = nullptr;
    counts::Filter m_filter;
    QLineEdit* m_text;
    PlainLabel* m_problem;
    QWidget* m_chips;
    FlowLayout* m_chipRow;
};

} // namespace cupel::ui
