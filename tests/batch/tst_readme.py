#!/usr/bin/env python3
"""The example in README.md is what the program prints; with --write it is put there."""

import os
import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
COMMAND = r"\$ cupel audit resources/sample/loans\.csv --roles resources/sample/roles\.json\n"
BLOCK = re.compile(r"(```\n" + COMMAND + r")(.*?)(\n```)", re.DOTALL)


def output(program):
    command = [program, "audit", "resources/sample/loans.csv", "--roles", "resources/sample/roles.json",
               "--fail-on", "never"]
    return subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout.strip("\n")


def main():
    readme = ROOT / "README.md"
    text = readme.read_text(encoding="utf-8")
    shown = output(os.environ["CUPEL_BINARY"])
    if "--write" in sys.argv:
        readme.write_text(BLOCK.sub(lambda found: found[1] + shown + found[3], text), encoding="utf-8")
        return 0
    block = BLOCK.search(text)
    if block is None or block[2] != shown:
        print("README.md does not show what the program prints; run this test with --write")
        return 1
    for finding in re.findall(r"cupel rows (f-[0-9a-f]{16})", text):
        if finding not in shown:
            print(f"README.md names {finding}, which its example does not show")
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
