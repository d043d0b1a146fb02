"""A slow reader of its own, on Python's csv module, for small files.

It answers in the peer's form and shares no code with Cupel or DuckDB. A quote inside an unquoted
cell is text to it, so it also judges the stray file.
"""

import csv
import json
import math
import re
from collections import Counter

QUANTILES = ("0.05", "0.25", "0.5", "0.75", "0.95")
BINS = 40
INTEGER = re.compile(r"-?(0|[1-9][0-9]*)")
NUMBER = re.compile(r"-?(0|[1-9][0-9]*)(\.[0-9]+)?")


def write(path, to, label="", groups=()):
    with open(to, "w", encoding="utf-8") as file:
        json.dump(answers(path, label, groups), file)


def change_cell(path, to, column, text):
    """Copy the file with another text in one cell of the row in the middle."""
    names, rows = read(path)
    row = list(rows[len(rows) // 2])
    row[names.index(column)] = text
    rows[len(rows) // 2] = row
    with open(to, "w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows([names, *rows])


def read(path):
    with open(path, encoding="utf-8", newline="") as file:
        reader = csv.reader(file)
        names = next(reader)
        return names, [tuple(row) for row in reader]


def answers(path, label="", groups=()):
    names, rows = read(path)
    columns = [describe(name, [row[i] for row in rows]) for i, name in enumerate(names)]
    result = {"rows": len(rows), "columns": columns, "duplicateRows": len(rows) - len(set(rows))}
    if label:
        crossed = [(group,) for group in groups] + ([tuple(groups)] if len(groups) == 2 else [])
        result["crossTabs"] = [cross_tab(names, rows, (label, *by)) for by in crossed]
    return result


def describe(name, cells):
    present = [cell for cell in cells if cell]
    counts = Counter(present)
    kind = "text"
    if present and all(INTEGER.fullmatch(value) for value in counts):
        kind = "integer"
    elif present and all(NUMBER.fullmatch(value) for value in counts):
        kind = "number"
    if kind != "text":
        # The shortest spelling, so that "1.50" and "1.5" are one value as in both programs.
        counts = Counter()
        for cell in present:
            counts[shortest(cell)] += 1
    top = sorted(counts.items(), key=lambda item: (-item[1], item[0].encode()))[:20]
    column = {
        "name": name,
        "type": kind,
        "rows": len(cells),
        "missing": len(cells) - len(present),
        "distinct": {"value": len(counts), "exact": True},
        "top": [{"value": value, "count": count} for value, count in top],
    }
    if kind == "text":
        lengths = [len(cell) for cell in present]
        mean = math.fsum(lengths) / len(lengths)
        column["lengths"] = {"min": min(lengths), "max": max(lengths), "mean": mean}
    else:
        column.update(summarize(sorted(float(cell) for cell in present)))
    return column


def shortest(text):
    return text.rstrip("0").rstrip(".") if "." in text else text


def summarize(values):
    n = len(values)
    low, high = values[0], values[-1]
    mean = math.fsum(values) / n
    variance = math.fsum((x - mean) ** 2 for x in values) / (n - 1)
    edges = [low + i * (high - low) / BINS for i in range(BINS)] + [high]
    counts = [0] * BINS
    bin_index = 0
    for x in values:
        while bin_index < BINS - 1 and x >= edges[bin_index + 1]:
            bin_index += 1
        counts[bin_index] += 1
    return {
        "min": low,
        "max": high,
        "mean": mean,
        "std": math.sqrt(variance),
        "quantiles": {p: values[max(1, math.ceil(float(p) * n)) - 1] for p in QUANTILES},
        "histogram": {"edges": edges, "counts": counts},
    }


def cross_tab(names, rows, by):
    places = [names.index(name) for name in by]
    counts = Counter(tuple(row[i] or None for i in places) for row in rows)
    return {"columns": list(by), "cells": [[*key, count] for key, count in counts.items()]}
