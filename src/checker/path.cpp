#include "checker/path.hpp"

#include <stdexcept>
#include <utility>

#include "checker/real_line.hpp"

namespace isthmus::check {
namespace {

/// p along the curve, times even powers of the denominators: it has the signs of p.
Univariate along(const Polynomial& p, const std::vector<CurveCoordinate>& curve, const Set& set) {
  std::vector<std::size_t> degrees;
  for (const std::size_t variable : set.coordinates) {
    const std::size_t degree = p.degree(variable);
    degrees.push_back(degree + degree % 2);
  }
  Polynomial result(1);
  for (const Polynomial::Term& term : p.terms()) {
    Polynomial product(1, Rational(term.coefficient));
    for (std::size_t i = 0; i < curve.size(); ++i) {
      const std::size_t exponent = term.exponents[set.coordinates[i]];
      product *= power(curve[i].numerator, exponent) * power(curve[i].denominator, degrees[i] - exponent);
    }
    result += product;
  }
  return result.univariate(0);
}

/// The truth of the formula in each gap and at each root that the polynomials leave in [0, 1], and at both ends.
bool holds_everywhere(const Formula& formula, const std::vector<Univariate>& polynomials) {
  const RealLine line(polynomials, points_between_roots(polynomials));
  const auto holds = [&](const auto& sign_of) {
    std::vector<SignSet> signs;
    for (std::size_t p = 0; p < polynomials.size(); ++p) signs.push_back(SignSet::only(sign_of(p)));
    return formula.truth_for(signs) == Truth::yes;
  };
  for (const long end : {0, 1}) {
    if (!holds([&](std::size_t p) { return polynomials[p].sign_at(end); })) return false;
  }
  for (std::size_t i = 0; i < line.gaps(); ++i) {
    if (!holds([&](std::size_t p) { return line.sign_in_gap(p, i); })) return false;
    if (i + 1 < line.gaps() && !holds([&](std::size_t p) { return line.sign_at_root(p, i); })) return false;
  }
  return true;
}

}  // namespace

bool contains_path(const Set& set, const std::vector<CurveCoordinate>& curve) {
  for (const CurveCoordinate& quotient : curve) {
    const Univariate denominator = quotient.denominator.univariate(0);
    if (denominator.is_zero() || RootCounter(denominator).within(0, 1) > 0) {
      throw std::logic_error("a denominator vanishes along a path");
    }
  }
  std::vector<Univariate> polynomials;
  std::vector<SignSet> signs;
  for (const Atom* atom : set.formula.atoms()) {
    polynomials.push_back(along(atom->polynomial, curve, set));
    const Univariate& p = polynomials.back();
    const bool constant_sign = p.is_zero() || RootCounter(p).within(0, 1) == 0;
    signs.push_back(constant_sign ? SignSet::only(p.sign_at(0)) : SignSet::all());
  }
  return set.formula.truth_for(signs) == Truth::yes || holds_everywhere(set.formula, polynomials);
}

bool contains_segment(const Set& set, const std::vector<Rational>& from, const std::vector<Rational>& to) {
  const Polynomial t = Polynomial::variable(1, 0);
  std::vector<CurveCoordinate> curve;
  for (std::size_t i = 0; i < from.size(); ++i) {
    curve.push_back({Polynomial(1, from[i]) + (to.at(i) - from[i]) * t, Polynomial(1, 1)});
  }
  return contains_path(set, curve);
}

}  // namespace isthmus::check
