#include <doctest/doctest.h>

#include <random>
#include <string>
#include <vector>

#include "claim/matrix_language.hpp"
#include "exact/error.hpp"

using namespace isthmus;

namespace {

using Kind = MatrixExpression::Kind;

MatrixSymbol matrix_symbol(const std::string& name, std::size_t rows, std::size_t columns) {
  std::string identifier;
  for (const char c : name) {
    if (c != '[' && c != ']') identifier += c;
  }
  return {name, identifier, Role::data, {rows, columns}, false};
}

MatrixSymbol scalar_symbol(const std::string& name) { return {name, name, Role::parameter, {1, 1}, true}; }

/// A, B square of size 2; X 2 x 3; Y 3 x 2; u 1 x 1 but no scalar; eps, s scalars; W[1] 2 x 2, W[2] 3 x 2, W[3] 1 x 3;
/// V[] a family without members. n = 2, l = 3, d = (2, 2, 3, 1).
class Names {
 public:
  Names() : integers({{"n", {2}, false}, {"l", {3}, false}, {"d", {2, 2, 3, 1}, true}}) {
    for (const MatrixSymbol& symbol :
         {matrix_symbol("A", 2, 2), matrix_symbol("B", 2, 2), matrix_symbol("X", 2, 3), matrix_symbol("Y", 3, 2),
          matrix_symbol("u", 1, 1), scalar_symbol("eps"), scalar_symbol("s")}) {
      matrices.add(symbol.name, symbol);
    }
    matrices.add("W", 1, matrix_symbol("W[1]", 2, 2));
    matrices.add("W", 2, matrix_symbol("W[2]", 3, 2));
    matrices.add("W", 3, matrix_symbol("W[3]", 1, 3));
    matrices.add_family("V");
  }

  MatrixExpression read(const std::string& text) const {
    const Source source{"text", text};
    return elaborate(source, parse_expression(source), matrices, integers);
  }

  MatrixCondition condition(const std::string& text) const {
    const Source source{"text", text};
    return elaborate_condition(source, parse_expression(source), matrices, integers);
  }

  MatrixNames matrices;
  IntegerNames integers;
};

struct Meaning {
  std::string text;
  std::string canonical;
  Shape shape;
};

struct RefusedExpression {
  std::string text;
  std::size_t column;
  std::string fragment;
};

}  // namespace

TEST_CASE("matrix expressions: canonical text and shape") {
  const Names names;
  const std::vector<Meaning> meanings = {
      {"A", "A", {2, 2}},
      {"A*X", "A*X", {2, 3}},
      {"A*(B*X)", "A*B*X", {2, 3}},
      {"A*(B*X + eps*X)", "A*(B*X + eps*X)", {2, 3}},
      {"(A + B) + A", "A + B + A", {2, 2}},
      {"A - B", "A - B", {2, 2}},
      {"A - (B - A)", "A - (B - A)", {2, 2}},
      {"-A*X", "-A*X", {2, 3}},
      {"-(A + B)", "-(A + B)", {2, 2}},
      {"A*(-X)", "-A*X", {2, 3}},
      {"A*eps*X", "eps*A*X", {2, 3}},
      {"2*A*3", "6*A", {2, 2}},
      {"A*3/7", "3/7*A", {2, 2}},
      {"A/eps", "inv(eps)*A", {2, 2}},
      {"A/2 - 0.5*B", "1/2*A - 1/2*B", {2, 2}},
      {"(eps + 1)*A", "(eps + 1)*A", {2, 2}},
      {"(eps - s)*I(n)", "(eps - s)*I(2)", {2, 2}},
      {"T(X)*T(A)", "T(X)*T(A)", {3, 2}},
      {"inv(A*B)", "inv(A*B)", {2, 2}},
      {"det(A*B)", "det(A*B)", {1, 1}},
      {"det(A)*X", "det(A)*X", {2, 3}},
      {"det(X*Y) - 1", "det(X*Y) - 1", {1, 1}},
      {"A^3", "A*A*A", {2, 2}},
      {"A^0", "I(2)", {2, 2}},
      {"A^(l-2)", "A", {2, 2}},
      {"eps^2", "eps*eps", {1, 1}},
      {"2^3", "8", {1, 1}},
      {"eps^0", "1", {1, 1}},
      {"zero(2, 3) + X", "zero(2, 3) + X", {2, 3}},
      {"X + 0", "X + zero(2, 3)", {2, 3}},
      {"prod_down(i = l..1, W[i])", "W[3]*W[2]*W[1]", {1, 2}},
      {"prod_up(i = 1..2, T(W[i]))", "T(W[1])*T(W[2])", {2, 3}},
      {"prod_down(i = l..2, W[i])*prod_down(i = 1..1, W[i])", "W[3]*W[2]*W[1]", {1, 2}},
      {"A*prod_up(i = 3..2, W[i])*X", "A*X", {2, 3}},
      {"A*prod_down(i = 1..2, W[i])*X", "A*X", {2, 3}},
      {"A*prod_down(i = 1..2, V[i])", "A", {2, 2}},
      {"prod_up(i = 1..2, prod_up(j = 1..i, A))", "A*A*A", {2, 2}},
      {"prod_up(i = 1..3, i*A)", "6*A*A*A", {2, 2}},
      {"n*A + length(d)*B + d[2]*A", "2*A + 4*B + 3*A", {2, 2}},
      {"u*u", "u*u", {1, 1}},
      {"u + u", "u + u", {1, 1}},
      {"u*W[3]", "u*W[3]", {1, 3}},
      {"T(eps)", "eps", {1, 1}},
      {"det(eps)*A", "eps*A", {2, 2}},
      {"1/eps", "inv(eps)", {1, 1}},
      {"2/(4*eps)", "2*inv(4*eps)", {1, 1}},
      {"-eps*A", "-eps*A", {2, 2}},
      {"A - eps*B - 2*B", "A - eps*B - 2*B", {2, 2}},
  };
  for (const Meaning& meaning : meanings) {
    CAPTURE(meaning.text);
    const MatrixExpression e = names.read(meaning.text);
    CHECK(e.to_string() == meaning.canonical);
    CHECK(e.shape().to_string() == meaning.shape.to_string());
    CHECK(names.read(e.to_string()) == e);
    CHECK(e.map_symbols([](const MatrixSymbol& symbol) { return MatrixExpression::symbol(symbol); }) == e);
  }
}

TEST_CASE("matrix expressions that are refused, with the place and the reason") {
  const Names names;
  const std::vector<RefusedExpression> refusals = {
      {"A*Y", 3, "A has 2 columns, Y has 3 rows (with n=2, l=3, d=(2, 2, 3, 1))"},
      {"A*B*Y", 5, "A*B has 2 columns, Y has 3 rows"},
      {"A*(B*Y)", 6, "B has 2 columns, Y has 3 rows"},
      {"u*X", 3, "u has 1 column, X has 2 rows; only a number or a [[scalar]] may multiply"},
      {"W[3]*W[1]", 6, "W[3] has 3 columns, W[1] has 2 rows"},
      {"prod_up(i = 1..l, W[i])", 19, "W[1] has 2 columns, W[2] has 3 rows"},
      {"A + X", 5, "A is 2 x 2, but X is 2 x 3"},
      {"A - eps", 5, "eps is a scalar, but A is a 2 x 2 matrix"},
      {"A + 1", 5, "1 is a scalar, but A is a 2 x 2 matrix"},
      {"1 + A", 1, "1 is a scalar, but A is a 2 x 2 matrix"},
      {"A + u*eps", 5, "A is 2 x 2, but eps*u is 1 x 1"},
      {"inv(X)", 5, "inv needs a square matrix, but X is 2 x 3"},
      {"det(A*X)", 5, "det needs a square matrix, but A*X is 2 x 3"},
      {"X^2", 1, "only a square matrix has powers"},
      {"A^-1", 3, "a negative exponent: write inv(..)"},
      {"A^(n-l)", 3, "a negative exponent"},
      {"A^1001", 3, "an exponent must lie between 0 and 1000"},
      {"(A^1000)^1000", 1, "a product of more than 100000 factors"},
      {"(eps^1000)^1000", 1, "a product of more than 100000 factors"},
      {"A^eps", 3, "'eps' is neither a dimension nor an index; the dimensions are n, l, d"},
      {"A/B", 3, "division by a matrix: write a factor inv(B)"},
      {"A/0", 3, "division by zero"},
      {"inv(1-1)", 5, "division by zero"},
      {"Z", 1, "'Z' is not declared; the matrices are A, B, X, Y, eps, s, u, W[1..3]"},
      {"A*Z", 3, "'Z' is not declared"},
      {"W", 1, "'W' is a family: write W[i]"},
      {"W[4]", 1, "there is no W[4]"},
      {"W[0]*A", 1, "there is no W[0]"},
      {"W[l+1]", 1, "there is no W[4]"},
      {"V[1]", 1, "there is no V[1]"},
      {"A[1]", 1, "'A' is a single matrix: it takes no index"},
      {"Z[1]", 1, "'Z' is not declared"},
      {"W[1, 2]", 1, "one index was expected"},
      {"W[A]", 3, "'A' is neither a dimension nor an index"},
      {"W[1/2]", 5, "1/2 is not an integer"},
      {"W[1.5]", 3, "an integer was expected here, found a decimal"},
      {"W[i]", 3, "'i' is neither a dimension nor an index"},
      {"prod(i = 1..2, A)", 1, "there is no function 'prod'"},
      {"A(B)", 1, "there is no function 'A'"},
      {"T(A, B)", 1, "'T' takes 1 argument, found 2"},
      {"zero(2)", 1, "'zero' takes 2 arguments, found 1"},
      {"I(0)", 3, "a size must lie between 1 and 1000, not be 0"},
      {"I(A)", 3, "'A' is neither a dimension nor an index"},
      {"rank(A)", 1, "rank(..) is not a matrix"},
      {"prod_up(1..2, A)", 9, "an index and its range were expected here"},
      {"prod_up(i = 2, A)", 9, "an index and its range were expected here"},
      {"prod_up(n = 1..2, A)", 9, "the index 'n' has the name of a dimension"},
      {"prod_up(A = 1..2, A)", 9, "the index 'A' has the name of a matrix"},
      {"prod_up(i = 1..2, prod_up(i = 1..2, A))", 27, "the index 'i' has the name of another index"},
      {"prod_up(i = 1..1001, A)", 13, "a range of more than 1000 values"},
      {"prod_up(i = 3..1, A)*A", 13, "this range runs the wrong way"},
      {"prod_down(i = 1..3, A)*A", 15, "this range runs the wrong way"},
      {"prod_up(i = 2..1, A)", 1, "this product is empty, so its shape is unknown"},
      {"2*prod_up(i = 2..1, A)", 1, "whose shape is unknown"},
      {"A = B", 1, "a matrix was expected here, found a condition"},
      {"A + (A = B)", 5, "a matrix was expected here, found a condition"},
      {"1..2", 1, "a matrix was expected here, found a range"},
      {"d*A", 1, "'d' is a tuple: write d[0], .. or length(d)"},
      {"d[4]*A", 3, "an index of d must lie between 0 and 3, not be 4"},
      {"length(n)*A", 8, "'n' is an integer, not a tuple"},
      {"n[0]*A", 1, "'n' is an integer, not a tuple"},
      {"A*", 3, "the text ends where an operand was expected"},
      {"2A", 2, "an operator is missing before 'A'"},
      {"I(10^400000)", 3, "too large"},
      {"A^(2^(10^9))", 6, "too large"},
  };
  for (const RefusedExpression& refused : refusals) {
    CAPTURE(refused.text);
    try {
      names.read(refused.text);
      FAIL_CHECK("was accepted");
    } catch (const ParseError& error) {
      CAPTURE(std::string(error.what()));
      CHECK(error.line() == 1);
      CHECK(error.column() == refused.column);
      CHECK(error.problem().find(refused.fragment) != std::string::npos);
    }
  }
}

TEST_CASE("conditions on matrices") {
  const Names names;
  const auto check = [&](const std::string& text, MatrixCondition::Kind kind, const std::string& canonical) {
    CAPTURE(text);
    const MatrixCondition condition = names.condition(text);
    CHECK(condition.kind == kind);
    CHECK(condition.to_string() == canonical);
    CHECK(names.condition(condition.to_string()).to_string() == canonical);
  };
  check("det(A) != 0", MatrixCondition::Kind::sign, "det(A) != 0");
  check("eps > s", MatrixCondition::Kind::sign, "eps - s > 0");
  check("0 < eps", MatrixCondition::Kind::sign, "0 - eps < 0");
  check("det(X*T(X)) >= 1/2", MatrixCondition::Kind::sign, "det(X*T(X)) - 1/2 >= 0");
  check("X = 0", MatrixCondition::Kind::zero, "X = 0");
  check("X != 0", MatrixCondition::Kind::zero, "X != 0");
  check("0 = X", MatrixCondition::Kind::zero, "zero(2, 3) - X = 0");
  check("A*B = B*A", MatrixCondition::Kind::zero, "A*B - B*A = 0");
  check("A = I(n)", MatrixCondition::Kind::zero, "A - I(2) = 0");
  check("rank(X) = n", MatrixCondition::Kind::rank, "rank(X) = 2");
  check("rank(A*X) < 2", MatrixCondition::Kind::rank, "rank(A*X) < 2");
  const std::vector<RefusedExpression> refusals = {
      {"det(A)", 1, "a condition was expected here, as in 'det(X) != 0'"},
      {"A = B and B = A", 1, "one comparison was expected here"},
      {"not A = B", 1, "one comparison was expected here"},
      {"true", 1, "one comparison was expected here"},
      {"A < B", 1, "matrices are compared by = and != only"},
      {"X > 0", 1, "matrices are compared by = and != only"},
      {"A = X", 5, "A is 2 x 2, but X is 2 x 3"},
      {"A = 1", 5, "1 is a scalar, but A is a 2 x 2 matrix"},
      {"eps = A", 7, "eps is a scalar, but A is a 2 x 2 matrix"},
      {"rank(X) = eps", 11, "'eps' is neither a dimension nor an index"},
      {"rank(X) = 0-1", 11, "a rank must lie between 0 and 1000"},
      {"rank(X, Y) = 1", 1, "'rank' takes 1 argument"},
      {"2 = rank(X)", 5, "rank(..) is not a matrix"},
      {"rank(X) + 1 = 2", 1, "rank(..) is not a matrix"},
  };
  for (const RefusedExpression& refused : refusals) {
    CAPTURE(refused.text);
    try {
      names.condition(refused.text);
      FAIL_CHECK("was accepted");
    } catch (const ParseError& error) {
      CAPTURE(std::string(error.what()));
      CHECK(error.column() == refused.column);
      CHECK(error.problem().find(refused.fragment) != std::string::npos);
    }
  }
}

TEST_CASE("factories refuse shapes that do not fit") {
  const MatrixExpression a = MatrixExpression::symbol(matrix_symbol("A", 2, 2));
  const MatrixExpression x = MatrixExpression::symbol(matrix_symbol("X", 2, 3));
  const MatrixExpression e = MatrixExpression::symbol(scalar_symbol("e"));
  CHECK_THROWS_AS(MatrixExpression::product({x, a}), InvalidInput);
  CHECK_THROWS_AS(MatrixExpression::product({e, a}), InvalidInput);
  CHECK_THROWS_AS(MatrixExpression::product({}), InvalidInput);
  CHECK_THROWS_AS(MatrixExpression::sum({x, a}), InvalidInput);
  CHECK_THROWS_AS(MatrixExpression::sum({e, MatrixExpression::symbol(matrix_symbol("u", 1, 1))}), InvalidInput);
  CHECK_THROWS_AS(MatrixExpression::sum({}), InvalidInput);
  CHECK_THROWS_AS(MatrixExpression::scaled(a, x), InvalidInput);
  CHECK_THROWS_AS(MatrixExpression::scaled(e, e), InvalidInput);
  CHECK_THROWS_AS(MatrixExpression::inverse(x), InvalidInput);
  CHECK_THROWS_AS(MatrixExpression::inverse(MatrixExpression::number(0)), InvalidInput);
  CHECK_THROWS_AS(MatrixExpression::determinant(x), InvalidInput);
  CHECK_THROWS_AS(MatrixExpression::zero({0, 1}), InvalidInput);
  CHECK_THROWS_AS(MatrixExpression::identity(0), InvalidInput);
  CHECK_THROWS_AS(MatrixExpression::symbol(matrix_symbol("Z", 0, 1)), InvalidInput);
  CHECK_THROWS_AS(MatrixExpression::symbol({"e", "e", Role::data, {2, 1}, true}), InvalidInput);
  CHECK_THROWS_AS(a.as_number(), InvalidInput);
  CHECK_THROWS_AS(e.parts().empty() ? MatrixExpression::number(1).as_symbol() : e.as_symbol(), InvalidInput);
}

TEST_CASE("entries have names of the set language") {
  CHECK(matrix_symbol("X", 2, 3).entry_name(1, 2) == "X_1_2");
  CHECK(matrix_symbol("W[12]", 2, 3).entry_name(2, 3) == "W12_2_3");
  CHECK(matrix_symbol("X", 1, 1).entry_name(1, 1) == "X");
  CHECK_THROWS_AS(matrix_symbol("X", 2, 3).entry_name(0, 1), InvalidInput);
  CHECK_THROWS_AS(matrix_symbol("X", 2, 3).entry_name(1, 4), InvalidInput);
}

namespace {

/// Random expressions of a wanted shape over the names above.
class RandomExpressions {
 public:
  explicit RandomExpressions(unsigned seed) : random_(seed) {}

  long integer(long low, long high) { return std::uniform_int_distribution<long>(low, high)(random_); }

  std::string scalar_text(int depth) {
    switch (depth == 0 ? integer(0, 2) : integer(0, 6)) {
      case 0:
        return "eps";
      case 1:
        return std::to_string(integer(0, 5));
      case 2:
        return integer(0, 1) == 0 ? "3/7" : "s";
      case 3:
        return "(" + scalar_text(depth - 1) + (integer(0, 1) == 0 ? " + " : " - ") + scalar_text(depth - 1) + ")";
      case 4:
        return scalar_text(depth - 1) + "*" + scalar_text(depth - 1);
      case 5:
        return "det(" + text(2, 2, depth - 1) + ")";
      default:
        return "(-" + scalar_text(depth - 1) + ")";
    }
  }

  std::string text(int rows, int columns, int depth) {
    if (depth == 0 || integer(0, 4) == 0) return leaf(rows, columns);
    const int inner = static_cast<int>(integer(2, 3));
    switch (integer(0, 5)) {
      case 0:
        return "(" + text(rows, columns, depth - 1) + " + " + text(rows, columns, depth - 1) + ")";
      case 1:
        return "(" + text(rows, columns, depth - 1) + " - " + text(rows, columns, depth - 1) + ")";
      case 2:
        return text(rows, inner, depth - 1) + "*" + text(inner, columns, depth - 1);
      case 3:
        return scalar_text(depth - 1) + "*" + text(rows, columns, depth - 1);
      case 4:
        return "T(" + text(columns, rows, depth - 1) + ")";
      default:
        return "(-" + text(rows, columns, depth - 1) + ")";
    }
  }

 private:
  std::string leaf(int rows, int columns) {
    if (rows == 2 && columns == 2) return integer(0, 1) == 0 ? "A" : "inv(B)";
    if (rows == 2 && columns == 3) return "X";
    if (rows == 3 && columns == 2) return "Y";
    return "I(3)";
  }

  std::mt19937 random_;
};

}  // namespace

TEST_CASE("random matrix expressions survive the way through their text") {
  const Names names;
  for (unsigned seed = 1; seed <= 2000; ++seed) {
    RandomExpressions random(seed);
    const int rows = static_cast<int>(random.integer(2, 3));
    const int columns = static_cast<int>(random.integer(2, 3));
    const std::string text = random.text(rows, columns, 4);
    CAPTURE(seed);
    CAPTURE(text);
    const MatrixExpression e = names.read(text);
    CAPTURE(e.to_string());
    CHECK(e.shape() == Shape{static_cast<std::size_t>(rows), static_cast<std::size_t>(columns)});
    CHECK(names.read(e.to_string()) == e);
    CHECK(e.map_symbols([](const MatrixSymbol& symbol) { return MatrixExpression::symbol(symbol); }) == e);
  }
}
