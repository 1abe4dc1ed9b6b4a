#!/usr/bin/env python3
"""Producing and checking the certificates of the catalogue, side by side: user CPU seconds of whole processes.

usage: bench/certificates.py [--programs build/bin] [--repeat 3]

`produce` is `isthmus verify --only ID`, which proves the claim, writes its certificate and has it checked once; `check`
is isthmus-check on the kept certificate. Each figure is the least of the repetitions.
"""

import argparse
import os
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def user_seconds(command):
    before = os.times().children_user
    done = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
    return os.times().children_user - before, done.returncode


def least(command, repeat):
    figures = [user_seconds(command) for _ in range(repeat)]
    return min(seconds for seconds, _ in figures), max(code for _, code in figures)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--programs", type=Path, default=ROOT / "build" / "bin")
    parser.add_argument("--repeat", type=int, default=3)
    options = parser.parse_args()
    total = [0.0, 0.0]
    print(f"{'claim':<32}{'bytes':>8}{'produce':>9}{'check':>8}")
    for claim in sorted((ROOT / "proofs" / "catalogue").rglob("*.toml")):
        certificate = ROOT / "proofs" / "certificates" / (claim.stem + ".json")
        produce, code = least([options.programs / "isthmus", "verify", claim], options.repeat)
        check, checked = least([options.programs / "isthmus-check", claim, certificate], options.repeat)
        total[0] += produce
        total[1] += check
        failed = "" if code == 0 and checked == 0 else f"  exit {code}, {checked}"
        print(f"{claim.stem:<32}{certificate.stat().st_size:>8}{produce:>9.3f}{check:>8.3f}{failed}")
    print(f"{'all':<40}{total[0]:>9.2f}{total[1]:>8.2f}")


if __name__ == "__main__":
    main()
