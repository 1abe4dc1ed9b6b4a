// The rules `thicken` and `thicken-pieces`: section 5 of proofs/FORMAT.md, Theorems 4 and 6 of docs/engine.md.

#include <algorithm>
#include <utility>

#include "checker/neighbourhoods.hpp"
#include "checker/open_set.hpp"
#include "checker/reductions.hpp"

namespace isthmus::check {
namespace {

/// The pieces of a set with their infinitesimals as further variables of its ring.
struct Pieces {
  std::vector<std::string> names;
  std::vector<Piece> list;

  std::vector<std::size_t> infinitesimals() const {
    std::vector<std::size_t> all;
    for (const Piece& piece : list) all.insert(all.end(), piece.infinitesimals().begin(), piece.infinitesimals().end());
    return all;
  }

  /// A set of this formula with the infinitesimals as coordinates in front.
  Set over_infinitesimals(const Set& set, const Formula& formula) const {
    std::vector<std::size_t> coordinates = infinitesimals();
    coordinates.insert(coordinates.end(), set.coordinates.begin(), set.coordinates.end());
    return {std::make_shared<const std::vector<std::string>>(names), {}, coordinates, Formula::truth(), formula};
  }

  Set family(const Set& set) const {
    std::vector<Formula> neighbourhoods;
    for (const Piece& piece : list) neighbourhoods.push_back(piece.neighbourhood(names.size()));
    return over_infinitesimals(set, Formula::disjunction(neighbourhoods));
  }
};

Pieces one_piece(const Set& set, const Json& node) {
  node.expect_keys({"rule", "infinitesimals", "ball", "order", "units", "projection", "values", "count"});
  Pieces pieces{*set.names, {}};
  pieces.list.emplace_back(set, node, pieces.names, "thicken");
  node["infinitesimals"].require(!pieces.list.front().infinitesimals().empty(), "thicken", "expected one or two names");
  return pieces;
}

/// Pieces whose union is the set, each closed in its union with any later one.
Pieces several_pieces(const Set& set, const Json& node, Session& session) {
  node.expect_keys({"rule", "pieces", "closed", "order", "units", "projection", "values", "count"});
  Pieces pieces{*set.names, {}};
  std::vector<Formula> formulas;
  for (const auto& entry : node["pieces"].elements()) {
    entry->expect_keys({"formula", "infinitesimals", "ball"});
    formulas.push_back(formula_in((*entry)["formula"], set.scope()));
    pieces.list.emplace_back(set.with_formula(formulas.back()), *entry, pieces.names, "thicken-pieces");
  }
  node["pieces"].require(Formula::disjunction(formulas) == set.formula, "thicken-pieces",
                         "the set is not the union of the pieces: " + set.text());
  std::size_t proofs = 0;
  for (std::size_t i = 0; i < pieces.list.size(); ++i)
    for (std::size_t j = i + 1; j < pieces.list.size(); ++j) {
      if (!pieces.list[i].has_strict_conjunct()) continue;
      check_empty(set.with_formula(leaving(pieces.list[i].formula(), pieces.list[j].formula())),
                  node["closed"][proofs++], session);
    }
  node["closed"].require(node["closed"].size() == proofs, "thicken-pieces", "more proofs than pairs of pieces");
  session.trust("neighbourhoods of several pieces (docs/engine.md, Theorem 6)");
  return pieces;
}

bool has_root_up_to(const Univariate& f, const Rational& value) {
  const RootCounter roots(f);
  return roots.up_to(value) > roots.up_to(0);
}

/// Each value lies below all positive zeros of the polynomials of its level at the values before; and no zero t(y) of
/// such a polynomial tends to 0 where the values y before move through the part of their space that earlier levels
/// leave, since it is t^k * g with g(y, 0) a product of polynomials without zero there. So there is a connected set of
/// values that holds the given ones and with them all that are smaller, each small enough for those before, and on
/// which none of these polynomials vanishes.
void check_values(const Projection& projection, const std::vector<Rational>& values, const Json& node) {
  const Json& json = node["values"];
  for (const Rational& value : values) {
    json.require(sign(value) > 0 && value < Rational(1), "thicken", "a value that is not between 0 and 1");
  }
  for (std::size_t level = 1; level <= values.size(); ++level) {
    const std::size_t variable = projection.variable(level);
    for (const Polynomial& f : projection.at_level(level)) {
      if (level > 1) {
        const std::vector<Polynomial> coefficients = f.coefficients(variable);
        const auto trailing =
            std::find_if(coefficients.begin(), coefficients.end(), [](const auto& c) { return !c.is_zero(); });
        node["projection"].require(
            projection.is_product_of_lower(*trailing, level), "thicken",
            "a trailing coefficient of level " + std::to_string(level) + " is no product of lower levels");
      }
      Polynomial at = f;
      for (std::size_t k = 1; k < level; ++k) at = at.at(projection.variable(k), values[k - 1]);
      json.require(!has_root_up_to(at.univariate(variable), values[level - 1]), "thicken",
                   "value " + std::to_string(level) + " does not lie below all positive roots of its level");
    }
  }
}

Set at_values(Set family, const std::vector<std::size_t>& infinitesimals, const std::vector<Rational>& values) {
  for (std::size_t i = 0; i < values.size(); ++i) family = family.at(infinitesimals[i], values[i]);
  return family;
}

/// The points of a piece that are sure to lie where its neighbourhood at the values has the component they belong to.
Set inner_part(const Pieces& pieces, const Piece& piece, const Set& set, const std::vector<Rational>& values) {
  const std::size_t variables = pieces.names.size();
  const Set inner = pieces.over_infinitesimals(
      set, Formula::conjunction({in_larger_ring(piece.formula(), variables), piece.neighbourhood(variables)}));
  const std::vector<std::size_t> infinitesimals = pieces.infinitesimals();
  std::vector<Rational> own = values;
  if (piece.infinitesimals().size() == 2) {
    const auto e = static_cast<std::size_t>(
        std::find(infinitesimals.begin(), infinitesimals.end(), piece.infinitesimals().front()) -
        infinitesimals.begin());
    own[e + 1] = std::min(values[e + 1], values[e] / Rational(2));
    own[e] = values[e] * Rational(2);
  }
  return at_values(inner, infinitesimals, own);
}

}  // namespace

Count check_thicken(const Set& set, const Json& node, Session& session) {
  const Pieces pieces = node["rule"].text() == "thicken" ? one_piece(set, node) : several_pieces(set, node, session);
  const Set family = pieces.family(set);
  const std::vector<std::size_t> infinitesimals = pieces.infinitesimals();
  const std::vector<std::size_t> order = order_in(node["order"], family.coordinates, family.scope(), "thicken");
  node["order"].require(std::equal(infinitesimals.begin(), infinitesimals.end(), order.begin()), "thicken",
                        "the infinitesimals do not come first");
  const Projection projection(order, node["units"], node["projection"], family.scope(), "thicken",
                              infinitesimals.size() + 1);
  const CellCondition condition(family.formula, projection, node["projection"], "thicken");
  projection.check_coefficients(node["projection"], "thicken", infinitesimals.size() + 1);
  const std::vector<Rational> values = node["values"].rationals();
  node["values"].require(values.size() == infinitesimals.size(), "thicken", "not one value for each infinitesimal");
  check_values(projection, values, node);

  const Count count = check_count(at_values(family, infinitesimals, values), node["count"], session);
  session.trust("thin neighbourhoods (docs/engine.md, Theorem 4)");
  session.trust("constancy over parameter cells (docs/engine.md, Theorem 3)");
  session.trust("delineability over walls (docs/engine.md, Theorem 2)");
  std::vector<Set> inner;
  for (const Piece& piece : pieces.list) inner.push_back(inner_part(pieces, piece, set, values));
  return {count.number, [inner, count](const std::vector<Rational>& point) {
            const bool sure =
                std::any_of(inner.begin(), inner.end(), [&](const Set& part) { return part.holds_at(point); });
            return sure ? count.locate(point) : std::nullopt;
          }};
}

}  // namespace isthmus::check
