"""Where the sample is, and how its script is run."""

import os
import subprocess
import sys
from pathlib import Path

SAMPLE = Path(__file__).resolve().parents[2] / "resources" / "sample"
GENERATED = {"loans.csv", "README.md", "croissant.json", "DEFECTS.md", "defects.json"}
COPIED = {"LICENSE", "roles.json"}


def run_script(*options, cwd=None, **environment):
    return subprocess.run([sys.executable, str(SAMPLE / "make_sample.py"), *map(str, options)],
                          capture_output=True, text=True, check=False, cwd=cwd,
                          env={**os.environ, **environment})


def make_sample(folder, *options, **where):
    """Run the script into `folder`; it must succeed and say nothing."""
    result = run_script("--out", folder, *options, **where)
    if (result.returncode, result.stdout, result.stderr) != (0, "", ""):
        raise AssertionError(f"exit code {result.returncode}\n{result.stdout}{result.stderr}")
