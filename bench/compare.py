#!/usr/bin/env python3
"""Runs isthmus and QEPCAD (Debian package qepcad) side by side on the same sets and prints user CPU seconds.

usage: bench/compare.py [--bin build/bin] [--runs N] [--limit S] [--only TEXT]

The sets are those of bench/baselines.cpp (`bench_baselines --sets`; build with -DISTHMUS_BENCH=ON). Isthmus counts the
components. QEPCAD builds a full CAD, and for sets without equations also one of full-dimensional cells only
(measure-zero-error); neither gives a count. The programs take turns; the figures are medians of the user time of whole
processes, start-up included, as a table in Markdown. The last column holds the figures known before.
"""

import argparse
import os
import re
import resource
import shutil
import signal
import statistics
import subprocess
import sys


def user_seconds(command, limit, text=None):
    """User time and what was printed, or None twice if the limit was reached; grandchildren are ended too."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
                               start_new_session=True)
    try:
        printed, _ = process.communicate(text, timeout=limit)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.communicate()
        return None, None
    used = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - before
    return used, subprocess.CompletedProcess(command, process.returncode, printed)


class Isthmus:
    def __init__(self, program):
        self.program = program

    def run(self, row, limit):
        command = [self.program, "components", row["set"], "--vars", row["variables"]]
        if row["parameters"]:
            command += ["--forall", row["parameters"], "--assume", row["assumption"]]
        used, done = user_seconds(command, limit)
        if done is None:
            return None, "-"
        if done.returncode != 0:
            return None, "undecided" if done.returncode == 2 else "failed"
        return used, re.search(r"\d+", done.stdout).group()


class Qepcad:
    def __init__(self, open_cells_only):
        self.open_cells_only = open_cells_only
        self.cells = 2000000 if open_cells_only else 20000000  # memory that is reserved takes time

    def run(self, row, limit):
        condition = row["set"]
        if row["parameters"]:
            condition = f"[{condition}] and {row['assumption']}"
        if self.open_cells_only and re.search(r"(?<![!<>])=", condition):
            return None, "-"
        names = [n for n in (row["parameters"] + "," + row["variables"]).split(",") if n]
        text = condition.replace("!=", "/=").replace("*", " ")
        text = re.sub(r"\bor\b", r"\\/", re.sub(r"\band\b", r"/\\", text))
        lines = ["[]", f"({','.join(names)})", str(len(names)), f"[{text}]."]
        if self.open_cells_only:
            lines.append("measure-zero-error")
        script = "\n".join(lines + ["finish", ""])
        used, done = user_seconds(["qepcad", "-noecho", f"+N{self.cells}"], limit, script)
        if done is None:
            return None, f"> {limit:g}"
        finished = "The End" in done.stdout and "Error" not in done.stdout and "Failure" not in done.stdout
        return (used, "done") if finished else (None, "fails")


def figure(runs):
    seconds = [used for used, _ in runs if used is not None]
    return f"{statistics.median(seconds):.3f}" if len(seconds) == len(runs) else runs[-1][1]


def read_sets(program):
    keys = ["name", "variables", "parameters", "assumption", "set", "known"]
    done = subprocess.run([program, "--sets"], capture_output=True, text=True, check=True)
    return [dict(zip(keys, line.split("\t"))) for line in done.stdout.splitlines()]


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    root = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    parser.add_argument("--bin", default=os.path.join(root, "build", "bin"))
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--limit", type=float, default=60)
    parser.add_argument("--only", default="")
    options = parser.parse_args()
    programs = [os.path.join(options.bin, name) for name in ("isthmus", "bench_baselines")]
    for program in programs:
        if not os.access(program, os.X_OK):
            sys.exit(f"compare.py: {program} is not a program; configure with -DISTHMUS_BENCH=ON and build it first")
    if shutil.which("qepcad") is None:
        sys.exit("compare.py: qepcad is not installed (Debian package qepcad)")
    tools = [Isthmus(programs[0]), Qepcad(True), Qepcad(False)]
    print("| set | components | Isthmus | QEPCAD, open cells | QEPCAD, full | known before |")
    print("|---|---|---|---|---|---|")
    for row in read_sets(programs[1]):
        if options.only not in row["name"]:
            continue
        runs = [[] for _ in tools]
        for _ in range(options.runs):
            for tool, results in zip(tools, runs):
                if not results or results[-1][0] is not None:
                    results.append(tool.run(row, options.limit))
        figures = " | ".join(figure(results) for results in runs)
        print(f"| {row['name']} | {runs[0][-1][1]} | {figures} | {row['known']} |", flush=True)


if __name__ == "__main__":
    main()
