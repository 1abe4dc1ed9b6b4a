#include "checker/activation.hpp"

#include "checker/claim_numbers.hpp"

namespace isthmus::check {

Rational Activation::operator()(const Rational& z) const {
  return sign(z) >= 0 ? positive * power(z, degree) : negative * power(-z, degree);
}

Activation read_activation(Table& table, std::size_t degree) {
  const std::vector<Rational> pieces = plain_numbers(table, "activation");
  if (pieces.size() != 2) table.fail("'activation' needs two numbers");
  return {degree, pieces[0], pieces[1]};
}

}  // namespace isthmus::check
