#include "core/reports/table_csv.h"

#include <cstdint>

#include "core/base/number.h"
#include "core/reports/csv_text.h"
#include "core/reports/terminal_text.h"

namespace cupel::reports {
namespace {

/// The guard looks at the text as it is: a tab that becomes "\t" is guarded as well.
std::string guardedCell(const std::string& text)
{
    std::string shown = visibleControls(text);
    if (csvCell(text, FormulaGuard::On) != csvCell(text, FormulaGuard::Off)
        && csvCell(shown, FormulaGuard::On) == csvCell(shown, FormulaGuard::Off))
        shown.insert(shown.begin(), '\'');
    return csvCell(shown, FormulaGuard::On);
}

struct CellText {
    const PrivacyView& view;

    std::string operator()(std::monostate) const { return {}; }
    std::string operator()(std::int64_t whole) const { return base::formatInteger(whole); }
    std::string operator()(double number) const { return base::formatNumber(number); }
    std::string operator()(const base::DataText& text) const
    {
        return guardedCell(view.show(text));
    }
    std::string operator()(const std::string& own) const { return guardedCell(own); }
};

} // namespace

std::string tableCsv(const audits::ResultTable& table, const PrivacyView& view)
{
    std::string csv;
    for (std::size_t i = 0; i < table.columns.size(); ++i)
        csv += (i > 0 ? "," : "") + guardedCell(table.columns[i]);
    csv += "\r\n";
    for (const auto& row : table.rows) {
        for (std::size_t i = 0; i < row.size(); ++i)
            csv += (i > 0 ? "," : "") + std::visit(CellText{view}, row[i]);
        csv += "\r\n";
    }
    return csv;
}

} // namespace cupel::reports
