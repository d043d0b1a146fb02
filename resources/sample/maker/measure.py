"""Measure what the sample holds, so that its pages state what is there and cannot go stale."""

from collections import Counter, defaultdict

from . import plants

NOT_FEATURES = {"approved", "predicted", "score", "weight", "application_id", "split"}
SEXES = ["Female", "Male"]
ETHNICITIES = ["Arven", "Lorish", "Ostari", "Tessan"]
SPLITS = ["train", "validation", "test"]


def measure(sample, csv, planted):
    """Figures by defect, for the defects in `planted` that are in the data."""
    rows = [row for row in sample.rows if not sample.is_damaged(row)]
    figures = {
        "approval-gap-sex": {sex: approvals(rows, sex=sex) for sex in SEXES},
        "approval-gap-intersection": {
            f"{sex}, {ethnicity}": approvals(rows, sex=sex, ethnicity=ethnicity)
            for sex in SEXES for ethnicity in ETHNICITIES},
        "small-group": _small_group(rows),
        "missing-groups": {column: count(rows, **{column: ""}) for column in ("sex", "ethnicity")},
        "group-spellings": {spelling: count(rows, sex=spelling)
                            for spelling, _ in plants.SPELLINGS.values()},
        "missing-income-by-group": {
            group: {"rows": count(rows, ethnicity=group),
                    "missing": count(rows, ethnicity=group, income="")} for group in ETHNICITIES},
        "false-negative-gap": {
            sex: {"approved": count(rows, sex=sex, approved="yes"),
                  "predicted_no": count(rows, sex=sex, approved="yes", predicted="no")}
            for sex in SEXES},
        "split-shift": {split: approvals(rows, split=split) for split in SPLITS},
        "rare-purposes": {purpose: count(rows, purpose=purpose)
                          for purpose in plants.RARE_PURPOSES},
        "missing-tokens": {column: {"token": token, "rows": count(rows, **{column: token})}
                           for column, (token, _) in plants.TOKENS.items()},
        "implausible-income": _incomes(rows),
        "duplicate-rows": _duplicates(rows, sample.columns),
        "leaked-rows": _leaks(rows, sample.columns),
        "conflicting-labels": _conflicts(rows, sample.columns),
        "ragged-rows": csv.ragged,
        "stray-quote": csv.stray_quote,
        "blank-line": {"line": csv.blank_line},
    }
    for defect, column in plants.COLUMN_OF_DEFECT.items():
        if defect in planted:
            figures[defect] = _values(rows, column)
    return {defect: figures[defect] for defect in plants.DATA_DEFECTS if defect in planted}


def count(rows, **wanted):
    for column, value in wanted.items():
        rows = [row for row in rows if row[column] == value]
    return len(rows)


def approvals(rows, **wanted):
    return {"rows": count(rows, **wanted), "approved": count(rows, approved="yes", **wanted)}


def _small_group(rows):
    group = plants.SMALL_GROUP[0]
    return {"column": "ethnicity", "value": group, "rows": count(rows, ethnicity=group),
            "women": count(rows, ethnicity=group, sex="Female")}


def _incomes(rows):
    incomes = sorted(row["income"] for row in rows if row["income"] != "")
    return {"negative": sum(income < 0 for income in incomes), "smallest": incomes[0],
            "largest": incomes[-1], "second_largest": incomes[-2]}


def _values(rows, column):
    values = Counter(row[column] for row in rows)
    commonest, times = values.most_common(1)[0]
    return {"column": column, "distinct": len(values), "commonest": commonest, "times": times}


def _duplicates(rows, columns):
    times = Counter(tuple(row[column] for column in columns) for row in rows)
    return {"repeats": len(rows) - len(times),
            "rows_involved": sum(n for n in times.values() if n > 1)}


def _leaks(rows, columns):
    """Rows of a split that equal a train row in every column but the split."""
    compared = [column for column in columns if column != "split"]
    train = {tuple(row[c] for c in compared) for row in rows if row["split"] == "train"}
    return {split: sum(row["split"] == split and tuple(row[c] for c in compared) in train
                       for row in rows) for split in SPLITS[1:]}


def _conflicts(rows, columns):
    """Rows that agree in every feature with a row that has the other label."""
    features = [column for column in columns if column not in NOT_FEATURES]
    labels = defaultdict(Counter)
    for row in rows:
        labels[tuple(row[c] for c in features)][row["approved"]] += 1
    conflicting = [found for found in labels.values() if len(found) > 1]
    return {"groups": len(conflicting), "rows": sum(sum(found.values()) for found in conflicting)}
