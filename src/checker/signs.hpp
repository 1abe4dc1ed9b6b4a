#pragma once

#include <cstddef>

#include "checker/relation.hpp"

namespace isthmus::check {

/// Kleene's three truth values.
enum class Truth { no, unknown, yes };

/// The signs that a quantity may have: a subset of {-, 0, +}.
class SignSet {
 public:
  static SignSet all() { return SignSet(true, true, true); }
  static SignSet nonzero() { return SignSet(true, false, true); }
  static SignSet none() { return SignSet(false, false, false); }
  static SignSet only(int sign) { return SignSet(sign<0, sign == 0, sign> 0); }

  bool has(int sign) const noexcept { return sign < 0 ? minus_ : sign == 0 ? zero_ : plus_; }
  bool is_empty() const noexcept { return !minus_ && !zero_ && !plus_; }
  /// Exactly one sign.
  bool is_known() const noexcept { return int{minus_} + int{zero_} + int{plus_} == 1; }

  friend SignSet operator&(SignSet a, SignSet b) {
    return SignSet(a.minus_ && b.minus_, a.zero_ && b.zero_, a.plus_ && b.plus_);
  }
  /// The signs of products.
  friend SignSet operator*(SignSet a, SignSet b) {
    return SignSet((a.minus_ && b.plus_) || (a.plus_ && b.minus_),
                   (a.zero_ && !b.is_empty()) || (b.zero_ && !a.is_empty()),
                   (a.plus_ && b.plus_) || (a.minus_ && b.minus_));
  }
  /// The signs of sums.
  friend SignSet operator+(SignSet a, SignSet b) {
    if (a.is_empty() || b.is_empty()) return none();
    const bool opposite = (a.minus_ && b.plus_) || (a.plus_ && b.minus_);
    return SignSet(a.minus_ || b.minus_, (a.zero_ && b.zero_) || opposite, a.plus_ || b.plus_);
  }
  SignSet without(SignSet a) const { return SignSet(minus_ && !a.minus_, zero_ && !a.zero_, plus_ && !a.plus_); }
  SignSet squared() const { return SignSet(false, zero_, minus_ || plus_); }
  friend bool operator==(SignSet a, SignSet b) = default;

 private:
  SignSet(bool minus, bool zero, bool plus) : minus_(minus), zero_(zero), plus_(plus) {}
  bool minus_;
  bool zero_;
  bool plus_;
};

/// The signs of x^exponent; x^0 = 1.
inline SignSet power(SignSet x, std::size_t exponent) {
  if (exponent == 0) return SignSet::only(1);
  return exponent % 2 == 1 ? x : x.squared();
}

/// Whether quantities with these signs stand in the relation to 0: yes, no, or that depends.
inline Truth truth(Relation relation, SignSet signs) {
  bool some = false;
  bool every = true;
  for (const int sign : {-1, 0, 1}) {
    if (!signs.has(sign)) continue;
    some = some || holds(relation, sign);
    every = every && holds(relation, sign);
  }
  return every ? Truth::yes : some ? Truth::unknown : Truth::no;
}

}  // namespace isthmus::check
