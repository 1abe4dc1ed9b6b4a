#include "exact/nested_terms.hpp"

#include <algorithm>
#include <utility>

namespace isthmus {

namespace {

ulong degree_of(const terms::TermTable& table, std::size_t term) {
  ulong degree = 0;
  for (std::size_t v = 0; v < table.variables; ++v) degree += table.exponent(term, v);
  return degree;
}

}  // namespace

NestedTerms::NestedTerms(const terms::TermTable& table) {
  for (std::size_t v = 0; v < table.variables; ++v) {
    first_power_.push_back(exponents_.size());
    for (const ulong e : terms::occurring_exponents(table, v))
      if (e > 0) exponents_.push_back(e);
  }
  first_power_.push_back(exponents_.size());
  for (std::size_t i = 0; i < table.count; ++i) total_degree_ = std::max(total_degree_, degree_of(table, i));
  if (table.count > 0) append(table, 0, table.count, 0, outermost_);
}

std::int32_t NestedTerms::power_place(std::size_t variable, ulong exponent) const {
  const auto begin = exponents_.begin() + static_cast<std::ptrdiff_t>(first_power_[variable]);
  const auto end = exponents_.begin() + static_cast<std::ptrdiff_t>(first_power_[variable + 1]);
  return static_cast<std::int32_t>(std::lower_bound(begin, end, exponent) - exponents_.begin());
}

/// A power times the terms [first, last), which agree in all variables before `variable`, without these.
NestedTerms::Item NestedTerms::item(const terms::TermTable& table, std::size_t first, std::size_t last,
                                    std::size_t variable, std::int32_t power) {
  Sum sum;
  append(table, first, last, variable, sum);
  if (sum.size() == 1 && sum.front().power == none) return {power, none, sum.front().coefficient, sum.front().missing_degree};
  sums_.push_back(std::move(sum));
  return {power, static_cast<std::int32_t>(sums_.size() - 1), 0, 0};
}

/// Adds the same terms to a sum.
void NestedTerms::append(const terms::TermTable& table, std::size_t first, std::size_t last, std::size_t variable,
                         Sum& sum) {
  if (variable == table.variables) {
    const fmpz coefficient = *table.coefficients[first].raw();
    fits_ = fits_ && !COEFF_IS_MPZ(coefficient);
    sum.push_back({none, none, fits_ ? coefficient : 0, total_degree_ - degree_of(table, first)});
    return;
  }
  while (first < last) {
    const ulong exponent = table.exponent(first, variable);
    std::size_t next = first + 1;
    while (next < last && table.exponent(next, variable) == exponent) ++next;
    if (exponent == 0)
      append(table, first, next, variable + 1, sum);
    else
      sum.push_back(item(table, first, next, variable + 1, power_place(variable, exponent)));
    first = next;
  }
}

bool NestedTerms::evaluate(const std::vector<long>& powers, const std::vector<long>& homogenising, long& value) const {
  return fits_ && evaluate(outermost_, powers, homogenising, value);
}

bool NestedTerms::evaluate(const Sum& sum, const std::vector<long>& powers, const std::vector<long>& homogenising,
                           long& value) const {
  value = 0;
  for (const Item& item : sum) {
    const long power = item.power == none ? 1 : powers[static_cast<std::size_t>(item.power)];
    if (power == 0) continue;
    long part = 0;
    if (item.sum != none) {
      if (!evaluate(sums_[static_cast<std::size_t>(item.sum)], powers, homogenising, part)) return false;
    } else if (__builtin_mul_overflow(item.coefficient, homogenising[item.missing_degree], &part)) {
      return false;
    }
    if (__builtin_mul_overflow(part, power, &part) || __builtin_add_overflow(value, part, &value)) return false;
  }
  return true;
}

}  // namespace isthmus
