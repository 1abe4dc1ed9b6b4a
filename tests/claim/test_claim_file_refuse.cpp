#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "claim/claim_file.hpp"
#include "claim/claim_texts.hpp"

using namespace isthmus;

namespace {

/// A claim in which one piece of text is replaced by another, and the place and reason of the refusal.
struct RefusedChange {
  std::string piece;
  std::string replacement;
  std::size_t line;
  std::size_t column;
  std::string fragment;
};

void check_refused_changes(const std::string& good, const std::vector<RefusedChange>& refusals) {
  REQUIRE_NOTHROW(read_claim(good, "claim.toml"));
  for (const RefusedChange& refused : refusals) {
    CAPTURE(refused.piece);
    CAPTURE(refused.replacement);
    const std::string text = test::replaced(good, refused.piece, refused.replacement);
    try {
      read_claim(text, "claim.toml");
      FAIL_CHECK("was accepted");
    } catch (const ParseError& error) {
      CAPTURE(std::string(error.what()));
      CHECK(error.line() == refused.line);
      CHECK(error.column() == refused.column);
      CHECK(error.problem().find(refused.fragment) != std::string::npos);
      CHECK(std::string(error.what()).rfind("claim.toml:" + std::to_string(refused.line) + ":", 0) == 0);
    }
  }
}

}  // namespace

TEST_CASE("refused: what every claim has") {
  check_refused_changes(
      test::plain_set(),
      {
          {"format = 1", "", 1, 1, "the key 'format' is missing in the claim"},
          {"format = 1", "format = 2", 1, 10, "format 2 is not known; this program reads format 1"},
          {"format = 1", "format = 1.0", 1, 10, "'format' must be an integer, found a float, which is not exact"},
          {"format = 1", "format = \"1\"", 1, 10, "'format' must be an integer, found a string"},
          {"format = 1", "format 1", 1, 8, "not TOML"},
          {"id = \"example-1\"\n", "", 1, 1, "the key 'id' is missing"},
          {"id = \"example-1\"", "id = \"a b\"", 2, 6, "an id consists of letters, digits"},
          {"id = \"example-1\"", "id = \"\"", 2, 6, "an id consists of"},
          {"id = \"example-1\"", "id = \"../x\"", 2, 6, "an id consists of"},
          {"id = \"example-1\"", "id = 1", 2, 6, "'id' must be a string, found an integer"},
          {"title = \"A title\"", "title = \" \"", 3, 9, "'title' is empty"},
          {"title = \"A title\"", "titel = \"A title\"", 1, 1, "the key 'title' is missing"},
          {"title = \"A title\"", "title = \"A title\"\ncolour = 1", 4, 1,
           "unknown key 'colour' in the claim; known here: "},
          {"title = \"A title\"", "title = \"A title\"\ntitle = \"B\"", 4, 9,
           "cannot redefine existing string 'title'"},
          {"title = \"A title\"", "title = \"A \xff title\"", 3, 12, "not UTF-8"},
          {"title = \"A title\"", "title = \"\u00e9\xc3\x28\"", 3, 11, "not UTF-8"},
          {"statement = \"A statement.\"", "statement = [\"A\"]", 4, 13,
           "'statement' must be a string, found an array"},
          {"kind = \"components\"", "kind = \"barrier\"", 5, 8,
           "unknown kind 'barrier'; there are components, argmin, product"},
          {"kind = \"components\"", "kind = \"orbits\"", 1, 1, "the key 'orbits' is missing"},
          {"expected = \"proved\"", "expected = \"true\"", 6, 12,
           "'expected' must be one of \"proved\", \"refuted\", \"vacuous\", \"undecided\""},
          {"expected = \"proved\"", "expected = true", 6, 12, "'expected' must be a string, found a boolean"},
          {"variant = \"as printed\"", "variant = \"printed\"", 7, 11, "'variant' must be one of \"as printed\""},
          {"variant = \"as printed\"", "variant = \"as printed\"\namends = \"x\"", 8, 10,
           "a claim as printed amends nothing"},
          {"variant = \"as printed\"", "variant = \"repaired\"\namends = \"x y\"", 8, 10, "an id consists of"},
          {"[source]", "[sources]", 1, 1, "the key 'source' is missing"},
          {"[source]", "[[source]]", 8, 1, "'source' must be a table, found an array"},
          {"paper = \"A paper\"\n", "", 8, 1, "the key 'paper' is missing in [source]"},
          {"page = 5", "page = 5.5", 11, 8, "'page' must be an integer, found a float"},
          {"page = 5", "page = 0", 8, 1, "a page below 1"},
          {"page = 5", "page = 5\npages = 6", 12, 1,
           "unknown key 'pages' in [source]; known here: label, page, paper, quote"},
          {"quote = \"A sentence.\"\n", "", 8, 1, "the key 'quote' is missing in [source]"},
          {"quote = \"A sentence.\"", "quote = 1979-05-27", 12, 9, "'quote' must be a string, found a date or time"},
      });
}

TEST_CASE("refused: a set") {
  check_refused_changes(
      test::plain_set(),
      {
          {"[components]", "[components]\n[components]", 15, 1, "cannot redefine existing table"},
          {"[components]", "[[components]]", 14, 1, "'components' must be a table"},
          {"[components]", "[dimensions]\nn = [1]\n[components]", 14, 2, "unknown table 'dimensions' in the claim"},
          {"set = ", "sett = ", 14, 1, "the key 'network' is missing in [components]"},
          {"count = \"3\"", "count = 3", 19, 9,
           "'count' must be a string, found an integer: exact numbers are written as strings"},
          {"count = \"3\"", "count = 3.0", 19, 9,
           "found a float: exact numbers are written as strings, such as \"3/7\""},
          {"count = \"3\"", "count = \"n\"", 19, 10,
           "'n' is neither a dimension nor an index; no dimensions are declared"},
          {"count = \"3\"", "count = \"1-2\"", 19, 10, "a number of components is not negative"},
          {"count = \"3\"", "count = \"7/2\"", 19, 12, "7/2 is not an integer"},
          {"count = \"3\"", "count = \"3.0\"", 19, 10, "an integer was expected here, found a decimal"},
          {"count = \"3\"", "", 14, 1, "the key 'count' (or at-most, or at-least) is missing"},
          {"count = \"3\"", "count = \"3\"\nat-least = \"1\"", 20, 12, "only one of count, at-most and at-least"},
          {"\"x\", \"e\"", "\"x\", \"x\"", 15, 20, "the name 'x' stands twice"},
          {"\"x\", \"e\"", "\"x\", \"1e\"", 15, 20, "'1e' is not a name"},
          {"\"x\", \"e\"", "\"x\", 1", 15, 20, "'parameters' must hold strings only, found an integer"},
          {"[\"x\", \"e\"]", "\"x\"", 15, 14, "'parameters' must be an array, found a string"},
          {"\"w1\", \"w2\"", "\"w1\", \"e\"", 17, 20, "the name 'e' stands twice"},
          {"\"w1\", \"w2\"", "\"w1\"", 18, 12, "unknown name 'w2'; the variables are x, e, w1, w3"},
          {"e*x) = 1", "e*x)", 18, 8, "a condition was expected here, found a polynomial"},
          {"e*x) = 1", "e*x = 1", 18, 11, "this '(' is never closed"},
          {"e*x) = 1", "e/x) = 1", 18, 24, "the divisor is not a constant"},
          {"x != 0 and", "x != 0 &", 16, 22, "write 'and' instead of '&'"},
          {"x != 0 and", "w1 != 0 and", 16, 15, "unknown name 'w1'; the variables are x, e"},
      });
}

TEST_CASE("refused: a network") {
  check_refused_changes(
      test::skip_network(),
      {
          {"n = [1, 2]", "n = 1", 15, 5, "'n' must be an array, found an integer"},
          {"n = [1, 2]", "n = []", 15, 5, "no values for 'n'"},
          {"n = [1, 2]", "n = [1, 0]", 15, 9, "a value of 'n' must lie between 1 and 1000"},
          {"n = [1, 2]", "n = [1, 2.5]", 15, 9, "a value of 'n' must be an integer, found a float"},
          {"n = [1, 2]", "n = [1, \"2\"]", 15, 9, "a value of 'n' must be an integer, found a string"},
          {"n = [1, 2]", "n = [1, [2, 3]]", 15, 9, "integers and tuples mixed in 'n'"},
          {"n = [1, 2]", "n = [[]]", 15, 6, "a tuple without entries"},
          {"n = [1, 2]", "n = [1, 1]", 14, 1, "the choice n=1 stands twice"},
          {"n = [1, 2]", "n = [1, 2]\nT = [1]", 16, 5, "'T' is the name of a function"},
          {"n = [1, 2]", "n = [1, 2]\nW1 = [1]", 18, 8, "the name 'W1' is declared twice"},
          {"n = [1, 2]", "n = [1, 2]\n\"a b\" = [1]", 16, 9, "'a b' is not a name"},
          {"n = [1, 2]", "", 14, 1, "no dimensions in [dimensions]"},
          {"name = \"W1\"", "name = \"W1\"\nshape = \"n\"", 18, 1, "unknown key 'shape' in [[matrix]]"},
          {"name = \"W1\"", "name = \"1W\"", 17, 8, "'1W' is not a name"},
          {"name = \"W1\"", "name = \"det\"", 17, 8, "'det' is the name of a function"},
          {"name = \"W2\"", "name = \"W1\"", 22, 8, "the name 'W1' is declared twice"},
          {"name = \"W2\"", "name = \"W4\"", 51, 16,
           "'W2' is not declared; the matrices are W1, W3, W4, X, Y, eps (with n=1)"},
          {"role = \"weight\"", "role = \"wait\"", 18, 8,
           "'role' must be one of weight, data, target, parameter, group"},
          {"role = \"weight\"\n", "", 16, 1, "the key 'role' is missing in [[matrix]]"},
          {"rows = \"n\"", "rows = \"m\"", 19, 9, "'m' is neither a dimension nor an index; the dimensions are n"},
          {"rows = \"n\"", "rows = \"n-1\"", 19, 9,
           "the number of rows must lie between 1 and 1000, not be 0 (with n=1)"},
          {"rows = \"n\"", "rows = 2", 19, 8, "'rows' must be a string, found an integer"},
          {"rows = \"n\"", "rows = \"n/2\"", 19, 11, "1/2 is not an integer (with n=1)"},
          {"rows = \"n\"", "rows = \"n n\"", 19, 11, "an operator is missing before 'n'"},
          {"rows = \"n\"", "rows = \"n+1\"", 51, 19, "W2 has 1 column, W1 has 2 rows"},
          {"columns = \"n\"", "columns = \"1\"", 51, 22, "W2*W1 has 1 column, X has 2 rows"},
          {"name = \"eps\"", "name = \"eps\"\nrows = \"1\"", 43, 1,
           "unknown key 'rows' in [[scalar]]; known here: index, name, role"},
          {"[[scalar]]\nname = \"eps\"\nrole = \"parameter\"", "[scalar]\nname = \"eps\"", 41, 1,
           "'scalar' must be an array of tables [[scalar]], found a table"},
          {"text = \"det(X) != 0\"", "text = \"det(X)\"", 45, 9, "a condition was expected here, as in 'det(X) != 0'"},
          {"text = \"det(X) != 0\"", "text = \"det(Z) != 0\"", 45, 13, "'Z' is not declared"},
          {"text = \"det(X) != 0\"", "text = \"det(W1) != 0\"", 45, 9,
           "this condition mentions W1, but hypotheses are about parameters"},
          {"text = \"det(X) != 0\"", "txt = \"det(X) != 0\"", 44, 1, "the key 'text' is missing in [[hypothesis]]"},
          {"text = \"det(X) != 0\"", "text = \"det(X) != 0\"\nindex = \"i = 1..n\"\nnote = \"\"", 47, 1,
           "unknown key 'note'"},
          {"text = \"det(X) != 0\"", "text = \"det(X) != 0\"\nindex = \"1..n\"", 46, 10,
           "an index and its range were expected"},
          {"text = \"det(X) != 0\"", "text = \"det(X) != 0\"\nindex = \"X = 1..n\"", 46, 10,
           "the index 'X' has the name of a matrix"},
          {"text = \"det(X) != 0\"", "text = \"det(X) != 0 and eps = 1\"", 45, 9, "one comparison was expected here"},
          {"W3*(W2*W1*X + eps*X)", "W3*(W2*W1*X + eps)", 51, 26, "eps is a scalar, but W2*W1*X is a 1 x 1 matrix"},
          {"W3*(W2*W1*X + eps*X)", "W3*(W2*W1*X + eps*X", 51, 15, "this '(' is never closed"},
          {"W3*(W2*W1*X + eps*X)", "", 51, 12, "the text is empty"},
          {"target = \"Y\"", "target = \"Z\"", 52, 11, "'Z' is not declared"},
          {"target = \"Y\"", "target = \"eps\"", 52, 11, "eps is a scalar, but W3*(W2*W1*X + eps*X) is a 1 x 1 matrix"},
          {"target = \"Y\"", "target = \"W1\"", 52, 11, "the target mentions the weight W1"},
          {"target = \"Y\"\n", "", 50, 1, "the key 'target' is missing in [components]"},
          {"count = \"4 - n\"", "count = \"1 - n\"", 53, 10, "a number of components is not negative"},
          {"count = \"4 - n\"", "count = \"3^(10^9)\"", 53, 12, "this exponent is too large"},
      });
  std::string nothing = test::skip_network();
  nothing.erase(nothing.find("[[matrix]]"), nothing.find("[components]") - nothing.find("[[matrix]]"));
  CHECK_THROWS_WITH_AS(read_claim(nothing, "c"), doctest::Contains("no [[matrix]] and no [[scalar]]"), ParseError);
}

TEST_CASE("refused: chains") {
  check_refused_changes(
      test::chain(),
      {
          {"index = \"i = 1..length(d)-1\"", "index = \"i = 1..length(d)\"", 20, 11,
           "an index of d must lie between 0 and 2, not be 3"},
          {"index = \"i = 1..length(d)-1\"", "index = \"i = 0..length(d)-1\"", 21, 14,
           "not be -1 (with d=(1, 1, 1), i=0)"},
          {"index = \"i = 1..length(d)-1\"", "index = \"d = 1..2\"", 19, 10,
           "the index 'd' has the name of a dimension"},
          {"index = \"i = 1..length(d)-1\"", "index = \"i\"", 19, 10, "an index and its range were expected here"},
          {"index = \"i = 1..length(d)-1\"\n", "", 19, 11, "'i' is neither a dimension nor an index"},
          {"columns = \"d[i-1]\"", "columns = \"d[i]\"", 37, 42,
           "W[2] has 2 columns, W[1] has 3 rows (with d=(2, 3, 2))"},
          {"columns = \"d[i-1]\"", "columns = \"d\"", 21, 12, "'d' is a tuple: write d[0], .. or length(d)"},
          {"name = \"X\"", "name = \"W1\"", 23, 8, "the entries of W1 and of W[1] have the same names"},
          {"name = \"X\"", "name = \"W2_1_1\"", 23, 8, "the entries of W2_1_1 and of W[2] have the same names"},
          {"W[i])*X", "W)*X", 37, 42, "'W' is a family: write W[i]"},
          {"W[i])*X", "W[i+1])*X", 37, 42, "there is no W[3]; the matrices are X, Y, W[1..2]"},
          {"length(d)-1..1, W", "1..length(d)-1, W", 37, 12,
           "the weight W[1] does not occur in the network (with d=(1, 1, 1))"},
      });
}

TEST_CASE("refused: identities and inverse maps") {
  check_refused_changes(
      test::invariance(),
      {
          {"l = [2]", "k = [2]", 17, 1, "the dimensions differ from those of the first [[dimensions]]"},
          {"h = [2, 3]", "h = [1, 3]", 17, 1, "the choice h=1, l=2 stands twice"},
          {"[[dimensions]]", "[dimensions]", 17, 1, "not TOML"},
          {"*W[1]*X\"", "*W[1]*I(h+1)\"", 41, 81, "has 1 column, I(2) has 2 rows"},
          {"right = \"prod_down(i = l..1, W[i])*X\"", "right = \"det(X)\"", 42, 10, "det(X) is a scalar, but"},
      });
  check_refused_changes(
      test::inverse_maps(),
      {
          {"coordinates = [\"g\"]", "coordinates = [\"f\"]", 44, 16,
           "'f' is not declared; the matrices are X, Y, W[1..2], g[1..1]"},
          {"coordinates = [\"g\"]", "coordinates = [\"g\", \"g\"]", 44, 21, "the coordinate 'g' stands twice"},
          {"coordinates = [\"g\"]", "coordinates = [\"g\", \"W\"]", 48, 1, "W[1] is a coordinate of both spaces"},
          {"coordinates = [\"g\"]", "coordinates = []", 43, 1, "no coordinates in [domain]"},
          {"text = \"det(g[i]) != 0\"", "text = \"det(W[i]) != 0\"", 46, 9,
           "mentions W[1], a coordinate of the other space"},
          {"text = \"det(X) != 0\"", "text = \"det(g[1]) != 0\"", 40, 9,
           "mentions g[1], but hypotheses are about parameters"},
          {"name = \"W[1]\"", "name = \"W[2]\"", 60, 9, "W[2] (with h=1, l=2) is given a value twice"},
          {"name = \"W[1]\"", "name = \"g[1]\"", 53, 9, "g[1] (with h=1, l=2) is not a coordinate of the space"},
          {"name = \"W[1]\"", "name = \"W[1]*X\"", 53, 9, "the name of one coordinate was expected"},
          {"value = \"g[1]*inv(X)\"", "value = \"W[1]\"", 54, 10, "the value mentions W[1], a coordinate of the space"},
          {"value = \"g[1]*inv(X)\"", "value = \"det(X)\"", 54, 10, "det(X) is a scalar, but W[1] is a 1 x 1 matrix"},
          {"[[forward]]\nname = \"W[1]\"\nvalue = \"g[1]*inv(X)\"", "", 48, 1,
           "no [[forward]] gives a value to W[1] (with h=1, l=2)"},
          {"[[forward]]\nname = \"W[i]\"\nvalue = \"g[i]\"\nindex = \"i = 2..l-1\"\n", "", 48, 1,
           "no [[forward]] gives a value to W[2] (with h=1, l=3)"},
          {"[codomain]", "[codomain]\nequation = \"\"", 49, 1,
           "unknown key 'equation' in [codomain]; known here: condition, coordinates"},
      });
}

TEST_CASE("refused: products, orbits, covers") {
  check_refused_changes(
      test::product(),
      {
          {"variables = [\"z\"]", "variables = [\"y\"]", 19, 14, "the name 'y' stands twice"},
          {"variables = [\"z\"]", "variables = [\"z\"]\nparameters = [\"a\"]", 20, 1,
           "unknown key 'parameters' in [[factor]]"},
          {"z^2 > 1", "z^2 > x", 20, 14, "unknown name 'x'; the variables are z"},
          {"[product]\ncount", "[product]\nset = \"x\"\ncount", 23, 1, "unknown key 'set' in [product]"},
          {"[product]\ncount = \"8\"", "", 1, 1, "the key 'product' is missing"},
      });
  check_refused_changes(
      test::orbits(),
      {
          {"parameters = [\"a\", \"b\"]", "parameters = [\"a\", \"x\"]", 18, 1,
           "the name 'x' is that of a variable and a parameter"},
          {"a*y = b*x", "a*y = c*x", 21, 14, "unknown name 'c'; the variables are a, b, x, y"},
          {"variables = [\"g\"]", "variables = [\"x\"]", 23, 1, "the name 'x' is that of a variable of the set"},
          {"\"g*x\", \"g*y\"", "\"g*x\"", 23, 1, "1 images for 2 variables"},
          {"\"g*x\", \"g*y\"", "\"g*x\", \"g/y\"", 26, 21, "the divisor is not a constant"},
          {"[[orbits.orbit]]", "[orbits.orbit]", 18, 1, "'orbit' must be an array of tables [[orbit]], found a table"},
      });
  check_refused_changes(test::cover(),
                        {
                            {"\"W1 = 0\"", "\"W1 = 0\", \"W9 = 0\"", 58, 26, "'W9' is not declared"},
                            {"conditions = [\"W1 = 0\"]", "", 56, 1, "the key 'conditions' is missing in [[part]]"},
                            {"name = \"S0\"", "name = \"S0\"\nkey = 1", 58, 1, "unknown key 'key' in [[part]]"},
                        });
}

TEST_CASE("places inside strings with escapes, of several lines, and behind characters beyond ASCII") {
  const auto column_of = [](const std::string& count) {
    try {
      read_claim(test::replaced(test::plain_set(), "count = \"3\"", "count = " + count), "c");
    } catch (const ParseError& error) {
      return std::to_string(error.line()) + ":" + std::to_string(error.column());
    }
    return std::string("accepted");
  };
  CHECK(column_of("'n'") == "19:10");
  CHECK(column_of("\"1 + n\"") == "19:14");
  CHECK(column_of("\"1\\t+ n\"") == "19:15");
  CHECK(column_of("\"1 \\u002b n\"") == "19:19");
  CHECK(column_of("\"1 \\U0000002b n\"") == "19:23");
  CHECK(column_of("\"\"\"1 + n\"\"\"") == "19:16");
  CHECK(column_of("\"\"\"\n1 +\nn\"\"\"") == "21:1");
  CHECK(column_of("'''\n1 +\n n'''") == "21:2");
  CHECK(column_of("'''\r\n1 +\r\n n'''") == "21:2");
  CHECK(column_of("\"\"\"1 + \\\n   n\"\"\"") == "20:4");
  CHECK(column_of("\"\"\"\\\n  1 + 1 + n\"\"\"") == "20:11");
  CHECK(column_of("\"\u00e9\"") == "19:10");
  CHECK(column_of("\"3\"  # \u00e9\u00e9") == "accepted");
  const std::string text = test::replaced(test::plain_set(), "count = \"3\"", "set = \"\u00e9\"");
  CHECK_THROWS_AS(read_claim(text, "c"), ParseError);
}

TEST_CASE("one letter changed somewhere: read or refused, never anything else") {
  const std::vector<std::string> good = {test::skip_network(), test::chain(),     test::inverse_maps(),
                                         test::invariance(),   test::plain_set(), test::product(),
                                         test::orbits(),       test::cover()};
  std::size_t refused = 0;
  std::size_t tried = 0;
  for (const std::string& text : good) {
    for (std::size_t place = 0; place < text.size(); place += 3) {
      for (const char letter : {'"', '9', '[', '\n', '\xe9'}) {
        std::string changed = text;
        changed[place] = letter;
        ++tried;
        try {
          read_claim(changed, "c");
        } catch (const ParseError& error) {
          ++refused;
          if (error.line() < 1 || error.offset() > changed.size()) FAIL("a place outside the text: " << error.what());
        }
      }
    }
  }
  CHECK(refused > tried / 2);
  CHECK(refused < tried);
}
