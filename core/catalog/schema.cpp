#include "core/catalog/schema.h"

namespace cupel::catalog {
namespace {

// Numbers are of type ANY, since a text stands for NaN, infinities and -0 (see Statement). Times
// are texts ("2027-03-31T12:00:00Z"). What ends in `_json` the caller wrote.
constexpr std::string_view kVersion1 = R"sql(
CREATE TABLE dataset (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL CHECK (name <> ''),
  path BLOB NOT NULL,
  added_at TEXT NOT NULL,
  removed_at TEXT
) STRICT;
CREATE UNIQUE INDEX dataset_name ON dataset (name) WHERE removed_at IS NULL;
CREATE UNIQUE INDEX dataset_path ON dataset (path) WHERE removed_at IS NULL AND path <> x'';

CREATE TABLE version (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  dataset INTEGER NOT NULL REFERENCES dataset (id) ON DELETE CASCADE,
  number INTEGER NOT NULL CHECK (number > 0),
  imported_at TEXT NOT NULL,
  hash TEXT NOT NULL,
  bytes INTEGER NOT NULL,
  modified_ns INTEGER NOT NULL,
  row_count INTEGER NOT NULL CHECK (row_count >= 0),
  rejected_rows INTEGER NOT NULL CHECK (rejected_rows >= 0),
  encoding TEXT NOT NULL,
  delimiter TEXT NOT NULL,
  quote TEXT NOT NULL,
  line_end TEXT NOT NULL,
  has_header INTEGER NOT NULL CHECK (has_header IN (0, 1)),
  options_json TEXT NOT NULL,
  data_file TEXT,
  keeps_source INTEGER CHECK (keeps_source IN (0, 1)),
  UNIQUE (dataset, number),
  CHECK ((data_file IS NULL) = (keeps_source IS NULL))
) STRICT;
CREATE INDEX version_data_file ON version (data_file) WHERE data_file IS NOT NULL;

CREATE TABLE column_info (
  version INTEGER NOT NULL REFERENCES version (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  name TEXT NOT NULL,
  type TEXT NOT NULL,
  role TEXT NOT NULL,
  missing INTEGER NOT NULL,
  not_of_type INTEGER NOT NULL,
  distinct_count INTEGER NOT NULL,
  distinct_is_exact INTEGER NOT NULL CHECK (distinct_is_exact IN (0, 1)),
  number_count INTEGER,
  least ANY,
  greatest ANY,
  mean ANY,
  std ANY,
  q05 ANY,
  q25 ANY,
  q50 ANY,
  q75 ANY,
  q95 ANY,
  PRIMARY KEY (version, position)
) STRICT;

CREATE TABLE column_value (
  version INTEGER NOT NULL,
  "column" INTEGER NOT NULL,
  position INTEGER NOT NULL,
  value TEXT NOT NULL,
  count INTEGER NOT NULL,
  PRIMARY KEY (version, "column", position),
  FOREIGN KEY (version, "column") REFERENCES column_info (version, position) ON DELETE CASCADE
) STRICT;

CREATE TABLE role (
  version INTEGER NOT NULL REFERENCES version (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  role TEXT NOT NULL,
  "column" TEXT NOT NULL,
  value TEXT NOT NULL,
  details_json TEXT NOT NULL,
  PRIMARY KEY (version, position)
) STRICT;

CREATE TABLE document (
  version INTEGER NOT NULL REFERENCES version (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  kind TEXT NOT NULL,
  file TEXT NOT NULL,
  bytes INTEGER NOT NULL,
  hash TEXT NOT NULL,
  problems INTEGER NOT NULL,
  PRIMARY KEY (version, position)
) STRICT;

CREATE TABLE card_field (
  version INTEGER NOT NULL REFERENCES version (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  key TEXT NOT NULL,
  state TEXT NOT NULL,
  reason TEXT NOT NULL,
  is_needed INTEGER NOT NULL CHECK (is_needed IN (0, 1)),
  text TEXT NOT NULL,
  source TEXT NOT NULL,
  PRIMARY KEY (version, position)
) STRICT;

CREATE TABLE license_claim (
  version INTEGER NOT NULL REFERENCES version (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  kind TEXT NOT NULL,
  source TEXT NOT NULL,
  line INTEGER NOT NULL,
  raw TEXT NOT NULL,
  expression TEXT NOT NULL,
  covers TEXT NOT NULL,
  PRIMARY KEY (version, position)
) STRICT;

CREATE TABLE run (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  made_at TEXT NOT NULL,
  program_version TEXT NOT NULL,
  request_key TEXT NOT NULL,
  exit_code INTEGER NOT NULL,
  level TEXT NOT NULL,
  errors INTEGER NOT NULL,
  warnings INTEGER NOT NULL,
  notes INTEGER NOT NULL,
  reviews INTEGER NOT NULL,
  open INTEGER NOT NULL,
  not_run INTEGER NOT NULL,
  waived INTEGER NOT NULL,
  archive BLOB
) STRICT;
CREATE INDEX run_request_key ON run (request_key) WHERE request_key <> '';

CREATE TABLE run_reason (
  run INTEGER NOT NULL REFERENCES run (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  reason TEXT NOT NULL,
  PRIMARY KEY (run, position)
) STRICT;

CREATE TABLE run_version (
  run INTEGER NOT NULL REFERENCES run (id) ON DELETE CASCADE,
  version INTEGER NOT NULL REFERENCES version (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  PRIMARY KEY (run, version)
) STRICT;
CREATE INDEX run_version_version ON run_version (version);

CREATE TABLE metric (
  run INTEGER NOT NULL,
  position INTEGER NOT NULL,
  version INTEGER NOT NULL,
  audit TEXT NOT NULL,
  ref TEXT NOT NULL,
  id TEXT NOT NULL,
  variant TEXT NOT NULL,
  subject_json TEXT NOT NULL,
  value ANY,
  undefined TEXT,
  numerator ANY,
  denominator ANY,
  n INTEGER NOT NULL,
  excluded_json TEXT NOT NULL,
  interval_level ANY,
  interval_low ANY,
  interval_high ANY,
  interval_method TEXT,
  weight_sum ANY,
  effective_n ANY,
  PRIMARY KEY (run, position),
  FOREIGN KEY (run, version) REFERENCES run_version (run, version) ON DELETE CASCADE,
  CHECK ((value IS NULL) = (undefined IS NOT NULL))
) STRICT;
CREATE INDEX metric_version ON metric (run, version);

CREATE TABLE finding (
  run INTEGER NOT NULL,
  position INTEGER NOT NULL,
  version INTEGER NOT NULL,
  id TEXT NOT NULL,
  audit TEXT NOT NULL,
  rule TEXT NOT NULL,
  kind TEXT NOT NULL,
  level TEXT NOT NULL,
  subject_json TEXT NOT NULL,
  message TEXT NOT NULL,
  remedy TEXT NOT NULL,
  measure_name TEXT,
  measure_value ANY,
  measure_undefined TEXT,
  interval_level ANY,
  interval_low ANY,
  interval_high ANY,
  interval_method TEXT,
  limit_op TEXT,
  limit_value ANY,
  limit_origin TEXT,
  compared TEXT,
  compared_found TEXT,
  compared_expected TEXT,
  compared_origin TEXT,
  evidence_json TEXT NOT NULL,
  waiver_owner TEXT,
  waiver_reason TEXT,
  waiver_until TEXT,
  baseline TEXT NOT NULL,
  PRIMARY KEY (run, position),
  FOREIGN KEY (run, version) REFERENCES run_version (run, version) ON DELETE CASCADE
) STRICT;
CREATE INDEX finding_version ON finding (run, version);
CREATE INDEX finding_id ON finding (id);

CREATE TABLE event (
  id INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  who TEXT NOT NULL,
  what TEXT NOT NULL,
  dataset INTEGER NOT NULL,
  name TEXT NOT NULL,
  before_json TEXT NOT NULL,
  after_json TEXT NOT NULL
) STRICT;
CREATE INDEX event_dataset ON event (dataset);
)sql";

constexpr std::string_view kVersion2 = R"sql(
CREATE TABLE review (
  dataset INTEGER NOT NULL REFERENCES dataset (id) ON DELETE CASCADE,
  kind TEXT NOT NULL CHECK (kind <> ''),
  target TEXT NOT NULL,
  value_json TEXT NOT NULL,
  who TEXT NOT NULL,
  at TEXT NOT NULL,
  PRIMARY KEY (dataset, kind, target)
) STRICT;
)sql";

constexpr std::string_view kVersions[] = {kVersion1, kVersion2};

} // namespace

const FileFormat& catalogFormat()
{
    static constexpr FileFormat kFormat{0x43755065, // "CuPe"
        "catalog", "restore it from a backup, or delete it and import the data again", kVersions};
    return kFormat;
}

} // namespace cupel::catalog
