#pragma once

#include <string>

#include "core/catalog/notes.h"
#include "core/reports/report.h"

namespace cupel::pipeline {

/// An event of kRolesEvent for each dataset of a report, which has to outlive the answer, whose
/// roles, types, policy, limits or rows are others than those that the catalog knew last. A dataset
/// that is new to it had none. Both states are rolesStateText(); of a type that was chosen on one
/// side alone the other says which one was found.
catalog::NotesOf rolesNotes(const reports::Report& report, std::string who);

/// The same for one dataset that was read and not audited. One that was given no roles says nothing
/// of them.
catalog::NotesOf rolesNotes(const reports::DatasetReport& dataset, std::string who);

} // namespace cupel::pipeline
