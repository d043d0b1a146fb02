#pragma once

#include <string>
#include <vector>

#include "core/rubric/rubric.h"

namespace cupel::rubric {

/// A rule of DataRubrics that the answers break.
struct Violation {
    std::string rule; ///< "DR-02"
    Dimension dimension = Dimension::Sources; ///< the rubric whose answers break it
    bool isWarning = false;
    std::string
        message; ///< sentences that begin with the title of the rubric: what, and what to do
    documents::Position at;
};

/// What the answers break, in the order of the rubrics:
/// DR-02 N/A excludes every other label of its rubric; DR-03 single and multiple checkers of the
/// same expertise exclude each other; DR-04 at most one of the four counts of languages (a warning:
/// records of a paper may speak of several datasets); DR-05 a label that applies names its
/// evidence; DR-07 each rubric has an answer; DR-08 each source has an origin, and an unknown
/// origin stands alone; DR-09 all seven rubrics are there. DR-01, the shape, is checked while
/// reading.
std::vector<Violation> violations(const Sheet& sheet);

/// A question that a person has not answered or confirmed yet: "data_novelty: Derived".
struct OpenQuestion {
    Dimension dimension = Dimension::Sources;
    std::string question;
    Status status = Status::Unanswered;
};
std::vector<OpenQuestion> openQuestions(const Sheet& sheet);

/// Points of one aspect: 0, 1 or 2, or none where the aspect does not apply.
struct Aspect {
    std::string title;
    std::optional<double> points;
    std::string reason;
};
/// The aspects of a sheet and their sum: points over two times the aspects that apply. Points
/// reward knowing and showing, not the label chosen; suggested answers count half until a person
/// confirms them, and a rubric that breaks a rule counts nothing. Own scheme; DataRubrics gives
/// labels only.
struct Score {
    std::vector<Aspect> aspects;
    double points = 0.0;
    double possible = 0.0;
};
Score score(const Sheet& sheet);

} // namespace cupel::rubric
