#pragma once

#include <QSizeF>
#include <optional>
#include <string_view>

namespace cupel::ui {

enum class Paper { A4, Letter };

/// "a4", "letter"
std::string_view paperName(Paper paper);
std::optional<Paper> paperFromName(std::string_view name);

/// A sheet upright, in points.
QSizeF sizeOf(Paper paper);

} // namespace cupel::ui
