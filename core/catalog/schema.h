#pragma once

#include "core/catalog/file_format.h"

namespace cupel::catalog {

/// The format of the catalog. A change of the tables is one more step at the end of its versions,
/// never a change of an earlier one.
const FileFormat& catalogFormat();

} // namespace cupel::catalog
