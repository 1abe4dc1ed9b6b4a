#include "claim/curvature_kinds.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

#include "claim/curve_language.hpp"
#include "claim/polynomial_expansion.hpp"
#include "claim/set_language.hpp"
#include "claim/toml_values.hpp"
#include "exact/error.hpp"

namespace isthmus {
namespace {

using Instance = CurvatureClaim::Instance;

constexpr std::array<std::pair<std::string_view, CurveStatement>, 5> kStatements{
    {{"defined", CurveStatement::defined},
     {"distance", CurveStatement::distance},
     {"loss", CurveStatement::loss},
     {"applies", CurveStatement::applies},
     {"fails", CurveStatement::fails}}};

/// A number that is not negative, or positive.
std::optional<Rational> optional_size(TableReader& table, std::string_view key, bool positive) {
  const auto text = table.optional_text(key);
  if (!text) return std::nullopt;
  const Rational value = rational_in(table.document(), *text);
  if (value.sign() < 0 || (positive && value.is_zero())) {
    table.document().fail(text->offset,
                          "'" + std::string(key) + "' must be " + (positive ? "positive" : "0 or positive"));
  }
  return value;
}

std::optional<Enclosure> optional_enclosure(TableReader& table, std::string_view key) {
  if (!table.has(key)) return std::nullopt;
  const std::vector<TomlText> texts = table.texts(key);
  if (texts.size() != 2) table.fail("'" + std::string(key) + "' needs two numbers, the ends of an interval");
  const Enclosure ends{rational_in(table.document(), texts[0]), rational_in(table.document(), texts[1])};
  if (ends.first > ends.second) table.document().fail(texts[0].offset, "the ends of the interval are in wrong order");
  return ends;
}

Polynomial polynomial_in(const TomlDocument& document, const TomlText& text, const PolynomialRing& ring) {
  return document.read(text, [&](const Source& source) { return parse_polynomial(source.text, ring, source.name); });
}

/// The keys divisor and exponent: the loss is divided by divisor^exponent, exponent a multiple of 1/2.
void read_divisor(TableReader& table, LevelSet& level) {
  const auto text = table.optional_text("divisor");
  if (!text) return;
  level.divisor = polynomial_in(table.document(), *text, level.ring);
  if (level.divisor.is_zero()) table.document().fail(text->offset, "division by zero");
  const TomlText exponent = table.text("exponent");
  const Rational twice = Rational(2) * rational_in(table.document(), exponent);
  if (!twice.is_integer() || twice.sign() < 0 || twice > Rational(100)) {
    table.document().fail(exponent.offset, "'exponent' must be a multiple of 1/2 from 0 to 50");
  }
  level.twice_exponent = twice.numerator().to_long();
}

/// The keys loss (with divisor and exponent) and level, or residuals.
LevelSet read_level(TableReader& table) {
  const TomlDocument& document = table.document();
  const PolynomialRing ring = read_ring(table);
  LevelSet level{ring, {}, Polynomial(ring), Polynomial(ring, Rational(1)), 0, {}, "0"};
  if (table.has("residuals")) {
    for (const TomlText& text : table.texts("residuals")) {
      level.equations.push_back(polynomial_in(document, text, ring));
      level.numerator += level.equations.back() * level.equations.back();
      level.loss.emplace_back(text.value);
    }
    if (level.equations.empty()) table.fail("no residuals");
    if (level.loss.size() == 1) level.loss.front() = "(" + level.loss.front() + ")^2";
    return level;
  }
  const TomlText loss = table.text("loss");
  level.numerator = polynomial_in(document, loss, ring);
  level.loss.emplace_back(loss.value);
  read_divisor(table, level);
  const TomlText value = table.text("level");
  const Rational c = rational_in(document, value);
  if (level.twice_exponent > 0 && !c.is_zero()) document.fail(value.offset, "with a divisor, the level must be 0");
  level.value = c.to_string();
  level.equations.push_back(level.numerator - Polynomial(ring, c));
  return level;
}

Point read_end(TableReader& table, std::string_view key, const LevelSet& level) {
  Point point;
  const std::vector<TomlText> texts = table.texts(key);
  for (const TomlText& text : texts) point.push_back(rational_in(table.document(), text));
  if (point.size() != level.ring.size()) {
    table.fail("'" + std::string(key) + "' needs " + std::to_string(level.ring.size()) + " coordinates");
  }
  for (const Polynomial& equation : level.equations) {
    if (!equation.evaluate(point).is_zero()) {
      table.document().fail(texts.front().offset, "'" + std::string(key) +
                                                      "' does not lie on the level set: " + equation.to_string() +
                                                      " is " + equation.evaluate(point).to_string() + " there");
    }
  }
  return point;
}

LevelArc read_arc(TableReader& table, const std::optional<LevelSet>& level) {
  if (!level || level->ring.size() != 2 || level->equations.size() != 1) {
    table.fail("an arc without coordinates must be one of a level set of a loss in the plane");
  }
  LevelArc arc{read_end(table, "start", *level), read_end(table, "end", *level)};
  if (arc.start == arc.end) table.fail("'start' and 'end' are the same point");
  return arc;
}

/// define, coordinates, parameter, from, to.
RationalCurve read_rational_curve(TableReader& table, std::vector<std::string>& texts) {
  const TomlDocument& document = table.document();
  const TomlText parameter = table.text("parameter");
  const std::string name(parameter.value);
  if (!is_name(name)) document.fail(parameter.offset, "'" + name + "' is not a name");
  RealNames names{{name, RealExpression::variable(name)}};
  const auto parsed = [&](const TomlText& text, auto&& f) {
    return document.read(text, [&](const Source& source) {
      const Expression e = parse_expression(source);
      try {
        return f(source, e);
      } catch (const ParseError&) {
        throw;
      } catch (const InvalidInput& error) {
        source.fail(e.offset, error.what());
      }
    });
  };
  for (const TomlText& text : table.optional_texts("define")) {
    parsed(text, [&](const Source& source, const Expression& e) {
      const bool fits =
          e.kind == Expression::Kind::comparison && e.text == "=" && e.parts[0].kind == Expression::Kind::name;
      if (!fits) source.fail(e.offset, "a definition was expected here, as in 's = 2*t/(1 + t^2)'");
      if (!names.emplace(e.parts[0].text, real_expression(source, e.parts[1], names)).second) {
        source.fail(e.offset, "the name '" + std::string(e.parts[0].text) + "' stands twice");
      }
      return 0;
    });
  }
  std::vector<RealExpression> coordinates;
  for (const TomlText& text : table.texts("coordinates")) {
    coordinates.push_back(parsed(text, [&](const Source& source, const Expression& e) {
      RealExpression value = real_expression(source, e, names);
      fraction_of(value, PolynomialRing({name}));
      return value;
    }));
    texts.emplace_back(text.value);
  }
  const Rational from = rational_in(document, table.text("from"));
  const Rational to = rational_in(document, table.text("to"));
  try {
    return rational_curve(coordinates, name, from, to);
  } catch (const ParseError&) {
    throw;
  } catch (const InvalidInput& error) {
    table.fail(error.what());
  }
}

/// The curve runs inside the level set.
void require_on_level(const TableReader& table, const LevelSet& level, const RationalCurve& curve) {
  if (curve.numerators.size() != level.ring.size()) {
    table.fail("the curve has " + std::to_string(curve.numerators.size()) + " coordinates, there are " +
               std::to_string(level.ring.size()) + " variables");
  }
  for (const Polynomial& equation : level.equations) {
    const Polynomial value = along(equation, curve);
    if (!value.is_zero()) {
      table.fail("the curve leaves the level set: " + equation.to_string() + " is not 0 along it");
    }
  }
}

CurveStatement statement_in(const TomlDocument& document, const TomlText& text) {
  std::string known;
  for (const auto& [name, statement] : kStatements) {
    if (name == text.value) return statement;
    known += (known.empty() ? "" : ", ") + std::string(name);
  }
  document.fail(text.offset, "'" + std::string(text.value) + "' is none of the statements " + known);
}

/// What a statement needs besides the curve.
void check_complete(const TableReader& table, const Instance& instance) {
  const bool about_level =
      instance.conclusion == CurveStatement::distance || instance.conclusion == CurveStatement::loss;
  if (about_level && !instance.level) table.fail("'" + to_string(*instance.conclusion) + "' needs a level set");
  if (instance.conclusion && instance.conclusion != CurveStatement::fails && !instance.squared_curvature) {
    table.fail("'" + to_string(*instance.conclusion) + "' needs 'squared-curvature', the square of kappa_max");
  }
  if (instance.conclusion == CurveStatement::loss && !instance.lipschitz) {
    table.fail("'loss' needs 'lipschitz', the constant C");
  }
  const bool arc = std::holds_alternative<LevelArc>(instance.curve);
  if (arc && (instance.attained || instance.length || instance.total_curvature)) {
    table.fail("'attained', 'length' and 'total-curvature' need a curve with coordinates");
  }
  if (arc && !instance.squared_curvature) table.fail("an arc needs 'squared-curvature'");
  const bool says = instance.conclusion || instance.squared_curvature || instance.attained || instance.length ||
                    instance.total_curvature || instance.squared_chord;
  if (!says) table.fail("nothing is said about the curve");
}

Instance read_curve(TableReader table) {
  std::optional<LevelSet> level;
  if (table.has("variables")) level = read_level(table);
  std::vector<std::string> texts;
  std::variant<RationalCurve, LevelArc> curve =
      table.has("coordinates") ? std::variant<RationalCurve, LevelArc>(read_rational_curve(table, texts))
                               : std::variant<RationalCurve, LevelArc>(read_arc(table, level));
  if (const auto* rational = std::get_if<RationalCurve>(&curve); rational && level) {
    require_on_level(table, *level, *rational);
  }
  Instance instance{std::move(level), std::move(curve), std::move(texts), {}, {}, {}, {}, {}, {}, {}};
  instance.squared_curvature = optional_size(table, "squared-curvature", true);
  instance.attained = optional_size(table, "attained", false);
  instance.length = optional_enclosure(table, "length");
  instance.total_curvature = optional_enclosure(table, "total-curvature");
  instance.squared_chord = optional_size(table, "squared-chord", false);
  instance.lipschitz = optional_size(table, "lipschitz", true);
  if (const auto text = table.optional_text("conclude")) instance.conclusion = statement_in(table.document(), *text);
  check_complete(table, instance);
  table.finish();
  return instance;
}

/// "0, -1" for each row.
std::vector<Rational> read_row(const TomlDocument& document, const TomlText& text) {
  std::vector<Rational> row;
  std::string_view rest = text.value;
  while (true) {
    const std::size_t comma = rest.find(',');
    std::string_view number = rest.substr(0, comma);
    while (!number.empty() && number.front() == ' ') number.remove_prefix(1);
    while (!number.empty() && number.back() == ' ') number.remove_suffix(1);
    row.push_back(rational_in(document, {number, text.offset}));
    if (comma == std::string_view::npos) return row;
    rest.remove_prefix(comma + 1);
  }
}

ExponentialClaim::Instance read_exponential(TableReader table) {
  const TomlDocument& document = table.document();
  const std::vector<TomlText> rows = table.texts("generator");
  if (rows.empty()) table.fail("'generator' has no rows");
  Matrix generator(rows.size(), rows.size());
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const std::vector<Rational> row = read_row(document, rows[i]);
    if (row.size() != rows.size()) document.fail(rows[i].offset, "the generator is not square");
    for (std::size_t j = 0; j < row.size(); ++j) generator.set(i, j, row[j]);
  }
  Point start;
  for (const TomlText& text : table.texts("start")) start.push_back(rational_in(document, text));
  const TomlText to = table.text("to");
  const Rational end = rational_in(document, to);
  const auto curve = [&] {
    try {
      return ExponentialCurve(generator, start, {Rational(0), false}, {end, false});
    } catch (const ParseError&) {
      throw;
    } catch (const InvalidInput& error) {
      table.fail(error.what());
    }
  };
  ExponentialClaim::Instance instance{curve(), {}, {}, {}, {}, {}};
  instance.squared_chord = optional_enclosure(table, "squared-chord");
  instance.length = optional_enclosure(table, "length");
  instance.squared_curvature = optional_enclosure(table, "squared-curvature");
  instance.total_curvature = optional_enclosure(table, "total-curvature");
  if (const auto text = table.optional_text("conclude")) {
    instance.conclusion = statement_in(document, *text);
    if (instance.conclusion != CurveStatement::applies && instance.conclusion != CurveStatement::fails) {
      document.fail(text->offset, "only 'applies' and 'fails' can be said of these curves");
    }
  }
  const bool says = instance.squared_chord || instance.length || instance.squared_curvature ||
                    instance.total_curvature || instance.conclusion;
  if (!says) table.fail("nothing is said about the curve");
  table.finish();
  return instance;
}

}  // namespace

std::string to_string(CurveStatement statement) {
  for (const auto& [name, each] : kStatements) {
    if (each == statement) return std::string(name);
  }
  throw InternalError("a statement outside its enumeration");
}

Claim::Body read_curvature(TableReader& root) {
  CurvatureClaim claim;
  for (TableReader& table : root.tables("curve")) claim.instances.push_back(read_curve(table));
  if (claim.instances.empty()) root.fail("the tables [[curve]] are missing");
  return claim;
}

Claim::Body read_skew_curves(TableReader& root) {
  TableReader table = root.table("skew-curves");
  const auto squared_norm = optional_size(table, "squared-norm", true);
  if (!squared_norm) table.fail("the key 'squared-norm' is missing");
  table.finish();
  return SkewCurvesClaim{*squared_norm};
}

Claim::Body read_exponential_curves(TableReader& root) {
  ExponentialClaim claim;
  for (TableReader& table : root.tables("exponential")) claim.instances.push_back(read_exponential(table));
  if (claim.instances.empty()) root.fail("the tables [[exponential]] are missing");
  return claim;
}

}  // namespace isthmus
