#include "connect/family_cases.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "reduce/normal_form.hpp"

namespace isthmus {

FamilyRegion::FamilyRegion(SemialgebraicSet set, std::vector<Replaced> earlier)
    : given(std::move(set)), family(given), replaced(std::move(earlier)) {
  family.assumption = normalise(given.assumption);
}

void FamilyCases::add(const FamilyRegion& region, const CountedFibre& fibre, const Formula& signs) {
  std::vector<Formula> parts = replaced_conditions(region);
  parts.push_back(in_parameters(signs));
  result_.cases.push_back({Formula::conjunction(parts), fibre.components->count(),
                           parameter_values(region, fibre.parameters), fibre.reduced, fibre.components});
}

void FamilyCases::add(const FamilyRegion& region, const WallCase& over_root) {
  std::vector<Formula> parts = replaced_conditions(region);
  parts.push_back(in_parameters(region.family.assumption));
  parts.push_back(in_parameters(over_root.when));
  result_.cases.push_back(
      {Formula::conjunction(parts), over_root.components->count(), {}, over_root.reduced, over_root.components});
}

void FamilyCases::add_undecided(const FamilyRegion& region, const std::string& reason) {
  std::vector<Formula> parts = replaced_conditions(region);
  parts.push_back(in_parameters(region.family.assumption));
  const Formula where = Formula::conjunction(parts);
  result_.undecided.push_back(where.is(Formula::Kind::truth) ? reason : where.to_string() + ": " + reason);
}

void FamilyCases::drop_from(std::size_t first) {
  result_.cases.erase(result_.cases.begin() + static_cast<std::ptrdiff_t>(first), result_.cases.end());
}

void FamilyCases::merge_from(std::size_t first, const FamilyRegion& region, const std::vector<Polynomial>& walls) {
  auto& cases = result_.cases;
  if (cases.size() <= first) return;
  const auto begin = cases.begin() + static_cast<std::ptrdiff_t>(first);
  const bool uniform =
      std::all_of(begin, cases.end(), [&](const FamilyCase& c) { return c.components == begin->components; });
  if (uniform) {
    std::vector<Formula> parts = replaced_conditions(region);
    parts.push_back(in_parameters(region.family.assumption));
    for (const Polynomial& p : walls) parts.push_back(in_parameters(Formula::atom(p, Relation::not_equal)));
    begin->when = normalise(Formula::conjunction(parts));
    cases.erase(begin + 1, cases.end());
    return;
  }
  std::map<std::string, std::set<std::size_t>> counts;
  for (auto c = begin; c != cases.end(); ++c) counts[c->when.to_string()].insert(c->components);
  for (const auto& [when, values] : counts)
    if (values.size() > 1)
      result_.undecided.push_back(when +
                                  ": cells with these signs have different counts, which signs cannot tell apart");
  std::set<std::string> kept;
  std::vector<FamilyCase> distinct(cases.begin(), begin);
  for (auto c = begin; c != cases.end(); ++c)
    if (counts[c->when.to_string()].size() == 1 && kept.insert(c->when.to_string()).second) distinct.push_back(*c);
  cases = std::move(distinct);
}

/// Values of the original parameters from those that are left.
std::vector<Rational> FamilyCases::parameter_values(const FamilyRegion& region,
                                                    const std::vector<Rational>& values) const {
  std::map<std::string, Rational> known;
  for (std::size_t i = 0; i < values.size(); ++i) known[region.family.ring.name(i)] = values[i];
  for (std::size_t r = region.replaced.size(); r-- > 0;) {
    const FamilyRegion::Replaced& replaced = region.replaced[r];
    std::vector<Rational> point;
    for (const std::string& name : replaced.numerator.ring().names())
      point.push_back(known.count(name) != 0 ? known[name] : Rational(0));
    known[replaced.name] = replaced.numerator.evaluate(point) / replaced.denominator.evaluate(point);
  }
  std::vector<Rational> result;
  for (const std::string& name : result_.parameter_ring.names()) result.push_back(known[name]);
  return result;
}

Formula FamilyCases::in_parameters(const Formula& formula) const {
  return formula.map_atoms(
      [&](const Atom& atom) { return Formula::atom(atom.polynomial.in_ring(result_.parameter_ring), atom.relation); });
}

/// The equations by which parameters were replaced.
std::vector<Formula> FamilyCases::replaced_conditions(const FamilyRegion& region) const {
  std::vector<Formula> parts;
  for (const FamilyRegion::Replaced& r : region.replaced) {
    const PolynomialRing& ring = r.denominator.ring();
    const Polynomial p = r.denominator * Polynomial::variable(ring, *ring.index_of(r.name)) - r.numerator;
    parts.push_back(in_parameters(Formula::atom(p, Relation::equal)));
  }
  return parts;
}

}  // namespace isthmus
