#include "checker/algebraic.hpp"

#include <algorithm>
#include <iterator>
#include <optional>
#include <stdexcept>
#include <utility>

namespace isthmus::check {
namespace {

constexpr unsigned kNarrowBits = 64;
constexpr unsigned kNarrowerBits = 320;

std::size_t variations_at(const std::vector<Univariate>& chain, const Rational& x) {
  std::size_t changes = 0;
  int last = 0;
  for (const Univariate& p : chain) {
    const int current = p.sign_at(x);
    if (current != 0 && last != 0 && current != last) ++changes;
    if (current != 0) last = current;
  }
  return changes;
}

/// The only root of q between the ends, no roots themselves unless they are equal, up to 2^-bits.
NarrowInterval narrowed(const Univariate& q, NarrowInterval x, unsigned bits) {
  const int at_lower = q.sign_at(Rational(x.lower, x.denominator));
  while (((x.upper - x.lower) << bits) > x.denominator) {
    const Integer middle = x.lower + x.upper;
    x = {x.lower * 2, x.upper * 2, x.denominator * 2};
    const int at_middle = q.sign_at(Rational(middle, x.denominator));
    if (at_middle == 0) return {middle, middle, x.denominator};
    (at_middle == at_lower ? x.lower : x.upper) = middle;
  }
  return x;
}

/// The sign of p on the whole interval, by Horner's scheme; nothing if it may vanish there.
std::optional<int> sign_on(const NarrowInterval& x, const Univariate& p) {
  Integer lower = 0;
  Integer upper = 0;
  Integer scale = 1;
  for (std::size_t i = p.coefficients().size(); i-- > 0;) {
    const Integer ends[] = {lower * x.lower, lower * x.upper, upper * x.lower, upper * x.upper};
    const auto [least, largest] = std::minmax_element(std::begin(ends), std::end(ends));
    const Integer constant = p.coefficients()[i] * scale;
    lower = *least + constant;
    upper = *largest + constant;
    scale *= x.denominator;
  }
  return sign(lower) * sign(upper) > 0 ? std::optional(sign(lower)) : std::nullopt;
}

}  // namespace

AlgebraicNumber::AlgebraicNumber(Univariate q, Rational lower, Rational upper)
    : q_(std::move(q)), lower_(std::move(lower)), upper_(std::move(upper)) {
  if (!(lower_ < upper_)) throw std::invalid_argument("the interval of an algebraic number is empty");
  if (q_.is_constant()) throw std::invalid_argument("the polynomial of an algebraic number is constant");
  if (!gcd(q_, q_.derivative()).is_constant()) {
    throw std::invalid_argument("the polynomial of an algebraic number is not squarefree");
  }
  if (q_.sign_at(lower_) == 0 || q_.sign_at(upper_) == 0) {
    throw std::invalid_argument("an end of the interval of an algebraic number is a root");
  }
  const std::size_t roots = RootCounter(q_).inside(lower_, upper_);
  if (roots != 1) {
    throw std::invalid_argument("the interval of an algebraic number holds " + std::to_string(roots) + " roots");
  }
  narrow_ = narrowed(q_,
                     {lower_.numerator() * upper_.denominator(), upper_.numerator() * lower_.denominator(),
                      lower_.denominator() * upper_.denominator()},
                     kNarrowBits);
}

int AlgebraicNumber::sign_of(const Univariate& p) const {
  if (const auto sign = sign_on(narrow_, p)) return *sign;
  const Univariate rest = remainder(p, q_);
  if (rest.is_zero()) return 0;
  if (!narrower_) narrower_ = narrowed(q_, narrow_, kNarrowerBits);
  if (const auto sign = sign_on(*narrower_, p)) return *sign;
  const auto chain = signed_remainders(q_, remainder(q_.derivative() * rest, q_));
  const std::size_t below = variations_at(chain, lower_);
  const std::size_t above = variations_at(chain, upper_);
  return below == above ? 0 : below > above ? 1 : -1;
}

}  // namespace isthmus::check
