#pragma once

#include <optional>
#include <string>
#include <vector>

#include "connect/connection.hpp"

namespace isthmus {

/// Checks paths by substitution and root isolation alone: every leg becomes rational functions of t on [0, 1], and the
/// formula is evaluated at all roots of all atoms there and between them.
class PathCheck {
 public:
  explicit PathCheck(SemialgebraicSet set)
      : set_(std::move(set)), line_({"t"}), t_(Polynomial::variable(line_, 0)), one_(line_, Rational(1)) {}

  /// What is wrong with a path between two points, or nothing. Legs with irrational vertices are only checked at these.
  std::optional<std::string> fault(const std::vector<PathLeg>& path, const AlgebraicPoint& from, const AlgebraicPoint& to) {
    if (path.empty()) return from == to ? std::nullopt : std::optional<std::string>("no leg between different points");
    AlgebraicPoint here = from;
    for (const PathLeg& leg : path) {
      if (leg.vertices.empty()) return "a leg without vertices";
      if (!(leg.vertices.front() == here)) return "a leg starts where the one before it does not end";
      if (auto wrong = fault_in(leg)) return wrong;
      here = leg.vertices.back();
    }
    if (!(here == to)) return "the path ends elsewhere";
    return std::nullopt;
  }
  std::size_t exact_pieces() const { return exact_pieces_; }

 private:
  struct Fraction {
    Polynomial numerator;
    Polynomial denominator;
  };

  std::optional<std::string> fault_in(const PathLeg& leg) {
    for (const AlgebraicPoint& vertex : leg.vertices)
      if (!contains(set_, vertex)) return "a vertex lies outside the set";
    if (!leg.weights.empty() && leg.vertices.size() != 2) return "a contraction with other than two vertices";
    for (std::size_t i = 0; i + 1 < leg.vertices.size(); ++i) {
      const auto from = to_rational(leg.vertices[i]);
      const auto to = to_rational(leg.vertices[i + 1]);
      if (!from || !to) continue;
      ++exact_pieces_;
      auto curve = leg.weights.empty() ? straight(leg, *from, *to) : contraction(leg.weights, *from, *to);
      if (!curve) return "a contraction does not end in its limit";
      if (auto wrong = fault_along(*curve, *from, *to)) return wrong;
    }
    return std::nullopt;
  }

  std::vector<Fraction> straight(const PathLeg& leg, const Point& from, const Point& to) {
    std::vector<Fraction> curve;
    for (std::size_t i = 0; i < from.size(); ++i)
      curve.push_back({Polynomial(line_, from[i]) + (to[i] - from[i]) * t_, one_});
    for (const Solved& s : leg.solved) {
      const Fraction n = at(s.numerator, curve);
      const Fraction d = at(s.denominator, curve);
      curve[s.variable] = {n.numerator * d.denominator, n.denominator * d.numerator};
    }
    return curve;
  }

  std::optional<std::vector<Fraction>> contraction(const std::vector<unsigned>& weights, const Point& a, const Point& b) {
    const auto is_limit = [&](const Point& limit, const Point& start) {
      for (std::size_t i = 0; i < limit.size(); ++i)
        if (weights[i] > 0 ? !limit[i].is_zero() : !(limit[i] == start[i])) return false;
      return true;
    };
    if (!is_limit(b, a) && !is_limit(a, b)) return std::nullopt;
    const bool forward = is_limit(b, a);
    const Point& start = forward ? a : b;
    std::vector<Fraction> curve;
    for (std::size_t i = 0; i < start.size(); ++i)
      curve.push_back({start[i] * pow(forward ? one_ - t_ : t_, weights[i]), one_});
    return curve;
  }

  /// p on the curve, over a product of denominators.
  Fraction at(const Polynomial& p, const std::vector<Fraction>& curve) {
    std::vector<unsigned> degrees;
    Polynomial denominator = one_;
    for (std::size_t i = 0; i < curve.size(); ++i) {
      degrees.push_back(static_cast<unsigned>(std::max(p.degree(i), 0L)));
      denominator *= pow(curve[i].denominator, degrees[i]);
    }
    Polynomial numerator(line_);
    for (const Polynomial::Term& term : p.terms()) {
      Polynomial product(line_, term.coefficient);
      for (std::size_t i = 0; i < curve.size(); ++i)
        product *= pow(curve[i].numerator, term.exponents[i]) * pow(curve[i].denominator, degrees[i] - term.exponents[i]);
      numerator += product;
    }
    return {numerator, denominator};
  }

  std::optional<std::string> fault_along(const std::vector<Fraction>& curve, const Point& from, const Point& to) {
    UnivariatePolynomial all = UnivariatePolynomial::constant(1);
    const auto add = [&](const Polynomial& p) {
      if (!p.is_constant()) all *= p.to_univariate(0).squarefree_part();
    };
    for (std::size_t i = 0; i < curve.size(); ++i) {
      const UnivariatePolynomial d = curve[i].denominator.to_univariate(0);
      if (d.is_zero() || (!d.is_constant() && has_root_in(d, 0, 1))) return "a denominator vanishes on the way";
      for (const auto& [t, end] : {std::pair{Rational(0), from[i]}, std::pair{Rational(1), to[i]}})
        if (!(curve[i].numerator.evaluate({t}) == end * curve[i].denominator.evaluate({t})))
          return "a coordinate does not follow its rule at a vertex";
      add(curve[i].denominator);
    }
    const Formula along = set_.formula.map_atoms([&](const Atom& atom) {
      const Fraction value = at(atom.polynomial, curve);
      add(value.numerator);
      return Formula::atom(value.numerator * value.denominator, atom.relation);
    });
    if (!holds_on_unit_interval(along, all)) return "the path leaves the set";
    return std::nullopt;
  }

  static bool holds_on_unit_interval(const Formula& formula, const UnivariatePolynomial& all) {
    std::vector<RealRoot> places{RealRoot(Rational(0)), RealRoot(Rational(1))};
    if (!all.is_constant())
      for (const RealRoot& root : isolate_real_roots(all))
        if (root.compare(0) > 0 && root.compare(1) < 0) places.insert(places.end() - 1, root);
    const std::size_t roots = places.size();
    for (std::size_t i = 0; i + 1 < roots; ++i) {
      RealRoot a = places[i];
      RealRoot b = places[i + 1];
      while (!(a.upper() < b.lower())) {
        a.refine();
        b.refine();
      }
      places.push_back(RealRoot(midpoint(a.upper(), b.lower())));
    }
    for (const RealRoot& place : places) {
      const Truth truth = formula.evaluate([&](const Atom& atom) {
        return holds(atom.relation, place.sign_of(atom.polynomial.to_univariate(0))) ? Truth::yes : Truth::no;
      });
      if (truth != Truth::yes) return false;
    }
    return true;
  }

  SemialgebraicSet set_;
  PolynomialRing line_;
  Polynomial t_;
  Polynomial one_;
  std::size_t exact_pieces_ = 0;
};

}  // namespace isthmus
