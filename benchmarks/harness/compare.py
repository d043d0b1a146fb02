"""Compare Cupel's report with a peer's answers field by field.

Counts and texts must be equal, real numbers within a relative 1e-9. Where Cupel marks a distinct
count as approximate, it must lie within four standard errors of its sketch.
"""

import json

TOLERANCE = 1e-9
DISTINCT_TOLERANCE = 4 * 0.0081
CODED_TEXT_VALUES = 65_535
CODED_TEXT_BYTES = 4 * 2**20
CODED_NUMBER_VALUES = 131_072
MISSING_GROUP = "(missing)"


class Comparison:
    """Collect what was compared and where the two differ."""

    def __init__(self):
        self.compared = 0
        self.differences = []

    def equal(self, where, ours, theirs):
        self.compared += 1
        if ours != theirs:
            self.differences.append(f"{where}: Cupel {ours!r}, peer {theirs!r}")

    def close(self, where, ours, theirs, tolerance=TOLERANCE):
        self.compared += 1
        if ours is None or theirs is None:
            same = ours is None and theirs is None
        else:
            same = abs(ours - theirs) <= tolerance * max(abs(ours), abs(theirs))
        if not same:
            self.differences.append(f"{where}: Cupel {ours!r}, peer {theirs!r}")


def compare_files(report_path, answers_path, favourable=None):
    with open(report_path, encoding="utf-8") as file:
        report = json.load(file)
    with open(answers_path, encoding="utf-8") as file:
        answers = json.load(file)
    return compare(report["datasets"][0], answers, favourable)


def compare(dataset, answers, favourable=None):
    """Compare one dataset of Cupel's report with all that the peer answered."""
    result = Comparison()
    ours = dataset["columns"]
    theirs = answers["columns"]
    result.equal("columns", [c["name"] for c in ours], [c["name"] for c in theirs])
    if result.differences:
        return result
    for our_column, their_column in zip(ours, theirs):
        compare_column(result, our_column, their_column)
    if "duplicateRows" in answers:
        result.equal("duplicate rows", duplicate_rows(dataset), answers["duplicateRows"])
    for cross_tab in answers.get("crossTabs", []):
        compare_cross_tab(result, dataset, cross_tab, favourable)
    return result


def compare_column(result, ours, theirs):
    name = f"column {ours['name']}"
    is_number = theirs["type"] != "text"
    for member in ("type", "rows", "missing"):
        if member in theirs:
            result.equal(f"{name}, {member}", ours[member], theirs[member])
    if "distinct" in theirs:
        compare_distinct(result, name, ours["distinct"], theirs["distinct"])
    if "top" in theirs:
        compare_top(result, name, ours.get("top", []), theirs, is_number)
    for member in ("min", "max", "mean", "std"):
        if member in theirs:
            result.close(f"{name}, {member}", ours.get(member), theirs[member])
    for p, value in theirs.get("quantiles", {}).items():
        result.close(f"{name}, quantile {p}", ours.get("quantiles", {}).get(p), value)
    if "histogram" in theirs:
        histogram = ours.get("histogram", {"edges": [], "counts": []})
        result.equal(f"{name}, histogram counts", histogram["counts"], theirs["histogram"]["counts"])
        # An edge near zero is the difference of two large numbers, so its error follows the range.
        span = abs(theirs["max"] - theirs["min"])
        for i, (a, b) in enumerate(zip(histogram["edges"], theirs["histogram"]["edges"])):
            result.equal(f"{name}, edge {i} within tolerance", abs(a - b) <= TOLERANCE * span, True)
    for member, value in theirs.get("lengths", {}).items():
        if "lengths" in ours:
            result.close(f"{name}, length {member}", ours["lengths"][member], value)


def compare_distinct(result, name, ours, theirs):
    if not theirs["exact"]:
        return
    if ours["exact"]:
        result.equal(f"{name}, distinct", ours["value"], theirs["value"])
    else:
        result.close(f"{name}, distinct", ours["value"], theirs["value"], DISTINCT_TOLERANCE)


def compare_top(result, name, ours, theirs, is_number):
    if not ours and is_beyond_dictionary(theirs, is_number):
        return
    key = float if is_number else str
    result.equal(
        f"{name}, most frequent values",
        [(key(entry["value"]), entry["count"]) for entry in ours],
        [(key(entry["value"]), entry["count"]) for entry in theirs["top"]],
    )


def is_beyond_dictionary(column, is_number):
    """Whether Cupel keeps no values of the column, and so has no most frequent ones."""
    distinct = column["distinct"]["value"]
    if is_number:
        return distinct > CODED_NUMBER_VALUES
    about_bytes = distinct * column["lengths"]["mean"]
    return distinct > CODED_TEXT_VALUES or about_bytes > CODED_TEXT_BYTES


def duplicate_rows(dataset):
    for metric in audit(dataset, "duplicates")["metrics"]:
        if metric["id"] == "duplicate-rows":
            return metric["value"]
    return None


def compare_cross_tab(result, dataset, cross_tab, favourable):
    """Label by group: Cupel shows rows and favourable rows per group, without missing labels."""
    groups = cross_tab["columns"][1:]
    kind = "group-rates" if len(groups) == 1 else "intersection-rates"
    table_id = f"{kind}:{','.join(groups)}"
    tables = {t["id"]: t for t in audit(dataset, "group-gaps")["tables"]}
    expected = {}
    for label, *values, count in cross_tab["cells"]:
        if label is None or None in values:
            continue
        cell = expected.setdefault(tuple(values), [0, 0])
        cell[0] += count
        cell[1] += count if label == favourable else 0
    shown = {}
    for row in tables.get(table_id, {"rows": []})["rows"]:
        key = tuple(row[: len(groups)])
        if MISSING_GROUP not in key:
            shown[key] = row[len(groups) : len(groups) + 2]
    shown = {key: cell for key, cell in shown.items() if cell[0] != 0}
    result.equal(f"table {table_id}", sorted(shown.items()), sorted(expected.items()))


def audit(dataset, audit_id):
    for entry in dataset["audits"]:
        if entry["id"] == audit_id:
            return entry
    return {"metrics": [], "tables": []}
