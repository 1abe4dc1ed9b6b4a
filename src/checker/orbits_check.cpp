// Claims about orbits: section 9 of proofs/FORMAT.md, "orbits".

#include <algorithm>
#include <set>
#include <utility>

#include "checker/claim_rules.hpp"
#include "checker/outcome.hpp"

namespace isthmus::check {
namespace {

/// One orbit (or, with parameters, a family of orbits), its points x and their images y, and the group.
class Orbit {
 public:
  Orbit(const Orbits& claim, const CountedSet& orbit) : claim_(claim), orbit_(orbit) {
    std::vector<std::string> taken = names();
    if (claim.action) taken.insert(taken.end(), claim.action->variables.begin(), claim.action->variables.end());
    if (std::set<std::string>(taken.begin(), taken.end()).size() < taken.size()) {
      throw Declined("a parameter of an orbit has the name of a variable of the group");
    }
    for (const std::string& coordinate : orbit.coordinates) {
      std::string name = coordinate + "_image";
      while (std::find(taken.begin(), taken.end(), name) != taken.end()) name += "_";
      images_.push_back(name);
    }
  }

  /// No point of the orbit lies outside of the set.
  void check_inside(const Json& node, Session& session) const {
    const std::vector<std::string> all = names();
    const Formula set = moved(claim_.set.set.formula, variables(all, orbit_.coordinates), all.size());
    check({assumption(all), at(all, orbit_.coordinates), set.negated()}, all, node, session);
  }

  /// The group does not lead out of the orbit.
  void check_stays(const Json& node, Session& session) const {
    const std::vector<std::string> all = joined(names(), claim_.action->variables);
    const Formula at_image =
        moved(orbit_.set.formula, joined(variables(all, orbit_.parameters), image(all)), all.size());
    check({assumption(all), group(all), at(all, orbit_.coordinates), at_image.negated()}, all, node, session);
  }

  /// Any two points of the orbit are joined by an element of the group.
  void check_transitive(const Json& elements, const Json& none, Session& session) const {
    const std::vector<std::string> all = joined(names(), images_);
    std::vector<Formula> rest = pairs(all);
    for (const auto& element : elements.elements()) {
      element->expect_keys({"when", "element", "proof", "defined"});
      const Formula when = formula_in((*element)["when"], Scope(all));
      check_element(*element, when, session);
      rest.push_back(when.negated());
    }
    check(rest, all, none, session);
  }

  /// The point lies in the orbit, with the parameters given by polynomials in its coordinates.
  Formula contains_point(const Json* choice) const {
    const std::size_t size = orbit_.coordinates.size();
    std::vector<Polynomial> values;
    if (choice != nullptr) values = polynomials_in(*choice, Scope(orbit_.coordinates));
    if (choice != nullptr) {
      choice->require(values.size() == orbit_.parameters.size(), "orbits", "one value for each parameter was expected");
    }
    for (std::size_t i = 0; i < size; ++i) values.push_back(Polynomial::variable(size, i));
    return Formula::conjunction({moved(orbit_.set.assumption, values, size), moved(orbit_.set.formula, values, size)});
  }

 private:
  template <class T>
  static std::vector<T> joined(std::vector<T> a, const std::vector<T>& b) {
    a.insert(a.end(), b.begin(), b.end());
    return a;
  }

  std::vector<std::string> names() const { return joined(orbit_.parameters, orbit_.coordinates); }

  static std::vector<Polynomial> variables(const std::vector<std::string>& all, const std::vector<std::string>& some) {
    const Scope scope(all);
    std::vector<Polynomial> result;
    for (const std::string& name : some) result.push_back(Polynomial::variable(all.size(), scope.index.at(name)));
    return result;
  }

  /// The formula with its variables replaced, in order, by polynomials in `size` variables.
  static Formula moved(const Formula& formula, const std::vector<Polynomial>& values, std::size_t size) {
    return formula.replaced([&](const Atom& atom) {
      if (values.empty()) return Formula::atom(Polynomial(size, atom.polynomial.constant_term()), atom.relation);
      return Formula::atom(atom.polynomial.compose(values), atom.relation);
    });
  }

  Formula assumption(const std::vector<std::string>& all) const {
    return moved(orbit_.set.assumption, joined(variables(all, orbit_.parameters), variables(all, orbit_.coordinates)),
                 all.size());
  }

  /// The point with these coordinates lies in the orbit.
  Formula at(const std::vector<std::string>& all, const std::vector<std::string>& point) const {
    return moved(orbit_.set.formula, joined(variables(all, orbit_.parameters), variables(all, point)), all.size());
  }

  Formula group(const std::vector<std::string>& all) const { return read_formula(claim_.action->group, Scope(all)); }

  /// The image of x under the element of the group.
  std::vector<Polynomial> image(const std::vector<std::string>& all) const {
    std::vector<Polynomial> result;
    for (const std::string& text : claim_.action->images) result.push_back(read_polynomial(text, Scope(all)));
    return result;
  }

  std::vector<Formula> pairs(const std::vector<std::string>& all) const {
    return {assumption(all), at(all, orbit_.coordinates), at(all, images_)};
  }

  static void check(const std::vector<Formula>& parts, const std::vector<std::string>& all, const Json& node,
                    Session& session) {
    check_empty(make_set({}, all, Formula::truth(), Formula::conjunction(parts)), node, session);
  }

  /// Where `when` holds, the element is defined, belongs to the group and leads from x to y.
  void check_element(const Json& element, const Formula& when, Session& session) const {
    const std::vector<std::string> outer = joined(names(), images_);
    const std::vector<std::string> all = joined(outer, claim_.action->variables);
    const Json& quotients = element["element"];
    quotients.require(quotients.size() == claim_.action->variables.size(), "orbits",
                      "one value for each variable of the group was expected");
    std::vector<Formula> zeros;
    std::vector<Solution> solutions;
    const std::vector<Polynomial> embedded = variables(all, outer);
    for (std::size_t j = 0; j < quotients.size(); ++j) {
      quotients[j].require(quotients[j].size() == 2, "encoding", "expected a numerator and a denominator");
      const Polynomial numerator = polynomial_in(quotients[j][0], Scope(outer));
      const Polynomial denominator = polynomial_in(quotients[j][1], Scope(outer));
      zeros.push_back(Formula::atom(denominator, Relation::equal));
      solutions.push_back({outer.size() + j, numerator.compose(embedded), denominator.compose(embedded)});
    }
    check(joined(joined(pairs(outer), {when}), {Formula::disjunction(zeros)}), outer, element["defined"], session);
    std::vector<Formula> right{group(all)};
    const std::vector<Polynomial> images = image(all);
    const std::vector<Polynomial> targets = variables(all, images_);
    for (std::size_t i = 0; i < images.size(); ++i) {
      right.push_back(Formula::atom(images[i] - targets[i], Relation::equal));
    }
    std::vector<Formula> parts = joined(pairs(all), {moved(when, embedded, all.size())});
    parts.push_back(Formula::conjunction(right).negated());
    Set wrong = make_set({}, all, Formula::truth(), Formula::conjunction(parts));
    for (const Solution& solution : solutions) {
      quotients.require(!solution.denominator.is_zero(), "orbits", "a denominator is 0");
      wrong = wrong.substituted(solution);
    }
    check_empty(wrong, element["proof"], session);
  }

  const Orbits& claim_;
  const CountedSet& orbit_;
  std::vector<std::string> images_;
};

void expect_orbit_keys(const Json& node, bool family, bool action) {
  if (family && action) node.expect_keys({"model", "count", "inside", "choice", "stays", "transitive", "else"});
  if (!family && action) node.expect_keys({"model", "count", "inside", "stays", "transitive", "else"});
  if (!action) node.expect_keys({"model", "count", "inside"});
}

void prove_orbit(const Orbits& claim, const CountedSet& orbit, const Json& node, Session& session) {
  expect_orbit_keys(node, !orbit.parameters.empty(), claim.action.has_value());
  parameter_point(orbit, node["model"]);
  for (const std::size_t number : prove_counts(orbit, node["count"], session)) {
    node.require(number > 0, "orbits", "an orbit is empty");
  }
  const Orbit points(claim, orbit);
  points.check_inside(node["inside"], session);
  if (!claim.action) return;
  points.check_stays(node["stays"], session);
  points.check_transitive(node["transitive"], node["else"], session);
}

/// Pieces without a group: they are pairwise disjoint.
void check_disjoint(const Orbits& claim, const Json& proofs, Session& session) {
  std::size_t next = 0;
  for (std::size_t i = 1; i < claim.orbits.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      check_empty(claim.orbits[i].set.with(claim.orbits[j].set.formula), proofs[next++], session);
    }
  }
  proofs.require(proofs.size() == next, "orbits", "expected " + std::to_string(next) + " proofs");
}

}  // namespace

void prove_orbits(const Orbits& claim, const Json& instance, Session& session) {
  instance.expect_keys({"count", "orbits", "cover", "disjoint"});
  prove_counts(claim.set, instance["count"], session);
  const Json& orbits = instance["orbits"];
  orbits.require(orbits.size() == claim.orbits.size(), "orbits", "one entry for each orbit was expected");
  Set uncovered = claim.set.set;
  for (std::size_t i = 0; i < orbits.size(); ++i) {
    const CountedSet& orbit = claim.orbits[i];
    orbits[i].require(orbit.parameters.empty() || claim.action, "orbits", "a family of pieces without a group");
    prove_orbit(claim, orbit, orbits[i], session);
    const Json* choice = orbit.parameters.empty() ? nullptr : &orbits[i]["choice"];
    uncovered = uncovered.with(Orbit(claim, orbit).contains_point(choice).negated());
  }
  check_empty(uncovered, instance["cover"], session);
  if (claim.action) {
    instance["disjoint"].require(instance["disjoint"].size() == 0, "orbits",
                                 "orbits of a group need no proof that they are disjoint");
  } else {
    check_disjoint(claim, instance["disjoint"], session);
  }
}

void refute_orbits(const Orbits& claim, const Json& instance, Session& session) {
  instance.expect_keys({"instance", "which", "model", "count"});
  const Json& which = instance["which"];
  const CountedSet& refuted = which.is_text("set") ? claim.set : claim.orbits[which.index_below(claim.orbits.size())];
  refute_count(refuted, instance["model"], instance["count"], session);
}

}  // namespace isthmus::check
