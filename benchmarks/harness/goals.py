"""The goals for speed and memory, and whether a measured figure meets them."""

from dataclasses import dataclass

#: The goals speak of files of these sizes; smaller ones measure the start of the programs.
LARGE_ROWS = 10_000_000
LEAST_ROWS = {"adult": 1_000_000, "stray": 1_000_000, "text": 500_000, "wide": 60_000}
NARROW_NUMBER_VALUES = 1_024
CODED_TEXT_VALUES = 65_535


@dataclass(frozen=True)
class Goal:
    """A limit on a figure: at least, or at most."""

    at_least: bool
    limit: float
    unit: str

    def text(self):
        return f"{'≥' if self.at_least else '≤'} {self.limit:g} {self.unit}"

    def verdict(self, figure):
        met = figure >= self.limit if self.at_least else figure <= self.limit
        return "pass" if met else "MISS"


def at_least(limit):
    return Goal(True, limit, "x")


def at_most(limit, unit="x"):
    return Goal(False, limit, unit)


def peer_goal(shape, rows, peer):
    """Goal for the wall time of the peer divided by Cupel's, or None where none is set."""
    if rows < LEAST_ROWS[shape]:
        return None
    if shape == "adult" and peer == "same":
        return at_least(10 if rows >= LARGE_ROWS else 7)
    if shape == "adult" and peer == "summarize":
        return at_least(5)
    if shape == "text" and peer == "same":
        return at_least(2.5)
    if shape == "wide" and peer == "summarize":
        return at_least(8)
    return None


def line_count_goal(shape, rows):
    """Goal for Cupel's wall time divided by that of wc -l."""
    return at_most(8) if shape == "adult" and rows >= LARGE_ROWS else None


def stray_goal(rows):
    """Goal for the wall time of the stray file divided by that of the clean one."""
    return at_most(1.5) if rows >= LEAST_ROWS["stray"] else None


def memory_goal(dataset):
    """16 bytes and the stored width of every column per row, and 96 MiB."""
    rows = dataset["columns"][0]["rows"]
    per_row = 16 + sum(stored_width(column) for column in dataset["columns"])
    return at_most(round(96 + rows * per_row / 2**20), "MiB")


def stored_width(column):
    """Bytes per row: codes as wide as the dictionary needs, numbers 4 or 8, unnamed texts none."""
    distinct = column["distinct"]["value"]
    numeric = column["type"] in ("integer", "number")
    if numeric and distinct > NARROW_NUMBER_VALUES:
        fits = column["type"] == "integer" and -(2**31) < column["min"] and column["max"] < 2**31
        return 4 if fits else 8
    if distinct > CODED_TEXT_VALUES:
        return 4 if column["role"] else 0
    return 1 if distinct <= 255 else 2
