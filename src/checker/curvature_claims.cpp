#include "checker/curvature_claims.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace isthmus::check {
namespace {

/// numerator / denominator, polynomials in the parameter.
struct Fraction {
  Polynomial numerator;
  Polynomial denominator;
};

Fraction sum(const Fraction& a, const Fraction& b, bool minus) {
  const Polynomial other = minus ? -b.numerator : b.numerator;
  if (a.denominator == b.denominator) return {a.numerator + other, a.denominator};
  return {a.numerator * b.denominator + other * a.denominator, a.denominator * b.denominator};
}

Fraction inverse(const Fraction& a, std::size_t offset) {
  if (a.numerator.is_zero()) throw TextError("division by zero", offset);
  return {a.denominator, a.numerator};
}

using Meanings = std::map<std::string, Fraction, std::less<>>;

/// The integer that an exponent denotes: 3, -3, (2).
long exponent_of(const Syntax& tree) {
  if (tree.kind == Syntax::Kind::sum && tree.parts.size() == 1) {
    return (tree.signs[0] == '-' ? -1 : 1) * exponent_of(tree.parts[0]);
  }
  if (tree.kind != Syntax::Kind::number) throw TextError("an exponent is an integer here", tree.offset);
  const Rational value = number_value(tree);
  if (value.denominator() != 1 || value > Rational(1000)) throw TextError("an exponent above 1000", tree.offset);
  return static_cast<long>(value.numerator());
}

Fraction fraction_of(const Syntax& tree, const Meanings& names) {
  using Kind = Syntax::Kind;
  const Polynomial one(1, Rational(1));
  switch (tree.kind) {
    case Kind::number:
      return {Polynomial(1, number_value(tree)), one};
    case Kind::name: {
      const auto found = names.find(tree.text);
      if (found == names.end()) throw TextError("the name '" + tree.text + "' is not declared", tree.offset);
      return found->second;
    }
    case Kind::sum: {
      Fraction result{Polynomial(1), one};
      for (std::size_t i = 0; i < tree.parts.size(); ++i) {
        const Fraction part = fraction_of(tree.parts[i], names);
        if (result.numerator.is_zero() && tree.signs[i] != '-') {
          result = part;
        } else {
          result = sum(result, part, tree.signs[i] == '-');
        }
      }
      return result;
    }
    case Kind::product: {
      Fraction result{one, one};
      for (std::size_t i = 0; i < tree.parts.size(); ++i) {
        Fraction part = fraction_of(tree.parts[i], names);
        if (tree.signs[i] == '/') part = inverse(part, tree.parts[i].offset);
        result = {result.numerator * part.numerator, result.denominator * part.denominator};
      }
      return result;
    }
    case Kind::power: {
      const long exponent = exponent_of(tree.parts[1]);
      Fraction base = fraction_of(tree.parts[0], names);
      if (exponent < 0) base = inverse(base, tree.offset);
      const auto absolute = static_cast<std::size_t>(exponent < 0 ? -exponent : exponent);
      return {power(base.numerator, absolute), power(base.denominator, absolute)};
    }
    default:
      throw TextError("this is no rational function", tree.offset);
  }
}

Rational rational_of(const Text& text) {
  const auto constant = [](const Syntax& tree) {
    const Polynomial value = read_polynomial(tree, Scope());
    return value.constant_term();
  };
  return read(text, constant);
}

std::optional<Rational> optional_rational(Table& table, const char* key) {
  const auto text = table.optional_text(key);
  if (!text) return std::nullopt;
  return rational_of(*text);
}

std::optional<Rational> optional_size(Table& table, const char* key, bool positive) {
  const auto value = optional_rational(table, key);
  if (value && (sign(*value) < 0 || (positive && sign(*value) == 0))) {
    table.fail(std::string("'") + key + "' has the wrong sign");
  }
  return value;
}

std::optional<std::pair<Rational, Rational>> optional_interval(Table& table, const char* key) {
  if (!table.has(key)) return std::nullopt;
  const std::vector<Text> texts = table.texts(key);
  if (texts.size() != 2) table.fail(std::string("'") + key + "' needs two numbers");
  const std::pair ends(rational_of(texts[0]), rational_of(texts[1]));
  if (ends.first > ends.second) texts[0].fail("the ends are in wrong order");
  return ends;
}

std::vector<std::string> read_names(Table& table) {
  std::vector<std::string> names;
  for (const Text& text : table.texts("variables")) {
    if (!is_name(text.value)) text.fail("'" + text.value + "' is not a name");
    if (std::find(names.begin(), names.end(), text.value) != names.end()) text.fail("the name stands twice");
    names.push_back(text.value);
  }
  if (names.empty()) table.fail("no variables");
  return names;
}

Polynomial polynomial_of(const Text& text, const std::vector<std::string>& names) {
  return read(text, [&](const Syntax& tree) { return read_polynomial(tree, Scope(names)); });
}

LevelSet read_level(Table& table) {
  const std::vector<std::string> names = read_names(table);
  const std::size_t n = names.size();
  LevelSet level{names, {}, Polynomial(n), Polynomial(n, Rational(1)), 0, Rational(0)};
  if (table.has("residuals")) {
    for (const Text& text : table.texts("residuals")) {
      level.equations.push_back(polynomial_of(text, names));
      level.numerator += level.equations.back() * level.equations.back();
    }
    if (level.equations.empty()) table.fail("no residuals");
    return level;
  }
  level.numerator = polynomial_of(table.text("loss"), names);
  if (const auto divisor = table.optional_text("divisor")) {
    level.divisor = polynomial_of(*divisor, names);
    if (level.divisor.is_zero()) divisor->fail("division by zero");
    const Rational twice = Rational(2) * rational_of(table.text("exponent"));
    if (twice.denominator() != 1 || sign(twice) < 0 || twice > Rational(100)) table.fail("an exponent that is refused");
    level.twice_exponent = static_cast<std::size_t>(twice.numerator());
  }
  level.level = rational_of(table.text("level"));
  if (level.twice_exponent > 0 && sign(level.level) != 0) table.fail("with a divisor, the level must be 0");
  level.equations.push_back(level.numerator - Polynomial(n, level.level));
  return level;
}

ParametrisedCurve read_parametrised(Table& table) {
  const Text parameter = table.text("parameter");
  if (!is_name(parameter.value)) parameter.fail("'" + parameter.value + "' is not a name");
  const Polynomial one(1, Rational(1));
  Meanings names{{parameter.value, {Polynomial::variable(1, 0), one}}};
  if (table.has("define")) {
    for (const Text& text : table.texts("define")) {
      read(text, [&](const Syntax& tree) {
        const bool fits =
            tree.kind == Syntax::Kind::comparison && tree.text == "=" && tree.parts[0].kind == Syntax::Kind::name;
        if (!fits) throw TextError("a definition was expected", tree.offset);
        if (!names.emplace(tree.parts[0].text, fraction_of(tree.parts[1], names)).second) {
          throw TextError("the name '" + tree.parts[0].text + "' stands twice", tree.offset);
        }
        return 0;
      });
    }
  }
  std::vector<Fraction> fractions;
  Polynomial common = one;
  for (const Text& text : table.texts("coordinates")) {
    fractions.push_back(read(text, [&](const Syntax& tree) { return fraction_of(tree, names); }));
    const Polynomial& denominator = fractions.back().denominator;
    if (!divide_exactly(common, denominator)) {
      common = divide_exactly(denominator, common) ? denominator : common * denominator;
    }
  }
  ParametrisedCurve curve{parameter.value, {}, common, rational_of(table.text("from")), rational_of(table.text("to"))};
  if (fractions.empty()) table.fail("a curve without coordinates");
  for (const Fraction& each : fractions) {
    curve.numerators.push_back(each.numerator * *divide_exactly(common, each.denominator));
  }
  if (!(curve.from < curve.to)) table.fail("the interval is empty or a point");
  const RootCounter roots(common.univariate(0));
  if (roots.within(curve.from, curve.to) > 0) table.fail("the curve is not defined everywhere");
  return curve;
}

std::vector<Rational> point_on(const ParametrisedCurve& curve, const Rational& t) {
  const Rational scale = Rational(1) / curve.denominator.at(std::vector<Rational>{t});
  std::vector<Rational> point;
  for (const Polynomial& each : curve.numerators) point.push_back(each.at(std::vector<Rational>{t}) * scale);
  return point;
}

/// P(n/d) d^m for the total degree m of P.
Polynomial along(const Polynomial& p, const ParametrisedCurve& curve) {
  std::size_t degree = 0;
  for (const Polynomial::Term& term : p.terms()) {
    std::size_t total = 0;
    for (const char16_t e : term.exponents) total += e;
    degree = std::max(degree, total);
  }
  Polynomial result(1);
  for (const Polynomial::Term& term : p.terms()) {
    Polynomial product(1, Rational(term.coefficient, p.denominator()));
    std::size_t total = 0;
    for (std::size_t i = 0; i < term.exponents.size(); ++i) {
      if (term.exponents[i] > 0) product *= power(curve.numerators[i], term.exponents[i]);
      total += term.exponents[i];
    }
    result += product * power(curve.denominator, degree - total);
  }
  return result;
}

/// The curve, or the two points, lie on the level set.
void check_place(const Table& table, const CurveClaim& claim) {
  if (!claim.level) return;
  if (claim.start.size() != claim.level->names.size()) table.fail("the number of coordinates is wrong");
  for (const Polynomial& equation : claim.level->equations) {
    const bool on_level = claim.curve ? along(equation, *claim.curve).is_zero()
                                      : sign(equation.at(claim.start)) == 0 && sign(equation.at(claim.end)) == 0;
    if (!on_level) table.fail("the curve does not lie on the level set");
  }
}

void check_complete(const Table& table, const CurveClaim& claim) {
  const std::set<std::string> known{"", "defined", "distance", "loss", "applies", "fails"};
  if (!known.contains(claim.conclusion)) table.fail("'" + claim.conclusion + "' is no statement about curves");
  const bool about_level = claim.conclusion == "distance" || claim.conclusion == "loss";
  if (about_level && !claim.level) table.fail("a level set is missing");
  const bool bound_needed = !claim.curve || (!claim.conclusion.empty() && claim.conclusion != "fails");
  if (bound_needed && !claim.squared_curvature) table.fail("'squared-curvature' is missing");
  if (claim.conclusion == "loss" && !claim.lipschitz) table.fail("'lipschitz' is missing");
  if (!claim.curve && (claim.attained || claim.length || claim.total_curvature)) {
    table.fail("a curve with coordinates is needed");
  }
  const bool says = !claim.conclusion.empty() || claim.squared_curvature || claim.attained || claim.length ||
                    claim.total_curvature || claim.squared_chord;
  if (!says) table.fail("nothing is said about the curve");
}

std::vector<Rational> read_point(Table& table, const char* key) {
  std::vector<Rational> point;
  for (const Text& text : table.texts(key)) point.push_back(rational_of(text));
  return point;
}

CurveClaim read_curve(Table& table) {
  CurveClaim claim;
  if (table.has("variables")) claim.level = read_level(table);
  if (table.has("coordinates")) {
    claim.curve = read_parametrised(table);
    claim.start = point_on(*claim.curve, claim.curve->from);
    claim.end = point_on(*claim.curve, claim.curve->to);
  } else {
    claim.start = read_point(table, "start");
    claim.end = read_point(table, "end");
    const bool plane = claim.level && claim.level->names.size() == 2 && claim.level->equations.size() == 1;
    if (!plane) table.fail("an arc of a level set in the plane was expected");
    if (claim.start.size() != 2 || claim.end.size() != 2) table.fail("two coordinates were expected");
    if (claim.start == claim.end) table.fail("the points are the same");
  }
  check_place(table, claim);
  claim.squared_curvature = optional_size(table, "squared-curvature", true);
  claim.attained = optional_size(table, "attained", false);
  claim.length = optional_interval(table, "length");
  claim.total_curvature = optional_interval(table, "total-curvature");
  claim.squared_chord = optional_size(table, "squared-chord", false);
  claim.lipschitz = optional_size(table, "lipschitz", true);
  if (const auto text = table.optional_text("conclude")) {
    if (text->value.empty()) text->fail("no statement");
    claim.conclusion = text->value;
  }
  check_complete(table, claim);
  table.finish();
  return claim;
}

std::vector<Rational> read_row(const Text& text) {
  std::vector<Rational> row;
  std::string rest = text.value;
  while (true) {
    const std::size_t comma = rest.find(',');
    row.push_back(rational_of(Text{rest.substr(0, comma), text.place, text.line, text.column}));
    if (comma == std::string::npos) return row;
    rest = rest.substr(comma + 1);
  }
}

ExponentialCurve read_exponential(Table& table) {
  ExponentialCurve claim;
  for (const Text& text : table.texts("generator")) claim.generator.push_back(read_row(text));
  for (const Text& text : table.texts("start")) claim.start.push_back(rational_of(text));
  for (const auto& row : claim.generator) {
    if (row.size() != claim.generator.size()) table.fail("the generator is not square");
  }
  if (claim.start.empty() || claim.start.size() != claim.generator.size()) table.fail("the start does not fit");
  bool moves = false;
  for (const auto& row : claim.generator) {
    Rational entry;
    for (std::size_t j = 0; j < row.size(); ++j) entry += row[j] * claim.start[j];
    moves = moves || sign(entry) != 0;
  }
  if (!moves) table.fail("the curve is a point");
  claim.to = rational_of(table.text("to"));
  if (sign(claim.to) <= 0) table.fail("the interval is empty or a point");
  claim.squared_chord = optional_interval(table, "squared-chord");
  claim.length = optional_interval(table, "length");
  claim.squared_curvature = optional_interval(table, "squared-curvature");
  claim.total_curvature = optional_interval(table, "total-curvature");
  if (const auto text = table.optional_text("conclude")) {
    claim.conclusion = text->value;
    if (claim.conclusion != "applies" && claim.conclusion != "fails") text->fail("only 'applies' and 'fails'");
  }
  const bool says = claim.squared_chord || claim.length || claim.squared_curvature || claim.total_curvature ||
                    !claim.conclusion.empty();
  if (!says) table.fail("nothing is said about the curve");
  table.finish();
  return claim;
}

Integer count_of(Table& table, const char* key) {
  const Rational value = rational_of(table.text(key));
  if (value.denominator() != 1 || sign(value) < 0) table.fail(std::string("'") + key + "' is not a number of things");
  return value.numerator();
}

}  // namespace

std::vector<CurveClaim> read_curves(Table& root) {
  std::vector<CurveClaim> claims;
  for (Table& table : root.tables("curve")) claims.push_back(read_curve(table));
  if (claims.empty()) root.fail("the tables [[curve]] are missing");
  return claims;
}

std::vector<ExponentialCurve> read_exponential_curves(Table& root) {
  std::vector<ExponentialCurve> claims;
  for (Table& table : root.tables("exponential")) claims.push_back(read_exponential(table));
  if (claims.empty()) root.fail("the tables [[exponential]] are missing");
  return claims;
}

SkewCurves read_skew_curves(Table& root) {
  Table table = root.table("skew-curves");
  const SkewCurves claim{rational_of(table.text("squared-norm"))};
  if (sign(claim.squared_norm) <= 0) table.fail("'squared-norm' must be positive");
  table.finish();
  return claim;
}

std::vector<Hypersurface> read_hypersurfaces(Table& root) {
  std::vector<Hypersurface> claims;
  for (Table& table : root.tables("bounds")) {
    const std::vector<std::string> names = read_names(table);
    if (std::find(names.begin(), names.end(), "lambda") != names.end()) table.fail("'lambda' is the multiplier");
    const Text text = table.text("equation");
    const Polynomial equation = read(text, [&](const Syntax& tree) {
      if (tree.kind != Syntax::Kind::comparison || relation_of(tree.text) != Relation::equal) {
        throw TextError("one equation was expected", tree.offset);
      }
      return read_polynomial(tree.parts[0], Scope(names)) - read_polynomial(tree.parts[1], Scope(names));
    });
    if (equation.is_constant()) text.fail("no variable occurs");
    claims.push_back({names, equation, count_of(table, "components"), count_of(table, "bezout"),
                      count_of(table, "mixed-volume"), count_of(table, "milnor-thom")});
    table.finish();
  }
  if (claims.empty()) root.fail("the tables [[bounds]] are missing");
  return claims;
}

}  // namespace isthmus::check
