"""Plant the defects into the applications. Each can be left out without moving the others."""

from dataclasses import dataclass, field

from .applications import COLUMNS, applications
from .random_stream import Stream

DATA_DEFECTS = ["approval-gap-sex", "approval-gap-intersection", "small-group", "missing-groups",
                "group-spellings", "missing-income-by-group", "false-negative-gap", "split-shift",
                "rare-purposes", "missing-tokens", "implausible-income", "constant-column",
                "identifier-column", "duplicate-rows", "leaked-rows", "conflicting-labels",
                "ragged-rows", "stray-quote", "blank-line"]
DOCUMENT_DEFECTS = ["card-license", "croissant-license", "card-row-count", "card-split-size",
                    "card-balance", "card-placeholders", "croissant-rai-gaps"]
ALL_DEFECTS = DATA_DEFECTS + DOCUMENT_DEFECTS

COLUMN_OF_DEFECT = {"constant-column": "currency", "identifier-column": "customer_ref"}
SMALL_GROUP = ("Velt", 17)
MISSING_GROUPS = {"sex": 38, "ethnicity": 290}
SPELLINGS = {"Female": ("female", 14), "Male": (" Male", 9)}
INCOME_MISSING = 300
INCOME_MISSING_TESSAN = 2_100
TOKENS = {"credit_history": ("?", 160), "residence_years": ("NA", 95)}
IMPLAUSIBLE_INCOMES = [-12_000, -900, -31_500, 99_999_999]
RARE_PURPOSES = {"boat": 3, "funeral": 7, "solar": 12}
DUPLICATES = 60
LEAKS = {"test": 10, "validation": 6}
CONFLICTS = 30
CUT_AFTER = [3, 11, 17]
COMMA_NOTES = ["Wants a garage, too", "First loan, no papers, no phone"]
STRAY_QUOTE_NOTE = 'Needs a 5" pipe for the garden'

# Each defect that picks rows has its own residue of the row number: no two hit the same row.
POOLS = 16


@dataclass
class Sample:
    """The rows to be written, and what happens to some of them while they are."""

    columns: list
    rows: list
    cut_after: dict = field(default_factory=dict)
    """application id -> the number of cells that are left of its row"""
    bare_notes: set = field(default_factory=set)
    """application ids whose note is written without quoting, whatever it holds"""
    blank_line_before: str = ""
    """application id"""

    def is_damaged(self, row):
        """Whether the row ends up with a wrong number of cells."""
        number = row["application_id"]
        return number in self.cut_after or (number in self.bare_notes and "," in row["note"])


def plant(planted):
    """The sample with the defects named in `planted`."""
    left_out = [column for defect, column in COLUMN_OF_DEFECT.items() if defect not in planted]
    sample = Sample([c for c in COLUMNS if c not in left_out], applications(planted))
    pools = [sample.rows[pool::POOLS] for pool in range(POOLS)]
    extra = []
    if "small-group" in planted:
        _plant_small_group(pools[0])
    if "missing-groups" in planted:
        places = [pools[1], pools[2] + pools[14]]
        for pool, (column, count) in zip(places, MISSING_GROUPS.items()):
            _write(column, "", Stream(f"missing {column}").sample(pool, count))
    if "group-spellings" in planted:
        _spell_groups_otherwise(pools[3])
    if "missing-income-by-group" in planted:
        _leave_income_empty(sample.rows)
    if "missing-tokens" in planted:
        for pool, (column, (token, count)) in zip(pools[4:6], TOKENS.items()):
            _write(column, token, Stream(f"token {column}").sample(pool, count))
    if "implausible-income" in planted:
        chosen = Stream("implausible-income").sample(pools[6], len(IMPLAUSIBLE_INCOMES))
        for row, income in zip(chosen, IMPLAUSIBLE_INCOMES):
            row["income"] = income
    if "rare-purposes" in planted:
        chosen = iter(Stream("rare-purposes").sample(pools[7], sum(RARE_PURPOSES.values())))
        for purpose, count in RARE_PURPOSES.items():
            _write("purpose", purpose, [next(chosen) for _ in range(count)])
    if "duplicate-rows" in planted:
        extra += [dict(row) for row in Stream("duplicate-rows").sample(pools[8], DUPLICATES)]
    if "leaked-rows" in planted:
        extra += _leaks(pools[9])
    if "conflicting-labels" in planted:
        extra += _conflicts(pools[10])
    _damage(sample, pools, planted)
    sample.rows = _mixed_in(extra, sample.rows)
    return sample


def _write(column, value, rows):
    for row in rows:
        row[column] = value


def _plant_small_group(pool):
    """Men only, so that the women of this group are a cell without rows."""
    men = [row for row in pool if row["sex"] == "Male" and row["ethnicity"] == "Arven"]
    name, count = SMALL_GROUP
    _write("ethnicity", name, Stream("small-group").sample(men, count))


def _spell_groups_otherwise(pool):
    for sex, (spelling, count) in SPELLINGS.items():
        rows = [row for row in pool if row["sex"] == sex]
        _write("sex", spelling, Stream(f"spelling {sex}").sample(rows, count))


def _leave_income_empty(rows):
    stream = Stream("missing-income-by-group")
    for row in rows:
        tessan = row["ethnicity"] == "Tessan"
        if stream.happens(INCOME_MISSING_TESSAN if tessan else INCOME_MISSING):
            row["income"] = ""


def _leaks(pool):
    """Copies of train rows that say they belong to another split."""
    train = [row for row in pool if row["split"] == "train"]
    chosen = iter(Stream("leaked-rows").sample(train, sum(LEAKS.values())))
    return [{**next(chosen), "split": split} for split, count in LEAKS.items()
            for _ in range(count)]


def _conflicts(pool):
    """The same application once more, under a new number and with the other answer."""
    other = {"yes": "no", "no": "yes"}
    chosen = Stream("conflicting-labels").sample(pool, CONFLICTS)
    return [{**row, "application_id": f"L9{number:04d}", "approved": other[row["approved"]]}
            for number, row in enumerate(chosen, start=1)]


def _damage(sample, pools, planted):
    if "ragged-rows" in planted:
        chosen = Stream("ragged-rows").sample(pools[11], len(CUT_AFTER) + len(COMMA_NOTES))
        for row, count in zip(chosen, CUT_AFTER):
            sample.cut_after[row["application_id"]] = count
        for row, note in zip(chosen[len(CUT_AFTER):], COMMA_NOTES):
            row["note"] = note
            sample.bare_notes.add(row["application_id"])
    if "stray-quote" in planted:
        row = Stream("stray-quote").sample(pools[12], 1)[0]
        row["note"] = STRAY_QUOTE_NOTE
        sample.bare_notes.add(row["application_id"])
    if "blank-line" in planted:
        row = Stream("blank-line").sample(pools[13], 1)[0]
        sample.blank_line_before = row["application_id"]


def _mixed_in(extra, rows):
    """`rows` in their order with `extra` at random places among them."""
    placed = list(enumerate(rows))
    for row in extra:
        stream = Stream(f"place {row['application_id']} {row['split']}")
        placed.append((stream.below(len(rows)), row))
    return [row for _, row in sorted(placed, key=lambda pair: pair[0])]
