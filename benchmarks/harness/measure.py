"""Measured runs of a program: wall seconds, CPU seconds, peak resident memory."""

import statistics
import subprocess
from dataclasses import dataclass


@dataclass
class Run:
    wall: float
    cpu: float
    peak_mib: float


class ProgramFailed(Exception):
    pass


def measure(measurer, command, log):
    """Run the command under cupel_bench_measure; a failure shows what it wrote to the file `log`."""
    done = subprocess.run([measurer, log, *command], check=True, stdout=subprocess.PIPE, text=True)
    code, wall, cpu, peak_kib = done.stdout.split()
    if code != "0":
        with open(log, encoding="utf-8", errors="replace") as file:
            raise ProgramFailed(f"{' '.join(command)}\nended with {code}:\n{file.read()[-2000:]}")
    return Run(float(wall), float(cpu), int(peak_kib) / 1024)


def median(runs, member):
    return statistics.median(getattr(run, member) for run in runs)


def median_ratio(numerators, denominators, member):
    """Median of the ratios pair by pair. A CPU time may be zero at the clock's grain."""
    pairs = zip(numerators, denominators)
    return statistics.median(getattr(a, member) / max(getattr(b, member), 1e-4) for a, b in pairs)
