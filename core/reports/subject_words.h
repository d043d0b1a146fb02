#pragma once

#include <string>
#include <string_view>

#include "core/audits/roles.h"
#include "core/base/text.h"
#include "core/findings/finding.h"

/// Subjects as people read them: crossed columns, and the subgroups of them, with "×" between their
/// parts. Fingerprints, JSON, SARIF, JUnit and CSV have the subject itself.
namespace cupel::reports {

/// "sex × race" of "sex,race", "Female × Arven" of "Female,Arven": of what audits::joinedName()
/// made. A part that could be misread stands in quotes.
std::string crossedWords(const std::string& joinedName);

/// Whether the member of a subject is such a name where its columns are crossed.
bool isJoinedName(std::string_view key);

/// The same members, those about crossed columns in words.
findings::Subject readableSubject(const findings::Subject& subject, const audits::Roles& roles);

/// "column sex × race, group Female × Arven".
base::Sentence subjectWords(const findings::Subject& subject, const audits::Roles& roles);

} // namespace cupel::reports
