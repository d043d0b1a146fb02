"""The page of defects: what was planted, the measured numbers, and the claims of the card."""

from .numbers import grouped, percent

RULES = {
    "approval-gap-sex": ["fairness.base-rate-gap", "fairness.four-fifths"],
    "approval-gap-intersection": ["fairness.intersection-gap"],
    "small-group": ["fairness.small-group", "fairness.empty-intersection"],
    "missing-groups": ["fairness.missing-group"],
    "group-spellings": ["fairness.similar-group-names"],
    "missing-income-by-group": ["fairness.missingness-gap"],
    "false-negative-gap": ["fairness.true-positive-rate-gap"],
    "split-shift": ["drift.label-shift"],
    "missing-tokens": ["data.likely-missing-token"],
    "constant-column": ["data.constant-column"],
    "identifier-column": ["data.identifier-column"],
    "duplicate-rows": ["data.duplicate-rows"],
    "leaked-rows": ["leakage.rows-across-splits", "leakage.ids-across-splits"],
    "conflicting-labels": ["data.conflicting-labels"],
    "ragged-rows": ["data.rejected-rows"],
    "stray-quote": ["data.stray-quotes"],
}
"""Rules of an audit with roles.json that report the defect."""

INTRODUCTION = """# What is wrong with the sample

`loans.csv` and the documents beside it are synthetic: the bank, its applicants and all figures are
invented. The script `make_sample.py` writes them all but `LICENSE` and `roles.json`, and plants the
defects below on purpose; it measures the numbers on this page in the table that it wrote, and
`defects.json` holds the same numbers for programs. `make_sample.py --without DEFECT --out FOLDER`
makes a copy in which a defect is repaired.

What the card, the Croissant file and `LICENSE` say about licenses is part of the play: the files of
this folder are distributed under the license of the project. `LICENSE` is the unchanged text of
CC BY-NC 4.0, here so that a document can contradict the card.

    cupel audit loans.csv --roles roles.json
"""


def defects_page(facts, figures, claims):
    """DEFECTS.md. `claims` are those of claims.py, `figures` those of measure.py, by defect."""
    sections = [INTRODUCTION, _whole(facts), "## In the table\n"]
    for defect, figure in figures.items():
        text = _DESCRIPTIONS[defect](figure)
        if defect in RULES:
            names = ", ".join(f"`{rule}`" for rule in RULES[defect])
            text += f"\n\nReported by {names}."
        sections.append(f"### {defect}\n\n{text}\n")
    sections.append("## In the documents\n\n"
                    "What they say about the table, and what the table and the other documents "
                    "say.\n\n" + _claims_table(claims) + "\n")
    return "\n".join(sections)


def _whole(facts):
    splits = ", ".join(f"{name} {grouped(split['rows'])}"
                       for name, split in facts["splits"].items())
    return (f"`loans.csv` has {grouped(facts['bytes'])} bytes, {len(facts['columns'])} columns and "
            f"{grouped(facts['rows'])} rows ({splits});\n{facts['rejected']} more rows cannot be "
            f"read. {grouped(facts['approved'])} rows are approved.\n")


def _claims_table(claims):
    return _table(["where", "says", "found", "defect"],
                  [[f"{claim['file']}:{claim['line']}", claim["says"], claim["found"],
                    claim["defect"] or "-"] for claim in claims])


def _table(head, rows):
    lines = [head, ["---"] * len(head)] + rows
    return "\n".join("| " + " | ".join(str(cell) for cell in line) + " |" for line in lines)


def _shares(head, part, figure):
    """A table of one line per group: rows, those of `part`, and their share."""
    whole = next(key for key in next(iter(figure.values())) if key != part)
    return _table(head, [[group, grouped(f[whole]), grouped(f[part]), percent(f[part], f[whole])]
                         for group, f in figure.items()])


def _times(figure):
    return ", ".join(f"`{value}` {grouped(rows)}" for value, rows in figure.items())


def _approval_gap(figure):
    return ("Women are approved far less often than men.\n\n"
            + _shares(["sex", "rows", "approved", "share"], "approved", figure))


def _intersection(figure):
    return ("Lorish women are approved less often than sex or ethnicity alone explains.\n\n"
            + _shares(["sex, ethnicity", "rows", "approved", "share"], "approved", figure))


def _small_group(figure):
    return (f"The {figure['column']} {figure['value']} has {figure['rows']} rows, "
            f"{figure['women']} of them women.")


def _missing_groups(figure):
    return ("Rows without a group: "
            + ", ".join(f"{column} {grouped(rows)}" for column, rows in figure.items()) + ".")


def _spellings(figure):
    return ("`Female` and `Male` have second spellings, one by case and one by a blank: "
            f"{_times(figure)}.")


def _missing_income(figure):
    return ("Income is missing more often for the Tessan.\n\n"
            + _shares(["ethnicity", "rows", "income missing", "share"], "missing", figure))


def _false_negatives(figure):
    return ("The model refuses approved women more often than approved men.\n\n"
            + _shares(["sex", "approved", "predicted no", "false-negative rate"], "predicted_no",
                      figure))


def _split_shift(figure):
    return ("The test split has a lower share of approvals than the others.\n\n"
            + _shares(["split", "rows", "approved", "share"], "approved", figure))


def _rare_purposes(figure):
    return (f"`purpose` has classes of a few rows: {_times(figure)}. With `--label purpose` they "
            "are reported by `imbalance.rare-class`.")


def _tokens(figure):
    return "Words stand for missing values: " + ", ".join(
        f"`{f['token']}` in `{column}` {f['rows']} times" for column, f in figure.items()) + "."


def _incomes(figure):
    return (f"{figure['negative']} incomes are negative, the smallest is "
            f"{grouped(figure['smallest'])}; the largest is {grouped(figure['largest'])}, the "
            f"second largest {grouped(figure['second_largest'])}.")


def _constant(figure):
    return (f"`{figure['column']}` is `{figure['commonest']}` in all {grouped(figure['times'])} "
            f"rows ({figure['distinct']} distinct value).")


def _identifier(figure):
    return (f"`{figure['column']}` has {grouped(figure['distinct'])} distinct values, none more "
            f"than {figure['times']} times (`{figure['commonest']}`), and no role.")


def _duplicates(figure):
    return (f"{figure['repeats']} rows repeat an earlier row in every column; "
            f"{figure['rows_involved']} rows have an equal one.")


def _leaks(figure):
    return "Rows that equal a train row in every column but `split`: " + ", ".join(
        f"{rows} of {split}" for split, rows in figure.items()) + "."


def _conflicts(figure):
    return (f"{figure['groups']} sets of rows, {figure['rows']} rows together, agree in every "
            "column but number, split, weight, prediction and score, and have both labels.")


def _ragged(figure):
    return "Rows with a wrong number of cells.\n\n" + _table(
        ["line", "cells", "expected"], [[f["line"], f["cells"], f["expected"]] for f in figure])


def _stray_quote(figure):
    return (f"Line {figure['line']} has a quote inside an unquoted cell, at column "
            f"{figure['column']}. It is text, and the row counts.")


def _blank_line(figure):
    return f"Line {figure['line']} is empty. It is not a row."


_DESCRIPTIONS = {
    "approval-gap-sex": _approval_gap,
    "approval-gap-intersection": _intersection,
    "small-group": _small_group,
    "missing-groups": _missing_groups,
    "group-spellings": _spellings,
    "missing-income-by-group": _missing_income,
    "false-negative-gap": _false_negatives,
    "split-shift": _split_shift,
    "rare-purposes": _rare_purposes,
    "missing-tokens": _tokens,
    "implausible-income": _incomes,
    "constant-column": _constant,
    "identifier-column": _identifier,
    "duplicate-rows": _duplicates,
    "leaked-rows": _leaks,
    "conflicting-labels": _conflicts,
    "ragged-rows": _ragged,
    "stray-quote": _stray_quote,
    "blank-line": _blank_line,
}
