#pragma once

#include <QString>

namespace cupel::ui {

/// The name that the person works under; empty where the system does not say it.
QString personName();

} // namespace cupel::ui
