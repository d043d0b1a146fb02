"""Write the sample as CSV and keep account of the lines that do not follow the rules."""

import re
from dataclasses import dataclass, field

NEEDS_QUOTES = re.compile(r'[,"\r\n]')


@dataclass
class CsvText:
    """A CSV file as it grows. Line ends are LF; a cell is quoted only where it must be."""

    text: list = field(default_factory=list)
    next_line: int = 1
    ragged: list = field(default_factory=list)
    stray_quote: dict = field(default_factory=dict)
    blank_line: int = 0

    def add(self, line):
        """Append one row, or a blank line, and return the line it starts on."""
        starts_on = self.next_line
        self.text.append(line + "\n")
        self.next_line += line.count("\n") + 1
        return starts_on

    def encoded(self):
        return "".join(self.text).encode("utf-8")


def quoted(cell):
    text = str(cell)
    if NEEDS_QUOTES.search(text):
        return '"' + text.replace('"', '""') + '"'
    return text


def write_csv(sample):
    """The whole file; a note is the last cell of its row."""
    csv = CsvText()
    width = len(sample.columns)
    csv.add(",".join(sample.columns))
    for row in sample.rows:
        number = row["application_id"]
        if number == sample.blank_line_before:
            csv.blank_line = csv.add("")
        cells = [quoted(row[column]) for column in sample.columns]
        if number in sample.bare_notes:
            cells[-1] = row["note"]
        cells = cells[:sample.cut_after.get(number, width)]
        line = ",".join(cells)
        starts_on = csv.add(line)
        if sample.is_damaged(row):
            csv.ragged.append({"line": starts_on, "cells": len(cells) - 1 + _cells(cells[-1]),
                               "expected": width})
        elif number in sample.bare_notes:
            csv.stray_quote = {"line": starts_on, "column": line.index('"') + 1}
    return csv


def _cells(last_cell):
    """The number of cells a reader sees in the last one written."""
    return 1 if last_cell.startswith('"') else last_cell.count(",") + 1
