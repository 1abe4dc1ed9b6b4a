#include <doctest/doctest.h>

#include "checker/claims.hpp"
#include "checker/integers.hpp"
#include "checker/matrix_reader.hpp"
#include "checker/syntax.hpp"

using namespace isthmus::check;
using namespace isthmus::check::test;

namespace {

/// The tree with every operator in parentheses.
std::string shown(const Syntax& tree) {
  std::string text = "(";
  switch (tree.kind) {
    case Syntax::Kind::number:
    case Syntax::Kind::name:
    case Syntax::Kind::truth:
      return tree.text;
    case Syntax::Kind::power:
      return "(" + shown(tree.parts[0]) + "^" + shown(tree.parts[1]) + ")";
    case Syntax::Kind::negation:
      return "(not " + shown(tree.parts[0]) + ")";
    default:
      break;
  }
  for (std::size_t i = 0; i < tree.parts.size(); ++i) {
    const bool leading = i == 0 && tree.kind == Syntax::Kind::product;
    if (!tree.signs.empty() && !leading) text += tree.signs[i];
    if (tree.signs.empty() && i > 0) {
      text += tree.kind == Syntax::Kind::conjunction   ? " and "
              : tree.kind == Syntax::Kind::disjunction ? " or "
              : tree.kind == Syntax::Kind::range       ? ".."
              : tree.kind == Syntax::Kind::comparison  ? tree.text
                                                       : ",";
    }
    text += shown(tree.parts[i]);
  }
  const bool named = tree.kind == Syntax::Kind::call || tree.kind == Syntax::Kind::index;
  return (named ? tree.text : "") + text + ")";
}

std::string parsed(const std::string& text) {
  try {
    return shown(parse(text));
  } catch (const TextError&) {
    return "refused";
  } catch (const Declined&) {
    return "declined";
  }
}

Names names() {
  Names result;
  result.dimensions = {{"h", {3}, false}, {"d", {2, 5, 7}, true}};
  result.indices = {{"i", 1}};
  result.symbols.emplace("W[1]", Symbol{"W[1]", "W1", {2, 3}, false, true, false});
  result.symbols.emplace("W[2]", Symbol{"W[2]", "W2", {3, 2}, false, true, false});
  result.symbols.emplace("s", Symbol{"s", "s", {}, true, false, true});
  result.families.insert("W");
  return result;
}

std::string integer(const std::string& text) {
  try {
    return integer_value(parse(text), names()).str();
  } catch (const TextError&) {
    return "refused";
  } catch (const Declined&) {
    return "declined";
  }
}

std::string matrix_text(const std::string& text) {
  try {
    return to_string(read_matrix(parse(text), names()));
  } catch (const TextError&) {
    return "refused";
  }
}

}  // namespace

TEST_CASE("operators bind as the language says") {
  CHECK(parsed("-x^2") == "(-(x^2))");
  CHECK(parsed("x^2^3") == "(x^(2^3))");
  CHECK(parsed("x**-y") == "(x^(-y))");
  CHECK(parsed("a - b*c/d + 1.5") == "(+a-(b*c/d)+1.5)");
  CHECK(parsed("a = 1 and not b < 2 or c >= 3") == "(((a=1) and (not (b<2))) or (c>=3))");
  CHECK(parsed("not not a == b") == "(a=b)");
  CHECK(parsed("i = 1..l-1") == "(i=(1..(+l-1)))");
  CHECK(parsed("f(x, W[i+1])") == "f(x,W((+i+1)))");
  CHECK(parsed("(true)") == "true");
  for (const char* text : {"", "x +", "x y", "2x", "(x", "x)", "x < y < z", "1.", "1..", ".5", "a && b", "x ! y",
                           "not x", "and", "f(", "f()", "x = 1,", "1.2.3", "\xc3\xa4"}) {
    CAPTURE(text);
    CHECK(parsed(text) == "refused");
  }
  CHECK(parsed("+x") == "(+x)");
  CHECK(parsed("not true") == "(not true)");
  for (const char* name : {"x", "X_1", "and2"}) CHECK(is_name(name));
  for (const char* name : {"", "and", "or", "not", "true", "1x", "x y", "x."}) CHECK_FALSE(is_name(name));
  CHECK(parsed(std::string(150, '(') + "x" + std::string(150, ')')) == "x");
  CHECK(parsed(std::string(5000, '(') + "x" + std::string(5000, ')')) == "declined");
  CHECK(parsed(std::string(5000, '-') + "x") == "(+x)");
}

TEST_CASE("random texts are read or refused, and nothing else happens") {
  const std::uint64_t seed = 5;
  CAPTURE(seed);
  Dice dice(seed);
  const std::vector<std::string> pieces{"x", "W[1]", "(",   ")",   "+", "-",   "*", "/", "^",
                                        "=", "..",   "and", "not", "2", "0.5", ",", "[", "]"};
  int read = 0;
  for (int round = 0; round < 20000; ++round) {
    std::string text;
    for (std::size_t length = dice.below(9); length > 0; --length) text += pieces[dice.below(pieces.size())] + " ";
    INFO(text);
    const std::string once = parsed(text);
    if (once == "refused") continue;
    ++read;
    CHECK(parsed(once) != "refused");
  }
  CHECK(read > 500);
}

TEST_CASE("integer expressions") {
  CHECK(integer("2^(h-1) + d[i]*d[0] - length(d)") == "11");
  CHECK(integer("(h + 1)/2") == "2");
  CHECK(integer("-h") == "-3");
  CHECK(integer("007") == "7");
  CHECK(integer("0^0") == "1");
  for (const char* text :
       {"h/2", "1/0", "d", "d[3]", "d[-1]", "h[0]", "length(h)", "2^-1", "0.5", "q", "h = 3", "T(h)"}) {
    CAPTURE(text);
    CHECK(integer(text) == "refused");
  }
  for (const char* text : {"10^10^10", "2^2^22", "2^2^21*2^2^21*2^2^21", "(2^2^21)^3"}) {
    CAPTURE(text);
    CHECK(integer(text) == "declined");
  }
  CHECK(integer("2^2^20/2^2^20") == "1");
}

TEST_CASE("matrix expressions have shapes") {
  CHECK(matrix_text("prod_down(i0 = 2..1, W[i0])") == "W[2]*W[1]");
  CHECK(matrix_text("W[1]*prod_up(j = 2..1, W[j])") == "W[1]");
  CHECK(matrix_text("prod_up(j = 2..1, W[j])*s") == "refused");
  CHECK(matrix_text("W[1]*W[2] + 0") == "W[1]*W[2] + zero(2, 2)");
  CHECK(matrix_text("2*3/4") == "3/2");
  CHECK(matrix_text("h*s") == "3*s");
  CHECK(matrix_text("(W[1]*W[2])^0") == "I(2)");
  CHECK(matrix_text("T(s)") == "s");
  for (const char* text : {"W[1]*W[1]", "W[1] + W[2]", "W[1] + s", "inv(W[1])", "det(W[1])", "W[1]/W[2]", "W", "W[3]",
                           "X", "rank(W[1])", "s/0", "s^-1", "W[1]^2", "prod_up(i = 1..2, W[1])",
                           "prod_up(j = 1..0, W[j])", "prod_up(j = 3..1, W[j])", "I(0)", "zero(2)", "s = 1"}) {
    CAPTURE(text);
    CHECK(matrix_text(text) == "refused");
  }
}
