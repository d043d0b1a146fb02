#pragma once

#include <string>

#include "ui/jobs/open_dataset.h"

namespace cupel::ui {

/// The input of a dataset, by which a page knows that it shows the same one again; empty for none.
inline std::string inputOf(const OpenDatasetPtr& dataset)
{
    return dataset && !dataset->request.inputs.empty() ? dataset->request.inputs.front()
                                                       : std::string();
}

} // namespace cupel::ui
