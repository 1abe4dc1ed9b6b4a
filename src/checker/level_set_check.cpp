#include "checker/level_set_check.hpp"

namespace isthmus::check {

Set LevelSetCheck::level_set(const Formula& more) const {
  std::vector<Formula> parts;
  for (const Polynomial& equation : claim_.level->equations) {
    parts.push_back(Formula::atom(equation, Relation::equal));
  }
  parts.push_back(more);
  return make_set({}, claim_.level->names, Formula::truth(), Formula::conjunction(parts));
}

void LevelSetCheck::check_arc(const Json& arc) const {
  arc.expect_keys({"singular", "connected", "remainder", "bend"});
  const Polynomial& f = claim_.level->equations.front();
  const Polynomial x = f.derivative(0);
  const Polynomial y = f.derivative(1);
  check_empty(level_set(Formula::conjunction({Formula::atom(x, Relation::equal), Formula::atom(y, Relation::equal)})),
              arc["singular"], session_);
  const std::size_t components = check_count(level_set(Formula::truth()), arc["connected"], session_).number;
  arc["connected"].require(components == 1, "curvature", "the level set is not connected");
  const Polynomial slope = x * x + y * y;
  const Polynomial bending =
      x.derivative(0) * y * y - Rational(2) * (x.derivative(1) * x * y) + y.derivative(1) * x * x;
  const Polynomial remainder = polynomial_in(arc["remainder"], Scope(claim_.level->names));
  const Polynomial excess = bending * bending - *claim_.squared_curvature * power(slope, 3);
  arc["remainder"].require(divide_exactly(excess - remainder, f).has_value(), "curvature",
                           "this is not the excess of curvature up to a multiple of the equation");
  check_empty(level_set(Formula::atom(remainder, Relation::greater)), arc["bend"], session_);
  session_.trust("curvature of a plane level curve");
  session_.trust("connected curves without boundary are lines and circles");
}

std::vector<Rational> LevelSetCheck::on_chord(const Json& fraction) const {
  const Rational s = fraction.rational();
  fraction.require(Rational(0) <= s && s <= Rational(1), "curvature", "this is no place on the chord");
  std::vector<Rational> point = claim_.start;
  for (std::size_t i = 0; i < point.size(); ++i) point[i] += s * (claim_.end[i] - claim_.start[i]);
  return point;
}

void LevelSetCheck::check_far(const Json& far) const {
  const std::vector<Rational> w = on_chord(far["fraction"]);
  const Rational e = far["squared-distance"].rational();
  far["squared-distance"].require(exceeds_deviation(e), "curvature", "d_max is not smaller, or not defined");
  const std::size_t n = w.size();
  Polynomial distance(n, -e);
  for (std::size_t i = 0; i < n; ++i) {
    const Polynomial difference = Polynomial::variable(n, i) - Polynomial(n, w[i]);
    distance += difference * difference;
  }
  if (far.has("proof")) {
    far.expect_keys({"fraction", "squared-distance", "proof"});
    return check_empty(level_set(Formula::atom(distance, Relation::less)), far["proof"], session_);
  }
  far.expect_keys({"fraction", "squared-distance", "squares", "multipliers"});
  check_squares(far, distance);
}

void LevelSetCheck::check_squares(const Json& far, Polynomial distance) const {
  const Scope scope(claim_.level->names);
  for (const auto& square : far["squares"].elements()) {
    square->require(square->size() == 2, "encoding", "a factor and a polynomial were expected");
    const Rational factor = (*square)[0].rational();
    (*square)[0].require(sign(factor) > 0, "squares", "a factor must be positive");
    const Polynomial form = polynomial_in((*square)[1], scope);
    distance -= factor * (form * form);
  }
  const std::vector<Rational> multipliers = far["multipliers"].rationals();
  const auto& residuals = claim_.level->equations;
  far["multipliers"].require(multipliers.size() == residuals.size(), "squares", "one multiplier for each residual");
  for (std::size_t i = 0; i < residuals.size(); ++i) distance -= multipliers[i] * residuals[i];
  far.require(distance.is_zero(), "squares", "the sum is not |v - w|^2 - e");
}

void LevelSetCheck::check_lipschitz(const Json& node) const {
  const LevelSet& level = *claim_.level;
  const std::size_t n = level.names.size();
  const Polynomial& b = level.divisor;
  const Rational r(Integer(level.twice_exponent), 2);
  Polynomial slope(n);
  for (std::size_t i = 0; i < n; ++i) {
    const Polynomial part = b * level.numerator.derivative(i) - r * (level.numerator * b.derivative(i));
    slope += part * part;
  }
  const Rational& c = *claim_.lipschitz;
  const auto whole = [&](const Polynomial& p, Relation relation) {
    return make_set({}, level.names, Formula::truth(), Formula::atom(p, relation));
  };
  check_empty(whole(c * c * power(b, level.twice_exponent + 2) - slope, Relation::less), node["steep"], session_);
  if (level.twice_exponent == 0) return node.expect_keys({"steep"});
  node.expect_keys({"divisor", "steep"});
  check_empty(whole(b, Relation::less_equal), node["divisor"], session_);
}

bool LevelSetCheck::exceeds_deviation(const Rational& e) const {
  const Rational& q = *claim_.squared_curvature;
  const Rational sum = e + chord_ / Rational(4);
  return q * chord_ <= Rational(4) && q * sum * sum < Rational(4) * e;
}

}  // namespace isthmus::check
