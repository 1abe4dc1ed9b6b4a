#include "curve/integral_bound.hpp"

#include <array>

#include "curve/rational_curve.hpp"
#include "exact/ball.hpp"
#include "exact/error.hpp"

namespace isthmus {
namespace {

constexpr std::size_t kMostPieces = 400;
constexpr std::size_t kNodes = 5;
constexpr long kBoundPrecision = 200;

/// Rational numbers near the zeros of the Chebyshev polynomial of degree 5, on [0, 1].
std::array<Rational, kNodes> chebyshev_nodes() {
  return {Rational(1) / Rational(41), Rational(7) / Rational(34), Rational(1) / Rational(2),
          Rational(27) / Rational(34), Rational(40) / Rational(41)};
}

/// The multiple of 2^-bits nearest below.
Rational rounded(const Rational& value, unsigned long bits) {
  const Rational scale(pow(Integer(2), bits));
  return Rational((value * scale).floor()) / scale;
}

unsigned long bits_for(const Rational& tolerance) {
  unsigned long bits = 1;
  for (Rational step(1); step > tolerance; step /= Rational(2)) ++bits;
  return bits + 2;
}

class RootBound {
 public:
  RootBound(const Polynomial& numerator, const Polynomial& denominator, Side side, Rational tolerance, Rational length)
      : numerator_(numerator),
        denominator_(denominator),
        side_(side),
        tolerance_(std::move(tolerance)),
        length_(std::move(length)) {}

  void cover(const Rational& from, const Rational& to) {
    if (bound_.pieces.size() >= kMostPieces) throw Undecided("an integral needs more than 400 pieces");
    const Rational share = tolerance_ * (to - from) / length_;
    const Rational margin = std::max(share, tolerance_ / Rational(64)) / (to - from) / Rational(4);
    if (accept(from, to, margin)) return;
    const Rational middle = midpoint(from, to);
    cover(from, middle);
    cover(middle, to);
  }
  PiecewiseBound take() { return std::move(bound_); }

 private:
  /// Interpolates and shifts the interpolant by the margin; false if that is no bound.
  bool accept(const Rational& from, const Rational& to, const Rational& margin) {
    const Polynomial interpolant = interpolated(from, to, margin / Rational(8));
    const Polynomial shift(interpolant.ring(), margin);
    Polynomial bound = side_ == Side::above ? interpolant + shift : interpolant - shift;
    if (!is_bound(bound, from, to)) {
      if (side_ == Side::above || !is_bound(Polynomial(bound.ring()), from, to)) return false;
      if (!small(interpolant + shift, from, to, margin)) return false;
      bound = Polynomial(bound.ring());  // the function comes close to 0
    }
    bound_.integral += integral(bound, from, to);
    bound_.pieces.push_back({to, std::move(bound)});
    return true;
  }

  bool is_bound(const Polynomial& bound, const Rational& from, const Rational& to) const {
    const Polynomial difference = bound * bound * denominator_ - numerator_;
    if (side_ == Side::below) return is_nonnegative_on(-difference, from, to);
    return is_nonnegative_on(bound, from, to) && is_nonnegative_on(difference, from, to);
  }

  /// Whether the function stays below four margins, so that 0 is as good a bound.
  bool small(const Polynomial& interpolant, const Rational& from, const Rational& to, const Rational& margin) const {
    return is_nonnegative_on(Polynomial(interpolant.ring(), Rational(4) * margin) - interpolant, from, to);
  }

  Rational value(const Rational& t, const Rational& precision) const {
    const Rational square = numerator_.evaluate({t}) / denominator_.evaluate({t});
    if (square.sign() <= 0) return Rational(0);
    return rounded(pow(Ball(square, kBoundPrecision), Rational(1) / Rational(2), kBoundPrecision).lower(),
                   bits_for(precision));
  }

  /// The interpolant in the nodes, its coefficients in (t - from)/(to - from) rounded.
  Polynomial interpolated(const Rational& from, const Rational& to, const Rational& precision) const {
    const auto nodes = chebyshev_nodes();
    const PolynomialRing& ring = numerator_.ring();
    const Polynomial u = Polynomial::variable(ring, 0);
    Polynomial sum(ring);
    for (std::size_t i = 0; i < kNodes; ++i) {
      Polynomial product(ring, value(from + nodes[i] * (to - from), precision / Rational(16)));
      for (std::size_t j = 0; j < kNodes; ++j) {
        if (j == i) continue;
        product = Rational(1) / (nodes[i] - nodes[j]) * (product * (u - Polynomial(ring, nodes[j])));
      }
      sum += product;
    }
    std::vector<Polynomial::Term> terms;
    for (Polynomial::Term term : sum.terms()) {
      term.coefficient = rounded(term.coefficient, bits_for(precision / Rational(16)));
      if (!term.coefficient.is_zero()) terms.push_back(std::move(term));
    }
    const Polynomial local = Rational(1) / (to - from) * (u - Polynomial(ring, from));
    return Polynomial(ring, terms).substitute(0, local);
  }

  static Rational integral(const Polynomial& p, const Rational& from, const Rational& to) {
    Rational sum;
    for (const Polynomial::Term& term : p.terms()) {
      const long next = static_cast<long>(term.exponents[0]) + 1;
      sum += term.coefficient * (pow(to, next) - pow(from, next)) / Rational(next);
    }
    return sum;
  }

  const Polynomial& numerator_;
  const Polynomial& denominator_;
  Side side_;
  Rational tolerance_;
  Rational length_;
  PiecewiseBound bound_;
};

}  // namespace

PiecewiseBound bound_of_root(const Polynomial& numerator, const Polynomial& denominator, const Rational& from,
                             const Rational& to, Side side, const Rational& tolerance) {
  require(tolerance.sign() > 0, "a tolerance that is not positive");
  RootBound bound(numerator, denominator, side, tolerance, to - from);
  bound.cover(from, to);
  return bound.take();
}

}  // namespace isthmus
