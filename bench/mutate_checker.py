#!/usr/bin/env python3
"""Mutation run over the checker's own source: which of its conditions could be wrong without a test that notices?

usage: bench/mutate_checker.py --work DIR [--build build] [--files GLOB ..] [--sample N] [--seed S] [--jobs N] [--level O1]
       [--catalogue]

All mutants of the chosen files (bench/mutants.py) are compiled into one program, tests/checker linked against them; the
environment variable ISTHMUS_MUTANT switches one on. A mutant is killed if a test fails, crashes or takes too long. Only
the test files that reach a mutant are run for it. With --catalogue, the certificates of the catalogue must also stay
accepted. --build is a build directory, configured with -DISTHMUS_TOGETHER=1, where test_checker and isthmus-check are
built: its objects serve for all that is not mutated. --sample takes N of the mutants at random.

Printed are the survivors: file:line, the text and the mutated text; `unreached` if no test evaluates it. Survivors that
bench/checker_survivors.txt explains are counted only. Exit status 1 if others are left.
"""

import argparse
import json
import os
import random
import re
import shlex
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import mutants

ROOT = Path(__file__).resolve().parent.parent
EXPLAINED = ROOT / "bench" / "checker_survivors.txt"
SECONDS = 10  # of CPU time, for one file of tests

HEADER = """#pragma once
namespace mutants {
extern unsigned active;
extern bool tracing;
bool reached(unsigned number);
inline bool on(unsigned number) { return active == number || (tracing && reached(number)); }
}
#define MUTANT(number) mutants::on(number)
"""
SWITCH = """#include <cstdio>
#include <cstdlib>
#include <vector>
namespace mutants {
namespace {
struct Reached {
  std::vector<bool> seen = std::vector<bool>(LAST);
  ~Reached() {
    std::FILE* file = std::fopen(std::getenv("ISTHMUS_REACHED"), "w");
    for (unsigned i = 0; i < seen.size(); ++i)
      if (seen[i]) std::fprintf(file, "%u\\n", i);
    std::fclose(file);
  }
};
}
unsigned active = std::getenv("ISTHMUS_MUTANT") ? std::atoi(std::getenv("ISTHMUS_MUTANT")) : 0;
bool tracing = std::getenv("ISTHMUS_REACHED") != nullptr;
bool reached(unsigned number) {
  static Reached all;
  all.seen[number] = true;
  return false;
}
}
"""


def build(options):
    """Writes and compiles the mutated files; (all mutants, extra objects)."""
    work = options.work
    commands = {Path(entry["file"]).name: entry["command"] for entry in json.loads((options.build / "compile_commands.json").read_text())
                if "/src/checker/" in entry["file"]}
    if not commands:
        raise SystemExit(f"{options.build}: no file is compiled on its own; configure a directory with -DISTHMUS_TOGETHER=1")
    (work / "mutant.hpp").write_text(HEADER)
    names = sorted({path.name for pattern in options.files for path in (ROOT / "src" / "checker").glob(pattern) if path.suffix == ".cpp"})
    found, first, tasks = {}, 1, []
    for name in names:
        text = (ROOT / "src" / "checker" / name).read_text()
        _, _, last = mutants.mutated(name, text, first)
        tasks.append((name, text, first, commands[name]))
        first = last
    (work / "switch.cpp").write_text(SWITCH.replace("LAST", str(first)))
    subprocess.run(["g++", "-std=c++20", "-O1", "-c", work / "switch.cpp", "-o", work / "switch.o"], check=True)

    def compiled(task):
        """Mutants on lines that do not compile are left out, until the rest does."""
        name, text, begin, command = task
        path, skip = work / name, set()
        words = [w for w in shlex.split(command)[:-4] if not w.startswith(("-O", "-W"))]
        for _ in range(8):
            source, made, _ = mutants.mutated(name, text, begin, skip)
            path.write_text(source)
            (work / (name + ".skipped")).write_text(" ".join(map(str, sorted(skip))))
            done = subprocess.run([*words, f"-{options.level}", "-w", "-fmax-errors=0", "-include", work / "mutant.hpp", "-o", work / (name + ".o"), "-c", path],
                                  capture_output=True, text=True, cwd=options.build, check=False)
            if done.returncode == 0:
                return name, made
            lines = {int(n) for n in re.findall(re.escape(name) + r":(\d+):", done.stderr)}
            before = len(skip)
            for mutant in made:
                if any(mutant.line - 1 <= n <= mutant.line + mutant_lines(text, mutant) for n in lines):
                    skip.add(mutant.number)
            if len(skip) == before:
                raise SystemExit(f"{name} does not compile:\n{done.stderr[:2000]}")
        raise SystemExit(f"{name}: too many rounds")

    with ThreadPoolExecutor(options.jobs) as pool:
        for name, made in pool.map(compiled, tasks):
            found[name] = made
            print(f"{name}: {len(made)} mutants", flush=True)
    link(options, set(names))
    return [mutant for made in found.values() for mutant in made]


def mutant_lines(text, mutant):
    return 4 if len(mutant.old) > 60 else 1


def link(options, names):
    objects = [options.work / (name + ".o") for name in names] + [options.work / "switch.o"]
    rest = [o for o in (options.build / "CMakeFiles" / "isthmus_checker.dir" / "src" / "checker").glob("*.o") if o.name.removesuffix(".o") not in names]
    tests = [*(options.build / "tests" / "CMakeFiles" / "test_checker.dir").rglob("*.o"), *(options.build / "tests" / "CMakeFiles" / "isthmus_test_main.dir").rglob("*.o")]
    libraries = ["-ltomlplusplus"]
    for target, own in (("test_checker", tests), ("isthmus-check", list((options.build / "CMakeFiles" / "isthmus-check.dir").rglob("*.o")))):
        if target == "isthmus-check" and ("main.cpp" in names or not own):
            continue
        subprocess.run(["g++", *map(str, own), *map(str, objects), *map(str, rest), *libraries, "-o", options.work / target], check=True)


def run(options, command, **environment):
    """Whether a test program succeeds."""
    limited = ["sh", "-c", f'ulimit -t {SECONDS}; ulimit -v 4000000; exec "$@"', "sh", *map(str, command)]
    done = subprocess.run(limited, env={**os.environ, **environment}, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
    return done.returncode == 0


def reach(options):
    """For each file of tests the numbers of the mutants that it evaluates."""
    result = {}
    for path in sorted((ROOT / "tests" / "checker").glob("test_*.cpp")):
        report = options.work / "reached"
        report.unlink(missing_ok=True)
        if not run(options, [options.work / "test_checker", f"-sf=*/{path.name}"], ISTHMUS_REACHED=str(report)):
            raise SystemExit(f"{path.name} fails without a mutant")
        result[path.name] = set(map(int, report.read_text().split())) if report.exists() else set()
    return result


def certificates(options, mutant):
    claims = {path.stem: path for path in (ROOT / "proofs" / "catalogue").rglob("*.toml")}
    small = [p for p in sorted((ROOT / "proofs" / "certificates").glob("*.json")) if p.stat().st_size < 30000]
    return all(run(options, [options.work / "isthmus-check", claims[path.stem], path], ISTHMUS_MUTANT=str(mutant.number)) for path in small)


def survives(options, reached, mutant):
    files = sorted((len(all_of), name) for name, all_of in reached.items() if mutant.number in all_of)
    for _, name in files:
        if not run(options, [options.work / "test_checker", f"-sf=*/{name}", "-aa=1"], ISTHMUS_MUTANT=str(mutant.number)):
            return None
    if options.catalogue and not certificates(options, mutant):
        return None
    return "survives" if files else "unreached"


def explained():
    """The keys of survivors that are explained: lines `file: old -> new`, the reason indented below."""
    if not EXPLAINED.exists():
        return set()
    return {line.strip() for line in EXPLAINED.read_text().splitlines() if line.strip() and not line.startswith((" ", "#"))}


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--build", type=Path, default=ROOT / "build")
    parser.add_argument("--files", nargs="+", default=["*.cpp"])
    parser.add_argument("--sample", type=int, default=0)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--level", default="O1", help="optimisation of the mutated files")
    parser.add_argument("--catalogue", action="store_true")
    options = parser.parse_args()
    options.work, options.build = options.work.resolve(), options.build.resolve()
    options.work.mkdir(parents=True, exist_ok=True)
    everything = build(options)
    chosen = everything
    if options.sample and options.sample < len(everything):
        chosen = random.Random(options.seed).sample(everything, options.sample)
    reached = reach(options)
    known = explained()
    survivors, killed, excused = 0, 0, 0
    with ThreadPoolExecutor(options.jobs) as pool:
        for mutant, state in zip(chosen, pool.map(lambda m: survives(options, reached, m), chosen)):
            if state is None:
                killed += 1
            elif mutant.key() in known:
                excused += 1
            else:
                survivors += 1
                print(f"{state}  src/checker/{mutant.file}:{mutant.line}\n    {mutant.old}\n    {mutant.new}", flush=True)
    print(f"{len(chosen)} mutants: {killed} killed, {excused} survivors explained, {survivors} not")
    return 1 if survivors else 0


if __name__ == "__main__":
    sys.exit(main())
