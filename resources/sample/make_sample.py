#!/usr/bin/env python3
"""Write the sample: a table of invented loan applications with planted defects, and its documents.

make_sample.py [--out FOLDER] [--without DEFECT,...|--without all]

The same bytes on every machine. Without --out the files go beside this script.
"""

import argparse
import json
import shutil
import sys
from pathlib import Path

sys.dont_write_bytecode = True

from maker.claims import claims  # noqa: E402
from maker.csv_text import write_csv  # noqa: E402
from maker.documents import card, croissant, file_facts  # noqa: E402
from maker.measure import measure  # noqa: E402
from maker.page import RULES, defects_page  # noqa: E402
from maker.plants import ALL_DEFECTS, plant  # noqa: E402

HERE = Path(__file__).resolve().parent
COPIED = ["LICENSE", "roles.json"]


def as_json(value):
    return json.dumps(value, indent=2, ensure_ascii=False) + "\n"


def sample_files(planted):
    """File name -> bytes of everything that is generated."""
    sample = plant(planted)
    csv = write_csv(sample)
    facts = file_facts(sample, csv)
    figures = measure(sample, csv, planted)
    documents = {"README.md": card(facts, planted),
                 "croissant.json": as_json(croissant(facts, planted))}
    found = claims(documents, facts, planted)
    texts = documents | {
        "DEFECTS.md": defects_page(facts, figures, found),
        "defects.json": as_json({
            "schema": "cupel.sample-defects", "version": 1, "file": facts, "table": figures,
            "rules": {defect: rules for defect, rules in RULES.items() if defect in figures},
            "claims": found}),
    }
    return {"loans.csv": csv.encoded()} | {name: text.encode() for name, text in texts.items()}


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--out", type=Path, default=HERE, help="where the files go")
    parser.add_argument("--without", default="", metavar="DEFECT,...",
                        help="defects to repair, or all: " + ", ".join(ALL_DEFECTS))
    options = parser.parse_args()

    left_out = ALL_DEFECTS if options.without == "all" else options.without.split(",")
    unknown = [defect for defect in left_out if defect and defect not in ALL_DEFECTS]
    if unknown:
        parser.error(f"no such defect: {', '.join(unknown)}; there are {', '.join(ALL_DEFECTS)}")

    options.out.mkdir(parents=True, exist_ok=True)
    for name, data in sample_files(set(ALL_DEFECTS) - set(left_out)).items():
        (options.out / name).write_bytes(data)
    if options.out.resolve() != HERE:
        for name in COPIED:
            shutil.copyfile(HERE / name, options.out / name)


if __name__ == "__main__":
    main()
