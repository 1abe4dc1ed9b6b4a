#include "variety/word_consequence.hpp"

#include <algorithm>

#include "exact/error.hpp"
#include "variety/rewriting_system.hpp"

namespace isthmus {
namespace {

using Kind = MatrixExpression::Kind;

void collect(const MatrixExpression& e, Kind kind, std::vector<MatrixExpression>& found) {
  for (const MatrixExpression& part : e.parts()) collect(part, kind, found);
  if (e.is(kind) && !e.is_scalar() && std::find(found.begin(), found.end(), e) == found.end()) found.push_back(e);
}

MatrixExpression minus(const MatrixExpression& a, const MatrixExpression& b) {
  return MatrixExpression::sum({a, b.negated()});
}

/// Everything that is known about the matrices that occur.
class Equations {
 public:
  Equations(const MatrixExpression& target, const std::vector<MatrixCondition>& conditions) : facts_(conditions) {
    std::vector<MatrixExpression> occurring{target};
    for (const MatrixCondition& condition : conditions) {
      if (condition.kind != MatrixCondition::Kind::zero || condition.relation != Relation::equal) continue;
      add("hypothesis", condition.expression);
      occurring.push_back(condition.expression);
    }
    for (const MatrixExpression& e : occurring) {
      for (const MatrixSymbol& symbol : e.symbols()) {
        const MatrixExpression matrix = MatrixExpression::symbol(symbol);
        if (!symbol.scalar && facts_.is_invertible(matrix)) add_inverse(MatrixExpression::inverse(matrix));
      }
      std::vector<MatrixExpression> found;
      collect(e, Kind::inverse, found);
      for (const MatrixExpression& each : found) add_inverse(each);
      found.clear();
      collect(e, Kind::pseudo_inverse, found);
      for (const MatrixExpression& each : found) add_pseudo_inverse(each);
    }
  }

  std::vector<KnownEquation> known;

 private:
  void add(const std::string& origin, const MatrixExpression& expression) {
    const std::string transposed_origin = origin == "hypothesis" ? "transposed hypothesis" : origin;
    push(origin, expression);
    push(transposed_origin, MatrixExpression::transpose(expression));
  }
  void push(const std::string& origin, const MatrixExpression& expression) {
    const auto same = [&](const KnownEquation& each) { return each.expression == expression; };
    if (std::none_of(known.begin(), known.end(), same)) known.push_back({origin, expression});
  }
  void add_inverse(const MatrixExpression& inverse) {
    const MatrixExpression& a = inverse.parts()[0];
    const MatrixExpression identity = MatrixExpression::identity(a.shape().rows);
    add("inverse", minus(MatrixExpression::product({a, inverse}), identity));
    add("inverse", minus(MatrixExpression::product({inverse, a}), identity));
  }
  void add_pseudo_inverse(const MatrixExpression& q) {
    const MatrixExpression& a = q.parts()[0];
    const MatrixExpression transpose = MatrixExpression::transpose(a);
    const MatrixExpression aq = MatrixExpression::product({a, q});
    const MatrixExpression qa = MatrixExpression::product({q, a});
    if (facts_.is_invertible(MatrixExpression::product({transpose, a}))) {
      add("full rank", minus(qa, MatrixExpression::identity(a.shape().columns)));
    }
    if (facts_.is_invertible(MatrixExpression::product({a, transpose}))) {
      add("full rank", minus(aq, MatrixExpression::identity(a.shape().rows)));
    }
    add("pseudo-inverse", minus(MatrixExpression::product({a, q, a}), a));
    add("pseudo-inverse", minus(MatrixExpression::product({q, a, q}), q));
    add("pseudo-inverse", minus(MatrixExpression::transpose(aq), aq));
    add("pseudo-inverse", minus(MatrixExpression::transpose(qa), qa));
  }

  Facts facts_;
};

std::vector<MatrixSymbol> scalars_of(const MatrixExpression& target, const std::vector<KnownEquation>& known) {
  std::vector<MatrixSymbol> result;
  const auto add = [&](const MatrixExpression& e) {
    for (const MatrixSymbol& symbol : e.symbols()) {
      if (symbol.scalar && std::find(result.begin(), result.end(), symbol) == result.end()) result.push_back(symbol);
    }
  };
  add(target);
  for (const KnownEquation& each : known) add(each.expression);
  return result;
}

/// The sum of a derivation, multiplied out.
WordPolynomial sum_of(const Derivation& derivation, const std::vector<WordPolynomial>& equations, FreeAlgebra& algebra,
                      bool trace) {
  WordPolynomial sum;
  for (const DerivationStep& step : derivation) {
    for (const auto& [word, c] : equations.at(step.equation)) {
      const Word whole = joined(step.left, word, step.right);
      add_to(sum, trace ? algebra.cyclic(whole) : whole, step.coefficient * c);
    }
  }
  return sum;
}

/// Steps with the same words around the same equation put together.
Derivation collected(const Derivation& derivation) {
  Derivation result;
  for (const DerivationStep& step : derivation) {
    const auto same = std::find_if(result.begin(), result.end(), [&](const DerivationStep& other) {
      return other.equation == step.equation && other.left == step.left && other.right == step.right;
    });
    if (same == result.end()) {
      result.push_back(step);
    } else {
      same->coefficient = same->coefficient + step.coefficient;
    }
  }
  std::erase_if(result, [](const DerivationStep& step) { return step.coefficient.is_zero(); });
  return result;
}

WordConsequence consequence(const Derivation& derivation, const std::vector<KnownEquation>& known,
                            const FreeAlgebra& algebra) {
  WordConsequence result;
  std::vector<std::size_t> number(known.size(), known.size());
  for (const DerivationStep& step : derivation) {
    if (number[step.equation] == known.size()) {
      number[step.equation] = result.equations.size();
      result.equations.push_back(known[step.equation]);
    }
    result.cofactors.push_back({step.coefficient.to_string(), algebra.to_string(step.left), number[step.equation],
                                algebra.to_string(step.right)});
  }
  result.independent_of_sizes = algebra.independent_of_sizes();
  return result;
}

}  // namespace

std::vector<std::string> WordConsequence::lines() const {
  std::vector<std::string> result;
  for (const Cofactor& each : cofactors) {
    std::string text = "(" + equations.at(each.equation).expression.to_string() + ")";
    if (each.left != "I") text = each.left + "*" + text;
    if (each.right != "I") text += "*" + each.right;
    if (each.coefficient != "1") text = "(" + each.coefficient + ")*" + text;
    result.push_back("+ " + text + "   [" + equations.at(each.equation).origin + "]");
  }
  return result;
}

std::vector<Theorem> WordConsequence::theorems() const {
  std::vector<Theorem> result{Theorem::identity_of_free_rings};
  if (traces) result.push_back(Theorem::cyclic_trace);
  const bool penrose = std::any_of(equations.begin(), equations.end(), [](const KnownEquation& each) {
    return each.origin == "pseudo-inverse" || each.origin == "full rank";
  });
  if (penrose) result.push_back(Theorem::pseudo_inverse);
  return result;
}

std::optional<WordConsequence> derive_zero(const MatrixExpression& expression,
                                           const std::vector<MatrixCondition>& conditions) {
  const Equations equations(expression, conditions);
  FreeAlgebra algebra(scalars_of(expression, equations.known));
  const bool trace = expression.is_scalar();
  try {
    std::vector<WordPolynomial> polynomials;
    std::vector<KnownEquation> known;
    const WordPolynomial target = algebra.expand(expression);
    for (const KnownEquation& each : equations.known) {
      WordPolynomial p = algebra.expand(each.expression);
      if (p.empty()) continue;
      polynomials.push_back(std::move(p));
      known.push_back(each);
    }
    RewritingSystem rewriting(algebra, polynomials);
    do {
      const RewritingSystem::Reduced reduced = rewriting.reduce(target, trace);
      if (!reduced.polynomial.empty()) continue;
      const Derivation derivation = collected(reduced.derivation);
      ensure(sum_of(derivation, polynomials, algebra, trace) == target, "a derivation does not multiply out");
      WordConsequence result = consequence(derivation, known, algebra);
      result.traces = trace;
      return result;
    } while (rewriting.extend());
  } catch (const Undecided&) {
  }
  return std::nullopt;
}

}  // namespace isthmus
