#include "checker/matrix_space.hpp"

#include <algorithm>
#include <utility>

#include "checker/model.hpp"

namespace isthmus::check {
namespace {

bool is_equation(const Condition& condition) {
  return condition.relation == Relation::equal && condition.kind != Condition::Kind::rank;
}

}  // namespace

MatrixSpace::MatrixSpace(const Setting& setting, std::vector<Condition> conditions, const Json& eliminate_list,
                         bool any_size)
    : words_(setting.symbols, any_size), conditions_(std::move(conditions)), facts_(words_, conditions_) {
  for (const auto& pair : eliminate_list.elements()) {
    try {
      eliminate(*pair, setting);
    } catch (const TextError& error) {
      pair->reject("eliminate", error.what());
    }
  }
}

void MatrixSpace::eliminate(const Json& pair, const Setting& setting) {
  pair.require(pair.size() == 2, "encoding", "expected a matrix and its value");
  const Matrix named = matrix_in(pair[0], setting.names);
  const Matrix value = matrix_in(pair[1], setting.names);
  pair.require(named.is(Matrix::Kind::symbol), "eliminate", to_string(named) + " is not the name of a matrix");
  const std::string& name = named.symbol.name;
  const std::set<std::string> mentioned = names_in(value);
  pair.require(!mentioned.contains(name) && !values_.contains(name), "eliminate", "the value mentions " + name);
  for (const auto& [earlier, unused] : values_) {
    pair.require(!mentioned.contains(earlier), "eliminate", "the value mentions " + earlier + ", which is eliminated");
  }
  pair.require(named.scalar == value.scalar && named.shape == value.shape, "eliminate", "the shapes differ");
  pair.require(facts_.is_defined(value), "eliminate", "an inverse in the value is not seen to exist");
  const Matrix zero_form = difference(named, value);
  const bool known = std::any_of(conditions_.begin(), conditions_.end(), [&](const Condition& condition) {
    return is_equation(condition) && follows(condition.expression, zero_form);
  });
  pair.require(known, "eliminate", "no equation gives " + name + " = " + to_string(value));
  const std::map<std::string, Matrix> values{{name, value}};
  for (auto& [earlier, earlier_value] : values_) earlier_value = substituted(earlier_value, values);
  values_.emplace(name, value);
  for (Condition& condition : conditions_) condition.expression = substituted(condition.expression, values);
  facts_ = Facts(words_, conditions_);
}

/// Whether equation = c * difference for a scalar c that is not 0.
bool MatrixSpace::follows(const Matrix& equation, const Matrix& difference) const {
  if (equation.scalar != difference.scalar || !(equation.shape == difference.shape)) return false;
  if (has_determinant(equation) || has_determinant(difference)) return false;
  const WordSum a = words_.normal_form(equation);
  const WordSum b = words_.normal_form(difference);
  const auto ratio = words_.ratio(a, b);
  return ratio && facts_.is_nonzero(*ratio);
}

bool MatrixSpace::are_equal(const Matrix& left, const Matrix& right) const {
  return is_defined(left) && is_defined(right) && words_.equal(reduced(left), reduced(right));
}

bool MatrixSpace::satisfies(const Condition& condition) const {
  const Matrix expression = reduced(condition.expression);
  if (!facts_.is_defined(expression)) return false;
  const bool one_by_one = expression.scalar || (expression.shape == Shape{} && !words_.any_size());
  if (condition.kind != Condition::Kind::rank) {
    if (condition.relation == Relation::not_equal && one_by_one && facts_.is_invertible(expression)) return true;
    if (has_determinant(expression)) return false;
    if (condition.relation == Relation::equal) return words_.normal_form(expression).is_zero();
  }
  return !has_determinant(expression) &&
         std::any_of(conditions_.begin(), conditions_.end(), [&](const Condition& known) {
           return known.kind == condition.kind && known.relation == condition.relation &&
                  known.rank == condition.rank && known.expression.scalar == expression.scalar &&
                  known.expression.shape == expression.shape && !has_determinant(known.expression) &&
                  words_.equal(known.expression, expression);
         });
}

}  // namespace isthmus::check
