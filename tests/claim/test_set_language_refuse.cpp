#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "claim/set_language.hpp"
#include "exact/error.hpp"

using namespace isthmus;

namespace {

struct RefusedText {
  std::string text;
  std::size_t line;
  std::size_t column;
  std::string fragment;  ///< of the message
};

template <class F>
void check_refused(const RefusedText& expected, F&& read) {
  CAPTURE(expected.text.substr(0, 200));
  try {
    read(expected.text);
    FAIL_CHECK("was accepted");
  } catch (const ParseError& error) {
    CAPTURE(std::string(error.what()));
    CHECK(error.line() == expected.line);
    CHECK(error.column() == expected.column);
    CHECK(error.problem().find(expected.fragment) != std::string::npos);
  }
}

const std::vector<RefusedText> kRefusedSets = {
    // Nothing there, or half of it.
    {"", 1, 1, "the text is empty"},
    {"  \n ", 2, 2, "the text is empty"},
    {"x =", 1, 4, "ends where an operand was expected"},
    {"x = 1 and", 1, 10, "ends where an operand was expected"},
    {"= 1", 1, 1, "an operand was expected here, found '='"},
    {"and x = 1", 1, 1, "found 'and'"},
    {"x = 1 and and y = 1", 1, 11, "found 'and'"},
    {"x + * y = 1", 1, 5, "found '*'"},
    {"not", 1, 4, "ends where an operand"},
    {"x^ = 1", 1, 4, "found '='"},
    {"x = not 1", 1, 5, "found 'not'"},
    // Brackets.
    {"(x = 1", 1, 1, "this '(' is never closed"},
    {"(x+(y = 1", 1, 4, "this '(' is never closed"},
    {"x = 1)", 1, 6, "')' closes nothing"},
    {"(x = 1))", 1, 8, "')' closes nothing"},
    {"()", 1, 2, "found ')'"},
    {"(x = 1]", 1, 7, "']' closes nothing"},
    {"{x = 1}", 1, 1, "write '(' instead of '{'"},
    {"x[1] = 0", 1, 1, "no indices"},
    // Words and spellings of other languages.
    {"x = 1 && y = 1", 1, 7, "write 'and' instead of '&&'"},
    {"x = 1 || y = 1", 1, 7, "write 'or' instead of '||'"},
    {"x = 1 & y = 1", 1, 7, "write 'and' instead of '&'"},
    {"!(x = 1)", 1, 1, "write 'not' instead of '!'"},
    {"x <> 1", 1, 3, "write '!=' instead of '<>'"},
    {"x => 1", 1, 3, "write '>=' instead of '=>'"},
    {"x =< 1", 1, 3, "write '<=' instead of '=<'"},
    {"x /= 1", 1, 3, "write '!=' instead of '/='"},
    {"x := 1", 1, 3, "write '=' instead of ':='"},
    {"x = 1 AND y = 2", 1, 7, "write 'and' instead of 'AND'"},
    {"x = 1 Or (y = 2)", 1, 7, "write 'or' instead of 'Or'"},
    {"NOT (x = 1)", 1, 1, "write 'not' instead of 'NOT'"},
    {"x = 1, y = 2", 1, 6, "join conditions by 'and'"},
    {"x = 1; y = 2", 1, 6, "';' (U+003B) has no meaning here"},
    {"x = 1 # note", 1, 7, "'#' (U+0023)"},
    {"\"x\" = 1", 1, 1, "has no meaning here"},
    // Characters beyond ASCII; columns count characters, not bytes.
    {"x \u2212 1 = 0", 1, 3, "write '-' instead of '\u2212'"},
    {"x \u2264 1", 1, 3, "write '<=' instead of '\u2264'"},
    {"x = 0 \u2227 y = 0", 1, 7, "write 'and'"},
    {"x\u00b2 = 1", 1, 2, "write '^2'"},
    {"\u03b5 != 0", 1, 1, "'\u03b5' (U+03B5) has no meaning here"},
    {"x = 1 and\n\u00a0y = 1", 2, 1, "(U+00A0)"},
    {"x = \xff", 1, 5, "the byte 0xFF here is not UTF-8"},
    {std::string("x\0 = 1", 6), 1, 2, "(U+0000)"},
    {"x = \U0001d7d9", 1, 5, "U+1D7D9"},
    // Chains and types.
    {"0 < x < 1", 1, 7, "comparisons do not chain"},
    {"x = y = z", 1, 7, "comparisons do not chain"},
    {"x", 1, 1, "a condition was expected here, found a polynomial"},
    {"x^2+1", 1, 1, "a condition was expected here, found a polynomial"},
    {"x = 1 and y", 1, 11, "a condition was expected here, found a polynomial"},
    {"x and y = 1", 1, 1, "a condition was expected here, found a polynomial"},
    {"not x", 1, 5, "a condition was expected after 'not'"},
    {"(x = 1) + 1 = 2", 1, 1, "a polynomial was expected here, found a condition"},
    {"1 + (x = 1) = 2", 1, 5, "a polynomial was expected here, found a condition"},
    {"(x > 0) = (y > 0)", 1, 1, "a polynomial was expected here, found a condition"},
    {"true = 1", 1, 1, "a polynomial was expected here, found a condition"},
    {"-(x = 1)", 1, 2, "a polynomial was expected here, found a condition"},
    {"(x = 1)^2 = 0", 1, 1, "a polynomial was expected here, found a condition"},
    {"1..2 = x", 1, 1, "found a range"},
    // Products.
    {"2x = 1", 1, 2, "an operator is missing before 'x'"},
    {"x y = 1", 1, 3, "an operator is missing before 'y'"},
    {"x(y+1) = 1", 1, 1, "a product is written 'x*(..)'"},
    {"(x)(y) = 1", 1, 4, "an operator is missing before '('"},
    {"2(x) = 1", 1, 2, "an operator is missing before '('"},
    {"sin(x) = 1", 1, 1, "no functions"},
    {"x = 1 y = 2", 1, 7, "two conditions are joined by 'and'"},
    {"x 2 = 1", 1, 3, "an operator is missing before '2'"},
    // Division and powers.
    {"1/x = 1", 1, 3, "the divisor is not a constant"},
    {"y = 1\nand x/(y-1) = 1", 2, 7, "the divisor is not a constant"},
    {"x/0 = 1", 1, 3, "division by zero"},
    {"x/(1-1) = 1", 1, 3, "division by zero"},
    {"x/(y-y) = 1", 1, 3, "division by zero"},
    {"x^-1 = 1", 1, 3, "a negative exponent"},
    {"x^y = 1", 1, 3, "written in digits"},
    {"x^(1/2) = 1", 1, 3, "written in digits"},
    {"x^0.5 = 1", 1, 3, "the exponent must be an integer"},
    {"x^10001 = 1", 1, 3, "too large to expand"},
    {"x^99999999999999999999 = 1", 1, 3, "too large to expand"},
    {"x^10^5 = 1", 1, 3, "too large to expand"},
    {"(x+y+z+1)^1000 = 0", 1, 1, "too large to expand"},
    {"((x+1)^1000)^1000 = 0", 1, 1, "too large to expand"},
    {"(10^10000)^10000*x = 0", 1, 1, "too large to expand"},
    {"(x+y+z)^100*(u+v+w)^100 = 0", 1, 13, "too large to expand"},
    // Numbers.
    {"x = .5", 1, 5, "write 0.5, not .5"},
    {"x = 1.", 1, 7, "digits are missing after the decimal point"},
    {"x = 1.2.3", 1, 8, "a second decimal point"},
    {"x = 1e5", 1, 6, "exponent notation"},
    {"x = 2.5E-3", 1, 8, "exponent notation"},
    {"x = 0x10", 1, 6, "an operator is missing before 'x10'"},
};

}  // namespace

TEST_CASE("sets that are refused, with the place and the reason") {
  for (const RefusedText& refused : kRefusedSets) {
    check_refused(refused, [](const std::string& text) { return parse_set(text); });
  }
}

TEST_CASE("the message shows the line and a caret below the place") {
  try {
    parse_set("x = 1 and\n\ty & z = 0\nand true");
    FAIL_CHECK("was accepted");
  } catch (const ParseError& error) {
    CHECK(std::string(error.what()) == "set:2:4: write 'and' instead of '&'\n  \ty & z = 0\n  \t  ^");
    CHECK(error.offset() == 13);
  }
  try {
    parse_set("a\u00e9 = 1");
    FAIL_CHECK("was accepted");
  } catch (const ParseError& error) {
    CHECK(std::string(error.what()) ==
          "set:1:2: the character '\u00e9' (U+00E9) has no meaning here\n  a\u00e9 = 1\n   ^");
  }
}

TEST_CASE("a long line is shown around the place only, and control characters not at all") {
  const std::string longer(100000, '1');
  try {
    parse_set(longer + " & " + longer);
    FAIL_CHECK("was accepted");
  } catch (const ParseError& error) {
    CHECK(error.column() == 100002);
    CHECK(std::string(error.what()).size() < 300);
    CHECK(std::string(error.what()).find("...") != std::string::npos);
  }
  try {
    parse_set("x \x1b[31m = 1");
    FAIL_CHECK("was accepted");
  } catch (const ParseError& error) {
    CHECK(std::string(error.what()).find('\x1b') == std::string::npos);
    CHECK(error.column() == 3);
  }
}

TEST_CASE("deep nesting is refused, not a crash") {
  const auto nested = [](const std::string& open, const std::string& inner, const std::string& close, int depth) {
    std::string text;
    for (int i = 0; i < depth; ++i) text += open;
    text += inner;
    for (int i = 0; i < depth; ++i) text += close;
    return text;
  };
  CHECK_NOTHROW(parse_set(nested("(", "x = 1", ")", 180)));
  CHECK_NOTHROW(parse_set(nested("-(", "x", ")", 180) + " = 1"));
  CHECK_NOTHROW(parse_set(nested("not (", "x = 1 and y = 1 or z = 1", ")", 180)));
  CHECK_NOTHROW(parse_set(nested("(x = 1 and (y = 1 or ", "z = 1", "))", 90)));
  for (const std::string& text : {nested("(", "x = 1", ")", 100000), nested("(", "", "", 1000000),
                                  nested("-(", "x", "", 100000), nested("x^", "2", "", 100000) + " = 1",
                                  nested("f(", "x", ")", 100000), nested("not (", "x = 1", ")", 100000)}) {
    CHECK_THROWS_WITH_AS(parse_set(text), doctest::Contains("nested deeper than 200 levels"), ParseError);
  }
  CHECK_NOTHROW(parse_set(nested("not ", "x = 1", "", 100000)));
  CHECK_NOTHROW(parse_set(nested("- ", "x = 1", "", 100000)));
}

TEST_CASE("options that are refused") {
  CHECK_THROWS_WITH_AS(parse_set("x = 1", {{"x", "x"}, {}, ""}), "variables: 'x' occurs twice", InvalidInput);
  CHECK_THROWS_WITH_AS(parse_set("x = 1", {{}, {"e", "e"}, ""}), "parameters: 'e' occurs twice", InvalidInput);
  CHECK_THROWS_WITH_AS(parse_set("x = 1", {{"x y"}, {}, ""}), "variables: 'x y' is not a name", InvalidInput);
  CHECK_THROWS_WITH_AS(parse_set("x = 1", {{""}, {}, ""}), "variables: '' is not a name", InvalidInput);
  CHECK_THROWS_WITH_AS(parse_set("x = 1", {{}, {"and"}, ""}), "parameters: 'and' is not a name", InvalidInput);
  CHECK_THROWS_WITH_AS(parse_set("x = 1", {{"x"}, {"x"}, ""}), "'x' is given both as a variable and as a parameter",
                       InvalidInput);
  const std::vector<RefusedText> assumptions = {
      {"x != 0", 1, 1, "'x' is not a parameter; an assumption mentions parameters only, they are e, f"},
      {"e != 0 and 2*y+f > 0", 1, 14, "'y' is not a parameter"},
      {"e", 1, 1, "a condition was expected"},
      {"e != ", 1, 6, "ends where an operand"},
      {"1/e > 0", 1, 3, "the divisor is not a constant"},
      {" ", 1, 2, "the text is empty"},
  };
  for (const RefusedText& refused : assumptions) {
    check_refused(refused, [](const std::string& text) { return parse_set("x*y = e", {{}, {"e", "f"}, text}); });
  }
  CHECK_THROWS_WITH_AS(parse_set("x = 1", {{}, {}, "x > 0"}),
                       doctest::Contains("assumption:1:1: 'x' is not a parameter"), ParseError);
}

TEST_CASE("polynomials, conditions, points and names that are refused") {
  const PolynomialRing ring({"x", "y"});
  const std::vector<RefusedText> polynomials = {{"x+z", 1, 3, "unknown name 'z'; the variables are x, y"},
                                                {"x = 1", 1, 1, "a polynomial was expected"},
                                                {"", 1, 1, "the text is empty"},
                                                {"x/y", 1, 3, "the divisor is not a constant"},
                                                {"x+", 1, 3, "the text ends"}};
  for (const RefusedText& refused : polynomials) {
    check_refused(refused, [&](const std::string& text) { return parse_polynomial(text, ring); });
  }
  check_refused({"x = 1 and z = 1", 1, 11, "unknown name 'z'"},
                [&](const std::string& text) { return parse_formula(text, ring); });
  const std::vector<RefusedText> points = {
      {"x=1", 1, 4, "no value for 'y'"},
      {"", 1, 1, "no value for 'x'"},
      {"x=1, y=2, x=3", 1, 11, "'x' is given twice"},
      {"x=1, z=2", 1, 6, "unknown name 'z'; the coordinates are x, y"},
      {"x=1, y=x", 1, 8, "a number was expected here, found the name 'x'"},
      {"x=1 y=2", 1, 5, "an operator is missing before 'y'"},
      {"x=1,", 1, 5, "ends where an operand was expected"},
      {"x<1, y=2", 1, 1, "a coordinate was expected here"},
      {"x=1, 2", 1, 6, "a coordinate was expected here"},
      {"x=1/0, y=2", 1, 5, "division by zero"},
      {"1=x, y=2", 1, 1, "a coordinate was expected here"},
      {"x=(y=2), y=1", 1, 3, "a polynomial was expected here, found a condition"},
  };
  for (const RefusedText& refused : points) {
    check_refused(refused, [&](const std::string& text) { return parse_point(text, ring); });
  }
  const std::vector<RefusedText> names = {{"x, x", 1, 4, "the name 'x' occurs twice"},
                                          {"x,", 1, 3, "ends where a name was expected"},
                                          {"x y", 1, 3, "',' was expected between names"},
                                          {"x, and", 1, 4, "a name was expected here, found 'and'"},
                                          {"1", 1, 1, "a name was expected here, found '1'"},
                                          {",x", 1, 1, "a name was expected here, found ','"},
                                          {"x; y", 1, 2, "';' (U+003B)"}};
  for (const RefusedText& refused : names) {
    check_refused(refused, [](const std::string& text) { return parse_names(text, "--vars"); });
  }
}
