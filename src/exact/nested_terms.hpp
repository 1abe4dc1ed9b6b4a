#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "exact/term_evaluation.hpp"

namespace isthmus {

/// The terms of a polynomial as nested sums, each power of a variable standing before all that it is a factor of: to be
/// evaluated many times in machine words.
class NestedTerms {
 public:
  explicit NestedTerms(const terms::TermTable& table);

  /// The powers that occur, of the variable v those of places [first_power(v), first_power(v + 1)), ascending.
  std::size_t first_power(std::size_t variable) const { return first_power_[variable]; }
  const std::vector<ulong>& exponents() const { return exponents_; }

  /// The sum of the exponents in any term is at most this.
  ulong total_degree() const { return total_degree_; }

  /// The value for these values of the powers, of the polynomial that is made homogeneous by a further variable:
  /// homogenising[e] is its e-th power, e <= total_degree(). False if it, a coefficient or a value on the way does not fit.
  bool evaluate(const std::vector<long>& powers, const std::vector<long>& homogenising, long& value) const;

 private:
  static constexpr std::int32_t none = -1;

  /// A power times a nested sum or a term.
  struct Item {
    std::int32_t power;
    std::int32_t sum;
    long coefficient;
    ulong missing_degree;  ///< of the term
  };
  using Sum = std::vector<Item>;

  std::int32_t power_place(std::size_t variable, ulong exponent) const;
  Item item(const terms::TermTable& table, std::size_t first, std::size_t last, std::size_t variable, std::int32_t power);
  void append(const terms::TermTable& table, std::size_t first, std::size_t last, std::size_t variable, Sum& sum);
  bool evaluate(const Sum& sum, const std::vector<long>& powers, const std::vector<long>& homogenising,
                long& value) const;

  std::vector<std::size_t> first_power_;
  std::vector<ulong> exponents_;  ///< positive, of each power
  std::vector<Sum> sums_;
  Sum outermost_;
  ulong total_degree_ = 0;
  bool fits_ = true;
};

}  // namespace isthmus
