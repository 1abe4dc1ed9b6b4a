#include "decompose/fibre_roots.hpp"

#include <algorithm>
#include <map>
#include <optional>

#include "decompose/evaluation_plan.hpp"
#include "decompose/gaps.hpp"
#include "exact/ball_value.hpp"
#include "exact/complex_roots.hpp"
#include "exact/error.hpp"
#include "exact/polynomial.hpp"

namespace isthmus {

namespace {

constexpr long first_precision = 64;
constexpr long last_precision = 1024;
constexpr long last_precision_of_small = 128;  // where the eliminants of the last resort are of small degree
constexpr long small_degree = 128;

void merge_roots(std::vector<RealRoot>& all, std::vector<RealRoot> more) {
  all.insert(all.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
  std::sort(all.begin(), all.end(), [](const RealRoot& a, const RealRoot& b) { return a < b; });
  all.erase(std::unique(all.begin(), all.end(), [](const RealRoot& a, const RealRoot& b) { return a == b; }),
            all.end());
}

std::vector<Rational> samples_over_rational(const Rational& alpha, const std::vector<FibrePolynomial>& polynomials) {
  std::vector<RealRoot> roots;
  for (const FibrePolynomial& f : polynomials) {
    const UnivariatePolynomial p = specialise(f.coefficients, alpha);
    ensure(!p.is_zero(), "a projection factor vanishes identically over a wall");
    if (!p.is_constant()) merge_roots(roots, isolate_real_roots(p));
  }
  return gap_samples(roots);
}

/// The coordinate of the wall as a ball, computed once per precision.
class BallsOf {
 public:
  explicit BallsOf(const RealRoot& alpha) : root_(alpha) {}

  const RealRoot& root() const { return root_; }
  const Ball& at(long precision) {
    const auto found = balls_.find(precision);
    if (found != balls_.end()) return found->second;
    return balls_.emplace(precision, root_.ball(precision)).first->second;
  }

 private:
  RealRoot root_;
  std::map<long, Ball> balls_;
};

/// Complex enclosures of all roots of one polynomial at alpha. `doubled`: the last enclosure holds a real double root.
struct Enclosures {
  std::vector<ComplexBall> roots;
};

/// All distinct roots of f at alpha, each in its own ball, or nullopt at this precision.
class EnclosureSearch {
 public:
  EnclosureSearch(BallsOf& alpha, const FibrePolynomial& f) : alpha_(alpha), f_(f) {
    degree_ = static_cast<long>(f.coefficients.size()) - 1;
    while (degree_ >= 0 && vanishes(f.coefficients[static_cast<std::size_t>(degree_)])) --degree_;
    ensure(degree_ >= 0, "a projection factor vanishes identically over a wall");
    dropped_ = static_cast<long>(f.coefficients.size()) - 1 - degree_;
  }

  long dropped() const { return dropped_; }

  std::optional<Enclosures> at(long precision) const {
    if (degree_ == 0) return Enclosures{};
    const Ball& t = alpha_.at(precision);
    std::vector<Ball> coefficients;
    for (long e = 0; e <= degree_; ++e)
      coefficients.push_back(value_on(f_.coefficients[static_cast<std::size_t>(e)], t, precision));
    if (coefficients.back().contains_zero()) return std::nullopt;
    RootIsolation isolation = isolate_complex_roots(coefficients, precision);
    const long simple = static_cast<long>(isolation.simple.size());
    if (simple == degree_) return Enclosures{std::move(isolation.simple)};
    // A collision over the wall is certain; if all other roots are simple and at most one went to infinity, the two
    // that are left are that collision, hence equal and real, and their sum is known.
    if (simple != degree_ - 2 || f_.discriminant_exponent == 0 || dropped_ > 1) return std::nullopt;
    isolation.simple.push_back(double_root(coefficients, isolation.simple, precision));
    for (std::size_t i = 0; i + 1 < isolation.simple.size(); ++i)
      if (overlap(isolation.simple[i], isolation.simple.back())) return std::nullopt;
    return Enclosures{std::move(isolation.simple)};
  }

 private:
  bool vanishes(const UnivariatePolynomial& c) const {
    if (c.is_zero()) return true;
    if (c.is_constant()) return false;
    if (!value_on(c, alpha_.at(first_precision), first_precision).contains_zero()) return false;
    return alpha_.root().sign_of(c) == 0;
  }

  static ComplexBall double_root(const std::vector<Ball>& c, const std::vector<ComplexBall>& simple, long precision) {
    const std::size_t d = c.size() - 1;
    Ball sum = div(c[d - 1], c[d], precision);
    for (const ComplexBall& root : simple) sum = add(sum, root.real, precision);
    ComplexBall result;
    result.real = div(sum, Ball(Rational(-2), precision), precision);
    return result;
  }

  BallsOf& alpha_;
  const FibrePolynomial& f_;
  long degree_ = 0;
  long dropped_ = 0;
};

/// Decides which enclosures hold real roots; nullopt if one touches the real axis without being shown real.
std::optional<std::vector<bool>> real_ones(const std::vector<ComplexBall>& roots) {
  std::vector<bool> real(roots.size(), false);
  for (std::size_t i = 0; i < roots.size(); ++i) {
    if (!roots[i].imaginary.contains_zero()) continue;
    for (std::size_t j = 0; j < roots.size(); ++j)
      if (j != i && overlap(conjugate(roots[i]), roots[j])) return std::nullopt;
    real[i] = true;
  }
  return real;
}

struct RealEnclosure {
  Rational lower;
  Rational upper;
};

/// The real roots of all polynomials as disjoint intervals, or nullopt at this precision.
std::optional<std::vector<RealEnclosure>> real_enclosures(const std::vector<EnclosureSearch>& searches,
                                                          const std::vector<FibrePolynomial>& polynomials,
                                                          long precision) {
  std::vector<std::vector<ComplexBall>> kept;
  std::vector<RealEnclosure> result;
  for (std::size_t i = 0; i < searches.size(); ++i) {
    std::optional<Enclosures> own = searches[i].at(precision);
    if (!own) return std::nullopt;
    const auto real = real_ones(own->roots);
    if (!real) return std::nullopt;
    std::vector<bool> duplicate(own->roots.size(), false);
    for (std::size_t j = 0; j < i; ++j) {
      std::vector<std::size_t> touching;
      std::size_t pairs = 0;
      for (std::size_t a = 0; a < own->roots.size(); ++a)
        for (const ComplexBall& other : kept[j])
          if (overlap(own->roots[a], other)) {
            ++pairs;
            touching.push_back(a);
          }
      if (pairs == 0) continue;
      // The resultant says that the two share a root over the wall; a single overlap must be that root.
      const bool common = polynomials[i].resultant_exponents[j] > 0 && pairs == 1 &&
                          (searches[i].dropped() == 0 || searches[j].dropped() == 0);
      if (!common) return std::nullopt;
      duplicate[touching.front()] = true;
    }
    for (std::size_t a = 0; a < own->roots.size(); ++a)
      if ((*real)[a] && !duplicate[a]) result.push_back({own->roots[a].real.lower(), own->roots[a].real.upper()});
    kept.push_back(std::move(own->roots));
  }
  std::sort(result.begin(), result.end(), [](const auto& a, const auto& b) { return a.lower < b.lower; });
  for (std::size_t i = 0; i + 1 < result.size(); ++i)
    if (result[i].upper >= result[i + 1].lower) return std::nullopt;
  return result;
}

std::vector<Rational> samples_between(const std::vector<RealEnclosure>& roots) {
  if (roots.empty()) return {Rational(0)};
  std::vector<Rational> samples{simplest_below(roots.front().lower)};
  for (std::size_t i = 0; i + 1 < roots.size(); ++i)
    samples.push_back(simplest_between(roots[i].upper, roots[i + 1].lower));
  samples.push_back(simplest_above(roots.back().upper));
  return samples;
}

/// Roots of the conjugates included: all real roots of Res_t(q(t), f(t, x)), q the polynomial of alpha.
std::vector<Rational> samples_by_resultant(const RealRoot& alpha, const std::vector<FibrePolynomial>& polynomials) {
  const PolynomialRing ring({"t", "x"});
  const auto bivariate = [&](const std::vector<UnivariatePolynomial>& coefficients) {
    std::vector<Polynomial::Term> terms;
    for (std::size_t e = 0; e < coefficients.size(); ++e)
      for (long i = 0; i <= coefficients[e].degree(); ++i)
        terms.push_back(
            {Rational(coefficients[e].coefficient(i)), {static_cast<unsigned>(i), static_cast<unsigned>(e)}});
    return Polynomial(ring, terms);
  };
  std::vector<RealRoot> roots;
  for (const FibrePolynomial& f : polynomials) {
    // Where the polynomial of alpha is reducible, f may vanish identically at a root of another factor: that factor
    // goes.
    UnivariatePolynomial common = alpha.polynomial();
    for (const UnivariatePolynomial& c : f.coefficients) common = gcd(common, c);
    ensure(alpha.sign_of(common) != 0, "a projection factor vanishes identically over a wall");
    const Polynomial q = bivariate({exact_quotient(alpha.polynomial(), common)});
    const Polynomial p = bivariate(f.coefficients);
    const Polynomial norm = p.depends_on(0) ? resultant(q, p, 0) : p;
    ensure(!norm.is_zero(), "a projection factor vanishes identically over a wall");
    if (!norm.is_constant()) merge_roots(roots, isolate_real_roots(norm.to_univariate(1)));
  }
  return gap_samples(roots);
}

}  // namespace

std::vector<Ball> coefficients_at(const FibrePolynomial& f, const Ball& t, long precision) {
  std::vector<Ball> result;
  for (const UnivariatePolynomial& c : f.coefficients) result.push_back(value_on(c, t, precision));
  return result;
}

std::vector<Rational> gap_samples_over(const RealRoot& alpha, const std::vector<FibrePolynomial>& polynomials) {
  if (alpha.is_point()) return samples_over_rational(alpha.lower(), polynomials);
  std::vector<EnclosureSearch> searches;
  BallsOf balls(alpha);
  for (const FibrePolynomial& f : polynomials) searches.emplace_back(balls, f);
  long degree = 0;
  for (const FibrePolynomial& f : polynomials) degree = std::max(degree, static_cast<long>(f.coefficients.size()) - 1);
  const bool small = degree * alpha.polynomial().degree() <= small_degree;
  const long last = small ? last_precision_of_small : last_precision;
  for (long precision = first_precision; precision <= last; precision *= 2)
    if (auto enclosures = real_enclosures(searches, polynomials, precision)) return samples_between(*enclosures);
  return samples_by_resultant(alpha, polynomials);
}

}  // namespace isthmus
