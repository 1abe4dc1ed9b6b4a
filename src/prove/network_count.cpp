#include "prove/network_count.hpp"

#include <algorithm>

#include "exact/error.hpp"
#include "prove/model.hpp"
#include "variety/entries.hpp"

namespace isthmus {
namespace {

constexpr std::size_t kMostListedPoints = 16;

/// matrix = C*R with the columns of the matrix at the pivots and the nonzero rows of its reduced echelon form.
std::pair<Matrix, Matrix> full_rank_factors(const Matrix& matrix) {
  Matrix echelon(matrix.rows(), matrix.columns());
  const auto rank = static_cast<std::size_t>(fmpq_mat_rref(echelon.raw(), matrix.raw()));
  Matrix columns(matrix.rows(), rank);
  Matrix rows(rank, matrix.columns());
  std::size_t pivot = 0;
  for (std::size_t r = 0; r < rank; ++r, ++pivot) {
    while (echelon.at(r, pivot).is_zero()) ++pivot;
    for (std::size_t i = 0; i < matrix.rows(); ++i) columns.set(i, r, matrix.at(i, pivot));
    for (std::size_t j = 0; j < matrix.columns(); ++j) rows.set(r, j, echelon.at(r, j));
  }
  return {columns, rows};
}

/// One point of each component of each factor at the parameter values of a model.
class Sampler {
 public:
  Sampler(const NetworkQuestion& question, const NetworkSet& set, const Assignment& model, const Progress& progress)
      : question_(question), set_(set), model_(model) {
    options_.progress = progress;
  }

  /// The lines of a witness for a set with this many components.
  std::vector<std::string> lines(const Integer& expected) {
    std::vector<std::string> result;
    const std::string parameters = to_string(model_, parameters_of(question_.setting));
    if (!parameters.empty()) result.push_back("at " + parameters);
    result.push_back("the set of weights with " + question_.network.to_string() + " = " + question_.target.to_string() +
                     " has exactly " + expected.to_string() + (expected.is_one() ? " component" : " components"));
    Integer total(1);
    for (const NetworkFactor& factor : set_.factors) {
      factors_.push_back(count(factor.set));
      total *= Integer(static_cast<long>(factors_.back().components->count()));
    }
    ensure(total == expected, "the number of components at a parameter value differs from that of its cell");
    add_points(0, {}, result);
    if (Integer(static_cast<long>(kMostListedPoints)) < expected) result.push_back("..");
    return result;
  }

  /// After lines(): the evidence for the number of components.
  NetworkEvidence evidence() const {
    NetworkEvidence result{model_, set_.steps, {}};
    for (std::size_t i = 0; i < factors_.size(); ++i) result.factors.push_back({set_.factors[i], factors_[i]});
    return result;
  }

 private:
  SetCount count(const SemialgebraicSet& factor) const {
    std::vector<Rational> parameters;
    const std::vector<Rational> all = point_of(model_, factor.ring, parameters_of(question_.setting));
    parameters.assign(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(factor.parameter_count));
    const SemialgebraicSet fixed = at_parameters(factor, parameters);
    const ReducedSetPtr reduced = reduce(fixed);
    return {fixed, reduced, count_components(reduced, options_)};
  }

  /// Every choice of one component of each factor.
  void add_points(std::size_t factor, const std::vector<AlgebraicPoint>& chosen, std::vector<std::string>& lines) {
    if (points_ >= kMostListedPoints) return;
    if (factor == factors_.size()) {
      ++points_;
      lines.push_back("  " + text_of(chosen));
      return;
    }
    for (std::size_t i = 0; i < factors_[factor].components->count(); ++i) {
      std::vector<AlgebraicPoint> more = chosen;
      more.push_back(factors_[factor].components->sample(i));
      add_points(factor + 1, more, lines);
    }
  }

  std::string text_of(const std::vector<AlgebraicPoint>& points) const {
    Assignment values = model_;
    for (std::size_t i = 0; i < points.size(); ++i) {
      const auto rational = to_rational(points[i]);
      if (!rational) return algebraic_text(points);
      for (const MatrixSymbol& symbol : set_.coordinates) {
        const PolynomialRing& ring = factors_[i].set.ring;
        if (ring.index_of(symbol.entry_name(1, 1))) values.merge(values_at(*rational, ring, {symbol}));
      }
    }
    add_target_factors(values);
    for (std::size_t i = set_.eliminated.size(); i-- > 0;) {
      const auto value = evaluate(set_.eliminated[i].value, values);
      ensure(value.has_value(), "a weight cannot be computed from the point of the reduced set");
      values.insert_or_assign(set_.eliminated[i].symbol.name, *value);
    }
    ensure(evaluate(question_.network, values) == evaluate(question_.target, values),
           "a point of the reduced set does not give a point of the set of weights");
    std::vector<MatrixSymbol> weights;
    for (const MatrixSymbol& symbol : question_.setting.symbols) {
      if (symbol.role == Role::weight) weights.push_back(symbol);
    }
    return to_string(values, weights);
  }

  void add_target_factors(Assignment& values) const {
    if (!set_.target_factors) return;
    const auto target = evaluate(set_.target_factors->matrix, values);
    ensure(target.has_value(), "the target cannot be computed from the parameters");
    const auto [columns, rows] = full_rank_factors(*target);
    values.insert_or_assign(set_.target_factors->columns.name, columns);
    values.insert_or_assign(set_.target_factors->rows.name, rows);
  }

  std::string algebraic_text(const std::vector<AlgebraicPoint>& points) const {
    std::string text;
    for (std::size_t i = 0; i < points.size(); ++i) text += to_string(points[i], factors_[i].set.ring);
    return text;
  }

  const NetworkQuestion& question_;
  const NetworkSet& set_;
  const Assignment& model_;
  CountOptions options_;
  std::vector<SetCount> factors_;
  std::size_t points_ = 0;
};

/// Values of all parameters that extend those of the case.
std::optional<Assignment> model_of_case(const NetworkQuestion& question, const NetworkSet& set,
                                        const ProductCase& each) {
  const auto symbols = parameters_of(question.setting);
  const SemialgebraicSet& factor = set.factors[each.factor].set;
  std::vector<MatrixSymbol> fixed;
  for (const MatrixSymbol& symbol : symbols) {
    const auto index = factor.ring.index_of(symbol.entry_name(1, 1));
    if (index && *index < factor.parameter_count) fixed.push_back(symbol);
  }
  const auto& names = factor.ring.names();
  const PolynomialRing ring({names.begin(), names.begin() + static_cast<std::ptrdiff_t>(factor.parameter_count)});
  if (each.parameters.size() != ring.size()) return std::nullopt;
  return search_model(symbols, question.setting.hypotheses, values_at(each.parameters, ring, fixed));
}

}  // namespace

ProductCount count_product(const std::vector<NetworkFactor>& factors, SetCounter& counter) {
  ProductCount result;
  Integer constant(1);
  const FamilyCount* varying = nullptr;
  std::size_t varying_index = 0;
  for (std::size_t i = 0; i < factors.size(); ++i) {
    result.factors.push_back(counter.count(factors[i].set));
    const FamilyCount& count = *result.factors.back().count;
    if (const auto common = count.common()) {
      constant *= Integer(static_cast<long>(*common));
      continue;
    }
    if (count.vacuous()) throw Undecided("no parameter value satisfies the assumption of a factor");
    if (varying != nullptr) throw Undecided("the counts of several factors depend on the parameters");
    varying = &count;
    varying_index = i;
  }
  if (varying == nullptr) {
    result.cases.push_back({"", constant, factors.size(), {}});
    return result;
  }
  for (const FamilyCase& each : varying->cases) {
    result.cases.push_back({each.when.to_string(), constant * Integer(static_cast<long>(each.components)),
                            varying_index, each.parameters});
  }
  if (!constant.is_zero()) result.undecided = varying->undecided;
  return result;
}

Finding compare(const NetworkQuestion& question, const NetworkSet& set, const ProductCount& counted,
                const Assignment& model, const Progress& progress) {
  for (const ProductCase& each : counted.cases) {
    if (question.count.admits(each.components)) continue;
    const auto values = each.factor < set.factors.size() ? model_of_case(question, set, each) : std::optional(model);
    if (!values) {
      throw Undecided("where " + each.when + " the number of components is " + each.components.to_string() +
                      ", but no rational values of all parameters were found there");
    }
    Sampler sampler(question, set, *values, progress);
    std::vector<std::string> witness = sampler.lines(each.components);
    witness.insert(witness.begin(), "claimed: " + question.count.to_string());
    return found_refuted(witness, sampler.evidence());
  }
  if (!counted.undecided.empty()) return found_undecided(counted.undecided.front());
  NetworkEvidence evidence{model, set.steps, {}};
  for (std::size_t i = 0; i < set.factors.size(); ++i) evidence.factors.push_back({set.factors[i], counted.factors[i]});
  return found_proved(std::move(evidence));
}

}  // namespace isthmus
