"""Measure Cupel beside its peers and print Markdown: ./dev bench.

Every answer is compared before a ratio is printed; where two differ the run stops.
"""

import argparse
import json
import os
import sys
import tempfile

from benchmarks.harness import goals, selftest
from benchmarks.harness.measure import ProgramFailed, median, median_ratio
from benchmarks.harness.workbench import ROLES, Workbench, say

#: Rows of the other shapes never exceed these, which make files of about 280 and 165 MB.
MOST_ROWS = {"text": 500_000, "wide": 60_000}
#: Which peer modes a shape is timed against; each shape is compared with DuckDB's full answer.
PEERS = {"adult": ("same", "summarize"), "text": ("same", "summarize"), "wide": ("summarize",), "stray": ()}
PEER_NAMES = {"same": "DuckDB, same output", "summarize": "DuckDB, SUMMARIZE only"}
HEADER = ("file", "threads", "against", "Cupel s", "CPU s", "MiB", "other s", "CPU s", "MiB",
          "wall ratio", "CPU ratio", "goal", "verdict")


def main():
    arguments = parse_arguments()
    bench = Workbench(arguments.build, arguments.scratch)
    try:
        bench.fetch_peers()
        selftest.run(bench)
        lines = [machine(), ""]
        lines += table(HEADER, measure_files(bench, arguments))
        lines += cross_tab_lines(bench, arguments)
        lines += data_file_lines(bench, arguments)
    except (ProgramFailed, selftest.Disagreement) as error:
        say(f"bench: {error}")
        return 1
    print("\n".join(lines))
    return 0


def parse_arguments():
    parser = argparse.ArgumentParser(prog="./dev bench", description=__doc__)
    parser.add_argument("--build", help=argparse.SUPPRESS)
    parser.add_argument("--rows", type=integers, default=[1_000_000, 10_000_000],
                        help="rows of the adult and stray files; text at most 500,000, wide 60,000")
    parser.add_argument("--shapes", type=lambda text: text.split(","),
                        default=["adult", "stray", "text", "wide"])
    parser.add_argument("--threads", type=integers, default=[1, 2])
    parser.add_argument("--runs", type=int, default=5, help="pairs of runs; the medians are printed")
    parser.add_argument("--quick", action="store_true", help="100,000 rows, 3 runs: a check of the harness")
    parser.add_argument("--no-cross-tabs", action="store_true")
    parser.add_argument("--no-data-files", action="store_true")
    parser.add_argument("--scratch", default=os.path.join(tempfile.gettempdir(), "cupel-bench"),
                        help="folder for files (2 GB per 10M rows) and peers; it is kept")
    arguments = parser.parse_args()
    unknown = [shape for shape in arguments.shapes if shape not in ROLES]
    if unknown:
        parser.error(f"no shape {unknown[0]}; there are {', '.join(ROLES)}")
    if arguments.quick:
        arguments.rows, arguments.runs = [100_000], 3
    return arguments


def integers(text):
    return [int(part) for part in text.split(",")]


def machine():
    with open("/proc/cpuinfo", encoding="utf-8") as file:
        model = next((line.split(":", 1)[1].strip() for line in file if line.startswith("model name")), "?")
    load = os.getloadavg()[0]
    return f"{model}, {os.cpu_count()} cores, load {load:.2f} before the run; medians, ratios paired."


def measure_files(bench, arguments):
    rows_of_table = []
    for shape in arguments.shapes:
        most = MOST_ROWS.get(shape, max(arguments.rows))
        for rows in sorted({min(count, most) for count in arguments.rows}):
            rows_of_table += measure_file(bench, arguments, shape, rows)
    return rows_of_table


def measure_file(bench, arguments, shape, rows):
    path = bench.file(shape, rows)
    report = check_answers(bench, arguments.threads, shape, path)
    table_rows = []
    for threads in arguments.threads:
        judged = threads == max(arguments.threads)
        ours = bench.cupel(shape, path, threads, bench.path("timed-report.json"))
        for mode in PEERS[shape]:
            answers = bench.path("timed-answers.json")
            theirs = bench.duckdb(shape, path, threads, answers, mode)
            pair = time_pair(bench, arguments.runs, shape, ours, theirs, report)
            selftest.require_equal(report, answers, ROLES[shape].favourable, f"{shape}, {PEER_NAMES[mode]}")
            goal = goals.peer_goal(shape, rows, mode) if judged else None
            table_rows.append(ratio_row(path, threads, PEER_NAMES[mode], pair, goal))
        if shape == "stray":
            theirs = bench.cupel("adult", bench.file("adult", rows), threads, bench.path("clean-report.json"))
            name, goal = "Cupel, clean file", goals.stray_goal(rows)
        else:
            theirs = ["wc", "-l", path]
            name, goal = "wc -l", goals.line_count_goal(shape, rows)
        pair = time_pair(bench, arguments.runs, shape, ours, theirs, report)
        table_rows.append(ratio_row(path, threads, name, pair, goal if judged else None, slower=True))
        table_rows.append(memory_row(path, threads, pair[0], report))
    return table_rows


def check_answers(bench, all_threads, shape, path):
    """One untimed run of everything: reports equal for every number of threads, and to DuckDB."""
    first = bench.path(f"report-{shape}.json")
    for threads in all_threads:
        report = first if threads == all_threads[0] else bench.path("report-other-threads.json")
        bench.measure(bench.cupel(shape, path, threads, report))
        require_same_bytes(first, report)
    answers = bench.path("check-answers.json")
    say(f"Checking the answers on {os.path.basename(path)}")
    bench.measure(bench.duckdb(shape, path, max(all_threads), answers, "check"))
    compared = selftest.require_equal(first, answers, ROLES[shape].favourable, f"{shape}, DuckDB")
    say(f"{compared} values equal")
    return first


def time_pair(bench, runs, shape, ours, theirs, report):
    say(f"Timing {shape}: {os.path.basename(theirs[0])}")
    pair = bench.alternate(ours, theirs, runs)
    require_same_bytes(report, bench.path("timed-report.json"))
    return pair


def require_same_bytes(first, second):
    with open(first, "rb") as a, open(second, "rb") as b:
        if a.read() != b.read():
            raise selftest.Disagreement("Cupel wrote two different reports about one file")


def ratio_row(path, threads, name, pair, goal, slower=False):
    """slower: the ratio tells how much longer Cupel takes, not how much faster it is."""
    ours, theirs = pair
    above, below = (ours, theirs) if slower else (theirs, ours)
    wall = median_ratio(above, below, "wall")
    cells = [os.path.basename(path), threads, name]
    for runs in (ours, theirs):
        cells += [f"{median(runs, 'wall'):.3f}", f"{median(runs, 'cpu'):.3f}"]
        cells.append(f"{median(runs, 'peak_mib'):.0f}")
    cells += [f"{wall:.2f} x {'slower' if slower else 'faster'}", f"{median_ratio(above, below, 'cpu'):.2f}"]
    return cells + ([goal.text(), goal.verdict(wall)] if goal else ["", ""])


def memory_row(path, threads, runs, report):
    with open(report, encoding="utf-8") as file:
        goal = goals.memory_goal(json.load(file)["datasets"][0])
    peak = median(runs, "peak_mib")
    cells = [os.path.basename(path), threads, "peak memory", "", "", f"{peak:.0f}"]
    return cells + [""] * 5 + [goal.text(), goal.verdict(peak)]


def cross_tab_lines(bench, arguments):
    if arguments.no_cross_tabs or "adult" not in arguments.shapes:
        return []
    most = max(arguments.rows)
    path = bench.file("adult", most)
    rows = []
    for threads in arguments.threads:
        judged = threads == max(arguments.threads) and most >= goals.LARGE_ROWS
        say(f"Timing answers in memory, {threads} threads")
        for name, milliseconds, limit in bench.cross_tabs(path, threads):
            goal = goals.at_most(float(limit), "ms") if limit and judged else None
            verdict = [goal.text(), goal.verdict(float(milliseconds))] if goal else ["", ""]
            rows.append([name, threads, milliseconds, *verdict])
    title = f"Answers about {os.path.basename(path)} in memory:"
    return ["", title, "", *table(("question", "threads", "ms", "goal", "verdict"), rows)]


def data_file_lines(bench, arguments):
    if arguments.no_data_files or "adult" not in arguments.shapes:
        return []
    rows = []
    for count in arguments.rows:
        path = bench.file("adult", count)
        judged = count >= goals.LEAST_ROWS["adult"]
        for threads in arguments.threads:
            say(f"Timing data files of {count} rows, {threads} threads")
            for name, value, unit, limit in bench.data_file(path, threads):
                goal = goals.at_most(float(limit), unit) if limit and judged else None
                verdict = [goal.text(), goal.verdict(float(value))] if goal else ["", ""]
                rows.append([os.path.basename(path), name, threads, value, unit, *verdict])
    header = ("file", "work", "threads", "figure", "unit", "goal", "verdict")
    return ["", "Data files:", "", *table(header, rows)]


def table(header, rows):
    lines = ["| " + " | ".join(header) + " |", "|" + " --- |" * len(header)]
    return lines + ["| " + " | ".join(str(cell) for cell in row) + " |" for row in rows]


if __name__ == "__main__":
    sys.exit(main())
