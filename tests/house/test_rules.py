"""Holds this tree to the rules of house.py, and made-up trees that break each rule to being reported."""

import os
import tempfile
import unittest
from pathlib import Path

from house import MAX_LINES, PROVIDERS, read_rows, violations

HEADER = "#pragma once\n{}\nnamespace isthmus {{}}\n"
ROWS = """exact :  : isthmus::arithmetic
claim : exact : tomlplusplus::tomlplusplus
checker :  : Boost::headers
"""
CLEAN = {
    "src/exact/integer.hpp": HEADER.format("#include <vector>\n#include <flint/fmpz.h>"),
    "src/claim/formula.hpp": HEADER.format('#include "exact/integer.hpp"'),
    "src/claim/formula.cpp": '#include "claim/formula.hpp"\n#include <toml++/toml.h>\n',
    "src/checker/number.hpp": HEADER.format("#include <boost/multiprecision/cpp_int.hpp>"),
    "tests/checker/number.cpp": '#include "checker/number.hpp"\n',
    "tests/claim/formula.cpp": '#include "claim/formula.hpp"\n#include "exact/integer.hpp"\n',
}


class ThisTree(unittest.TestCase):
    def setUp(self):
        self.root = Path(os.environ["ISTHMUS_SOURCE_DIR"])
        self.rows = read_rows(Path(os.environ["ISTHMUS_ROWS_FILE"]).read_text(encoding="utf-8"))

    def test_has_rows_and_sources(self):
        self.assertTrue(self.rows)
        self.assertTrue(any((self.root / "src" / folder).glob("*.hpp") for folder in self.rows))

    def test_follows_the_rules(self):
        found = violations(self.root, self.rows)
        self.assertFalse(found, "\n" + "\n".join(found))


class MadeUpTrees(unittest.TestCase):
    def report(self, files=None, rows=ROWS):
        with tempfile.TemporaryDirectory() as root:
            for name, text in {**CLEAN, **(files or {})}.items():
                path = Path(root, name)
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(text, encoding="utf-8")
            return violations(root, read_rows(rows))

    def assert_reported(self, expected, files=None, rows=ROWS):
        found = self.report(files, rows)
        self.assertEqual(len(found), 1, found)
        self.assertIn(expected, found[0])

    def test_clean_tree(self):
        self.assertEqual(self.report(), [])

    def test_include_against_the_direction(self):
        self.assert_reported(
            "src/exact/ball.cpp:2: claim/formula.hpp is not allowed",
            {"src/exact/ball.cpp": '\n  #  include "claim/formula.hpp"\n'},
        )

    def test_include_without_folder(self):
        self.assert_reported("is not written as folder/file", {"src/exact/ball.cpp": '#include "integer.hpp"\n'})

    def test_include_through_the_parent_folder(self):
        self.assert_reported("is not written as folder/file", {"src/exact/ball.cpp": '#include "../claim/formula.hpp"\n'})

    def test_include_of_a_missing_file(self):
        self.assert_reported("does not exist", {"src/exact/ball.cpp": '#include "exact/ball.hpp"\n'})

    def test_own_header_in_angle_brackets(self):
        self.assert_reported("wants quotes", {"src/claim/set.cpp": "#include <exact/integer.hpp>\n"})

    def test_every_third_party_library_outside_its_folder(self):
        for header in PROVIDERS:
            with self.subTest(header=header):
                text = f"#include <{header if header.endswith('.h') else header + '/x.h'}>\n"
                self.assert_reported("does not link " + PROVIDERS[header], {"src/variety/x.cpp": text},
                                     ROWS + "variety :  : \n")

    def test_folder_without_row(self):
        self.assert_reported("src/prove: has sources but no row", {"src/prove/prove.cpp": "\n"})

    def test_file_outside_the_folders(self):
        files = {"src/stray.hpp": HEADER.format("")}
        self.assert_reported("src/stray.hpp: a file outside the folders", files)

    def test_row_with_unknown_folder(self):
        self.assert_reported("claim depends on exakt", rows=ROWS.replace("claim : exact", "claim : exact exakt"))

    def test_cycle(self):
        self.assert_reported("cycle among claim, exact", rows=ROWS.replace("exact :  :", "exact : claim :"))

    def test_self_dependency(self):
        self.assert_reported("cycle among claim, exact", rows=ROWS.replace("exact :  :", "exact : exact :"))

    def test_checker_that_includes_the_prover(self):
        rows = ROWS.replace("checker :  :", "checker : exact :")
        self.assert_reported(
            "src/checker/check.cpp:1: exact/integer.hpp is part of the prover",
            {"src/checker/check.cpp": '#include "exact/integer.hpp"\n'},
            rows,
        )

    def test_checker_test_that_includes_the_prover(self):
        files = {"tests/checker/reader.cpp": '#include "claim/formula.hpp"\n'}
        self.assert_reported("tests/checker/reader.cpp:1: claim/formula.hpp is part of the prover", files)

    def test_checker_test_that_includes_the_prover_through_other_tests(self):
        files = {
            "tests/checker/reader.cpp": '#include "support/texts.hpp"\n',
            "tests/support/texts.hpp": '#include "exact/integer.hpp"\n',
        }
        self.assert_reported("tests/support/texts.hpp:1: exact/integer.hpp is part of the prover", files)

    def test_checker_test_that_includes_what_stands_alone(self):
        files = {
            "tests/checker/reader.cpp": '#include "support/texts.hpp"\n',
            "tests/support/texts.hpp": '#include <string>\n',
        }
        self.assertEqual(self.report(files), [])

    def test_header_of_tests_that_hides_one_of_the_sources(self):
        self.assert_reported("tests/exact/integer.hpp: hides src/exact/integer.hpp", {"tests/exact/integer.hpp": "\n"})

    def test_header_without_guard(self):
        self.assert_reported("no #pragma once", {"src/exact/ball.hpp": "namespace isthmus {}\n"})

    def test_header_without_namespace(self):
        self.assert_reported("no namespace isthmus", {"src/exact/ball.hpp": "#pragma once\nnamespace isthmuss {}\n"})

    def test_type_defined_twice(self):
        twice = "#pragma once\nnamespace isthmus {{\n{} Stack {{\n}};\n}}  // namespace isthmus\n"
        for first, second in (("struct", "struct"), ("struct", "class"), ("enum class", "struct")):
            with self.subTest(first=first, second=second):
                files = {"src/claim/stack.hpp": twice.format(first), "src/exact/stack.hpp": twice.format(second)}
                self.assert_reported("src/exact/stack.hpp:3: isthmus::Stack is defined in src/claim/stack.hpp:3", files)
        files = {"src/claim/stack.hpp": twice.format("struct"), "tests/exact/stack.hpp": twice.format("struct")}
        self.assert_reported("tests/exact/stack.hpp:3: isthmus::Stack is defined in src/claim/stack.hpp:3", files)

    def test_types_that_are_not_the_same(self):
        text = "#pragma once\nnamespace isthmus{} {{\n{}struct Stack {{\n}};\n{}}}  // namespace isthmus\n"
        files = {
            "src/claim/stack.hpp": text.format("", "", ""),
            "src/claim/declared.hpp": "#pragma once\nnamespace isthmus {\nstruct Stack;\nclass Stack::Part {\n};\n}  // namespace isthmus\n",
            "src/exact/stack.hpp": text.format("", "namespace {\n", "}  // namespace\n"),
            "src/exact/other.hpp": text.format("::other", "", ""),
            "src/checker/stack.hpp": text.format("", "", ""),
        }
        self.assertEqual(self.report(files), [])

    def test_file_length(self):
        self.assertEqual(self.report({"src/exact/ball.cpp": "//\n" * MAX_LINES}), [])
        self.assert_reported("401 lines", {"src/exact/ball.cpp": "//\n" * (MAX_LINES + 1)})


if __name__ == "__main__":
    unittest.main()
