"""The command line of isthmus-check: exit status and reason for what cannot be read, what is too large, and which of
several faults is told first."""

import os
import subprocess
import tempfile
import unittest
from pathlib import Path

CHECKER = os.environ["ISTHMUS_BIN_DIR"] + "/isthmus-check"
CLAIM = """format = 1
id = "t"
title = "t"
statement = "t"
kind = "components"
expected = "proved"
variant = "beyond"
[source]
paper = "t"
[components]
set = "SET"
variables = ["x"]
count = "2"
"""
TWO = ('{"format":1,"query":"components","lemmas":[],"components":2,"model":{},'
       '"count":{"rule":"line","gaps":["-2","0","2"]}}\n')


class CommandLine(unittest.TestCase):
    def setUp(self):
        directory = tempfile.TemporaryDirectory()
        self.addCleanup(directory.cleanup)
        self.directory = Path(directory.name)
        self.good = self.file("good.json", TWO)
        self.bad = self.file("bad.json", "{")
        self.missing = str(self.directory / "missing.json")
        self.claim = self.file("claim.toml", CLAIM.replace("SET", "x^2 = 2"))

    def file(self, name, text):
        path = self.directory / name
        path.write_text(text, encoding="utf-8")
        return str(path)

    def ends(self, code, message, *arguments):
        done = subprocess.run([CHECKER, *arguments], capture_output=True, text=True, timeout=100, check=False)
        output = done.stdout + done.stderr
        with self.subTest(arguments=[argument[:60] for argument in arguments], output=output[:300]):
            self.assertEqual(done.returncode, code)
            self.assertIn(message, output)

    def test_accepted_and_rejected(self):
        self.ends(0, "accepted: the set has exactly 2", "--set", "x^2 = 2", self.good)
        self.ends(1, "rejected: certificate.count.gaps", "--set", "x^2 = 0", self.good)
        self.ends(1, "rejected: certificate: encoding", "--set", "x^2 = 2", self.bad)
        self.ends(1, "rejected: certificate", self.claim, self.good)
        self.ends(0, "usage: isthmus-check", "--help")

    @unittest.skipUnless(Path("/dev/full").exists(), "no device that is full")
    def test_an_answer_that_cannot_be_written(self):
        with open("/dev/full", "w", encoding="utf-8") as full:
            done = subprocess.run([CHECKER, "--set", "x^2 = 2", self.good], stdout=full, stderr=subprocess.PIPE,
                                  text=True, timeout=100, check=False)
        self.assertEqual(done.returncode, 3)
        self.assertIn("the answer cannot be written", done.stderr)

    def test_usage(self):
        for arguments in ([], [self.good], ["--set", "x = 1"], [self.claim, self.good, self.good],
                          ["--set", "x = 1", self.claim, self.good], ["--vars", "x", self.claim, self.good]):
            self.ends(3, "usage: isthmus-check", *arguments)
        self.ends(3, "a value is missing after --set", self.good, "--set")
        self.ends(3, "unknown option --sett", "--sett", "x = 1", self.good)
        self.ends(3, "--time-limit wants a number", "--time-limit", "0", "--set", "x^2 = 2", self.good)
        self.ends(3, "--memory-limit wants a number", "--memory-limit", "1.5", "--set", "x^2 = 2", self.good)
        for limit in ("0", "1000001", "x", "-1"):
            self.ends(3, "--memory-limit wants a number", "--memory-limit", limit, "--set", "x^2 = 2", self.good)
        self.ends(3, "--from and --to go together", "--set", "x^2 = 2", "--from", "x=1", self.good)
        self.ends(3, "--from and --to go together", "--set", "x^2 = 2", "--to", "x=1", self.good)
        self.ends(3, "--from and --forall exclude each other", "--set", "x^2 = e", "--forall", "e", "--from", "x=1",
                  "--to", "x=1", self.good)

    def test_options_of_sets_are_none_of_claims(self):
        for option, value in (("--vars", "x"), ("--forall", "e"), ("--assume", "e > 0"), ("--from", "x=1"),
                              ("--to", "x=1")):
            self.ends(3, "usage: isthmus-check", option, value, self.claim, self.good)
        self.ends(0, "accepted: the set has exactly 2", "--set", "x^2 = 2", "--vars", "x", self.good)
        self.ends(1, "does not have exactly one coordinate", "--set", "x^2 = 2", "--vars", "x, y", self.good)

    def test_files_that_cannot_be_read(self):
        directory = str(self.directory)
        self.ends(3, f"{self.missing}: cannot be read: No such file", "--set", "x^2 = 2", self.missing)
        self.ends(3, f"{directory}: cannot be read: it is a directory", "--set", "x^2 = 2", directory)
        self.ends(3, f"{self.missing}: cannot be read: No such file", self.missing, self.good)
        self.ends(3, f"{self.missing}: cannot be read: No such file", self.claim, self.missing)
        self.ends(3, f"{directory}: cannot be read: it is a directory", directory, self.good)

    def test_what_has_to_be_shown_is_read_first(self):
        for certificate in (self.good, self.bad, self.missing):
            self.ends(3, "--set:1:12: ", "--set", "x^2 = 2 and", certificate)
            self.ends(3, "--set:2:5: ", "--set", "x =\n 1 +* x", certificate)
            self.ends(3, "--set:1:5: ", "--set", "x = é", certificate)
            self.ends(3, "--assume:1:1: ", "--set", "x = e", "--forall", "e", "--assume", "x > 0", certificate)
            self.ends(3, "a point that does not lie", "--set", "x = 1", "--from", "x=1", "--to", "x=2", certificate)
            malformed = self.file("malformed.toml", CLAIM.replace("SET", "x^2 = "))
            self.ends(3, "malformed.toml:11: [components] set: ", malformed, certificate)

    def test_declined(self):
        self.ends(2, "declined: --set: more than 10000 for an exponent", "--set", "x = 2^(10^9)", self.missing)
        dense = "(a+b+c+d+e+f+g+h+i+j)^5000 = 1"
        self.ends(2, "declined: --set: more than 16777216 products of terms", "--set", dense, self.bad)
        parentheses = "(" * 30000 + "x" + ")" * 30000 + " = 1"
        self.ends(2, "more than 200 levels of parentheses", "--set", parentheses, self.good)
        deep = self.file("deep.json", "[" * 100000 + "]" * 100000 + "\n")
        self.ends(2, "more than 2000 arrays", "--set", "x = 1", deep)
        self.ends(2, "claim.toml: more than 100 arrays", self.file("claim.toml", "a = " + "[" * 100000), self.good)
        self.ends(2, "/dev/zero: more than 1048576 bytes", "/dev/zero", self.good)
        self.ends(3, "--assume:1:2: ", "--set", "x = 1", "--assume", "1e999999999 > 0", self.good)

    def test_time(self):
        # Squares of a long polynomial with long coefficients: within every size, and beyond a second.
        heavy = "((1 + 12345678901234567890*x + 98765432109876543210*x^7)^1300)^2 = 0"
        self.ends(2, "declined: the time limit is reached", "--time-limit", "1", "--set", heavy, self.good)

    @unittest.skipIf(b"__asan_init" in Path(CHECKER).read_bytes(), "AddressSanitizer reserves more than any limit")
    def test_memory(self):
        wide = self.file("wide.json", "[" + "[]," * 1000000 + "[]]\n")
        self.ends(2, "declined: the memory limit is reached", "--memory-limit", "60", "--set", "x = 1", wide)
        self.ends(1, "rejected: certificate", "--set", "x = 1", wide)


if __name__ == "__main__":
    unittest.main()
