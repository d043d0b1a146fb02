#pragma once

#include <QString>
#include <functional>
#include <vector>

#include "core/audits/roles.h"
#include "core/counts/count_source.h"

namespace cupel::ui {

/// One thing that roles say, or that the data suggest, besides the label, its good outcome, the
/// group columns and the first use.
struct RoleLine {
    QString text;
    bool isOn = false; ///< the roles say it; else it is suggested
    std::function<void(audits::Roles&)> apply; ///< has roles say it
};

/// What the data suggest, then what the roles say of their own.
std::vector<RoleLine> roleLines(const counts::Description& description, const audits::Roles& roles);

} // namespace cupel::ui
