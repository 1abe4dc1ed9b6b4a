#include "claim/polynomial_expansion.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace isthmus {
namespace {

using Kind = Expression::Kind;

constexpr double kMostTerms = 1e6;
constexpr double kMostExpandedBits = 1 << 28;   // of all coefficients and exponent vectors together
constexpr double kMostWork = 4e8;       // word operations of one multiplication, roughly
constexpr double kLargestDegree = 1e6;  // total degree

/// An upper bound on a polynomial, cheap to multiply. Doubles: the figures only need to be right within a few percent.
struct Size {
  double terms = 0;
  double bits = 0;              ///< of the largest coefficient
  double degree = 0;            ///< total
  std::vector<double> degrees;  ///< one per variable
};

double log_of_binomial(double n, double k) { return std::lgamma(n + 1) - std::lgamma(k + 1) - std::lgamma(n - k + 1); }

/// No polynomial of these degrees has more monomials.
double most_monomials(const Size& size) {
  double box = 0;
  double variables = 0;
  for (const double degree : size.degrees) {
    box += std::log(degree + 1);
    variables += degree > 0 ? 1 : 0;
  }
  return std::exp(std::min(box, log_of_binomial(size.degree + variables, variables)));
}

Size size_of(const Polynomial& p) {
  Size size;
  size.degrees.assign(p.ring().size(), 0);
  if (p.is_zero()) return size;
  size.terms = static_cast<double>(p.term_count());
  size.degree = static_cast<double>(p.total_degree());
  for (const std::size_t i : p.variables()) size.degrees[i] = static_cast<double>(p.degree(i));
  const fmpq* content = p.raw()->content;
  const fmpz_mpoly_struct* primitive = p.raw()->zpoly;
  // One has no bits: powers of x+1 must not look larger than they are.
  const auto bits = [](const fmpz* value) { return fmpz_is_pm1(value) ? 0.0 : static_cast<double>(fmpz_bits(value)); };
  for (slong i = 0; i < primitive->length; ++i) size.bits = std::max(size.bits, bits(primitive->coeffs + i));
  size.bits += bits(fmpq_numref(content)) + bits(fmpq_denref(content));
  return size;
}

Size product_size(const Size& a, const Size& b) {
  Size size;
  size.degree = a.degree + b.degree;
  for (std::size_t i = 0; i < a.degrees.size(); ++i) size.degrees.push_back(a.degrees[i] + b.degrees[i]);
  size.terms = std::min(a.terms * b.terms, most_monomials(size));
  size.bits = a.bits + b.bits + std::log2(1 + std::min(a.terms, b.terms));
  return size;
}

Size power_size(const Size& base, double exponent) {
  Size size;
  size.degree = base.degree * exponent;
  for (const double degree : base.degrees) size.degrees.push_back(degree * exponent);
  const double multisets =
      base.terms <= 1 ? base.terms : std::exp(log_of_binomial(base.terms + exponent - 1, exponent));
  size.terms = std::min(multisets, most_monomials(size));
  size.bits = exponent * (base.bits + std::log2(std::max(1.0, base.terms)));
  return size;
}

class Expander {
 public:
  Expander(const Source& source, const PolynomialRing& ring) : source_(source), ring_(ring) {}

  Polynomial polynomial(const Expression& expression) const {
    switch (expression.kind) {
      case Kind::number:
        return Polynomial(ring_, Rational::parse(expression.text));
      case Kind::name:
        return variable(expression);
      case Kind::sum:
        return sum(expression, 0, expression.parts.size());
      case Kind::product:
        return product(expression);
      case Kind::power:
        return power(expression);
      default:
        refuse(expression);
    }
  }

 private:
  Polynomial variable(const Expression& expression) const {
    if (const auto index = ring_.index_of(expression.text)) return Polynomial::variable(ring_, *index);
    const std::string name(expression.text);
    if (ring_.size() == 0) source_.fail(expression.offset, "a number was expected here, found the name '" + name + "'");
    std::string known;
    for (std::size_t i = 0; i < std::min<std::size_t>(ring_.size(), 12); ++i) known += (i ? ", " : "") + ring_.name(i);
    if (ring_.size() > 12) known += ", ..";
    source_.fail(expression.offset, "unknown name '" + name + "'; the variables are " + known);
  }

  // By halves: a sum of n monomials added one by one would cost n^2.
  Polynomial sum(const Expression& expression, std::size_t begin, std::size_t end) const {
    if (end - begin == 1) {
      Polynomial part = polynomial(expression.parts[begin]);
      return expression.operators[begin] == '-' ? -part : part;
    }
    const std::size_t middle = begin + (end - begin) / 2;
    Polynomial left = sum(expression, begin, middle);
    const Polynomial right = sum(expression, middle, end);
    check_sum(size_of(left), size_of(right), expression.parts[middle].offset);
    return left += right;
  }

  Polynomial product(const Expression& expression) const {
    Polynomial result = polynomial(expression.parts[0]);
    for (std::size_t i = 1; i < expression.parts.size(); ++i) {
      const Expression& part = expression.parts[i];
      const Polynomial factor = polynomial(part);
      if (expression.operators[i] == '/') {
        result = divided(result, factor, part.offset);
        continue;
      }
      check_product(size_of(result), size_of(factor), part.offset);
      result *= factor;
    }
    return result;
  }

  Polynomial divided(const Polynomial& dividend, const Polynomial& divisor, std::size_t offset) const {
    if (!divisor.is_constant()) {
      source_.fail(offset,
                   "the divisor is not a constant: only division by numbers is defined here (multiply the "
                   "condition by the divisor, with its sign, instead)");
    }
    if (divisor.is_zero()) source_.fail(offset, "division by zero");
    const Rational inverse = Rational(1) / divisor.constant_value();
    check_product(size_of(dividend), size_of(divisor), offset);
    return inverse * dividend;
  }

  Polynomial power(const Expression& expression) const {
    const Polynomial base = polynomial(expression.parts[0]);
    const long exponent = exponent_value(expression.parts[1]);
    const Size size = size_of(base);
    check(power_size(size, static_cast<double>(exponent)), expression.offset);
    Polynomial result(ring_, Rational(1));
    if (size.terms > 1) check_work(size, exponent, expression.offset);
    if (fmpq_mpoly_pow_ui(result.raw(), base.raw(), static_cast<unsigned long>(exponent), ring_.raw()) == 0) {
      source_.fail_too_large(expression.offset, "too large to expand");
    }
    return result;
  }

  long exponent_value(const Expression& exponent) const {
    if (exponent.kind == Kind::sum && exponent.parts.size() == 1 && exponent.operators == "-") {
      source_.fail(exponent.offset, "a negative exponent: only nonnegative integer powers are polynomials");
    }
    if (exponent.kind == Kind::power) return exponent_tower(exponent);
    if (exponent.kind != Kind::number) {
      source_.fail(exponent.offset, "the exponent must be a nonnegative integer written in digits, as in x^3");
    }
    if (exponent.text.find('.') != std::string_view::npos) {
      source_.fail(exponent.offset, "the exponent must be an integer");
    }
    const std::string_view digits =
        exponent.text.substr(std::min(exponent.text.find_first_not_of('0'), exponent.text.size() - 1));
    const long value = digits.size() > 5 ? kLargestExponent + 1 : std::stol(std::string(digits));
    if (value > kLargestExponent) refuse_exponent(exponent.offset);
    return value;
  }

  /// x^2^3 is x^(2^3).
  long exponent_tower(const Expression& exponent) const {
    const long base = exponent_value(exponent.parts[0]);
    const long height = exponent_value(exponent.parts[1]);
    if (base <= 1) return height == 0 ? 1 : base;
    long value = 1;
    for (long i = 0; i < height; ++i) {
      value *= base;
      if (value > kLargestExponent) refuse_exponent(exponent.offset);
    }
    return value;
  }

  [[noreturn]] void refuse_exponent(std::size_t offset) const {
    source_.fail_too_large(offset, "too large to expand: the exponent is above " + std::to_string(kLargestExponent));
  }

  void check(const Size& size, std::size_t offset) const {
    const double bits_per_term = size.bits + 8.0 * static_cast<double>(ring_.size());
    const bool fits =
        size.terms <= kMostTerms && size.degree <= kLargestDegree && size.terms * bits_per_term <= kMostExpandedBits;
    if (!fits) source_.fail_too_large(offset, "too large to expand");
  }

  void check_sum(const Size& a, const Size& b, std::size_t offset) const {
    Size size;
    size.degree = std::max(a.degree, b.degree);
    for (std::size_t i = 0; i < a.degrees.size(); ++i) size.degrees.push_back(std::max(a.degrees[i], b.degrees[i]));
    size.terms = std::min(a.terms + b.terms, most_monomials(size));
    size.bits = 1 + std::max(a.bits, b.bits);
    check(size, offset);
  }

  void check_product(const Size& a, const Size& b, std::size_t offset) const {
    check(product_size(a, b), offset);
    const double words = 1 + a.bits / 64 + b.bits / 64 + static_cast<double>(ring_.size()) / 8;
    const bool single = a.terms <= 1 || b.terms <= 1;
    if (!single && a.terms * b.terms * words > kMostWork) source_.fail_too_large(offset, "too large to expand");
  }

  void check_work(const Size& base, long exponent, std::size_t offset) const {
    const Size before = power_size(base, static_cast<double>(exponent) - 1);
    const double words = 1 + before.bits / 64 + static_cast<double>(ring_.size()) / 8;
    if (exponent > 1 && before.terms * base.terms * words > kMostWork)
      source_.fail_too_large(offset, "too large to expand");
  }

  [[noreturn]] void refuse(const Expression& expression) const {
    if (expression.is_condition()) source_.fail(expression.offset, "a polynomial was expected here, found a condition");
    const std::string name(expression.text);
    if (expression.kind == Kind::call) {
      source_.fail(expression.offset, "there are no functions here: a product is written '" + name + "*(..)'");
    }
    if (expression.kind == Kind::index) {
      source_.fail(expression.offset, "there are no indices here: write a name such as " + name + "1");
    }
    source_.fail(expression.offset, "a polynomial was expected here, found a range '..'");
  }

  const Source& source_;
  const PolynomialRing& ring_;
};

}  // namespace

Polynomial expand(const Source& source, const Expression& expression, const PolynomialRing& ring) {
  return Expander(source, ring).polynomial(expression);
}

Rational constant_value(const Source& source, const Expression& expression) {
  const PolynomialRing constants{std::vector<std::string>{}};
  return expand(source, expression, constants).constant_value();
}

}  // namespace isthmus
