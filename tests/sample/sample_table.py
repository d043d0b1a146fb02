"""Read a sample with Python's own CSV reader and derive, on its own, what its pages claim."""

import csv
import io
from collections import Counter, defaultdict

LABEL = "approved"
NO_FEATURES = ("application_id", "split", "weight", "approved", "predicted", "score")


class Table:
    """The rows of a loans.csv that have as many cells as its header, and the odd lines."""

    def __init__(self, path):
        text = path.read_bytes().decode("utf-8")
        lines = text.split("\n")
        reader = csv.reader(io.StringIO(text, newline=""))
        self.columns = next(reader)
        self.rows, self.ragged, self.odd_quotes, self.blank_lines = [], [], [], []
        last = reader.line_num
        for cells in reader:
            first, last = last + 1, reader.line_num
            raw = "\n".join(lines[first - 1:last])
            if not cells:
                self.blank_lines.append(first)
            elif len(cells) != len(self.columns):
                self.ragged.append({"line": first, "cells": len(cells),
                                    "expected": len(self.columns)})
            else:
                self.rows.append(tuple(cells))
                if raw != rewritten(cells):
                    self.odd_quotes.append({"line": first, "column": raw.index('"') + 1})

        self.cells = dict(zip(self.columns, zip(*self.rows)))

    def at(self, *columns):
        """The cells of these columns, row by row."""
        return list(zip(*(self.cells[column] for column in columns)))

    def values(self, column):
        return Counter(self.cells[column])

    def rates(self, columns, outcome, value):
        """Group -> (rows, rows whose `outcome` is `value`)."""
        result = defaultdict(lambda: [0, 0])
        for *group, cell in self.at(*columns, outcome):
            result[", ".join(group)][0] += 1
            result[", ".join(group)][1] += cell == value
        return {group: tuple(counts) for group, counts in result.items()}


def rewritten(cells):
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerow(cells)
    return out.getvalue()[:-1]


def repeats(table):
    """Rows that have an equal one before them, and rows that have an equal one at all."""
    seen = Counter(table.rows)
    return {"repeats": sum(seen.values()) - len(seen),
            "rows_involved": sum(times for times in seen.values() if times > 1)}


def leaks(table):
    """Split -> rows that are in train too, apart from the split."""
    others = [column for column in table.columns if column != "split"]
    splits = table.cells["split"]
    rows = table.at(*others)
    train = {row for split, row in zip(splits, rows) if split == "train"}
    return {name: sum(split == name and row in train for split, row in zip(splits, rows))
            for name in ("validation", "test")}


def conflicts(table):
    """Sets of rows, and rows, that differ in the label but in no feature."""
    features = [column for column in table.columns if column not in NO_FEATURES]
    answers = defaultdict(list)
    for label, *cells in table.at(LABEL, *features):
        answers[tuple(cells)].append(label)
    mixed = [labels for labels in answers.values() if len(set(labels)) == 2]
    return {"groups": len(mixed), "rows": sum(map(len, mixed))}


def incomes(table):
    numbers = sorted(int(income) for income in table.cells["income"] if income)
    return {"negative": len([n for n in numbers if n < 0]), "smallest": numbers[0],
            "largest": numbers[-1], "second_largest": numbers[-2]}


def false_negatives(table):
    """Sex -> approved rows, and those of them that the model refuses."""
    found = defaultdict(Counter)
    for sex, label, predicted in table.at("sex", LABEL, "predicted"):
        found[sex][label, predicted] += 1
    return {sex: {"approved": n["yes", "yes"] + n["yes", "no"], "predicted_no": n["yes", "no"]}
            for sex, n in found.items()}
