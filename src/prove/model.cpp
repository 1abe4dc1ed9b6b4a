#include "prove/model.hpp"

#include <algorithm>

#include "prove/emptiness_decision.hpp"
#include "variety/entries.hpp"

namespace isthmus {
namespace {

constexpr std::size_t kMostTrials = 300000;

using Symbols = std::vector<MatrixSymbol>;

/// A matrix with the entries f(i, j).
template <class F>
Matrix filled(const Shape& shape, F&& f) {
  Matrix m(shape.rows, shape.columns);
  for (std::size_t i = 0; i < shape.rows; ++i) {
    for (std::size_t j = 0; j < shape.columns; ++j) m.set(i, j, f(i, j));
  }
  return m;
}

/// Depth-first search, symbol by symbol; a condition is checked as soon as all its symbols have values.
class Search {
 public:
  Search(const Symbols& symbols, const std::vector<MatrixCondition>& conditions, Assignment fixed)
      : values_(std::move(fixed)), conditions_(conditions) {
    for (const MatrixSymbol& symbol : symbols) {
      if (values_.count(symbol.name) == 0) open_.push_back(symbol);
    }
  }

  std::optional<Assignment> run() {
    if (!consistent() || !extend(0)) return std::nullopt;
    return values_;
  }

 private:
  bool consistent() const {
    return std::all_of(conditions_.begin(), conditions_.end(), [&](const MatrixCondition& condition) {
      return !has_values(condition.expression, values_) || holds(condition, values_);
    });
  }

  bool extend(std::size_t depth) {
    if (depth == open_.size()) return true;
    for (const Matrix& candidate : small_matrices(open_[depth].shape)) {
      if (++trials_ > kMostTrials) return false;
      values_.insert_or_assign(open_[depth].name, candidate);
      if (consistent() && extend(depth + 1)) return true;
    }
    values_.erase(open_[depth].name);
    return false;
  }

  Assignment values_;
  const std::vector<MatrixCondition>& conditions_;
  Symbols open_;
  std::size_t trials_ = 0;
};

}  // namespace

std::vector<Matrix> small_matrices(const Shape& shape) {
  std::vector<Matrix> result;
  const auto add = [&](const Matrix& m) {
    if (std::find(result.begin(), result.end(), m) == result.end()) result.push_back(m);
  };
  const auto on_diagonal = [&](const Rational& first, const Rational& others) {
    add(filled(shape, [&](std::size_t i, std::size_t j) { return i != j ? Rational(0) : (i == 0 ? first : others); }));
  };
  for (const long c : {1, -1, 2, 0, 3, -2}) on_diagonal(Rational(c), Rational(c));
  on_diagonal(Rational(1, 2), Rational(1, 2));
  for (const long c : {-1, 2, 0}) on_diagonal(Rational(c), Rational(1));
  for (const long c : {1, -1, 2}) on_diagonal(Rational(c), Rational(0));
  add(filled(shape, [&](std::size_t i, std::size_t j) { return Rational(i + j + 1 == shape.columns ? 1 : 0); }));
  add(filled(shape, [](std::size_t, std::size_t) { return Rational(1); }));
  add(filled(shape, [](std::size_t i, std::size_t j) { return Rational(i <= j ? 1 : 0); }));
  add(filled(shape, [](std::size_t i, std::size_t j) { return Rational(i >= j ? 1 : 0); }));
  add(filled(shape, [](std::size_t i, std::size_t j) { return Rational(i == 0 && j == 1 ? 1 : 0); }));
  return result;
}

std::optional<Assignment> search_model(const Symbols& symbols, const std::vector<MatrixCondition>& conditions,
                                       const Assignment& fixed) {
  return Search(symbols, conditions, fixed).run();
}

ModelSearch find_model(const Symbols& symbols, const std::vector<MatrixCondition>& conditions,
                       const Progress& progress) {
  if (const auto model = search_model(symbols, conditions)) return {Truth::yes, model, {}, {}};
  SemialgebraicSet set{entry_ring(symbols)};
  std::vector<Formula> parts;
  for (const MatrixCondition& condition : conditions) parts.push_back(entry_formula(condition, set.ring));
  set.formula = Formula::conjunction(parts);
  EmptinessDecision decision = decide_emptiness(set, progress);
  if (decision.nonempty != Truth::yes)
    return {decision.nonempty, std::nullopt, std::move(decision.lines), std::move(decision.empty)};
  if (!decision.point) return {Truth::yes, std::nullopt, {"only irrational values were found"}, {}};
  const Assignment model = values_at(*decision.point, set.ring, symbols);
  for (const MatrixCondition& condition : conditions) {
    if (!holds(condition, model)) return {Truth::unknown, std::nullopt, {"an inverse in " + condition.to_string()}, {}};
  }
  return {Truth::yes, model, {}, {}};
}

Symbols parameters_of(const Setting& setting) {
  Symbols result;
  for (const MatrixSymbol& symbol : setting.symbols) {
    if (symbol.role != Role::weight) result.push_back(symbol);
  }
  return result;
}

}  // namespace isthmus
