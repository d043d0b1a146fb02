#include "ui/models/column_texts.h"

#include <QCoreApplication>
#include <QStringList>

#include "core/reports/mini_histogram.h"
#include "core/reports/text_forms.h"
#include "ui/theme/plural_forms.h"
#include "ui/theme/shown.h"

namespace cupel::ui {
namespace {

struct ColumnWords {
    Q_DECLARE_TR_FUNCTIONS(cupel::ui::ColumnWords)
};

QString typeText(table::ColumnType type)
{
    return shown(table::typeName(type));
}

bool isAlmostAnother(const counts::ColumnDescription& column)
{
    return !column.evidence.overridden && column.evidence.likely != column.type
        && column.evidence.likely != table::ColumnType::Text && column.evidence.likelyRows > 0;
}

std::int64_t presentCells(const table::ColumnProfile& profile)
{
    return profile.rows - profile.missing;
}

} // namespace

QString typeWords(const counts::ColumnDescription& column)
{
    const QString type = typeText(column.type);
    if (column.evidence.overridden)
        return ColumnWords::tr("%1, given").arg(type);
    return isAlmostAnother(column)
        ? ColumnWords::tr("%1, mostly %2").arg(type, typeText(column.evidence.likely))
        : type;
}

QString typeEvidenceWords(const counts::ColumnDescription& column)
{
    const table::TypeEvidence& evidence = column.evidence;
    const QString cells = counted(evidence.likelyRows + evidence.misfitRows);
    if (presentCells(column.profile) == 0)
        return ColumnWords::tr("%1; every cell is missing").arg(typeWords(column));
    QString words;
    if (evidence.overridden) {
        words = ColumnWords::tr("%1 of %2 cell(s) fit the type %3, which was given", nullptr,
            pluralOf(evidence.likelyRows + evidence.misfitRows))
                    .arg(counted(evidence.likelyRows), cells, typeText(column.type));
    } else if (isAlmostAnother(column)) {
        words = ColumnWords::tr("%1, though %2 of %3 cells are %4")
                    .arg(typeText(column.type), counted(evidence.likelyRows), cells,
                        typeText(evidence.likely));
    } else {
        return ColumnWords::tr("%1; decided by all %2 cells that are not missing")
            .arg(typeText(column.type), counted(presentCells(column.profile)));
    }
    QStringList misfits;
    for (const std::string& value : evidence.misfits)
        misfits += QLatin1Char('"') + shown(reports::shortened(value, 60)) + QLatin1Char('"');
    return misfits.isEmpty()
        ? words
        : ColumnWords::tr("%1; not fitting: %2").arg(words, misfits.join(QStringLiteral(", ")));
}

QString missingWords(const table::ColumnProfile& profile)
{
    if (profile.missing == 0 || profile.rows == 0)
        return counted(profile.missing);
    const double share = static_cast<double>(profile.missing) / static_cast<double>(profile.rows);
    return QStringLiteral("%1 (%2)").arg(counted(profile.missing), percent(share));
}

QString distinctWords(const table::Distinct& distinct)
{
    return distinct.exact ? counted(distinct.value)
                          : ColumnWords::tr("about %1").arg(counted(distinct.value));
}

QString whyNoTopValues(const counts::ColumnDescription& column)
{
    if (!column.profile.top.empty())
        return {};
    if (column.profile.rows == 0)
        return ColumnWords::tr("no rows");
    if (presentCells(column.profile) == 0)
        return ColumnWords::tr("every cell is missing");
    return ColumnWords::tr("too many different values");
}

QString topValueWords(const counts::ColumnDescription& column)
{
    const QString reason = whyNoTopValues(column);
    if (!reason.isEmpty())
        return QStringLiteral("– (%1)").arg(reason);
    const table::ValueCount& top = column.profile.top.front();
    if (top.count <= 1)
        return QStringLiteral("– (%1)").arg(ColumnWords::tr("all values differ"));
    const std::int64_t cells = presentCells(column.profile);
    const double share = static_cast<double>(top.count) / static_cast<double>(cells);
    return ColumnWords::tr("%1 (%2 of %3)")
        .arg(shown(reports::shortened(top.value, 80)), percent(share), counted(cells));
}

QString figureWords(const base::Figure& figure)
{
    return figure.isDefined() ? numberWords(figure.value())
                              : QStringLiteral("– (%1)").arg(shown(figure.reason()));
}

QString numberWords(double value)
{
    return shown(reports::figureText(value));
}

reports::MiniHistogram histogramOf(const counts::ColumnDescription& column)
{
    if (column.profile.numbers)
        return reports::miniHistogramOf(*column.profile.numbers);
    std::vector<table::ValueCount> repeated;
    for (const table::ValueCount& one : column.profile.top) {
        if (one.count > 1)
            repeated.push_back(one);
    }
    const bool isShown
        = repeated.size() > 1 || (repeated.size() == 1 && column.profile.distinct.value == 1);
    return isShown ? reports::miniHistogramOf(repeated) : reports::MiniHistogram();
}

} // namespace cupel::ui
