#include "reduce/emptiness.hpp"

#include <algorithm>
#include <cstdint>

#include "decompose/cell_tree.hpp"
#include "decompose/variable_order.hpp"
#include "exact/error.hpp"
#include "reduce/conditions.hpp"
#include "reduce/line_set.hpp"
#include "reduce/normal_form.hpp"

namespace isthmus {

namespace {

using Proof = std::optional<EmptinessProof>;

EmptinessProofPtr share(Proof proof) { return std::make_shared<const EmptinessProof>(std::move(*proof)); }

/// Depth-first search for a proof with a bound on the number of case distinctions. Every set that is looked at is
/// homeomorphic to a part of the first one, so a point of any of them ends the search.
class Search {
 public:
  Proof prove(const SemialgebraicSet& set) { return prove(set, set.formula); }

 private:
  /// `formula` follows from that of the set.
  Proof prove(const SemialgebraicSet& set, const Formula& formula) {
    if (point_found_ || steps_left_ == 0) return std::nullopt;
    --steps_left_;
    SemialgebraicSet normal = set;
    normal.formula = normalise(formula);
    if (normal.formula.is(Formula::Kind::falsity)) return EmptinessProof{set, Contradiction{}};
    point_found_ = has_small_point(normal);
    if (point_found_) return std::nullopt;
    Proof proof = by_rules(normal);
    if (!proof || normal.formula == set.formula) return proof;
    return EmptinessProof{set, Rewriting{share(std::move(proof))}};
  }

  /// A constant pivot and a product lose nothing, so that no other way is tried after them.
  Proof by_rules(const SemialgebraicSet& set) {
    if (const auto pivot = constant_pivot(set)) return substitute(set, pivot->variable, pivot->form);
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

  struct Pivot {
    std::size_t variable;
    LinearForm form;
  };

  static std::optional<Pivot> constant_pivot(const SemialgebraicSet& set) {
    for (const Polynomial& p : equations(set))
      for (std::size_t v : p.variables()) {
        if (p.degree(v) != 1) continue;
        LinearForm form = linear_form(p, v);
        if (form.coefficient.is_constant()) return Pivot{v, std::move(form)};
      }
    return std::nullopt;
  }

  /// Solves coefficient * x + rest = 0 for x; the coefficient does not vanish on the set.
  Proof substitute(const SemialgebraicSet& set, std::size_t variable, const LinearForm& form) {
    Proof then = prove(substitute_quotient(set, variable, -form.rest, form.coefficient));
    if (!then) return std::nullopt;
    return EmptinessProof{set, Substitution{variable, -form.rest, form.coefficient, share(std::move(then))}};
  }

  static std::optional<Factorisation> product(const SemialgebraicSet& set) {
    for (const Polynomial& p : equations(set)) {
      Factorisation f = p.factor();
      if (f.powers.size() >= 2) return f;
    }
    return std::nullopt;
  }

  Proof by_factors(const SemialgebraicSet& set, const Factorisation& product) {
    CaseDistinction distinction;
    for (const auto& power : product.powers) {
      const Formula condition = Formula::atom(power.factor, Relation::equal);
      Proof proof = prove(with_condition(set, condition));
      if (!proof) return std::nullopt;
      distinction.cases.emplace_back(condition, share(std::move(proof)));
    }
    return EmptinessProof{set, std::move(distinction)};
  }

  /// A linear equation a*x + b = 0: either a = 0 and b = 0, or x = -b/a.
  Proof by_pivot(const SemialgebraicSet& set) {
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
    Proof first = degenerate(with_condition(set, vanishing), variable, *best);
    if (!first) return std::nullopt;
    Proof second = substitute(with_condition(set, nonzero), variable, *best);
    if (!second) return std::nullopt;
    return EmptinessProof{set,
                          CaseDistinction{{{vanishing, share(std::move(first))}, {nonzero, share(std::move(second))}}}};
  }

  /// Where a vanishes, a*x + b = 0 says that b does.
  Proof degenerate(const SemialgebraicSet& set, std::size_t variable, const LinearForm& form) {
    Proof then = prove(with_condition(set, Formula::atom(form.rest, Relation::equal)));
    if (!then) return std::nullopt;
    const Polynomial x = Polynomial::variable(set.ring, variable);
    const Polynomial one(set.ring, Rational(1));
    return EmptinessProof{
        set, Consequence{
                 form.rest, {{one, form.coefficient * x + form.rest}, {-x, form.coefficient}}, share(std::move(then))}};
  }

  Proof by_disjunction(const SemialgebraicSet& set) {
    const std::vector<Formula> parts = set.formula.conjuncts();
    for (std::size_t i = 0; i < parts.size(); ++i) {
      if (!parts[i].is(Formula::Kind::disjunction)) continue;
      CaseDistinction distinction;
      for (const Formula& option : parts[i].parts()) {
        std::vector<Formula> rest = parts;
        rest[i] = option;
        Proof proof = prove(with_condition(set, option), Formula::conjunction(rest));
        if (!proof) return std::nullopt;
        distinction.cases.emplace_back(option, share(std::move(proof)));
      }
      return EmptinessProof{set, std::move(distinction)};
    }
    return std::nullopt;
  }

  /// The line is decided completely; small open sets by their cells.
  Proof by_decomposition(const SemialgebraicSet& set) {
    const std::vector<Atom> atoms = set.formula.atoms();
    if (set.ring.size() == 1) {
      point_found_ = !LineSet(set).components().empty();
      if (point_found_) return std::nullopt;
      return EmptinessProof{set, EmptyLine{}};
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
    auto projection = project_within(condition.ring(), condition.factors(), ProjectionKind::open_cells,
                                     {.work = most_work});
    if (!projection) return std::nullopt;
    point_found_ = !is_empty(*projection, condition);
    if (point_found_) return std::nullopt;
    CellTree tree = lift_open_cells(*projection, condition);
    return EmptinessProof{set, EmptyCells{std::move(*projection), std::move(tree)}};
  }

  int steps_left_ = 300;
  bool point_found_ = false;
};

/// Writes a proof as indented lines. A line is what was done or assumed; what follows from it is indented below.
class ProofLines {
 public:
  std::vector<std::string> of(const EmptinessProof& proof, std::size_t indent) {
    visit(proof, "assume " + proof.set.formula.to_string(), indent);
    return std::move(lines_);
  }

 private:
  void visit(const EmptinessProof& proof, const std::string& headline, std::size_t indent) {
    std::visit([&](const auto& step) { add(proof.set, step, headline, indent); }, proof.step);
  }
  void line(std::size_t indent, const std::string& text) { lines_.push_back(std::string(indent, ' ') + text); }

  void add(const SemialgebraicSet&, const Contradiction&, const std::string& headline, std::size_t indent) {
    line(indent, headline + ": contradiction");
  }
  void add(const SemialgebraicSet&, const Rewriting& step, const std::string& headline, std::size_t indent) {
    visit(*step.then, headline, indent);
  }
  void add(const SemialgebraicSet&, const Consequence& step, const std::string& headline, std::size_t indent) {
    visit(*step.then, headline + ", hence " + step.equation.to_string() + " = 0", indent);
  }
  void add(const SemialgebraicSet&, const CaseDistinction& step, const std::string& headline, std::size_t indent) {
    line(indent, headline);
    for (const auto& [condition, proof] : step.cases) visit(*proof, "case " + condition.to_string(), indent + 2);
  }
  void add(const SemialgebraicSet& set, const Substitution& step, const std::string& headline, std::size_t indent) {
    const std::string denominator = step.denominator.is_constant() ? "" : " / (" + step.denominator.to_string() + ")";
    const Polynomial numerator = step.denominator.is_constant()
                                     ? Rational(1) / step.denominator.constant_value() * step.numerator
                                     : step.numerator;
    line(indent, headline);
    visit(*step.then, "substitute " + set.ring.name(step.variable) + " = (" + numerator.to_string() + ")" + denominator,
          indent + 2);
  }
  void add(const SemialgebraicSet& set, const EmptyLine&, const std::string& headline, std::size_t indent) {
    line(indent, headline);
    line(indent + 2, "no root and no gap on the line satisfies " + set.formula.to_string());
  }
  void add(const SemialgebraicSet& set, const EmptyCells&, const std::string& headline, std::size_t indent) {
    line(indent, headline);
    line(indent + 2, "no open cell satisfies " + set.formula.to_string());
  }

  std::vector<std::string> lines_;
};

}  // namespace

SemialgebraicSet total_space(const SemialgebraicSet& family) {
  return {family.ring, 0, Formula::truth(), Formula::conjunction({family.formula, family.assumption})};
}

std::optional<EmptinessProof> prove_empty(const SemialgebraicSet& set) { return Search().prove(total_space(set)); }

EmptinessProof empty_by_combination(const SemialgebraicSet& family,
                                    std::vector<std::pair<Polynomial, Polynomial>> combination) {
  const SemialgebraicSet set = total_space(family);
  const Polynomial one(set.ring, Rational(1));
  Polynomial sum(set.ring);
  for (const auto& [multiplier, equation] : combination) sum += multiplier * equation;
  require(sum == one, "a combination of equations is not 1");
  const SemialgebraicSet none = with_condition(set, Formula::atom(one, Relation::equal));
  auto then = std::make_shared<const EmptinessProof>(EmptinessProof{none, Contradiction{}});
  return EmptinessProof{set, Consequence{one, std::move(combination), std::move(then)}};
}

std::vector<std::string> describe(const EmptinessProof& proof, std::size_t indent) {
  return ProofLines().of(proof, indent);
}

}  // namespace isthmus
