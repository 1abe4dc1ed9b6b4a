#pragma once

#include <vector>

#include "laws/random_source.hpp"

namespace isthmus {

/// Random plane curves, mostly of the kinds that are hard: singular, tangent, with vertical lines, asymptotes, isolated
/// points and even roots.
class PlaneCurves {
 public:
  explicit PlaneCurves(RandomSource& random)
      : random_(random), ring_({"x", "y"}), x_(Polynomial::variable(ring_, 0)), y_(Polynomial::variable(ring_, 1)) {}

  const PolynomialRing& ring() const { return ring_; }

  /// A nonconstant polynomial of degree at most 5 (6 for a sum of two squares).
  Polynomial curve() {
    for (;;) {
      Polynomial p = candidate();
      if (!p.is_constant()) return p;
    }
  }
  /// A curve that touches, or meets in a special way, a given one.
  Polynomial companion(const Polynomial& p) {
    switch (random_.below(4)) {
      case 0:
        return p + c(random_.coefficient());
      case 1:
        return p + c(random_.coefficient()) * pow(line(), 2);
      case 2:
        return p.degree(1) > 1 ? p.derivative(1) : p + line();
      default:
        return p.total_degree() <= 4 ? p + line() * c(random_.coefficient()) : curve();
    }
  }

 private:
  Polynomial c(long value) const { return Polynomial(ring_, Rational(value)); }
  Polynomial small() { return c(random_.between(-2, 2)); }
  Polynomial line() { return random_.linear(ring_); }
  Polynomial circle() { return pow(x_ - small(), 2) + pow(y_ - small(), 2) - c(random_.between(0, 4)); }

  Polynomial candidate() {
    switch (random_.below(16)) {
      case 0:
        return line();
      case 1:
        return x_ - small();
      case 2:
        return random_.chance(1, 2) ? y_ - small() : c(random_.between(2, 3)) * x_ - small();
      case 3:
        return circle();
      case 4:
        return random_.dense(ring_, 2);
      case 5:
        return random_.dense(ring_, 3, 7);
      case 6:
        return random_.dense(ring_, 4, random_.chance(1, 2) ? 10 : 5);
      case 7:
        return random_.dense(ring_, 5, random_.chance(1, 2) ? 10 : 4);
      case 8:
        return pow(x_ - small(), 2) + pow(y_ - small(), 2) * c(random_.between(1, 2));
      case 9:
        return moved(singular());
      case 10:
        return pow(circle(), 2) + pow(random_.chance(1, 2) ? line() : x_ - small(), 2);
      case 11:
        return asymptotic();
      case 12:
        return random_.sparse(ring_, 5, 3);
      case 13:
        return y_ - random_.sparse(PolynomialRing({"x"}), 5, 3).in_ring(ring_);
      case 14:
        return random_.dense(ring_, 2, 8).compose({x_ * x_, y_}, ring_);
      default:
        return x_ - random_.sparse(PolynomialRing({"y"}), 4, 3).in_ring(ring_);
    }
  }

  /// Nodes, cusps, tacnodes, isolated points and the like, all at the origin.
  Polynomial singular() {
    const Polynomial x2 = x_ * x_;
    const Polynomial y2 = y_ * y_;
    switch (random_.below(12)) {
      case 0:
        return y2 - x2 * (x_ + c(1));
      case 1:
        return y2 - x2 * (x_ - c(1));
      case 2:
        return y2 - x2 * x_;
      case 3:
        return pow(x2 + y2, 2) - c(2) * (x2 - y2);
      case 4:
        return x2 * x2 + y2 * y2 - pow(x_ - y_, 2) * (x_ + y_);
      case 5:
        return y2 - x2 * x2 * (c(1) - x_);
      case 6:
        return x2 * y2 + x2 + y2 * y_;
      case 7:
        return pow(x2 + y2, 2) - x_ * (x2 - c(3) * y2);
      case 8:
        return y2 - x2 * x2 * x_;
      case 9:
        return x_ * y2 + x2 + y2;
      case 10:
        return x2 * x2 + x2 * y2 - c(2) * x2 * y_ - x_ * y2 + y2;
      default:
        return pow(y_ - x2, 2) - pow(x_, 5);
    }
  }

  Polynomial asymptotic() {
    switch (random_.below(7)) {
      case 0:
        return x_ * y_ - small();
      case 1:
        return x_ * y_ * y_ - small();
      case 2:
        return x_ * x_ * y_ + x_ + small();
      case 3:
        return y_ * y_ * (x_ - small()) - x_ * x_ + small();
      case 4:
        return x_ * y_ * y_ + line() * y_ + small();
      case 5:
        return (x_ * x_ - small()) * y_ * y_ * y_ - y_ + line();
      default:
        return x_ * x_ * y_ * y_ + line() * y_ + small();
    }
  }

  /// After a random affine change of coordinates with small integers.
  Polynomial moved(const Polynomial& p) {
    if (random_.chance(1, 3)) return p;
    const Polynomial first = line();
    const Polynomial second = random_.chance(1, 2) ? line() : y_ + small() * x_ + small();
    return p.compose({first, second}, ring_);
  }

  RandomSource& random_;
  PolynomialRing ring_;
  Polynomial x_;
  Polynomial y_;
};

}  // namespace isthmus
