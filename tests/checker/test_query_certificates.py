"""Certificates of queries: of sets of the case files, each accepted for its set with its number, and for another set only if it
has that number too."""

import os
import subprocess
import tempfile
import unittest
from pathlib import Path

PROGRAMS = Path(os.environ["ISTHMUS_BIN_DIR"])
CASES = Path(os.environ["ISTHMUS_SOURCE_DIR"], "tests", "cases")
SECONDS = "600"  # for builds with sanitizers

# Parts that are cut into cells, glued along overlaps, intersections and branches.
GLUED = {
    "classic_cases": ["bowl_on_cut_floor", "cubic_discriminant_cut", "net_two_blocks_zero", "node_cone_cut", "order_three",
                      "point_cone_cut", "wedges_and_edge"],
    "space_cases": ["cartan_punctured", "line_touches_sphere"],
}


def rows(name):
    """name, variables, set, number of components of the rows that are decided."""
    for line in (CASES / f"{name}.tsv").read_text(encoding="utf-8").splitlines()[1:]:
        fields = line.split("\t")
        if fields[6] == "exact":
            yield fields[0], fields[1], fields[2], int(fields[3])


def run(program, *arguments):
    return subprocess.run([PROGRAMS / program, *arguments], capture_output=True, text=True, check=False)


def checked(text, variables, certificate):
    return run("isthmus-check", "--set", text, "--vars", variables, "--time-limit", SECONDS, certificate)


class QueryCertificates(unittest.TestCase):
    def certify(self, name, variables, text, components, directory):
        with self.subTest(name=name):
            certificate = str(Path(directory, f"{name}.json"))
            made = run("isthmus", "components", text, "--vars", variables, "--certificate", certificate, "--time-limit",
                       SECONDS)
            self.assertEqual(made.returncode, 0, made.stdout + made.stderr)
            result = checked(text, variables, certificate)
            self.assertEqual(result.returncode, 0, result.stdout + result.stderr)
            noun = "component" if components == 1 else "components"
            self.assertIn(f"exactly {components} connected {noun}", result.stdout)
            return certificate

    def test_every_set_of_the_first_case_file(self):
        with tempfile.TemporaryDirectory() as directory:
            certificates = {}
            for row in rows("cases"):
                certificates[row[0]] = self.certify(*row, directory)
            known = list(rows("cases"))
            self.assertGreaterEqual(len(known), 39)
            refused = 0
            for (name, _, _, components), (_, variables, other, number) in zip(known, known[1:] + known[:1]):
                with self.subTest(certificate=name, set=other):
                    result = checked(other, variables, certificates[name])
                    refused += result.returncode == 1
                    if result.returncode == 0:  # a contraction to a point shows the same of many sets
                        self.assertEqual(components, number)
            self.assertGreaterEqual(refused, len(known) - 3)

    def test_glued_parts_that_are_cut_into_cells(self):
        with tempfile.TemporaryDirectory() as directory:
            for file, names in GLUED.items():
                found = [row for row in rows(file) if row[0] in names]
                self.assertEqual(len(found), len(names))
                for row in found:
                    self.certify(*row, directory)


    def test_a_set_counted_by_regions_is_certified_by_its_cells(self):
        text = "x^2+2*y^2+z^2-x*y+z != 4 and 3*x^2-y^2+z^2+x*z-y != 2 and x*y+y*z-2*z*x+x-1 != 0"
        with tempfile.TemporaryDirectory() as directory:
            self.certify("quadrics", "x,y,z", text, 12, directory)


if __name__ == "__main__":
    unittest.main()
