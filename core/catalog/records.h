#pragma once

#include <array>
#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/base/figure.h"

/// What the catalog keeps, as plain values. Texts may hold any bytes, NUL included; those whose
/// comment says JSON are written and read by the caller and kept as they are. Ids are numbers that
/// are never used twice in one catalog.
namespace cupel::catalog {

/// A moment in UTC.
using Time = std::chrono::sys_seconds;

/// A value of a column and the rows that hold it.
struct ValueCount {
    std::string value;
    std::int64_t count = 0;
    friend bool operator==(const ValueCount&, const ValueCount&) = default;
};

/// A column of a version, as its profile tells.
struct ColumnInfo {
    std::string name;
    std::string type; ///< "text", "integer", …
    std::string role; ///< "label", "group", …; empty: none
    std::int64_t missing = 0;
    std::int64_t notOfType = 0;
    std::int64_t distinct = 0;
    bool distinctIsExact = true;
    /// Of a number column with at least one number.
    struct Numbers {
        std::int64_t n = 0;
        double min = 0.0;
        double max = 0.0;
        std::optional<double> mean; ///< none: undefined
        std::optional<double> std;
        std::array<double, 5> quantiles{}; ///< 0.05, 0.25, 0.5, 0.75, 0.95
        friend bool operator==(const Numbers&, const Numbers&) = default;
    };
    std::optional<Numbers> numbers;
    std::vector<ValueCount> top; ///< the most frequent values
    friend bool operator==(const ColumnInfo&, const ColumnInfo&) = default;
};

/// A part that a column plays, or one without a column, such as the intended use.
struct RoleInfo {
    std::string role;
    std::string column;
    std::string value; ///< favourable value, reference group, use, …
    std::string details; ///< JSON, or empty
    friend bool operator==(const RoleInfo&, const RoleInfo&) = default;
};

/// A document beside the data.
struct DocumentInfo {
    std::string kind; ///< "hf-card", "croissant", "license-text"
    std::string file; ///< below the folder of the data
    std::int64_t bytes = 0;
    std::string hash;
    std::int64_t problems = 0; ///< what could not be read as it should be
    friend bool operator==(const DocumentInfo&, const DocumentInfo&) = default;
};

/// A field of the Data Card.
struct CardFieldInfo {
    std::string key;
    std::string state; ///< "present", "thin", …
    std::string reason; ///< why it is not applicable
    bool isNeeded = true;
    std::string text; ///< its first answer
    std::string source; ///< where that stands: "README.md#L12", "data"
    friend bool operator==(const CardFieldInfo&, const CardFieldInfo&) = default;
};

/// A place in a document that says which licence applies.
struct LicenseClaimInfo {
    std::string kind; ///< "field", "statement", …
    std::string source; ///< file
    std::int64_t line = 0;
    std::string raw; ///< the words of the document
    std::string expression; ///< what they mean in SPDX's words; empty: not known
    std::string covers; ///< empty: the dataset
    friend bool operator==(const LicenseClaimInfo&, const LicenseClaimInfo&) = default;
};

/// What is known of a version besides its file. It is replaced whole when the same file is
/// imported again.
struct Contents {
    std::vector<ColumnInfo> columns; ///< in the order of the file
    std::vector<RoleInfo> roles;
    std::vector<DocumentInfo> documents;
    std::vector<CardFieldInfo> cardFields;
    std::vector<LicenseClaimInfo> licenseClaims;
    friend bool operator==(const Contents&, const Contents&) = default;
};

/// The file of a version, and how it was read.
struct FileFacts {
    std::string hash; ///< change hash
    std::int64_t bytes = 0;
    std::int64_t modifiedNs = 0; ///< since 1970
    std::int64_t rows = 0;
    std::int64_t rejectedRows = 0;
    std::string encoding;
    std::string delimiter;
    std::string quote; ///< empty: no quoting
    std::string lineEnd;
    bool hasHeader = true;
    std::string options; ///< JSON: all that is needed to read the file again the same way
    friend bool operator==(const FileFacts&, const FileFacts&) = default;
};

/// The data file of a version, beside the catalog.
struct DataFileRef {
    std::string name; ///< without folders
    bool keepsSource = false; ///< whether the bytes of the input are in it
    friend bool operator==(const DataFileRef&, const DataFileRef&) = default;
};

/// What an import puts into a catalog.
struct Import {
    std::string name; ///< wished for: "adult"; a dataset that has one keeps it
    std::string path; ///< absolute, as bytes; empty where the input has none
    FileFacts file;
    Contents contents;
    std::optional<DataFileRef> dataFile;
};

/// What became of an import.
struct Imported {
    std::int64_t dataset = 0;
    std::string name; ///< of the dataset: "adult", or "adult_2" where another file has that name
    std::int64_t version = 0;
    std::int64_t number = 0; ///< of the version, from 1
    bool isNewDataset = false;
    bool isNewVersion = false; ///< false: the file and its options are those of the last version
};

struct Version {
    std::int64_t id = 0;
    std::int64_t dataset = 0;
    std::int64_t number = 0; ///< from 1
    Time importedAt;
    FileFacts file;
    std::optional<DataFileRef> dataFile;
};

struct Dataset {
    std::int64_t id = 0;
    std::string name;
    std::string path;
    Time addedAt;
    std::optional<Time> removedAt; ///< none: it is in use
};

/// What a run came to. A finding that a person accepts counts as waived only.
struct VerdictCounts {
    std::string level; ///< "none", "note", "warning", "error"
    std::int64_t errors = 0;
    std::int64_t warnings = 0;
    std::int64_t notes = 0;
    std::int64_t reviews = 0; ///< a person must decide
    std::int64_t open = 0; ///< not enough evidence
    std::int64_t notRun = 0; ///< audits that did not complete
    std::int64_t waived = 0;
    friend bool operator==(const VerdictCounts&, const VerdictCounts&) = default;
};

struct MetricInfo {
    std::int64_t version = 0; ///< one of the run's
    std::string audit;
    std::string ref;
    std::string id;
    std::string variant;
    std::string subject; ///< JSON
    base::Figure value = 0.0;
    std::optional<double> numerator;
    std::optional<double> denominator;
    std::int64_t n = 0;
    std::string excluded; ///< JSON: reason -> rows
    std::optional<base::Interval> interval;
    std::optional<double> weightSum; ///< of a weighted run
    std::optional<double> effectiveN;
};

struct FindingInfo {
    std::int64_t version = 0; ///< one of the run's
    std::string id; ///< fingerprint: "f-…"
    std::string audit;
    std::string rule;
    std::string kind; ///< "fail", "review", …
    std::string level; ///< "error", …
    std::string subject; ///< JSON
    std::string message;
    std::string remedy;
    struct Measure {
        std::string name;
        base::Figure value = 0.0;
        std::optional<base::Interval> interval;
    };
    std::optional<Measure> measure;
    struct Limit {
        std::string op;
        double value = 0.0;
        std::string origin;
    };
    std::optional<Limit> limit;
    struct Comparison {
        std::string name;
        std::string found;
        std::string expected;
        std::string origin;
    };
    std::optional<Comparison> comparison;
    std::string evidence; ///< JSON: filters with their counts, and places in documents
    struct Waiver {
        std::string owner;
        std::string reason;
        std::string until; ///< the last day
    };
    std::optional<Waiver> waiver; ///< a person accepts the finding
    std::string baseline; ///< "new", "worse", …; empty: not compared
};

/// One run of the audits over one or more versions.
struct RunInfo {
    Time madeAt;
    std::string programVersion;
    std::string requestKey; ///< equal for runs that must come to the same; empty: none
    std::int64_t exitCode = 0;
    VerdictCounts verdict;
    std::vector<std::string> reasons; ///< why it is partial; none: it is complete
    std::vector<std::int64_t> versions; ///< ids, in the order of the report
};

/// What a run puts into a catalog.
struct Run {
    RunInfo info;
    std::vector<MetricInfo> metrics;
    std::vector<FindingInfo> findings;
    std::string archive; ///< all of the report
};

struct StoredRun {
    std::int64_t id = 0;
    RunInfo info;
    /// False once a dataset of the run is gone for good: its figures went with the report.
    bool hasArchive = true;
};

/// What happened, for good: nothing changes or deletes it, but that a purge takes away what people
/// said of the dataset.
struct Event {
    std::int64_t id = 0;
    Time at;
    std::string who; ///< empty: not known
    std::string what; ///< "import", "run", "roles", "review", "remove", "purge"
    std::int64_t dataset = 0; ///< may be gone
    std::string name; ///< of the dataset then
    std::string before; ///< JSON
    std::string after; ///< JSON
};

} // namespace cupel::catalog
