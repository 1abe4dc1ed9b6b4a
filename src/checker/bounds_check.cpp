// Claims of the kind bounds: section 9 of proofs/FORMAT.md.

#include <algorithm>
#include <string>

#include "checker/curvature_rules.hpp"
#include "checker/mixed_volume.hpp"

namespace isthmus::check {
namespace {

std::size_t total_degree(const Polynomial& p) {
  std::size_t degree = 0;
  for (const Polynomial::Term& term : p.terms()) {
    std::size_t total = 0;
    for (const char16_t e : term.exponents) total += e;
    degree = std::max(degree, total);
  }
  return degree;
}

/// The supports of f = 0, x_i - a_i = lambda df/dx_i, each with the origin: the origin first, then x_i, then the terms
/// in the order of the polynomial.
std::vector<Support> critical_system(const Polynomial& f) {
  const std::size_t n = f.variables();
  const auto add = [&](Support& support, const Polynomial& p, long lambda) {
    for (const Polynomial::Term& term : p.terms()) {
      std::vector<long> point;
      for (std::size_t i = 0; i < n; ++i) point.push_back(term.exponents[i]);
      point.push_back(lambda);
      if (std::find(support.begin(), support.end(), point) == support.end()) support.push_back(point);
    }
  };
  const std::vector<long> origin(n + 1, 0);
  std::vector<Support> system{{origin}};
  add(system.back(), f, 0);
  for (std::size_t i = 0; i < n; ++i) {
    std::vector<long> unit = origin;
    unit[i] = 1;
    system.push_back({origin, unit});
    add(system.back(), f.derivative(i), 1);
  }
  return system;
}

Integer bezout_number(const Polynomial& f) {
  Integer product(total_degree(f));
  for (std::size_t i = 0; i < f.variables(); ++i) product *= Integer(total_degree(f.derivative(i)) + 1);
  return product;
}

Integer milnor_thom_number(const Polynomial& f) {
  const Integer degree(total_degree(f));
  return degree * power(2 * degree - 1, f.variables() - 1);
}

/// The mixed volume with the heights of the certificate.
Integer checked_volume(const Polynomial& f, const Json& lifting) {
  const std::vector<Support> system = critical_system(f);
  lifting.require(lifting.size() == system.size(), "mixed-volume", "one list of heights for each equation");
  std::vector<std::vector<Rational>> heights;
  for (std::size_t i = 0; i < system.size(); ++i) {
    heights.push_back(lifting[i].rationals());
    lifting[i].require(heights[i].size() == system[i].size(), "mixed-volume", "one height for each monomial");
  }
  const auto volume = mixed_volume(system, heights);
  lifting.require(volume.has_value(), "mixed-volume", "the heights are not general");
  return *volume;
}

std::size_t checked_count(const Hypersurface& claim, const Json& node, Session& session) {
  const Set set = make_set({}, claim.names, Formula::truth(), Formula::atom(claim.equation, Relation::equal));
  return check_count(set, node, session).number;
}

void check_smooth(const Hypersurface& claim, const Json& node, Session& session) {
  std::vector<Formula> parts{Formula::atom(claim.equation, Relation::equal)};
  for (std::size_t i = 0; i < claim.names.size(); ++i) {
    parts.push_back(Formula::atom(claim.equation.derivative(i), Relation::equal));
  }
  check_empty(make_set({}, claim.names, Formula::truth(), Formula::conjunction(parts)), node, session);
}

}  // namespace

void prove_hypersurface(const Hypersurface& claim, const Json& instance, Session& session) {
  instance.expect_keys({"singular", "count", "lifting"});
  check_smooth(claim, instance["singular"], session);
  const Integer components(checked_count(claim, instance["count"], session));
  instance["count"].require(components == claim.components, "count", "another number of components");
  const Integer volume = checked_volume(claim.equation, instance["lifting"]);
  instance["lifting"].require(volume == claim.mixed_volume, "mixed-volume", "it is " + volume.str());
  instance.require(bezout_number(claim.equation) == claim.bezout, "bounds", "another Bezout number");
  instance.require(milnor_thom_number(claim.equation) == claim.milnor_thom, "bounds", "another Milnor-Thom number");
  const bool all = components <= claim.mixed_volume && components <= claim.bezout && components <= claim.milnor_thom;
  instance.require(all, "bounds", "a bound is below the number of components");
  session.trust("every component has a critical point of a general distance");
  session.trust("Bezout; Bernshtein, Kushnirenko, Khovanskii; Li, Wang; Huber, Sturmfels");
  session.trust("Milnor-Thom bound");
}

void refute_hypersurface(const Hypersurface& claim, const Json& instance, Session& session) {
  const std::string what = instance["refuted"].text();
  if (what == "components") {
    instance.expect_keys({"instance", "refuted", "count"});
    const Integer components(checked_count(claim, instance["count"], session));
    return instance["count"].require(components != claim.components, "count", "there are as many as claimed");
  }
  if (what == "mixed-volume") {
    instance.expect_keys({"instance", "refuted", "lifting"});
    const Integer volume = checked_volume(claim.equation, instance["lifting"]);
    session.trust("Bezout; Bernshtein, Kushnirenko, Khovanskii; Li, Wang; Huber, Sturmfels");
    return instance["lifting"].require(volume != claim.mixed_volume, "mixed-volume", "it is as claimed");
  }
  instance.expect_keys({"instance", "refuted"});
  const bool bezout = what == "bezout" && bezout_number(claim.equation) != claim.bezout;
  const bool milnor_thom = what == "milnor-thom" && milnor_thom_number(claim.equation) != claim.milnor_thom;
  instance["refuted"].require(bezout || milnor_thom, "bounds", "that number is as claimed");
}

}  // namespace isthmus::check
