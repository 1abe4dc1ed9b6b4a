#!/usr/bin/env python3
"""Runs isthmus and QEPCAD (Debian package qepcad) side by side on the same open sets and prints the ratio of CPU times.

usage: bench/compare.py [--isthmus build/bin/isthmus] [--runs N]

Isthmus counts the components; QEPCAD builds a CAD of full-dimensional cells only (measure-zero-error) for the same
polynomial, which gives cells but no count. The two take turns; medians of user plus system time of the whole process tree.
"""

import argparse
import itertools
import os
import re
import resource
import shutil
import statistics
import subprocess
import sys


def sign(permutation):
    return (-1) ** sum(permutation[i] > permutation[j] for j in range(len(permutation)) for i in range(j))


def determinant(matrix):
    n = len(matrix)
    terms = []
    for p in itertools.permutations(range(n)):
        product = "*".join(f"({matrix[i][p[i]]})" for i in range(n))
        terms.append(("+" if sign(p) > 0 else "-") + product)
    return "".join(terms).lstrip("+")


def symbols(letter, rows, columns):
    return [[f"{letter}{i}{j}" for j in range(1, columns + 1)] for i in range(1, rows + 1)]


def product_plus_identity(n):
    a, b = symbols("a", n, n), symbols("b", n, n)
    entry = lambda i, j: "+".join(f"{b[i][k]}*{a[k][j]}" for k in range(n)) + ("+1" if i == j else "")
    return [[entry(i, j) for j in range(n)] for i in range(n)]


SETS = {
    "det 2x2": determinant(symbols("x", 2, 2)),
    "det 3x3": determinant(symbols("x", 3, 3)),
    "det 4x4": determinant(symbols("x", 4, 4)),
    "det(BA+I) 2x2": determinant(product_plus_identity(2)),
    "elliptope": "2*x*y*z-x^2-y^2-z^2+1",
    "quadric cone": "x1*x4-(x2-1)*(x3-1)",
    "even root over a wall": "x*z^2+2*y*z-x",
    "two circles": "(x^2+y^2-1)*(x^2+y^2-4)",
    "quintic curve": "x^5-3*x^3*y+2*x*y^4-y^5+x^2*y^2-7*x*y+4*y^2-x+5",
}


def variables(polynomial):
    return sorted(set(re.findall(r"[a-z]\w*", polynomial)))


def cpu_seconds(command, text=None):
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(command, input=text, capture_output=True, text=True, timeout=300)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, done


def run_isthmus(program, polynomial):
    used, done = cpu_seconds([program, "components", polynomial + " != 0"])
    if done.returncode != 0:
        return used, "failed: " + (done.stderr.strip().splitlines() or ["?"])[-1]
    return used, done.stdout.split()[0] + " components"


def run_qepcad(polynomial):
    names = variables(polynomial)
    text = re.sub(r"(?<=[\w)])\*(?=[\w(])", " ", polynomial)
    script = "\n".join(["[]", "(" + ",".join(names) + ")", str(len(names)), f"[{text} /= 0].", "measure-zero-error",
                        "finish", ""])
    used, done = cpu_seconds(["qepcad", "-noecho"], script)
    return used, "done, no count" if "The End" in done.stdout and "Error" not in done.stdout else "failed"


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    root = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    parser.add_argument("--isthmus", default=os.path.join(root, "build", "bin", "isthmus"))
    parser.add_argument("--runs", type=int, default=5)
    options = parser.parse_args()
    if not os.access(options.isthmus, os.X_OK):
        sys.exit(f"compare.py: {options.isthmus} is not a program; build it first, or name it with --isthmus")
    if shutil.which("qepcad") is None:
        sys.exit("compare.py: qepcad is not installed (Debian package qepcad)")
    print(f"{'set':<24}{'isthmus s':>10}  {'answer':<16}{'qepcad s':>10}  {'answer':<16}{'ratio':>7}")
    for name, polynomial in SETS.items():
        ours, theirs = [], []
        for _ in range(options.runs):
            used, answer = run_isthmus(options.isthmus, polynomial)
            ours.append(used)
            used, other = run_qepcad(polynomial)
            theirs.append(used)
        a, b = statistics.median(ours), statistics.median(theirs)
        print(f"{name:<24}{a:>10.3f}  {answer:<16}{b:>10.3f}  {other:<16}{b / a if a else float('inf'):>7.1f}")


if __name__ == "__main__":
    main()
