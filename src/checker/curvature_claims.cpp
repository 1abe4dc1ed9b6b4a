#include "checker/curvature_claims.hpp"

#include <algorithm>
#include <set>

#include "checker/claim_numbers.hpp"

namespace isthmus::check {
namespace {

std::optional<Rational> optional_rational(Table& table, const char* key) {
  const auto text = table.optional_text(key);
  if (!text) return std::nullopt;
  return constant_in(*text);
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
  const std::pair ends(constant_in(texts[0]), constant_in(texts[1]));
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
    const Rational twice = Rational(2) * constant_in(table.text("exponent"));
    if (twice.denominator() != 1 || sign(twice) < 0 || twice > Rational(100)) table.fail("an exponent that is refused");
    level.twice_exponent = static_cast<std::size_t>(twice.numerator());
  }
  level.level = constant_in(table.text("level"));
  if (level.twice_exponent > 0 && sign(level.level) != 0) table.fail("with a divisor, the level must be 0");
  level.equations.push_back(level.numerator - Polynomial(n, level.level));
  return level;
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
  for (const Text& text : table.texts(key)) point.push_back(constant_in(text));
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
    row.push_back(constant_in(Text{rest.substr(0, comma), text.place, text.line, text.column}));
    if (comma == std::string::npos) return row;
    rest = rest.substr(comma + 1);
  }
}

ExponentialCurve read_exponential(Table& table) {
  ExponentialCurve claim;
  for (const Text& text : table.texts("generator")) claim.generator.push_back(read_row(text));
  for (const Text& text : table.texts("start")) claim.start.push_back(constant_in(text));
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
  claim.to = constant_in(table.text("to"));
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
  const Rational value = constant_in(table.text(key));
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
  const SkewCurves claim{constant_in(table.text("squared-norm"))};
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
