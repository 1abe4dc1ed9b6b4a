#include "certificate/path_json.hpp"

#include <algorithm>
#include <optional>

#include "certificate/not_certified.hpp"
#include "exact/error.hpp"

namespace isthmus {

namespace {

/// A quotient of polynomials in t.
struct Quotient {
  Polynomial numerator;
  Polynomial denominator;
};

PolynomialRing parameter_ring() { return PolynomialRing({"t"}); }

Polynomial constant(const Rational& value) { return Polynomial(parameter_ring(), value); }

Quotient reduced(const Polynomial& numerator, const Polynomial& denominator) {
  const Polynomial common = gcd(numerator, denominator);
  Polynomial n = *divide(numerator, common);
  Polynomial d = *divide(denominator, common);
  const Rational scale = Rational(1) / d.unit();
  return {scale * n, scale * d};
}

/// p at a point whose coordinates are quotients.
Quotient evaluate(const Polynomial& p, const std::vector<Quotient>& point) {
  Polynomial numerator(parameter_ring());
  for (const Polynomial::Term& term : p.terms()) {
    Polynomial product = constant(term.coefficient);
    for (std::size_t i = 0; i < point.size(); ++i) {
      if (!p.depends_on(i)) continue;
      const auto degree = static_cast<unsigned>(p.degree(i));
      product *= pow(point[i].numerator, term.exponents[i]) * pow(point[i].denominator, degree - term.exponents[i]);
    }
    numerator += product;
  }
  Polynomial denominator = constant(Rational(1));
  for (std::size_t i = 0; i < point.size(); ++i)
    if (p.depends_on(i)) denominator *= pow(point[i].denominator, static_cast<unsigned>(p.degree(i)));
  return {std::move(numerator), std::move(denominator)};
}

Point rational(const AlgebraicPoint& vertex) {
  const auto point = to_rational(vertex);
  if (!point) throw NotCertified("the path passes through a point with irrational coordinates");
  return *point;
}

bool is_limit(const Point& point, const std::vector<unsigned>& weights) {
  for (std::size_t i = 0; i < point.size(); ++i)
    if (weights[i] > 0 && !point[i].is_zero()) return false;
  return true;
}

/// The coordinates of a leg between two vertices as functions of t.
std::vector<Quotient> curve(const PathLeg& leg, const Point& from, const Point& to) {
  const Polynomial t = Polynomial::variable(parameter_ring(), 0);
  const Polynomial one = constant(Rational(1));
  std::vector<Quotient> coordinates;
  for (std::size_t i = 0; i < from.size(); ++i) coordinates.push_back({constant(from[i]) + (to[i] - from[i]) * t, one});
  if (!leg.weights.empty()) {
    const bool outwards = is_limit(from, leg.weights);
    const Polynomial scale = outwards ? t : one - t;
    const Point& far = outwards ? to : from;
    for (std::size_t i = 0; i < far.size(); ++i)
      if (leg.weights[i] > 0) coordinates[i].numerator = far[i] * pow(scale, leg.weights[i]);
  }
  for (const Solved& s : leg.solved) {
    const Quotient n = evaluate(s.numerator, coordinates);
    const Quotient d = evaluate(s.denominator, coordinates);
    coordinates[s.variable] = reduced(n.numerator * d.denominator, n.denominator * d.numerator);
  }
  return coordinates;
}

}  // namespace

Json path_json(const PolynomialRing& ring, const std::vector<PathLeg>& legs) {
  Json path = Json::array();
  for (const PathLeg& leg : legs)
    for (std::size_t i = 0; i + 1 < leg.vertices.size(); ++i) {
      const Point from = rational(leg.vertices[i]);
      const Point to = rational(leg.vertices[i + 1]);
      require(from.size() == ring.size(), "a path and its set differ in their dimension");
      Json coordinates = Json::array();
      for (const Quotient& q : curve(leg, from, to))
        coordinates.push_back(Json::array({q.numerator.to_string(), q.denominator.to_string()}));
      path.push_back(std::move(coordinates));
    }
  return path;
}

}  // namespace isthmus
