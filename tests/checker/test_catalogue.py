"""Certificates of the catalogue: each is accepted with its own claim, and refused with another claim or when it was changed.

`failures(checker)` lists what a checker gets wrong; the stand-ins at the end show that it would notice one that always
accepts, always refuses, or only looks whether a certificate can be parsed.
"""

import copy
import json
import os
import subprocess
import tempfile
import unittest
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

SOURCE = Path(os.environ["ISTHMUS_SOURCE_DIR"])
CHECKER = Path(os.environ["ISTHMUS_BIN_DIR"], "isthmus-check")
CERTIFICATES = sorted((SOURCE / "proofs" / "certificates").glob("*.json"))
CLAIMS = {path.stem: path for path in (SOURCE / "proofs" / "catalogue").rglob("*.toml")}
SMALL = 12000  # bytes: larger ones are changed in their first lines only


def verdict(checker, claim, text):
    with tempfile.NamedTemporaryFile("w", suffix=".json", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        done = subprocess.run([*checker, str(claim), file.name], capture_output=True, text=True, timeout=60, check=False)
    return done.returncode, done.stdout + done.stderr


def written(document):
    head = {key: value for key, value in document.items() if key not in ("lemmas", "instances")}
    text = json.dumps(head, separators=(",", ":"), ensure_ascii=False)[:-1]
    for key in ("lemmas", "instances"):
        lines = ",\n".join(json.dumps(entry, separators=(",", ":"), ensure_ascii=False) for entry in document[key])
        text += f',"{key}":[' + ("\n" + lines if lines else "") + "]"
    return text + "}\n"


def nodes(value):
    """Every object of a certificate."""
    if isinstance(value, dict):
        yield value
        value = list(value.values())
    if isinstance(value, list):
        for part in value:
            yield from nodes(part)


def changed_texts(text):
    """(what was done, text): changes that no reader may let pass."""
    yield "no text", ""
    yield "cut short", text[: len(text) // 2]
    yield "trailing data", text + "{}\n"
    yield "a second key", text.replace('{"format":1,', '{"format":1,"format":1,', 1)
    yield "a number that is no integer", text.replace('"format":1', '"format":1.0', 1)
    yield "deep nesting", '{"format":' + "[" * 5000 + "]" * 5000 + "}\n"
    yield "other white space", text.replace(",", ", ", 1)


def changed_documents(document):
    """(what was done, document): changes after which nothing is shown any more."""

    def change(what, edit):
        other = copy.deepcopy(document)
        if edit(other) is not False:
            yield what, other

    for key in list(document):
        yield from change(f"without {key}", lambda d, key=key: d.pop(key) and None)
    yield from change("format 2", lambda d: d.update(format=2))
    yield from change("an unknown key", lambda d: d.update(comment="x"))
    yield from change("another claim", lambda d: d.update(claim=d["claim"] + "x"))
    for other in ("proved", "refuted", "vacuous", "undecided"):
        if other != document["verdict"]:
            yield from change(f"verdict {other}", lambda d, other=other: d.update(verdict=other))
    yield from change("no instance", lambda d: d.update(instances=[]))
    yield from change("an instance twice", lambda d: d["instances"].append(d["instances"][-1]))
    if document["lemmas"]:
        yield from change("no lemma", lambda d: d.update(lemmas=[]))


def changed_rules(document):
    """(what was done, document): one rule of the certificate changed in a way that its side conditions exclude.

    Changes that may leave a proof are not among them: another point of a join or model, another rational in a gap, a case
    that the signs exclude anyway left out, polynomials of a projection in another order.
    """
    count = sum(1 for node in nodes(document) if "rule" in node)
    for index in range(count):
        for what, edit in (
            ("another rule", lambda n: n.update(rule="trust-me")),
            ("an unknown key in a rule", lambda n: n.update(extra=1)),
            ("a cell less", lambda n: n["cells"].pop() and None if isinstance(n.get("cells"), list) else False),
            ("no joins", lambda n: n.update(joins=[]) if n.get("joins") else False),
            ("one component more", lambda n: n.update(components=list(range(len(n["components"]))))
             if len(set(n.get("components", []))) < len(n.get("components", [])) else False),
            ("one component less", lambda n: n.update(components=[0] * len(n["components"]))
             if len(set(n.get("components", []))) > 1 else False),
            ("no separation", lambda n: n.update(separation="trivial") if isinstance(n.get("separation"), dict) else False),
            ("a projection without its lowest level",
             lambda n: n["projection"].__setitem__(0, []) if n.get("projection") and n["projection"][0] else False),
            ("a gap less on the line", lambda n: n["gaps"].pop() and None if n.get("rule") == "line" and len(n["gaps"]) > 1 else False),
            ("a factor of a product less", lambda n: n["factors"].pop() and None if n.get("rule") == "product" else False),
            ("a pivot less", lambda n: n["pivots"].pop() and None if n.get("rule") == "charts" else False),
        ):
            other = copy.deepcopy(document)
            node = [n for n in nodes(other) if "rule" in n][index]
            if edit(node) is not False:
                yield f"{what} ({node['rule']}, number {index + 1})", other


def changed_sums(document):
    """(what was done, document): sums that show that something is zero, changed so that they do not add up."""
    sums = [n for n in nodes(document) if "cofactors" in n or n.get("squares")]
    for index, found in enumerate(sums):
        for what, edit in (
            ("a cofactor less", lambda n: n["cofactors"].pop() and None if n.get("cofactors") else False),
            ("a coefficient doubled", lambda n: n["cofactors"][0].__setitem__(0, f"2*({n['cofactors'][0][0]})") if n.get("cofactors") else False),
            ("an unknown origin", lambda n: n["equations"][0].__setitem__(0, "trust me") if n.get("equations") else False),
            ("another equation", lambda n: n["equations"][0].__setitem__(1, f"{n['equations'][0][1]} + ({n['equations'][0][1]})")
             if n.get("equations") and n["equations"][0][0] != "hypothesis" else False),
            ("a square less", lambda n: n["squares"].pop() and None if n.get("squares") else False),
            ("a square twice", lambda n: n["squares"].append(n["squares"][0]) if n.get("squares") else False),
        ):
            other = copy.deepcopy(document)
            node = [n for n in nodes(other) if "cofactors" in n or n.get("squares")][index]
            if edit(node) is not False:
                yield f"{what} ({', '.join(found)}, number {index + 1})", other


def changed_curves(document):
    """(what was done, document): changed evidence about curves and bounds."""
    added_one = {"squared-distance": "1000000", "remainder": "0", "fraction": "2", "at": "1000000", "side": "left"}
    for index, _ in enumerate(document["instances"]):

        def change(what, edit, index=index):
            other = copy.deepcopy(document)
            if edit(other["instances"][index]) is not False:
                yield f"{what}, instance {index}", other

        entry = document["instances"][index]
        for key in [k for k in entry if k != "instance"]:
            yield from change(f"without {key}", lambda e, key=key: e.pop(key) and None)
        yield from change("an unknown key", lambda e: e.update(note="x"))
        number = sum(1 for _ in nodes(entry))
        for at in range(number):

            def edit_node(what, edit, at=at):
                yield from change(f"{what} in node {at}", lambda e: edit(list(nodes(e))[at]))

            for key, value in added_one.items():
                yield from edit_node(f"{key} {value}", lambda n, key=key, value=value: n.update({key: value}) if key in n else False)
            for key in ("turning", "pieces", "below", "above"):
                yield from edit_node(f"{key}: no piece", lambda n, key=key: n.update({key: []}) if isinstance(n.get(key), list) else False)
                yield from edit_node(f"{key}: one piece less", lambda n, key=key: n[key].pop() and None if isinstance(n.get(key), list) and n[key] else False)
                yield from edit_node(
                    f"{key}: another piece",
                    lambda n, key=key: n[key][0].__setitem__(1, "1000000" if key == "below" else "-1000000") if isinstance(n.get(key), list) and n[key] else False)
            yield from edit_node("a square less", lambda n: n["squares"].pop() and None if "squares" in n else False)
            yield from edit_node("a multiplier less", lambda n: n["multipliers"].pop() and None if "multipliers" in n else False)
            yield from edit_node("a negative square",
                                 lambda n: n["squares"][0].__setitem__(0, "-1") if "squares" in n else False)
            yield from edit_node("equal heights", lambda n: n.update(lifting=[["0"] * len(h) for h in n["lifting"]])
                                 if "lifting" in n else False)
            yield from edit_node("a height less", lambda n: n["lifting"][0].pop() and None if "lifting" in n else False)


def failures(checker, certificates):
    found = []
    previous = None
    for path in certificates:
        claim = CLAIMS[path.stem]
        text = path.read_text(encoding="utf-8")
        code, output = verdict(checker, claim, text)
        if code != 0 or "accepted" not in output:
            found.append(f"{path.stem}: not accepted: {output}")
        attempts = list(changed_texts(text))
        document = json.loads(text)
        if written(document) != text:
            found.append(f"{path.stem}: not in canonical form")
        attempts += [(what, written({"lemmas": [], "instances": [], **other})) for what, other in changed_documents(document)
                     if not what.startswith("without")]
        attempts += [(what, json.dumps(other, separators=(",", ":")) + "\n") for what, other in changed_documents(document)
                     if what.startswith("without")]
        if len(text) <= SMALL:
            attempts += [(what, written(other)) for what, other in changed_rules(document)]
            attempts += [(what, written(other)) for what, other in changed_sums(document)]
        if any(key in text for key in ('"turning"', '"far"', '"lifting"', '"refuted":', '"length"')) and len(text) <= 2 * SMALL:
            attempts += [(what, written(other)) for what, other in changed_curves(document)]
        if previous is not None:
            attempts.append((f"certificate of {previous.stem}", previous.read_text(encoding="utf-8")))
        with ThreadPoolExecutor(os.cpu_count()) as pool:
            verdicts = list(pool.map(lambda attempt, claim=claim: verdict(checker, claim, attempt[1]), attempts))
        for (what, _), (code, output) in zip(attempts, verdicts, strict=True):
            if code not in (1, 2) or not output.strip():
                found.append(f"{path.stem}: {what}: exit {code}: {output}")
        previous = path
    return found


class Catalogue(unittest.TestCase):
    def test_every_claim_has_its_certificate(self):
        self.assertEqual(sorted(path.stem for path in CERTIFICATES), sorted(CLAIMS))

    def test_certificates_and_their_changes(self):
        found = failures([str(CHECKER)], CERTIFICATES)
        self.assertFalse(found, "\n" + "\n".join(found))


class StandIns(unittest.TestCase):
    """Checkers that are none must be noticed."""

    def assert_noticed(self, script):
        with tempfile.NamedTemporaryFile("w", suffix=".sh") as file:
            file.write(script)
            file.flush()
            self.assertTrue(failures(["sh", file.name], CERTIFICATES[:2]))

    def test_always_accepts(self):
        self.assert_noticed("echo accepted; exit 0\n")

    def test_always_refuses(self):
        self.assert_noticed("echo rejected; exit 1\n")

    def test_only_parses(self):
        self.assert_noticed('python3 -m json.tool "$2" >/dev/null 2>&1 && echo accepted || { echo rejected; exit 1; }\n')


if __name__ == "__main__":
    unittest.main()
