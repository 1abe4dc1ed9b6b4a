#include "claim/matrix_language.hpp"

#include <algorithm>
#include <optional>
#include <utility>

namespace isthmus {
namespace {

using Kind = Expression::Kind;

constexpr long kLargestSize = 1000;   // rows of I(n), zero(m, n)
constexpr long kLargestPower = 1000;  // exponents
constexpr std::size_t kMostFactors = 100000;

std::string has_shape(const MatrixExpression& e) { return e.to_string() + " is " + e.shape().to_string(); }

bool is_zero(const MatrixExpression& e) { return e.is(MatrixExpression::Kind::number) && e.as_number().is_zero(); }

/// The value of a subexpression; nothing for a product without factors, which fits everywhere in a product.
using Value = std::optional<MatrixExpression>;

class MatrixElaborator {
 public:
  MatrixElaborator(const Source& source, const MatrixNames& matrices, const IntegerNames& integers)
      : source_(source), matrices_(matrices), integers_(integers) {}

  MatrixExpression expression(const Expression& e) const {
    Value result = value(e);
    if (!result) fail(e.offset, "this product is empty, so its shape is unknown: write I(n)");
    return *result;
  }

  MatrixExpression shaped(const Expression& e, const MatrixExpression& model) const {
    const MatrixExpression result = expression(e);
    if (!model.is_scalar() && is_zero(result)) return MatrixExpression::zero(model.shape());
    check_same(e.offset, model, result);
    return result;
  }

  MatrixCondition condition(const Expression& e) const {
    if (e.kind != Kind::comparison) {
      fail(e.offset, e.is_condition() ? "one comparison was expected here: write each condition as an entry of its own"
                                      : "a condition was expected here, as in 'det(X) != 0'");
    }
    const Relation relation = relation_named(e.text);
    if (e.parts[0].kind == Kind::call && e.parts[0].text == "rank") return rank_condition(e, relation);
    MatrixExpression left = expression(e.parts[0]);
    MatrixExpression right = expression(e.parts[1]);
    if (is_zero(left) && !right.is_scalar()) left = MatrixExpression::zero(right.shape());
    const bool plain = is_zero(right);
    if (!plain) check_same(e.parts[1].offset, left, right);
    const MatrixExpression difference = plain ? left : MatrixExpression::sum({left, right.negated()});
    if (left.is_scalar()) return {MatrixCondition::Kind::sign, difference, relation};
    if (relation != Relation::equal && relation != Relation::not_equal) {
      fail(e.offset, "matrices are compared by = and != only; " + has_shape(left));
    }
    return {MatrixCondition::Kind::zero, difference, relation};
  }

 private:
  [[noreturn]] void fail(std::size_t offset, const std::string& problem) const {
    source_.fail(offset, problem + integers_.context());
  }

  Value value(const Expression& e) const {
    switch (e.kind) {
      case Kind::number:
        return MatrixExpression::number(Rational::parse(e.text));
      case Kind::name:
        return named(e);
      case Kind::index:
        return member(e);
      case Kind::call:
        return call(e);
      case Kind::sum:
        return sum(e);
      case Kind::product:
        return product(e);
      case Kind::power:
        return power(e);
      default:
        fail(e.offset,
             std::string("a matrix was expected here, found ") + (e.kind == Kind::range ? "a range" : "a condition"));
    }
  }

  MatrixExpression named(const Expression& e) const {
    const std::string name(e.text);
    if (const MatrixSymbol* symbol = matrices_.find(name)) return MatrixExpression::symbol(*symbol);
    if (matrices_.is_family(name)) fail(e.offset, "'" + name + "' is a family: write " + name + "[i]");
    if (integers_.index(name) != nullptr || integers_.dimension(name) != nullptr) {
      return MatrixExpression::number(integer_value(source_, e, integers_));
    }
    fail_unknown(e);
  }

  [[noreturn]] void fail_unknown(const Expression& e) const {
    const std::string known = matrices_.to_string();
    fail(e.offset, "'" + std::string(e.text) + "' is not declared" +
                       (known.empty() ? "; no matrices are" : "; the matrices are " + known));
  }

  MatrixExpression member(const Expression& e) const {
    const std::string name(e.text);
    if (integers_.dimension(name) != nullptr) return MatrixExpression::number(integer_value(source_, e, integers_));
    if (matrices_.is_plain(name)) fail(e.offset, "'" + name + "' is a single matrix: it takes no index");
    if (!matrices_.is_family(name)) fail_unknown(e);
    if (e.parts.size() != 1) fail(e.offset, "one index was expected");
    const long at = small_value(source_, e.parts[0], integers_, "an index of " + name, -1000000, 1000000);
    if (const MatrixSymbol* symbol = matrices_.find(name, at)) return MatrixExpression::symbol(*symbol);
    fail(e.offset, "there is no " + name + "[" + std::to_string(at) + "]; the matrices are " + matrices_.to_string());
  }

  void check_arguments(const Expression& e, std::size_t count) const {
    if (e.parts.size() == count) return;
    fail(e.offset, "'" + std::string(e.text) + "' takes " + std::to_string(count) + " argument" +
                       (count == 1 ? "" : "s") + ", found " + std::to_string(e.parts.size()));
  }

  Value call(const Expression& e) const {
    if (e.text == "prod_up" || e.text == "prod_down") return ordered_product(e);
    if (e.text == "I" || e.text == "zero") return constant_matrix(e);
    if (e.text == "rank") fail(e.offset, "rank(..) is not a matrix: it stands on the left of a comparison only");
    if (e.text == "length") return MatrixExpression::number(integer_value(source_, e, integers_));
    if (e.text == "leaky") return rectifier(e);
    if (e.text != "T" && e.text != "inv" && e.text != "det" && e.text != "trace" && e.text != "pinv") {
      fail(e.offset, "there is no function '" + std::string(e.text) +
                         "': there are T, inv, det, trace, pinv, leaky, I, zero, prod_up, prod_down, and a product is "
                         "written with '*'");
    }
    check_arguments(e, 1);
    const MatrixExpression argument = expression(e.parts[0]);
    if (e.text == "T") return MatrixExpression::transpose(argument);
    if (e.text == "pinv") {
      if (argument.is_scalar())
        fail(e.parts[0].offset, "pinv needs a matrix, but " + argument.to_string() + " is a scalar");
      return MatrixExpression::pseudo_inverse(argument);
    }
    if (!argument.shape().is_square()) {
      fail(e.parts[0].offset, std::string(e.text) + " needs a square matrix, but " + has_shape(argument));
    }
    if (e.text == "det") return MatrixExpression::determinant(argument);
    if (e.text == "trace") return MatrixExpression::trace(argument);
    return inverse(e.parts[0].offset, argument);
  }

  /// leaky(s, A).
  MatrixExpression rectifier(const Expression& e) const {
    check_arguments(e, 2);
    const MatrixExpression slope = expression(e.parts[0]);
    const MatrixExpression argument = expression(e.parts[1]);
    if (!slope.is_scalar()) fail(e.parts[0].offset, "the slope of leaky(s, A) is a scalar, but " + has_shape(slope));
    if (argument.is_scalar()) {
      fail(e.parts[1].offset, "leaky(s, A) needs a matrix, but " + argument.to_string() + " is a scalar");
    }
    return MatrixExpression::rectifier(slope, argument);
  }

  MatrixExpression inverse(std::size_t offset, const MatrixExpression& argument) const {
    if (is_zero(argument)) fail(offset, "division by zero");
    return MatrixExpression::inverse(argument);
  }

  MatrixExpression constant_matrix(const Expression& e) const {
    const bool identity = e.text == "I";
    check_arguments(e, identity ? 1 : 2);
    std::vector<std::size_t> sizes;
    for (const Expression& part : e.parts) {
      sizes.push_back(static_cast<std::size_t>(small_value(source_, part, integers_, "a size", 1, kLargestSize)));
    }
    return identity ? MatrixExpression::identity(sizes[0]) : MatrixExpression::zero({sizes[0], sizes[1]});
  }

  Value ordered_product(const Expression& e) const {
    check_arguments(e, 2);
    const bool down = e.text == "prod_down";
    Expression range = e.parts[0];
    const bool is_range = range.kind == Kind::comparison && range.parts[1].kind == Kind::range;
    if (down && is_range) std::swap(range.parts[1].parts[0], range.parts[1].parts[1]);
    const IndexRange index = index_range(source_, range, integers_);
    if (is_reserved_name(index.name) || matrices_.is_plain(index.name) || matrices_.is_family(index.name)) {
      fail(range.offset, "the index '" + index.name + "' has the name of a matrix or a function");
    }
    std::vector<std::pair<std::size_t, Value>> factors;
    for (long step = 0; step <= index.last - index.first; ++step) {
      const long at = down ? index.last - step : index.first + step;
      const IntegerNames bound = integers_.with_index(source_, range.offset, index.name, at);
      factors.emplace_back(e.parts[1].offset, MatrixElaborator(source_, matrices_, bound).value(e.parts[1]));
    }
    return multiplied(factors);
  }

  Value sum(const Expression& e) const {
    std::vector<MatrixExpression> terms;
    std::vector<std::size_t> offsets;
    for (std::size_t i = 0; i < e.parts.size(); ++i) {
      const MatrixExpression term = expression(e.parts[i]);
      terms.push_back(e.operators[i] == '-' ? term.negated() : term);
      offsets.push_back(e.parts[i].offset);
    }
    const auto matrix = std::find_if(terms.begin(), terms.end(), [](const auto& t) { return !t.is_scalar(); });
    const MatrixExpression model = matrix == terms.end() ? terms[0] : *matrix;
    for (std::size_t i = 0; i < terms.size(); ++i) {
      if (!model.is_scalar() && is_zero(terms[i])) terms[i] = MatrixExpression::zero(model.shape());
      check_same(offsets[i], model, terms[i]);
    }
    return MatrixExpression::sum(terms);
  }

  void check_same(std::size_t offset, const MatrixExpression& model, const MatrixExpression& other) const {
    if (model.is_scalar() != other.is_scalar()) {
      const MatrixExpression& scalar = model.is_scalar() ? model : other;
      const MatrixExpression& matrix = model.is_scalar() ? other : model;
      fail(offset, scalar.to_string() + " is a scalar, but " + matrix.to_string() + " is a " +
                       matrix.shape().to_string() + " matrix (a multiple of the identity is s*I(n))");
    }
    if (model.shape() != other.shape()) fail(offset, has_shape(model) + ", but " + has_shape(other));
  }

  Value product(const Expression& e) const {
    std::vector<std::pair<std::size_t, Value>> factors;
    for (std::size_t i = 0; i < e.parts.size(); ++i) {
      const std::size_t offset = e.parts[i].offset;
      if (e.operators[i] == '*') {
        factors.emplace_back(offset, value(e.parts[i]));
        continue;
      }
      const MatrixExpression divisor = expression(e.parts[i]);
      if (!divisor.is_scalar()) fail(offset, "division by a matrix: write a factor inv(" + divisor.to_string() + ")");
      factors.emplace_back(offset, inverse(offset, divisor));
    }
    return multiplied(factors);
  }

  Value multiplied(const std::vector<std::pair<std::size_t, Value>>& factors) const {
    std::vector<MatrixExpression> scalars;
    std::vector<MatrixExpression> matrices;
    bool any_empty = false;
    for (const auto& [offset, factor] : factors) {
      any_empty = any_empty || !factor;
      if (!factor) continue;
      if (!factor->is_scalar() && !matrices.empty()) check_fit(offset, matrices, *factor);
      (factor->is_scalar() ? scalars : matrices).push_back(*factor);
    }
    check_size(factors.empty() ? 0 : factors[0].first, matrices);
    check_size(factors.empty() ? 0 : factors[0].first, scalars);
    if (matrices.empty() && scalars.empty()) return std::nullopt;
    if (matrices.empty() && any_empty) {
      fail(factors[0].first, "a scalar times an empty product, whose shape is unknown: write I(n)");
    }
    if (matrices.empty()) return MatrixExpression::product(scalars);
    const MatrixExpression plain = MatrixExpression::product(matrices);
    return scalars.empty() ? plain : MatrixExpression::scaled(MatrixExpression::product(scalars), plain);
  }

  void check_fit(std::size_t offset, const std::vector<MatrixExpression>& before, const MatrixExpression& next) const {
    const std::size_t columns = before.back().shape().columns;
    if (columns == next.shape().rows) return;
    const MatrixExpression left = MatrixExpression::product(before);
    std::string advice;
    for (const MatrixExpression* e : {&left, &next}) {
      if (e->shape() == Shape{}) advice = "; only a number or a [[scalar]] may multiply a matrix of any shape";
    }
    fail(offset, left.to_string() + " has " + std::to_string(columns) + (columns == 1 ? " column, " : " columns, ") +
                     next.to_string() + " has " + std::to_string(next.shape().rows) +
                     (next.shape().rows == 1 ? " row" : " rows") + advice);
  }

  void check_size(std::size_t offset, const std::vector<MatrixExpression>& factors) const {
    std::size_t total = 0;
    for (const MatrixExpression& factor : factors) total += std::max<std::size_t>(1, factor.parts().size());
    if (total > kMostFactors) fail(offset, "a product of more than " + std::to_string(kMostFactors) + " factors");
  }

  Value power(const Expression& e) const {
    const MatrixExpression base = expression(e.parts[0]);
    const Expression& exponent = e.parts[1];
    if (integer_value(source_, exponent, integers_).sign() < 0) {
      fail(exponent.offset, "a negative exponent: write inv(..)");
    }
    const long height = small_value(source_, exponent, integers_, "an exponent", 0, kLargestPower);
    if (!base.shape().is_square()) fail(e.offset, "only a square matrix has powers, but " + has_shape(base));
    if (height == 0) {
      return base.is_scalar() ? MatrixExpression::number(Rational(1)) : MatrixExpression::identity(base.shape().rows);
    }
    const std::vector<MatrixExpression> factors(static_cast<std::size_t>(height), base);
    check_size(e.offset, factors);
    return MatrixExpression::product(factors);
  }

  MatrixCondition rank_condition(const Expression& e, Relation relation) const {
    check_arguments(e.parts[0], 1);
    const MatrixExpression matrix = expression(e.parts[0].parts[0]);
    const long rank = small_value(source_, e.parts[1], integers_, "a rank", 0, kLargestSize);
    return {MatrixCondition::Kind::rank, matrix, relation, static_cast<std::size_t>(rank)};
  }

  const Source& source_;
  const MatrixNames& matrices_;
  const IntegerNames& integers_;
};

}  // namespace

MatrixExpression elaborate(const Source& source, const Expression& expression, const MatrixNames& matrices,
                           const IntegerNames& integers) {
  return MatrixElaborator(source, matrices, integers).expression(expression);
}

MatrixExpression elaborate(const Source& source, const Expression& expression, const MatrixNames& matrices,
                           const IntegerNames& integers, const MatrixExpression& shaped_like) {
  return MatrixElaborator(source, matrices, integers).shaped(expression, shaped_like);
}

MatrixCondition elaborate_condition(const Source& source, const Expression& expression, const MatrixNames& matrices,
                                    const IntegerNames& integers) {
  return MatrixElaborator(source, matrices, integers).condition(expression);
}

}  // namespace isthmus
