#include "ui/models/finding_review.h"

#include <QTest>

namespace cupel::ui {

class FindingReviewTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatAnotherPersonSaysIsSaidOtherwise();
};

void FindingReviewTest::whatAnotherPersonSaysIsSaidOtherwise()
{
    using pipeline::FindingMark;
    using Ids = std::set<std::string>;
    const catalog::Time at{std::chrono::seconds(9)};
    pipeline::Review one;
    one.marks["f-1"] = {FindingMark{FindingMark::State::Accepted}, "ana", at};
    one.comments["finding:f-2"] = {pipeline::Comment{"why?", false}, "ana", at};
    pipeline::Review other = one;
    QCOMPARE(findingsSaidOtherwise(one, other), Ids());
    other.marks["f-1"].who = "ben";
    QCOMPARE(findingsSaidOtherwise(one, other), Ids{"f-1"});
    QCOMPARE(findingsSaidOtherwise(other, one), Ids{"f-1"});
    other = one;
    other.comments.clear();
    QCOMPARE(findingsSaidOtherwise(one, other), Ids{"f-2"});
    QCOMPARE(findingsSaidOtherwise(other, one), Ids{"f-2"});
}

} // namespace cupel::ui

QTEST_GUILESS_MAIN(cupel::ui::FindingReviewTest)
#include "tst_finding_review.moc"
