#include <doctest/doctest.h>

#include "variety/word_consequence.hpp"

using namespace isthmus;

namespace {

using E = MatrixExpression;

E matrix(const std::string& name, std::size_t rows, std::size_t columns) {
  return E::symbol({name, name, Role::data, {rows, columns}, false});
}
E product(const std::vector<E>& parts) { return E::product(parts); }
E minus(const E& a, const E& b) { return E::sum({a, b.negated()}); }
E square(const E& e) { return E::trace(product({E::transpose(e), e})); }
MatrixCondition vanishes(const E& e) { return {MatrixCondition::Kind::zero, e, Relation::equal}; }
MatrixCondition invertible(const E& e) { return {MatrixCondition::Kind::sign, E::determinant(e), Relation::not_equal}; }

const E a = matrix("A", 2, 2);
const E b = matrix("B", 2, 2);
const E c = matrix("C", 2, 2);
const E f = matrix("F", 1, 2);
const E g = matrix("G", 3, 2);

}  // namespace

TEST_CASE("consequences of equations") {
  CHECK(derive_zero(minus(product({a, b, c}), c), {vanishes(minus(product({a, b}), E::identity(2)))}));
  // A*B = I and C*A = I make B = C; only together.
  const auto right = vanishes(minus(product({a, b}), E::identity(2)));
  const auto left = vanishes(minus(product({c, a}), E::identity(2)));
  CHECK(derive_zero(minus(b, c), {right, left}));
  CHECK_FALSE(derive_zero(minus(b, c), {right}));
  // The equation T(A) = A is used in both directions of multiplication.
  CHECK(derive_zero(minus(E::transpose(product({a, b, a})), product({a, E::transpose(b), a})),
                    {vanishes(minus(E::transpose(a), a))}));
  CHECK_FALSE(derive_zero(minus(product({a, b}), product({b, a})), {}));
  CHECK_FALSE(derive_zero(minus(E::transpose(a), a), {}));
}

TEST_CASE("pseudo-inverses: what holds for all, what for full rank, what for none") {
  const E q = E::pseudo_inverse(g);
  CHECK(derive_zero(minus(product({g, q, g}), g), {}));
  CHECK_FALSE(derive_zero(minus(product({q, g}), E::identity(2)), {}));
  const MatrixCondition full{MatrixCondition::Kind::rank, g, Relation::equal, 2};
  CHECK(derive_zero(minus(product({q, g}), E::identity(2)), {full}));
  const MatrixCondition lower{MatrixCondition::Kind::rank, g, Relation::equal, 1};
  CHECK_FALSE(derive_zero(minus(product({q, g}), E::identity(2)), {lower}));
  CHECK_FALSE(derive_zero(minus(product({g, q}), E::identity(3)), {full}));
  // B (A B)^+ (A B) = B needs A to be invertible.
  const E ab = product({a, b});
  const E image = minus(product({b, E::pseudo_inverse(ab), ab}), b);
  CHECK(derive_zero(image, {invertible(a)}));
  CHECK_FALSE(derive_zero(image, {}));
}

TEST_CASE("traces: cyclic, symmetric, and nothing else") {
  CHECK(derive_zero(minus(E::trace(product({a, b, c})), E::trace(product({b, c, a}))), {}));
  CHECK(derive_zero(minus(E::trace(product({a, b})), E::trace(product({E::transpose(a), E::transpose(b)}))), {}));
  CHECK_FALSE(derive_zero(minus(E::trace(product({a, b, c})), E::trace(product({b, a, c}))), {}));
  const E residual = minus(f, product({f, a}));
  const E pythagoras = E::sum({square(residual), square(product({f, a})), square(f).negated()});
  const auto idempotent = vanishes(minus(product({a, a}), a));
  const auto symmetric = vanishes(minus(E::transpose(a), a));
  const auto proof = derive_zero(pythagoras, {idempotent, symmetric});
  REQUIRE(proof.has_value());
  CHECK(proof->independent_of_sizes);
  CHECK_FALSE(proof->cofactors.empty());
  CHECK_FALSE(derive_zero(pythagoras, {idempotent}));
  CHECK_FALSE(derive_zero(pythagoras, {symmetric}));
  const auto sized = derive_zero(minus(E::trace(E::identity(2)), E::number(Rational(2))), {});
  REQUIRE(sized.has_value());
  CHECK_FALSE(sized->independent_of_sizes);
}
