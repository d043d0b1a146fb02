#include <QAbstractItemModelTester>
#include <QTest>
#include <utility>

#include "ui/models/table_model.h"
#include "ui/models/text_filter.h"

namespace cupel::ui {
namespace {

/// Names and lengths, and how often a name was asked for.
class Names : public TableModel {
public:
    explicit Names(QStringList names)
        : TableModel({{QStringLiteral("name")}, {QStringLiteral("length")}})
        , m_names(std::move(names))
    {
    }

    int rowCount(const QModelIndex& parent = {}) const override
    {
        return parent.isValid() ? 0 : static_cast<int>(m_names.size());
    }
    void rename(int row, const QString& name)
    {
        m_names[row] = name;
        Q_EMIT dataChanged(index(row, 0), index(row, 1));
    }
    void setNames(const QStringList& names)
    {
        beginResetModel();
        m_names = names;
        endResetModel();
    }

    mutable int asked = 0;

protected:
    QVariant cell(int row, int column, int role) const override
    {
        if (column == 1)
            return role == Qt::DisplayRole || role == SortRole ? QVariant(m_names[row].size())
                                                               : QVariant();
        if (role == SearchRole || role == Qt::DisplayRole)
            ++asked;
        if (role == SearchRole)
            return m_names[row].toCaseFolded();
        return role == Qt::DisplayRole ? QVariant(m_names[row]) : QVariant();
    }

private:
    QStringList m_names;
};

struct Filtered {
    Names names;
    TextFilter filter;
    QAbstractItemModelTester tester{
        &filter, QAbstractItemModelTester::FailureReportingMode::QtTest};

    explicit Filtered(const QStringList& all)
        : names(all)
    {
        filter.setSourceModel(&names);
    }
    QStringList shown() const
    {
        QStringList texts;
        for (int row = 0; row < filter.rowCount(); ++row)
            texts << filter.index(row, 0).data().toString();
        return texts;
    }
};

} // namespace

class TextFilterTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void textsAreAskedForOnce();
    void sortsTextsAndNumbers();
    void whatChangesIsReadAgain();
    void anotherModelIsReadAgain();
};

void TextFilterTest::textsAreAskedForOnce()
{
    QStringList all;
    for (int i = 0; i < 1'000; ++i)
        all << QStringLiteral("column %1").arg(i * 7'919 % 1'000);
    Names names(all);
    TextFilter filter;
    filter.setSourceModel(&names);
    filter.sort(0);
    QCOMPARE(names.asked, 1'000);
    filter.sort(0, Qt::DescendingOrder);
    QCOMPARE(names.asked, 1'000);
    QCOMPARE(filter.index(0, 0).data().toString(), QStringLiteral("column 999"));
    names.asked = 0;
    filter.setText(QStringLiteral("99"));
    QCOMPARE(names.asked, 1'000);
    QCOMPARE(filter.rowCount(), 19);
    names.asked = 0;
    filter.setText(QStringLiteral("9"));
    filter.setText({});
    QCOMPARE(names.asked, 0);
}

void TextFilterTest::sortsTextsAndNumbers()
{
    Filtered filtered({QStringLiteral("pear"), QStringLiteral("Fig"), QString(),
        QStringLiteral("apple"), QStringLiteral("banana")});
    filtered.filter.sort(0);
    QCOMPARE(filtered.shown(),
        (QStringList{QString(), QStringLiteral("apple"), QStringLiteral("banana"),
            QStringLiteral("Fig"), QStringLiteral("pear")}));
    filtered.filter.sort(1, Qt::DescendingOrder);
    QCOMPARE(filtered.shown(),
        (QStringList{QStringLiteral("banana"), QStringLiteral("apple"), QStringLiteral("pear"),
            QStringLiteral("Fig"), QString()}));
}

void TextFilterTest::whatChangesIsReadAgain()
{
    Filtered filtered({QStringLiteral("b"), QStringLiteral("c"), QStringLiteral("a")});
    filtered.filter.sort(0);
    filtered.names.rename(0, QStringLiteral("z"));
    QCOMPARE(filtered.shown(),
        (QStringList{QStringLiteral("a"), QStringLiteral("c"), QStringLiteral("z")}));
    filtered.filter.setText(QStringLiteral("z"));
    QCOMPARE(filtered.shown(), QStringList{QStringLiteral("z")});
    filtered.names.rename(2, QStringLiteral("za"));
    QCOMPARE(filtered.shown(), (QStringList{QStringLiteral("z"), QStringLiteral("za")}));
    filtered.names.setNames(
        {QStringLiteral("zz"), QStringLiteral("yz"), QStringLiteral("x"), QStringLiteral("Z")});
    QCOMPARE(filtered.shown(),
        (QStringList{QStringLiteral("yz"), QStringLiteral("Z"), QStringLiteral("zz")}));
}

void TextFilterTest::anotherModelIsReadAgain()
{
    Filtered filtered({QStringLiteral("b"), QStringLiteral("a")});
    filtered.filter.sort(0);
    Names other({QStringLiteral("d"), QStringLiteral("e"), QStringLiteral("c")});
    filtered.filter.setSourceModel(&other);
    QCOMPARE(filtered.shown(),
        (QStringList{QStringLiteral("c"), QStringLiteral("d"), QStringLiteral("e")}));
    filtered.filter.setSourceModel(&filtered.names);
    QCOMPARE(filtered.shown(), (QStringList{QStringLiteral("a"), QStringLiteral("b")}));
}

} // namespace cupel::ui

QTEST_GUILESS_MAIN(cupel::ui::TextFilterTest)
#include "tst_text_filter.moc"
