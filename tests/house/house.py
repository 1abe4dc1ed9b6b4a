"""The rules of the house: what may include what, and what every file of src/ looks like.

`violations(root, rows)` returns one line of text per broken rule, none for a clean tree:

- a file of src/<folder> includes headers of its own folder and of the folders its row names, as "folder/file.hpp", and
  third-party headers of the libraries its row links;
- every folder of src/ with sources has a row, rows name existing rows only, and the rows have no cycle;
- src/checker and tests/checker, with the folders of tests/ that the latter includes, include nothing of Isthmus but
  src/checker;
- no header of tests/ has the path of a header of src/, which it would hide;
- no two files of the prover, its tests included, define a type of the same name outside an unnamed namespace, nor two
  of the checker: a program with both would be undefined, and nothing else says so;
- every header has `#pragma once` and namespace isthmus; no file of src/ is longer than MAX_LINES.
"""

import re
from collections import namedtuple
from pathlib import Path

MAX_LINES = 400
CHECKER = "checker"

# First path component (or whole name) of a third-party header -> the CMake target that provides it.
PROVIDERS = {
    "flint": "isthmus::arithmetic",
    "arb.h": "isthmus::arithmetic",
    "arb_mat.h": "isthmus::arithmetic",
    "arb_poly.h": "isthmus::arithmetic",
    "arf.h": "isthmus::arithmetic",
    "mag.h": "isthmus::arithmetic",
    "acb.h": "isthmus::arithmetic",
    "gmp.h": "isthmus::arithmetic",
    "mpfr.h": "isthmus::arithmetic",
    "toml++": "tomlplusplus::tomlplusplus",
    "nlohmann": "nlohmann_json::nlohmann_json",
    "fmt": "fmt::fmt",
    "CLI": "CLI11::CLI11",
    "boost": "Boost::headers",
    "CGAL": "isthmus::cgal",
    "cairo.h": "isthmus::cairo",
}

Row = namedtuple("Row", "folders targets")
INCLUDE = re.compile(r'^\s*#\s*include\s*(?:"([^"]*)"|<([^>]*)>)')


def read_rows(text):
    """{folder: Row} from lines `folder : folder ... : target ...`."""
    rows = {}
    for line in text.splitlines():
        folder, folders, targets = (part.split() for part in re.split(r" :(?: |$)", line, maxsplit=2))
        rows[folder[0]] = Row(frozenset(folders), frozenset(targets))
    return rows


def source_files(folder):
    return sorted(path for path in folder.rglob("*") if path.suffix in (".hpp", ".cpp"))


def includes(path):
    """(line number, header, quoted?) of every #include line."""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        match = INCLUDE.match(line)
        if match:
            yield number, match.group(1) or match.group(2), match.group(1) is not None


def cycles(rows):
    """One message if some folder depends on itself, directly or through others."""
    remaining = {folder: set(row.folders) & set(rows) for folder, row in rows.items()}
    while remaining:
        free = [folder for folder, needs in remaining.items() if not needs & set(remaining)]
        if not free:
            return [f"rows: cycle among {', '.join(sorted(remaining))}"]
        for folder in free:
            del remaining[folder]
    return []


def row_violations(root, rows):
    for folder, row in sorted(rows.items()):
        for unknown in sorted(row.folders - set(rows)):
            yield f"rows: {folder} depends on {unknown}, which has no row"
    yield from cycles(rows)
    for folder in sorted((root / "src").iterdir()):
        if folder.is_file():
            yield f"src/{folder.name}: a file outside the folders"
        elif source_files(folder) and folder.name not in rows:
            yield f"src/{folder.name}: has sources but no row"


def quoted_violation(root, folder, row, header):
    included, separator, rest = header.partition("/")
    if not separator or ".." in header.split("/") or "/" in rest:
        return "is not written as folder/file"
    if not (root / "src" / header).is_file():
        return "does not exist in src/"
    if included != folder and included not in row.folders:
        return f"is not allowed: the row of {folder} does not name {included}"
    return None


def include_violations(root, rows):
    for folder, row in sorted(rows.items()):
        for path in source_files(root / "src" / folder):
            for number, header, quoted in includes(path):
                place = f"{path.relative_to(root)}:{number}: {header}"
                if quoted:
                    problem = quoted_violation(root, folder, row, header)
                    if problem:
                        yield f"{place} {problem}"
                    continue
                target = PROVIDERS.get(header.split("/")[0])
                if target and target not in row.targets:
                    yield f"{place} is not allowed: the row of {folder} does not link {target}"
                if (root / "src" / header).is_file():
                    yield f"{place} is a header of Isthmus and wants quotes"


def checker_violations(root):
    """The checker shares no code with the prover, in its tests neither."""
    folders = [root / "src" / CHECKER, root / "tests" / CHECKER]
    for folder in folders:  # grows
        for path in source_files(folder):
            for number, header, _ in includes(path):
                included = header.partition("/")[0]
                if included != CHECKER and (root / "src" / included).is_dir():
                    yield f"{path.relative_to(root)}:{number}: {header} is part of the prover, the checker stands alone"
                elif (root / "tests" / header).is_file() and root / "tests" / included not in folders:
                    folders.append(root / "tests" / included)


DEFINITION = re.compile(r"(?:struct|class|union|enum class) (\w+)(?: final)?(?: : [^;{]*)?\s*\{")
NAMESPACE = re.compile(r"namespace ?([\w:]*) ?\{")


def defined_types(path):
    """(line number, name) of every class and enumeration at namespace scope; nothing in unnamed namespaces."""
    open_namespaces = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        namespace = NAMESPACE.match(line)
        if namespace:
            open_namespaces.append(namespace.group(1))
        elif line.startswith("}  // namespace"):
            open_namespaces.pop()
        elif "" not in open_namespaces:
            match = DEFINITION.match(line)
            if match:
                yield number, "::".join([*open_namespaces, match.group(1)])


def definition_violations(root):
    trees = [folder for tree in ("src", "tests") if (root / tree).is_dir() for folder in sorted((root / tree).iterdir())]
    for of_checker in (False, True):
        known = {}
        for folder in trees:
            if (folder.name == CHECKER) != of_checker or not folder.is_dir():
                continue
            for path in source_files(folder):
                for number, name in defined_types(path):
                    place = f"{path.relative_to(root)}:{number}"
                    first = known.setdefault(name, place)
                    if first != place:
                        yield f"{place}: {name} is defined in {first} too"


def hidden_violations(root):
    for path in source_files(root / "tests"):
        header = path.relative_to(root / "tests")
        if path.suffix == ".hpp" and (root / "src" / header).is_file():
            yield f"tests/{header}: hides src/{header}"


def shape_violations(root):
    for path in source_files(root / "src"):
        lines = path.read_text(encoding="utf-8").splitlines()
        name = path.relative_to(root)
        if len(lines) > MAX_LINES:
            yield f"{name}: {len(lines)} lines, more than {MAX_LINES}"
        if path.suffix == ".hpp":
            if "#pragma once" not in lines:
                yield f"{name}: no #pragma once"
            if not any(re.match(r"namespace isthmus\b", line) for line in lines):
                yield f"{name}: no namespace isthmus"


def violations(root, rows):
    root = Path(root)
    return [
        *row_violations(root, rows),
        *include_violations(root, rows),
        *checker_violations(root),
        *hidden_violations(root),
        *definition_violations(root),
        *shape_violations(root),
    ]
