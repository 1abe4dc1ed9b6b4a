#!/usr/bin/env python3
"""Mutation run over the checker's own source: which of its conditions could be wrong without a test that notices?

usage: bench/mutate_checker.py --work DIR [--build build] [--files GLOB ..] [--kinds KIND,..] [--keys FILE] [--sample N]
       [--seed S] [--jobs N] [--level O1] [--catalogue]

All mutants of the chosen files, in the order given, and of the chosen kinds (bench/mutants.py) are compiled into one
program, tests/checker linked against them; the environment variable ISTHMUS_MUTANT switches one on. A mutant is killed
if a test fails, crashes or takes too long. Only the test files that reach a mutant are run for it; for main.cpp and
limits.cpp also test_command_line.py. With --catalogue, the certificates of the catalogue must also stay accepted.
Headers (`*.hpp`) are mutated in a run of their own. --build is a build directory, configured with -DISTHMUS_TOGETHER=1,
where test_checker and isthmus-check are built: its objects serve for all that is not mutated. --sample takes N of the
mutants at random; --keys those of a file with lines as in DIR/results, where the outcome of each mutant is written.

A header's inline function that a test calls itself may be inlined there, unmutated: such a mutant survives here, and is
to be tried by hand.

Printed are the survivors: file:line, the text and the mutated text; `unreached` if no test evaluates it. Survivors that
bench/checker_survivors.txt explains are counted only. Exit status 1 if others are left.
"""

import argparse
import json
import os
import random
import re
import shlex
import shutil
import subprocess
import sys
import time
from collections import Counter
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


def sources(options):
    """The names of the files to mutate, in the order of the patterns, and of those to compile."""
    folder = ROOT / "src" / "checker"
    chosen = list(dict.fromkeys(path.name for pattern in options.files for path in sorted(folder.glob(pattern))))
    headers = [name for name in chosen if name.endswith(".hpp")]
    if headers and len(headers) < len(chosen):
        raise SystemExit("headers are mutated in a run of their own")
    return chosen, sorted(path.name for path in folder.glob("*.cpp")) if headers else chosen


class Mutation:
    """The mutated text of a file; what does not compile is left out."""

    def __init__(self, options, name, first):
        self.options, self.name, self.first, self.skip = options, name, first, set()
        self.text = (ROOT / "src" / "checker" / name).read_text()
        self.path = options.work / ("include/checker" if name.endswith(".hpp") else "") / name
        self.write()

    def write(self):
        source, self.made, self.last = mutants.mutated(self.name, self.text, self.first, self.skip, self.options.kinds)
        self.path.parent.mkdir(parents=True, exist_ok=True)
        self.path.write_text(source)

    def leave_out(self, errors):
        """Whether the errors of the compiler name a line that has mutants."""
        lines = {int(n) for n in re.findall(r"\b" + re.escape(self.name) + r":(\d+):", errors)}
        bad = [m for m in self.made if any(m.line - 1 <= n <= m.line + mutant_lines(m) for n in lines)]
        self.skip |= {m.number for m in [m for m in bad if m.whole] or bad}
        if bad:
            self.write()
        return bool(bad)


def build(options):
    """Writes and compiles the mutated files; all mutants."""
    work = options.work
    entries = json.loads((options.build / "compile_commands.json").read_text())
    commands = {Path(entry["file"]).name: entry["command"] for entry in entries if "/src/checker/" in entry["file"]}
    if not commands:
        raise SystemExit(f"{options.build}: files are compiled together; configure with -DISTHMUS_TOGETHER=1")
    (work / "mutant.hpp").write_text(HEADER)
    chosen, compiled = sources(options)
    files, first = {}, 1
    for name in chosen:
        files[name] = Mutation(options, name, first)
        first = files[name].last
    (work / "switch.cpp").write_text(SWITCH.replace("LAST", str(first)))
    subprocess.run(["g++", "-std=c++20", "-O1", "-c", work / "switch.cpp", "-o", work / "switch.o"], check=True)

    def compile_one(name):
        path = files[name].path if name in files else ROOT / "src" / "checker" / name
        words = [word for word in shlex.split(commands[name])[:-4] if not word.startswith(("-O", "-W"))]
        words = [word for word in words if not word.endswith("ccache")]
        words = [*filter(None, [shutil.which("ccache")]), words[0], f"-I{work}/include", *words[1:]]
        words += [f"-{options.level}", "-D_GLIBCXX_ASSERTIONS", "-w", "-fmax-errors=0", "-include", work / "mutant.hpp"]
        for _ in range(12):
            done = subprocess.run([*words, "-o", work / (name + ".o"), "-c", path], capture_output=True, text=True,
                                  cwd=options.build, check=False)
            if done.returncode == 0:
                return
            if not any([files[each].leave_out(done.stderr) for each in ([name] if name in files else files)]):
                raise SystemExit(f"{name} does not compile:\n{done.stderr[:2000]}")
        raise SystemExit(f"{name}: too many rounds")

    with ThreadPoolExecutor(1 if chosen != compiled else options.jobs) as pool:
        list(pool.map(compile_one, compiled))
    for name, file in files.items():
        print(f"{name}: {len(file.made)} mutants, {len(file.skip)} do not compile", flush=True)
    link(options, set(compiled))
    return [mutant for file in files.values() for mutant in file.made]


def mutant_lines(mutant):
    return 4 if len(mutant.old) > 60 else 1


def link(options, names):
    """Mutated objects come first: of the inline functions of a header, the first is taken."""
    tests, folder = options.build / "tests" / "CMakeFiles", options.build / "CMakeFiles"
    rest = [path for path in (folder / "isthmus_checker.dir" / "src" / "checker").glob("*.o") if path.stem not in names]
    objects = [options.work / (name + ".o") for name in sorted(names - {"main.cpp"})] + [options.work / "switch.o"]
    main_object = list((folder / "isthmus-check.dir").rglob("*.o"))
    if "main.cpp" in names:
        main_object = [options.work / "main.cpp.o"]
    test_objects = [*(tests / "test_checker.dir").rglob("*.o"), *(tests / "isthmus_test_main.dir").rglob("*.o")]
    for target, own in (("test_checker", test_objects), ("isthmus-check", main_object)):
        together = map(str, [*objects, *own, *rest])
        subprocess.run(["g++", *together, "-ltomlplusplus", "-o", options.work / target], check=True)


def run(options, command, **environment):
    """Whether a test program succeeds."""
    limited = ["sh", "-c", f'ulimit -t {SECONDS}; ulimit -v 4000000; exec "$@"', "sh", *map(str, command)]
    done = subprocess.run(limited, env={**os.environ, **environment}, cwd=ROOT, stdout=subprocess.DEVNULL,
                          stderr=subprocess.DEVNULL, check=False)
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
    checker, number = options.work / "isthmus-check", str(mutant.number)
    return all(run(options, [checker, claims[path.stem], path], ISTHMUS_MUTANT=number) for path in small)


def survives(options, reached, mutant):
    files = sorted((len(all_of), name) for name, all_of in reached.items() if mutant.number in all_of)
    number, program = str(mutant.number), options.work / "test_checker"
    for _, name in files:
        if not run(options, [program, f"-sf=*/{name}", "-aa=1"], ISTHMUS_MUTANT=number):
            return "killed"
    if mutant.file in ("main.cpp", "limits.cpp"):
        files = [("", "test_command_line.py")]
        script = ["python3", "-B", "-m", "unittest", "-f", ROOT / "tests" / "checker" / "test_command_line.py"]
        if not run(options, script, ISTHMUS_MUTANT=number, ISTHMUS_BIN_DIR=str(options.work)):
            return "killed"
    if options.catalogue and not certificates(options, mutant):
        return "killed"
    return "survives" if files else "unreached"


def explained():
    """The keys of survivors that are explained: lines `file: old -> new`, the reason indented below."""
    if not EXPLAINED.exists():
        return set()
    lines = EXPLAINED.read_text().splitlines()
    return {line.strip() for line in lines if line.strip() and not line.startswith((" ", "#"))}


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--build", type=Path, default=ROOT / "build")
    parser.add_argument("--files", nargs="+", default=["*.cpp"])
    parser.add_argument("--kinds", type=lambda text: text.split(","), default=list(mutants.KINDS),
                        help=",".join(mutants.KINDS))
    parser.add_argument("--keys", type=Path)
    parser.add_argument("--sample", type=int, default=0)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--level", default="O1", help="optimisation of the mutated files")
    parser.add_argument("--catalogue", action="store_true")
    options = parser.parse_args()
    if set(options.kinds) - set(mutants.KINDS):
        parser.error("the kinds are " + ", ".join(mutants.KINDS))
    options.work, options.build = options.work.resolve(), options.build.resolve()
    options.work.mkdir(parents=True, exist_ok=True)
    chosen = build(options)
    if options.keys:
        keys = {line.split("\t")[-1].strip() for line in options.keys.read_text().splitlines()}
        chosen = [mutant for mutant in chosen if mutant.key() in keys]
    if options.sample and options.sample < len(chosen):
        chosen = random.Random(options.seed).sample(chosen, options.sample)
    return 1 if report(options, chosen) else 0


def report(options, chosen):
    """Runs the mutants and prints what survives; the number of survivors that are not explained."""
    reached, known, table, file = reach(options), explained(), Counter(), ""
    with ThreadPoolExecutor(options.jobs) as pool, open(options.work / "results", "w", encoding="utf-8") as results:
        for mutant, state in zip(chosen, pool.map(lambda m: survives(options, reached, m), chosen)):
            if mutant.file != file:
                file = mutant.file
                print(f"{time.strftime('%H:%M:%S')} {file}", flush=True)
            if state != "killed" and mutant.key() in known:
                state = "explained"
            table[mutant.kind, state] += 1
            print(state, mutant.kind, mutant.line, mutant.key(), sep="\t", file=results, flush=True)
            if state in ("survives", "unreached"):
                place = f"{state}  src/checker/{mutant.file}:{mutant.line}"
                print(place, mutant.old, mutant.new, sep="\n    ", flush=True)
    for kind in dict.fromkeys(mutant.kind for mutant in chosen):
        print(f"{kind}: " + ", ".join(f"{n} {state}" for (of, state), n in sorted(table.items()) if of == kind))
    left = sum(n for (_, state), n in table.items() if state in ("survives", "unreached"))
    print(f"{len(chosen)} mutants: {left} neither killed nor explained")
    return left


if __name__ == "__main__":
    sys.exit(main())
