#pragma once

#include <vector>

#include "exact/ball.hpp"

namespace isthmus {

/// A rectangle in the complex plane.
struct ComplexBall {
  Ball real;
  Ball imaginary;
};

/// Whether two rectangles share a point.
bool overlap(const ComplexBall& a, const ComplexBall& b);
/// The mirror image in the real axis.
ComplexBall conjugate(const ComplexBall& a);

/// Simple roots of a polynomial of degree `degree` with ball coefficients.
struct RootIsolation {
  long degree = 0;
  /// Pairwise disjoint; each contains exactly one root, which is simple, of every polynomial the coefficients enclose.
  /// No root outside these is claimed absent unless simple.size() == degree.
  std::vector<ComplexBall> simple;
};

/// Isolates what can be isolated at this precision (Gershgorin-type bounds of Arb's root finder; a root in a box over
/// which the values of the derivative are enclosed in a rectangle without 0 is simple and alone there: the derivative
/// then stays in a half plane on a convex set, Noshiro 1934, Warschawski 1935).
/// Ascending coefficients; the last one must not contain zero, or InvalidInput.
RootIsolation isolate_complex_roots(const std::vector<Ball>& coefficients, long precision);

/// Points near all roots of the polynomial of the middles of the coefficients, multiple ones included: nothing is
/// claimed about how near. The last coefficient must not contain zero, or InvalidInput.
std::vector<ComplexBall> approximate_complex_roots(const std::vector<Ball>& coefficients, long precision);

}  // namespace isthmus
