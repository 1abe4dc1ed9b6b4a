#include "reduce/emptiness.hpp"

#include <algorithm>
#include <cstdint>

#include "decompose/cell_tree.hpp"
#include "decompose/variable_order.hpp"
#include "reduce/line_set.hpp"
#include "reduce/normal_form.hpp"

namespace isthmus {

namespace {

/// Depth-first search for a proof with a bound on the number of case distinctions. Every set that is looked at is
/// homeomorphic to a part of the first one, so a point of any of them ends the search.
class Search {
 public:
  std::optional<EmptinessProof> prove(SemialgebraicSet set, std::string step) {
    if (point_found_ || steps_left_ == 0) return std::nullopt;
    --steps_left_;
    set.formula = normalise(set.formula);
    if (set.formula.is(Formula::Kind::falsity)) return EmptinessProof{step + ": contradiction", {}};
    point_found_ = has_small_point(set);
    auto cases = cases_of(set);
    if (!cases) return std::nullopt;
    return EmptinessProof{std::move(step), std::move(*cases)};
  }

 private:
  using Cases = std::optional<std::vector<EmptinessProof>>;

  /// A constant pivot and a product lose nothing, so that no other way is tried after them.
  Cases cases_of(const SemialgebraicSet& set) {
    if (point_found_) return std::nullopt;
    if (const auto solvable = constant_pivot(set)) return by_substitution(set, *solvable);
    if (const auto factors = product(set)) return by_factors(set, *factors);
    if (auto proof = by_pivot(set)) return proof;
    if (auto proof = by_disjunction(set)) return proof;
    return point_found_ ? std::nullopt : by_decomposition(set);
  }

  /// Whether the formula holds at one of a few points with small coordinates (a linear congruential sequence, Knuth's
  /// MMIX constants).
  static bool has_small_point(const SemialgebraicSet& set) {
    constexpr int tries = 60;
    if (!equations(set).empty()) return false;
    std::uint64_t state = 1;
    std::vector<Rational> point(set.ring.size());
    for (int attempt = 0; attempt < tries; ++attempt) {
      if (set.formula.holds_at(point)) return true;
      for (Rational& x : point) {
        state = state * 6364136223846793005u + 1442695040888963407u;
        x = Rational(static_cast<long>((state >> 33) % 13) - 6, attempt % 2 == 0 ? 1 : 3);
      }
    }
    return false;
  }

  static std::vector<Polynomial> equations(const SemialgebraicSet& set) {
    std::vector<Polynomial> result;
    for (const Formula& part : set.formula.conjuncts())
      if (part.is(Formula::Kind::atom) && part.as_atom().relation == Relation::equal)
        result.push_back(part.as_atom().polynomial);
    return result;
  }

  struct Pivot {
    std::size_t variable;
    LinearForm form;
    std::string equation;
  };

  static std::optional<Pivot> constant_pivot(const SemialgebraicSet& set) {
    for (const Polynomial& p : equations(set))
      for (std::size_t v : p.variables()) {
        if (p.degree(v) != 1) continue;
        LinearForm form = linear_form(p, v);
        if (form.coefficient.is_constant()) return Pivot{v, std::move(form), p.to_string() + " = 0"};
      }
    return std::nullopt;
  }

  Cases by_substitution(const SemialgebraicSet& set, const Pivot& pivot) {
    return single(prove(substitute_quotient(set, pivot.variable, -pivot.form.rest, pivot.form.coefficient),
                        "substitute " + set.ring.name(pivot.variable) + " from " + pivot.equation));
  }

  static std::optional<Factorisation> product(const SemialgebraicSet& set) {
    for (const Polynomial& p : equations(set)) {
      Factorisation f = p.factor();
      if (f.powers.size() >= 2) return f;
    }
    return std::nullopt;
  }

  Cases by_factors(const SemialgebraicSet& set, const Factorisation& product) {
    std::vector<EmptinessProof> cases;
    for (const auto& power : product.powers) {
      const Formula condition = Formula::atom(power.factor, Relation::equal);
      auto proof = prove(with_condition(set, condition), "case " + condition.to_string());
      if (!proof) return std::nullopt;
      cases.push_back(std::move(*proof));
    }
    return cases;
  }

  /// A linear equation a*x + b = 0: either a = 0 and b = 0, or x = -b/a.
  Cases by_pivot(const SemialgebraicSet& set) {
    std::optional<LinearForm> best;
    std::size_t variable = 0;
    for (const Polynomial& p : equations(set))
      for (std::size_t v : p.variables()) {
        if (p.degree(v) != 1) continue;
        LinearForm form = linear_form(p, v);
        if (best && best->coefficient.term_count() <= form.coefficient.term_count()) continue;
        best = std::move(form);
        variable = v;
      }
    if (!best) return std::nullopt;
    const Formula vanishing = Formula::atom(best->coefficient, Relation::equal);
    const Formula nonzero = Formula::atom(best->coefficient, Relation::not_equal);
    std::vector<EmptinessProof> cases;
    auto first =
        prove(with_condition(set, Formula::conjunction({vanishing, Formula::atom(best->rest, Relation::equal)})),
              "case " + vanishing.to_string());
    if (!first) return std::nullopt;
    cases.push_back(std::move(*first));
    auto second = prove(substitute_quotient(with_condition(set, nonzero), variable, -best->rest, best->coefficient),
                        "case " + nonzero.to_string() + ", solved for " + set.ring.name(variable));
    if (!second) return std::nullopt;
    cases.push_back(std::move(*second));
    return cases;
  }

  Cases by_disjunction(const SemialgebraicSet& set) {
    const std::vector<Formula> parts = set.formula.conjuncts();
    for (std::size_t i = 0; i < parts.size(); ++i) {
      if (!parts[i].is(Formula::Kind::disjunction)) continue;
      std::vector<EmptinessProof> cases;
      for (const Formula& option : parts[i].parts()) {
        std::vector<Formula> rest = parts;
        rest[i] = option;
        SemialgebraicSet narrowed = set;
        narrowed.formula = Formula::conjunction(rest);
        auto proof = prove(std::move(narrowed), "case " + option.to_string());
        if (!proof) return std::nullopt;
        cases.push_back(std::move(*proof));
      }
      return cases;
    }
    return std::nullopt;
  }

  /// The line is decided completely; small open sets by their cells.
  Cases by_decomposition(const SemialgebraicSet& set) {
    const std::vector<Atom> atoms = set.formula.atoms();
    if (set.ring.size() == 1) {
      point_found_ = !LineSet(set).components().empty();
      if (point_found_) return std::nullopt;
      return std::vector<EmptinessProof>{{"no root and no gap on the line satisfies " + set.formula.to_string(), {}}};
    }
    constexpr std::size_t largest_dimension = 4;
    constexpr long largest_degree = 4;
    const bool small =
        set.ring.size() <= largest_dimension && std::all_of(atoms.begin(), atoms.end(), [](const Atom& atom) {
          return is_strict(atom.relation) && atom.polynomial.total_degree() <= largest_degree;
        });
    if (!small) return std::nullopt;
    constexpr std::size_t most_work = 300000;
    const OpenCondition given(set.ring, set.formula);
    const OpenCondition condition = given.in_order(cheap_order(set.ring, given.factors()));
    const auto projection =
        project_within(condition.ring(), condition.factors(), ProjectionKind::open_cells, most_work);
    if (!projection) return std::nullopt;
    point_found_ = !is_empty(*projection, condition);
    if (point_found_) return std::nullopt;
    return std::vector<EmptinessProof>{{"no open cell satisfies " + set.formula.to_string(), {}}};
  }

  static Cases single(std::optional<EmptinessProof> proof) {
    if (!proof) return std::nullopt;
    return std::vector<EmptinessProof>{std::move(*proof)};
  }

  int steps_left_ = 300;
  bool point_found_ = false;
};

}  // namespace

std::optional<EmptinessProof> prove_empty(const SemialgebraicSet& set) {
  SemialgebraicSet plain = set;
  plain.parameter_count = 0;
  plain.formula = Formula::conjunction({set.formula, set.assumption});
  plain.assumption = Formula::truth();
  return Search().prove(std::move(plain), "assume " + plain.formula.to_string());
}

std::vector<std::string> describe(const EmptinessProof& proof, std::size_t indent) {
  std::vector<std::string> lines{std::string(indent, ' ') + proof.step};
  for (const EmptinessProof& part : proof.cases)
    for (std::string& line : describe(part, indent + 2)) lines.push_back(std::move(line));
  return lines;
}

}  // namespace isthmus
