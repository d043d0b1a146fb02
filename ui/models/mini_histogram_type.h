#pragma once

#include <QMetaType>

#include "core/reports/page.h"

Q_DECLARE_METATYPE(cupel::reports::MiniHistogram)
