#pragma once

#include <doctest/doctest.h>

#include <compare>
#include <utility>

namespace isthmus {

/// Axioms of a ring with the given zero and one, on three elements; `commutative` adds a*b = b*a.
template <class T>
void check_ring_laws(const T& a, const T& b, const T& c, const T& zero, const T& one, bool commutative = true) {
  CHECK(bool(a + b == b + a));
  CHECK(bool((a + b) + c == a + (b + c)));
  CHECK(bool(a + zero == a));
  CHECK(bool(a - a == zero));
  CHECK(bool(a - b == a + (zero - b)));
  CHECK(bool((a * b) * c == a * (b * c)));
  CHECK(bool(a * one == a));
  CHECK(bool(one * a == a));
  CHECK(bool(a * (b + c) == a * b + a * c));
  CHECK(bool((a + b) * c == a * c + b * c));
  CHECK(bool(a * zero == zero));
  if (commutative) CHECK(bool(a * b == b * a));
  CHECK_FALSE(bool(a + one == a));
}

/// Compound assignment and negation agree with the binary operations, also when an operand is itself.
template <class T>
void check_assignment_laws(const T& a, const T& b, const T& zero) {
  T x = a;
  x += b;
  CHECK(bool(x == a + b));
  x = a;
  x -= b;
  CHECK(bool(x == a - b));
  x = a;
  x *= b;
  CHECK(bool(x == a * b));
  x = a;
  x += x;
  CHECK(bool(x == a + a));
  x = a;
  x *= x;
  CHECK(bool(x == a * a));
  x = a;
  x -= x;
  CHECK(bool(x == zero));
  CHECK(bool(-a == zero - a));
}

/// Copies are independent, moves carry the value, self-assignment keeps it.
template <class T>
void check_value_laws(const T& a, const T& b) {
  T copy(a);
  CHECK(bool(copy == a));
  copy = b;
  CHECK(bool(copy == b));
  const T& self = copy;
  copy = self;
  CHECK(bool(copy == b));
  T moved(std::move(copy));
  CHECK(bool(moved == b));
  copy = a;  // a moved-from value can be assigned
  CHECK(bool(copy == a));
  moved = std::move(copy);
  CHECK(bool(moved == a));
}

template <class T>
void check_field_laws(const T& a, const T& b, const T& zero, const T& one) {
  if (!(b == zero)) {
    CHECK(bool((a / b) * b == a));
    CHECK(bool(b * (one / b) == one));
  }
  if (!(a == zero) && !(b == zero)) CHECK_FALSE(bool(a * b == zero));
}

/// A total order that agrees with equality.
template <class T>
void check_order_laws(const T& a, const T& b, const T& c) {
  CHECK(bool((a <=> a) == 0));
  CHECK(bool(((a <=> b) == 0) == (a == b)));
  CHECK(bool(((a <=> b) < 0) == ((b <=> a) > 0)));
  if (a <= b && b <= c) CHECK(bool(a <= c));
  if (a < b && b <= c) CHECK(bool(a < c));
}

/// The order of an ordered ring: translations keep it, and so does multiplication by a positive element.
template <class T>
void check_ordered_ring_laws(const T& a, const T& b, const T& c, const T& zero) {
  CHECK(bool((a <=> b) == (a + c <=> b + c)));
  CHECK(bool((a <=> b) == (a - b <=> zero)));
  if (c > zero) CHECK(bool((a <=> b) == (a * c <=> b * c)));
}

}  // namespace isthmus
