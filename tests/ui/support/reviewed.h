#pragma once

#include <QTest>
#include <memory>
#include <utility>
#include <vector>

#include "core/pipeline/apply_review.h"
#include "ui/pages/page.h"

/// Datasets of which people said something, as the window gets them, and what pages ask to say.
namespace cupel::ui::test {

/// The dataset in a catalog that can be written, with a review.
inline OpenDatasetPtr reviewed(const OpenDatasetPtr& dataset, pipeline::Review review = {})
{
    auto copy = std::make_shared<OpenDataset>(*dataset);
    auto report = std::make_shared<reports::Report>(*copy->found);
    pipeline::reviewReport(review, {}, *report);
    copy->review = std::make_shared<const pipeline::Review>(std::move(review));
    copy->report = std::move(report);
    copy->catalogId = 1;
    copy->canReview = true;
    return copy;
}

/// What a page asked to say and to take back, in order.
struct SaidList {
    struct Entry {
        QString words;
        std::string target;
        pipeline::ReviewValue value;
    };
    struct Removal {
        pipeline::ReviewKind kind;
        std::string target;
    };
    std::vector<Entry> said;
    std::vector<Removal> unsaid;

    explicit SaidList(const Page& page)
    {
        QObject::connect(&page, &Page::said, &page,
            [this](const QString& words, const std::string& target,
                const pipeline::ReviewValue& value) {
                said.push_back({words, target, value});
            });
        QObject::connect(&page, &Page::unsaid, &page,
            [this](const QString&, pipeline::ReviewKind kind, const std::string& target) {
                unsaid.push_back({kind, target});
            });
    }
};

} // namespace cupel::ui::test
