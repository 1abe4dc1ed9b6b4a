"""Mutants of a C++ source file, all in one text: each is an expression that `MUTANT(k)` switches on.

Conditions (of `if`, of `require`, returned, and of `bool` variables) are negated or made constant, their operands
negated or dropped, `and` becomes `or` and the reverse, comparisons take in or leave out equality; integers become one
more or one less; statements that only check something are left out, and what is required. KINDS names these kinds. The
layout is that of clang-format: templates have no spaces around `<` and `>`, comparisons have. Line breaks stay where
they are, so that a compiler's line is a line of the file.
"""

import re
from collections import Counter
from dataclasses import dataclass

KINDS = ("negated", "constant", "dropped-operand", "exchanged", "removed-check", "comparison", "integer")
CHECKS = re.compile(r"(?:[\w.>\[\]()-]*\.)?(?:check_\w+|require_\w+|expect_keys|expect_size|expect|finish|within_limit|"
                    r"without_model|forbid_in_hypotheses|refuse_crossing)\(")
CONDITION = re.compile(r"\bif \(|\brequire\((?!bool )|"
                       r"\breturn (?!\S*require\()(?=[^;{]*(?:&&|\|\||==|!=| < | > |<=|>=|!))|"
                       r"\bbool \w+ =\s")
INTEGER = re.compile(r"(?<![\w.'\"])\d+(?![\w.'])")
COMPARISON = re.compile(r"(?<= )(==|!=|<=|>=|<|>)(?= )")
LIMIT = {"<": "<=", "<=": "<", ">": ">=", ">=": ">", "==": "!=", "!=": "=="}


@dataclass
class Mutant:
    number: int
    kind: str
    file: str
    line: int
    old: str
    new: str
    whole: bool  # in the place of all that is returned, or of the value of a variable: perhaps it is no truth value
    repeated: int  # how often the same text stands before this one in the file, with the same change

    def key(self):
        return f"{self.file}: {self.old} -> {self.new}" + (f" ({self.repeated + 1})" if self.repeated else "")


def masked(text):
    """The text with comments, strings and characters blanked out."""
    pattern = re.compile(r'//[^\n]*|/\*.*?\*/|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])\'', re.S)

    def blank(match):
        old = match.group()
        return re.sub(r"[^\n]", " ", old) if old[0] == "/" else old[0] + "_" * (len(old) - 2) + old[-1]

    text = pattern.sub(blank, text)
    return re.sub(r"^\s*#[^\n]*", lambda m: " " * len(m.group()), text, flags=re.M)


def closing(text, at, stops):
    """The position of the first character of `stops` behind `at` outside of brackets opened there."""
    depth = 0
    while at < len(text):
        c = text[at]
        if depth == 0 and c in stops:
            return at
        depth += (c in "([{") - (c in ")]}")
        if depth < 0:
            return None
        at += 1
    return None


def split(text, begin, end, operator):
    """The parts of text[begin:end] between the operators outside of brackets."""
    parts, depth, start, at = [], 0, begin, begin
    while at < end:
        c = text[at]
        depth += (c in "([{") - (c in ")]}")
        if depth == 0 and text.startswith(operator, at):
            parts.append((start, at))
            start = at = at + len(operator)
            continue
        at += 1
    return parts + [(start, end)]


def has_top_level(text, begin, end, characters):
    depth = 0
    for at in range(begin, end):
        c = text[at]
        depth += (c in "([{") - (c in ")]}")
        if depth == 0 and c in characters:
            return True
    return False


def is_all_of(text, begin, end, comparison):
    """Whether the comparison is what text[begin:end] says, and not a part of an argument."""
    before = text[begin : comparison.start()]
    return begin <= comparison.start() < end and not has_top_level(text, begin, end, "?") and all(
        before.count(opening) == before.count(closed) for opening, closed in ("()", "[]", "{}"))


class Source:
    def __init__(self, name, text, first, skip, kinds):
        self.name, self.text, self.mask = name, text, masked(text)
        self.next, self.skip, self.kinds = first, skip, kinds
        self.mutants, self.times = [], Counter()

    def add(self, kind, begin, end, new, whole_line=False, whole=False):
        """The number of a further mutant, `new` in the place of text[begin:end]; none where it did not compile."""
        if kind not in self.kinds:
            return None
        number, self.next = self.next, self.next + 1
        first, last = begin, end
        if whole_line:  # shown, so that survivors can be told apart
            first = self.text.rfind("\n", 0, begin) + 1
            last = self.text.find("\n", end)
        old = " ".join(self.text[first:last].split())
        shown = " ".join((self.text[first:begin] + new + self.text[end:last]).split())
        line = self.text.count("\n", 0, begin) + 1
        mutant = Mutant(number, kind, self.name, line, old, shown, whole, self.times[old, shown])
        self.times[old, shown] += 1
        if number in self.skip or mutant.old == mutant.new:
            return None
        self.mutants.append(mutant)
        return number

    def alternatives(self, begin, end, kind):
        """The texts to put in the place of a condition, each behind its kind."""
        text, mask = self.text, self.mask
        whole = text[begin:end]
        if kind == "if":
            yield "constant", "false"
            yield "constant", "true"
        elif kind == "require":
            yield "removed-check", "true"
        yield "negated", f"!({whole})"
        for operator, other, neutral in (("||", "&&", "false"), ("&&", "||", "true")):
            parts = split(mask, begin, end, operator)
            if len(parts) < 2:
                continue
            for i, (b, e) in enumerate(parts):
                around = text[begin:b], text[e:end]
                yield "dropped-operand", f"{around[0]} {neutral} {around[1]}"
                yield "negated", f"{around[0]} !({text[b:e].strip()}) {around[1]}"
                if i + 1 < len(parts):
                    yield "exchanged", f"{text[begin:e]}{other}{text[parts[i + 1][0]:end]}"
            break
        pieces = [piece for b, e in split(mask, begin, end, "||") for piece in split(mask, b, e, "&&")]
        for match in COMPARISON.finditer(mask, begin, end):
            if match.group() in ("==", "!=") and any(is_all_of(mask, b, e, match) for b, e in pieces):
                continue  # the piece negated is the same
            if mask[max(begin, match.start() - 12) : match.start()].rstrip().endswith(("template", "operator")):
                continue
            kind = "negated" if match.group() in ("==", "!=") else "comparison"
            yield kind, text[begin : match.start()] + LIMIT[match.group()] + text[match.end() : end]

    def condition(self, begin, end, kind):
        """The condition with its mutants in front."""
        mask = self.mask
        flat = re.sub(r"\n", " ", mask[begin:end])
        declares = re.match(r"\s*(const )?[\w:]+[ *&]+\w+ = ", flat) or ";" in flat.split("{")[0]
        if not flat.strip() or declares or has_top_level(mask, begin, end, "?"):
            return self.rewritten(begin, end)
        switches = ""
        made = set()
        for of_kind, new in self.alternatives(begin, end, kind):
            number = None if new in made else self.add(of_kind, begin, end, new, whole=kind == "value")
            made.add(new)
            if number is not None:
                switches += f"MUTANT({number}) ? static_cast<bool>({new.replace(chr(10), ' ')}) : "
        inner = self.rewritten(begin, end)
        as_it_is = f"({inner})" if kind == "value" else f"static_cast<bool>({inner})"  # a number stays a number
        return f"({switches}{as_it_is})" if switches else inner

    def integer(self, match):
        value, (begin, end) = int(match.group()), match.span()
        line = self.mask[self.mask.rfind("\n", 0, begin) + 1 : begin]
        if re.search(r"constexpr|static_assert|case |template|#|using |enum |\bstd::array<|get<$|\[$", line):
            return match.group()
        text = match.group()
        for new in [value + 1] + ([value - 1] if value > 0 else []):
            number = self.add("integer", begin, end, str(new), whole_line=True)
            if number is not None:
                text = f"(MUTANT({number}) ? {new} : {text})"
        return text

    def rewritten(self, begin, end):
        """text[begin:end] with all its mutants."""
        result, at = "", begin
        while at < end:
            found = CONDITION.search(self.mask, at, end)
            stop = found.start() if found else end
            result += self.plain(at, stop)
            if not found:
                break
            opening = found.group().rstrip()
            kind = "if" if opening.startswith("if") else "require" if opening.startswith("require") else "value"
            first = found.end()
            last = closing(self.mask, first, {"if": ")", "require": ",)", "value": ";"}[kind])
            if last is None or last > end or self.mask[stop - 13 : stop].endswith("constexpr "):
                result += self.text[stop:first]
                at = first
                continue
            result += self.text[stop:first] + self.condition(first, last, kind)
            at = last
        return result

    def plain(self, begin, end):
        """Text without conditions: integers and statements that check."""
        result, at = "", begin
        for match in INTEGER.finditer(self.mask, begin, end):
            result += self.checks(at, match.start()) + self.integer(match)
            at = match.end()
        return result + self.checks(at, end)

    def checks(self, begin, end):
        """Statements that only check are guarded; they begin a line."""
        result, at = "", begin
        for match in re.finditer(r"(?<=\n)[ ]+(?=(" + CHECKS.pattern + "))", self.mask[begin:end]):
            start = begin + match.end()
            opened = self.mask.index("(", begin + match.end(1) - 1)
            close = closing(self.mask, opened + 1, ")")
            statement = close is not None and self.mask.startswith(");", close)
            before = self.mask[: begin + match.start()].rstrip()
            if not statement or before[-1:] not in (";", "{", "}", ")") or before.endswith(("else",)):
                continue
            number = self.add("removed-check", start, close + 2, ";")
            if number is not None:
                result += self.text[at:start] + f"if (!MUTANT({number})) "
                at = start
        return result + self.text[at:end]


def mutated(name, text, first, skip=frozenset(), kinds=KINDS):
    """(text with all mutants, list of them), numbered from `first` on; those in `skip` are left out, numbers stay."""
    source = Source(name, text, first, skip, kinds)
    result = source.rewritten(0, len(text))
    return result, source.mutants, source.next
