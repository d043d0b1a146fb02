"""Prove on small files that the comparison sees what it must see.

Cupel, DuckDB and the slow reference agree on every shape; after one cell of the peers' copy is
changed they must not.
"""

from benchmarks.harness import compare, reference
from benchmarks.harness.workbench import ROLES, say

SMALL = {"adult": 10_000, "stray": 10_000, "text": 2_000, "wide": 300}
#: Column and new text of the cell that is changed in the middle of the adult file.
CHANGED_CELLS = {"age": "91", "race": "Whitr", "balance": "0.07", "income": ">50k"}


class Disagreement(Exception):
    pass


def require_equal(report, answers, favourable, names):
    result = compare.compare_files(report, answers, favourable)
    if result.differences:
        shown = "\n  ".join(result.differences[:10])
        raise Disagreement(f"{names}: {len(result.differences)} values differ:\n  {shown}")
    return result.compared


def run(bench):
    for shape, rows in SMALL.items():
        path = bench.file(shape, rows)
        report = bench.path(f"self-test-{shape}-report.json")
        bench.measure(bench.cupel(shape, path, 2, report))
        favourable = ROLES[shape].favourable
        compared = 0
        for name, answers in peers(bench, shape, path):
            compared += require_equal(report, answers, favourable, f"{shape} against {name}")
        say(f"Self-test: {shape}, {compared} values equal")
        if shape == "adult":
            refuse_changed_cells(bench, path, report, favourable)


def peers(bench, shape, path):
    answers = bench.path(f"self-test-{shape}-duckdb.json")
    bench.measure(bench.duckdb(shape, path, 2, answers, "check"))
    yield "DuckDB", answers
    answers = bench.path(f"self-test-{shape}-reference.json")
    reference.write(path, answers, ROLES[shape].label, ROLES[shape].groups)
    yield "the reference", answers


def refuse_changed_cells(bench, path, report, favourable):
    for column, text in CHANGED_CELLS.items():
        changed = bench.path("self-test-changed.csv")
        reference.change_cell(path, changed, column, text)
        for name, answers in peers(bench, "adult", changed):
            if not compare.compare_files(report, answers, favourable).differences:
                raise Disagreement(f"{name}: a changed cell in column {column} was not noticed")
    say(f"Self-test: {len(CHANGED_CELLS)} changed cells, each refused for both peers")
