#!/usr/bin/env python3
"""Producing and checking certificates, side by side: user CPU seconds of whole processes.

usage: bench/certificates.py [--programs build/bin] [--repeat 3] [--slowest N] [--set SET ...]

Of the catalogue, or with --set of queries. `produce` is `isthmus verify` (or `components --certificate`) without the
check that `verify` has made; `check` is isthmus-check on the certificate. Each figure is the least of the repetitions.
With --slowest only the N claims are shown whose check takes longest, the slowest first; the sums are always of all.
"""

import argparse
import os
import subprocess
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def user_seconds(command):
    before = os.times().children_user
    done = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
    return os.times().children_user - before, done.returncode


def least(command, repeat):
    figures = [user_seconds(command) for _ in range(repeat)]
    return min(seconds for seconds, _ in figures), max(code for _, code in figures)


def row(name, certificate, produce, check, failed):
    return name, certificate.stat().st_size if certificate.exists() else 0, produce, check, failed


def claim_row(claim, options):
    certificate = ROOT / "proofs" / "certificates" / (claim.stem + ".json")
    verify, code = least([options.programs / "isthmus", "verify", claim], options.repeat)
    check, checked = least([options.programs / "isthmus-check", claim, certificate], options.repeat)
    return row(claim.stem, certificate, max(verify - check, 0.0), check, (code, checked))


def query_row(text, options):
    with tempfile.TemporaryDirectory() as directory:
        certificate = Path(directory, "certificate.json")
        command = [options.programs / "isthmus", "components", text, "--certificate", certificate]
        produce, code = least(command, options.repeat)
        check, checked = least([options.programs / "isthmus-check", "--set", text, certificate], options.repeat)
        return row(text, certificate, produce, check, (code, checked))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--programs", type=Path, default=ROOT / "build" / "bin")
    parser.add_argument("--repeat", type=int, default=3)
    parser.add_argument("--slowest", type=int)
    parser.add_argument("--set", action="append", default=[])
    options = parser.parse_args()
    if options.set:
        rows = [query_row(text, options) for text in options.set]
    else:
        rows = [claim_row(claim, options) for claim in sorted((ROOT / "proofs" / "catalogue").rglob("*.toml"))]
    shown = rows if options.slowest is None else sorted(rows, key=lambda each: -each[3])[: options.slowest]
    print(f"{'':<32}{'bytes':>8}{'produce':>9}{'check':>8}")
    for name, size, produce, check, failed in shown:
        note = "" if failed == (0, 0) else f"  exit {failed[0]}, {failed[1]}"
        print(f"{name:<32}{size:>8}{produce:>9.3f}{check:>8.3f}{note}")
    print(f"{'all ' + str(len(rows)):<40}{sum(each[2] for each in rows):>9.2f}{sum(each[3] for each in rows):>8.2f}")


if __name__ == "__main__":
    main()
