"""The programs under test, the files they read, and where both are kept."""

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass

from benchmarks.harness.measure import measure

DUCKDB_LIBRARY = "node_modules/@duckdb/node-bindings-linux-x64/libduckdb.so"


@dataclass(frozen=True)
class Roles:
    label: str = ""
    favourable: str = ""
    groups: tuple = ()


ADULT_ROLES = Roles("income", ">50K", ("sex", "race"))
ROLES = {"adult": ADULT_ROLES, "stray": ADULT_ROLES, "text": Roles(), "wide": Roles()}


def say(text):
    print(text, file=sys.stderr, flush=True)


class Workbench:
    def __init__(self, build, scratch):
        self.build = build
        self.scratch = scratch
        os.makedirs(scratch, exist_ok=True)

    def path(self, name):
        return os.path.join(self.scratch, name)

    def fetch_peers(self):
        """Install the peers, by exact version, where the last run has not done so."""
        folder = self.path("peers")
        os.makedirs(folder, exist_ok=True)
        wanted = os.path.join(os.path.dirname(__file__), "..", "duckdb", "package.json")
        installed = os.path.join(folder, "package.json")
        library = os.path.join(folder, DUCKDB_LIBRARY)
        if os.path.exists(library) and os.path.exists(installed):
            with open(wanted, "rb") as a, open(installed, "rb") as b:
                if a.read() == b.read():
                    return
        say("Fetching the peers")
        shutil.copyfile(wanted, installed)
        npm = ["npm", "install", "--prefix", folder, "--no-audit", "--no-fund", "--no-package-lock",
               "--ignore-scripts", "--loglevel=error"]
        subprocess.run(npm, check=True, stdout=sys.stderr, stdin=subprocess.DEVNULL)

    def file(self, shape, rows):
        """The generated file, made anew when the generator is newer."""
        generator = os.path.join(self.build, "benchmarks", "cupel_bench_generate")
        path = self.path(f"{shape}-{rows}.csv")
        if not os.path.exists(path) or os.path.getmtime(path) < os.path.getmtime(generator):
            say(f"Generating {os.path.basename(path)}")
            subprocess.run([generator, shape, str(rows), path + ".part"], check=True)
            os.replace(path + ".part", path)
        return path

    def cupel(self, shape, path, threads, report):
        """The command of Cupel's whole job: read, profile, audit, report."""
        command = [os.path.join(self.build, "app", "batch", "cupel"), "audit", path, "-j", str(threads),
                   "--privacy", "full", "--fail-on", "never", "--progress", "never", "-q"]
        roles = ROLES[shape]
        if roles.label:
            command += ["--label", roles.label, "--favourable", roles.favourable]
        for group in roles.groups:
            command += ["--group", group]
        if len(roles.groups) == 2:
            command += ["--intersect", ",".join(roles.groups)]
        return command + ["-o", f"json={report}"]

    def duckdb(self, shape, path, threads, answers, mode):
        command = [os.path.join(self.build, "benchmarks", "cupel_bench_duckdb"),
                   "--library", os.path.join(self.path("peers"), DUCKDB_LIBRARY),
                   "--mode", mode, "--threads", str(threads), "--input", path, "--output", answers]
        roles = ROLES[shape]
        if roles.label:
            command += ["--label", roles.label]
        for group in roles.groups:
            command += ["--group", group]
        return command

    def cross_tabs(self, path, threads):
        program = os.path.join(self.build, "benchmarks", "cupel_bench_cross_tabs")
        done = subprocess.run([program, path, str(threads)], check=True, capture_output=True, text=True)
        return [line.split("\t") for line in done.stdout.splitlines()]

    def data_file(self, path, threads):
        program = os.path.join(self.build, "benchmarks", "cupel_bench_data_file")
        done = subprocess.run([program, path, str(threads)], check=True, capture_output=True, text=True)
        return [line.split("\t") for line in done.stdout.splitlines()]

    def measure(self, command):
        measurer = os.path.join(self.build, "benchmarks", "cupel_bench_measure")
        return measure(measurer, command, self.path("last-run.log"))

    def alternate(self, ours, theirs, runs):
        """Measure two commands in turn, A B A B …, so that a busy machine slows both alike."""
        pairs = [(self.measure(ours), self.measure(theirs)) for _ in range(runs)]
        return [a for a, _ in pairs], [b for _, b in pairs]
