#include "ui/jobs/person.h"

namespace cupel::ui {

QString personName()
{
    const QString name = qEnvironmentVariable("USER");
    return name.isEmpty() ? qEnvironmentVariable("USERNAME") : name;
}

} // namespace cupel::ui
