#include "reduce/emptiness.hpp"

#include <algorithm>

#include "reduce/line_set.hpp"
#include "reduce/normal_form.hpp"

namespace isthmus {

namespace {

using Proof = std::optional<EmptinessProof>;

EmptinessProofPtr share(Proof proof) { return std::make_shared<const EmptinessProof>(std::move(*proof)); }

/// Depth-first search for a proof with a bound on the number of case distinctions.
class Search {
 public:
  Proof prove(const SemialgebraicSet& set) { return prove(set, set.formula); }

 private:
  /// `formula` follows from that of the set.
  Proof prove(const SemialgebraicSet& set, const Formula& formula) {
    if (steps_left_ == 0) return std::nullopt;
    --steps_left_;
    SemialgebraicSet normal = set;
    normal.formula = normalise(formula);
    if (normal.formula.is(Formula::Kind::falsity)) return EmptinessProof{set, Contradiction{}};
    Proof proof = by_rules(normal);
    if (!proof || normal.formula == set.formula) return proof;
    return EmptinessProof{set, Rewriting{share(std::move(proof))}};
  }

  Proof by_rules(const SemialgebraicSet& set) {
    if (auto proof = by_substitution(set)) return proof;
    if (auto proof = by_factors(set)) return proof;
    if (auto proof = by_pivot(set)) return proof;
    if (auto proof = by_disjunction(set)) return proof;
    return by_decomposition(set);
  }

  static std::vector<Polynomial> equations(const SemialgebraicSet& set) {
    std::vector<Polynomial> result;
    for (const Formula& part : set.formula.conjuncts())
      if (part.is(Formula::Kind::atom) && part.as_atom().relation == Relation::equal)
        result.push_back(part.as_atom().polynomial);
    return result;
  }

  Proof by_substitution(const SemialgebraicSet& set) {
    for (const Polynomial& p : equations(set))
      for (std::size_t v : p.variables()) {
        if (p.degree(v) != 1) continue;
        const LinearForm form = linear_form(p, v);
        if (form.coefficient.is_constant()) return substitute(set, v, form);
      }
    return std::nullopt;
  }

  /// Solves coefficient * x + rest = 0 for x; the coefficient does not vanish on the set.
  Proof substitute(const SemialgebraicSet& set, std::size_t variable, const LinearForm& form) {
    Proof then = prove(substitute_quotient(set, variable, -form.rest, form.coefficient));
    if (!then) return std::nullopt;
    return EmptinessProof{set, Substitution{variable, -form.rest, form.coefficient, share(std::move(then))}};
  }

  Proof by_factors(const SemialgebraicSet& set) {
    for (const Polynomial& p : equations(set)) {
      const Factorisation f = p.factor();
      if (f.powers.size() < 2) continue;
      CaseDistinction distinction;
      for (const auto& power : f.powers) {
        const Formula condition = Formula::atom(power.factor, Relation::equal);
        Proof proof = prove(with_condition(set, condition));
        if (!proof) return std::nullopt;
        distinction.cases.emplace_back(condition, share(std::move(proof)));
      }
      return EmptinessProof{set, std::move(distinction)};
    }
    return std::nullopt;
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
  static Proof by_decomposition(const SemialgebraicSet& set) {
    const std::vector<Atom> atoms = set.formula.atoms();
    if (set.ring.size() == 1) {
      if (!LineSet(set).components().empty()) return std::nullopt;
      return EmptinessProof{set, EmptyLine{}};
    }
    constexpr std::size_t largest_dimension = 4;
    constexpr long largest_degree = 4;
    const bool small =
        set.ring.size() <= largest_dimension && std::all_of(atoms.begin(), atoms.end(), [](const Atom& atom) {
          return is_strict(atom.relation) && atom.polynomial.total_degree() <= largest_degree;
        });
    if (!small) return std::nullopt;
    const OpenCondition condition(set.ring, set.formula);
    Projection projection = project(set.ring, condition.factors(), ProjectionKind::open_cells);
    CellTree tree = lift_open_cells(projection, condition);
    if (!tree.leaves().empty()) return std::nullopt;
    return EmptinessProof{set, EmptyCells{std::move(projection), std::move(tree)}};
  }

  int steps_left_ = 300;
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

std::vector<std::string> describe(const EmptinessProof& proof, std::size_t indent) {
  return ProofLines().of(proof, indent);
}

}  // namespace isthmus
