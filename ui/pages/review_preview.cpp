#include "ui/pages/review_preview.h"

#include "core/card/fill.h"
#include "core/pipeline/apply_review.h"

namespace cupel::ui {

card::Completeness completenessWith(
    const OpenDataset& dataset, const std::string& key, const std::string& text)
{
    const reports::DatasetReport& found
        = dataset.found ? dataset.found->datasets.front() : dataset.dataset();
    card::Card card = *found.card;
    for (const auto& [other, said] : dataset.review->cardAnswers) {
        if (other != key)
            card::fillFromPerson(card, other, said.value.text);
    }
    card::fillFromPerson(card, key, text);
    card::settleConditions(card, found.measured);
    return card::completeness(card);
}

rubric::Score scoreWith(const rubric::Sheet& suggested, const pipeline::Review& review,
    const std::string& target, const pipeline::RubricAnswer& answer)
{
    pipeline::Review with;
    with.rubricAnswers = review.rubricAnswers;
    with.rubricAnswers.insert_or_assign(
        target, pipeline::Said<pipeline::RubricAnswer>{answer, {}, {}});
    return rubric::score(pipeline::rubricSheet(suggested, with));
}

} // namespace cupel::ui
