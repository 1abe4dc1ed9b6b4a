#include "curve/exponential_curve.hpp"

#if __has_include(<flint/acb_calc.h>)
#include <flint/acb_calc.h>
#include <flint/arb_mat.h>
#else
#include <acb_calc.h>
#include <arb_mat.h>
#endif

#include <algorithm>
#include <queue>
#include <utility>

#include "curve/exponential_derivatives.hpp"
#include "exact/error.hpp"

namespace isthmus {
namespace {

constexpr int kMostBisections = 4000;

Point image(const Matrix& m, const Point& point) {
  Point result(m.rows());
  for (std::size_t i = 0; i < m.rows(); ++i) {
    for (std::size_t j = 0; j < m.columns(); ++j) result[i] += m.at(i, j) * point[j];
  }
  return result;
}

Rational squared_norm(const Point& point) {
  Rational sum;
  for (const Rational& x : point) sum += x * x;
  return sum;
}

/// The integrand |gamma'|: the square root of the speed.
int speed_integrand(acb_ptr out, const acb_t z, void* parameter, slong order, slong precision) {
  auto& derivatives = *static_cast<ExponentialDerivatives*>(parameter);
  derivatives.move_to(z, precision);
  derivatives.speed(out, precision);
  acb_sqrt_analytic(out, out, order != 0 ? 1 : 0, precision);
  return 0;
}

/// The integrand kappa |gamma'|.
int turning_integrand(acb_ptr out, const acb_t z, void* parameter, slong order, slong precision) {
  auto& derivatives = *static_cast<ExponentialDerivatives*>(parameter);
  derivatives.move_to(z, precision);
  acb_t speed;
  acb_init(speed);
  derivatives.speed(speed, precision);
  derivatives.bending(out, precision);
  acb_sqrt_analytic(out, out, order != 0 ? 1 : 0, precision);
  acb_div(out, out, speed, precision);
  acb_clear(speed);
  return 0;
}

/// The integral over [from, to]; not finite if none was found.
Ball integral_over(acb_calc_func_t integrand, ExponentialDerivatives& derivatives, const Ball& from, const Ball& to,
                   long digits, long precision) {
  acb_t a, b, result;
  acb_init(a);
  acb_init(b);
  acb_init(result);
  arb_set(acb_realref(a), from.raw());
  arb_set(acb_realref(b), to.raw());
  mag_t tolerance;
  mag_init(tolerance);
  mag_set_ui_2exp_si(tolerance, 1, -4 * digits);
  acb_calc_integrate(result, integrand, &derivatives, a, b, precision, tolerance, nullptr, precision);
  Ball value;
  arb_set(value.raw(), acb_realref(result));
  mag_clear(tolerance);
  acb_clear(a);
  acb_clear(b);
  acb_clear(result);
  return value;
}

/// The integral along the curve, over more and more pieces of the interval until it is enclosed.
Ball integral(acb_calc_func_t integrand, const ExponentialCurve& curve, long digits, long precision) {
  const Point velocity = image(curve.generator, curve.start);
  ExponentialDerivatives derivatives(curve.generator, velocity);
  const Ball from = curve.from.ball(precision);
  const Ball length = sub(curve.to.ball(precision), from, precision);
  for (const long pieces : {8L, 64L, 512L}) {
    Ball sum;
    Ball last = from;
    for (long i = 1; i <= pieces && arb_is_finite(sum.raw()); ++i) {
      const Ball next = add(from, mul(length, Ball(Rational(i) / Rational(pieces), precision), precision), precision);
      sum = add(sum, integral_over(integrand, derivatives, last, next, digits, precision), precision);
      last = next;
    }
    if (arb_is_finite(sum.raw())) return sum;
  }
  throw Undecided("an integral along the curve was not enclosed");
}

/// A part of the interval with an enclosure of kappa^2 over it.
struct Part {
  Rational lower;
  Rational upper;
  Rational bound;  ///< kappa^2 is at most this
  bool operator<(const Part& other) const { return bound < other.bound; }
};

/// |gamma'|^2 and |gamma'|^2 |gamma''|^2 - (gamma' . gamma'')^2 over a ball of parameter values.
std::pair<Ball, Ball> forms_over(ExponentialDerivatives& derivatives, const Ball& t, long precision) {
  acb_t z, speed, bending;
  acb_init(z);
  acb_init(speed);
  acb_init(bending);
  arb_set(acb_realref(z), t.raw());
  derivatives.move_to(z, precision);
  derivatives.speed(speed, precision);
  derivatives.bending(bending, precision);
  std::pair<Ball, Ball> forms;
  arb_set(forms.first.raw(), acb_realref(speed));
  arb_set(forms.second.raw(), acb_realref(bending));
  acb_clear(z);
  acb_clear(speed);
  acb_clear(bending);
  return forms;
}

/// kappa^2 over a ball of parameter values.
Ball curvature_over(ExponentialDerivatives& derivatives, const Ball& t, long precision) {
  const auto [g, b] = forms_over(derivatives, t, precision);
  return div(b, mul(g, mul(g, g, precision), precision), precision);
}

}  // namespace

Angle Angle::parse(const std::string& text) {
  const std::size_t at = text.find("pi");
  if (at == std::string::npos) return {Rational::parse(text), false};
  std::string before = text.substr(0, at);
  std::string after = text.substr(at + 2);
  if (before.empty() || before == "-") before += "1*";
  require(before.back() == '*' && (after.empty() || after[0] == '/'),
          "'" + text + "' is no number and no multiple of pi like 'pi', '2/3*pi', 'pi/4'");
  before.pop_back();
  return {Rational::parse(before) / (after.empty() ? Rational(1) : Rational::parse(after.substr(1))), true};
}

Ball Angle::ball(long precision) const {
  Ball value(factor, precision);
  if (!times_pi) return value;
  Ball pi;
  arb_const_pi(pi.raw(), precision);
  return mul(value, pi, precision);
}

ExponentialCurve::ExponentialCurve(Matrix the_generator, Point the_start, Angle the_from, Angle the_to)
    : generator(std::move(the_generator)),
      start(std::move(the_start)),
      from(std::move(the_from)),
      to(std::move(the_to)) {
  require(generator.rows() == generator.columns(), "the generator has " + std::to_string(generator.rows()) +
                                                       " rows and " + std::to_string(generator.columns()) + " columns");
  require(start.size() == generator.rows(), "the start has " + std::to_string(start.size()) +
                                                " coordinates, the generator " + std::to_string(generator.rows()) +
                                                " rows");
  require(!squared_speed().is_zero(), "the curve is a point: the generator maps the start to 0");
  const Ball length = sub(to.ball(128), from.ball(128), 128);
  require(length.sign() == 1, "the interval is empty or a point");
}

bool ExponentialCurve::is_skew() const {
  for (std::size_t i = 0; i < generator.rows(); ++i) {
    for (std::size_t j = 0; j <= i; ++j) {
      if (generator.at(i, j) != -generator.at(j, i)) return false;
    }
  }
  return true;
}

Rational ExponentialCurve::squared_speed() const { return squared_norm(image(generator, start)); }

Rational ExponentialCurve::squared_acceleration() const {
  return squared_norm(image(generator, image(generator, start)));
}

Ball ExponentialCurve::squared_chord(long precision) const {
  const auto n = static_cast<slong>(start.size());
  arb_mat_t m, e, f, w;
  arb_mat_init(m, n, n);
  arb_mat_init(e, n, n);
  arb_mat_init(f, n, n);
  arb_mat_init(w, n, 1);
  arb_mat_set_fmpq_mat(m, generator.raw(), precision);
  for (slong i = 0; i < n; ++i) {
    arb_set_fmpq(arb_mat_entry(w, i, 0), start[static_cast<std::size_t>(i)].raw(), precision);
  }
  arb_mat_scalar_mul_arb(e, m, to.ball(precision).raw(), precision);
  arb_mat_exp(e, e, precision);
  arb_mat_scalar_mul_arb(f, m, from.ball(precision).raw(), precision);
  arb_mat_exp(f, f, precision);
  arb_mat_sub(e, e, f, precision);
  arb_mat_mul(w, e, w, precision);
  Ball sum;
  for (slong i = 0; i < n; ++i) arb_addmul(sum.raw(), arb_mat_entry(w, i, 0), arb_mat_entry(w, i, 0), precision);
  arb_mat_clear(m);
  arb_mat_clear(e);
  arb_mat_clear(f);
  arb_mat_clear(w);
  return sum;
}

Ball ExponentialCurve::length(long digits, long precision) const {
  return integral(speed_integrand, *this, digits, precision);
}

Ball ExponentialCurve::total_curvature(long digits, long precision) const {
  return integral(turning_integrand, *this, digits, precision);
}

ExponentialCurve::Sweep ExponentialCurve::sweep(long pieces, long precision) const {
  const Point velocity = image(generator, start);
  ExponentialDerivatives derivatives(generator, velocity);
  const Rational begin = from.ball(precision).lower();
  const Rational end = to.ball(precision).upper();
  const Ball step((end - begin) / Rational(pieces), precision);
  Sweep result;
  Rational attained;
  Rational bound;
  for (long i = 0; i < pieces; ++i) {
    const Rational a = begin + (end - begin) * Rational(i) / Rational(pieces);
    const Rational b = begin + (end - begin) * Rational(i + 1) / Rational(pieces);
    const auto [speed, bending] = forms_over(derivatives, Ball::hull(a, b, precision), precision);
    const Ball root = pow(speed, Rational(1) / Rational(2), precision);
    Ball area;
    arb_sqrtpos(area.raw(), bending.raw(), precision);
    result.length = add(result.length, mul(step, root, precision), precision);
    result.total_curvature = add(result.total_curvature, mul(step, div(area, speed, precision), precision), precision);
    const Ball over = div(bending, mul(speed, mul(speed, speed, precision), precision), precision);
    const Ball at = curvature_over(derivatives, Ball(a, precision), precision);
    if (!arb_is_finite(over.raw()) || !arb_is_finite(at.raw())) {
      arb_indeterminate(result.length.raw());
      return result;
    }
    attained = std::max(attained, at.lower());
    bound = std::max(bound, over.upper());
  }
  result.squared_curvature = Ball::hull(std::min(attained, bound), bound, precision);
  return result;
}

Ball ExponentialCurve::squared_curvature(long digits, long precision) const {
  const Point velocity = image(generator, start);
  ExponentialDerivatives derivatives(generator, velocity);
  const Rational lower = from.ball(precision).lower();
  const Rational upper = to.ball(precision).upper();
  Rational attained;  // kappa^2 is at least this somewhere
  const auto part = [&](const Rational& a, const Rational& b) -> std::optional<Part> {
    const Ball over = curvature_over(derivatives, Ball::hull(a, b, precision), precision);
    const Ball at = curvature_over(derivatives, Ball(midpoint(a, b), precision), precision);
    if (arb_is_finite(at.raw())) attained = std::max(attained, at.lower());
    if (!arb_is_finite(over.raw())) return std::nullopt;
    return Part{a, b, over.upper()};
  };
  std::priority_queue<Part> parts;
  std::vector<std::pair<Rational, Rational>> wide{{lower, upper}};
  const Rational relative = pow(Rational(1) / Rational(10), std::min(digits, 4L));
  for (int step = 0; step < kMostBisections; ++step) {
    if (!wide.empty()) {
      const auto [a, b] = wide.back();
      wide.pop_back();
      const Rational middle = midpoint(a, b);
      for (const auto& [c, d] : {std::pair(a, middle), std::pair(middle, b)}) {
        if (const auto found = part(c, d)) {
          parts.push(*found);
        } else {
          wide.emplace_back(c, d);
        }
      }
      continue;
    }
    const Part top = parts.top();
    if (top.bound - attained <= relative * attained) break;
    parts.pop();
    wide.emplace_back(top.lower, top.upper);
  }
  if (!wide.empty() && parts.empty()) throw Undecided("the curvature was not enclosed");
  Rational bound = parts.top().bound;
  for (const auto& [a, b] : wide) {
    const auto found = part(a, b);
    if (!found) throw Undecided("the curvature was not enclosed");
    bound = std::max(bound, found->bound);
  }
  return Ball::hull(attained, bound, precision);
}

}  // namespace isthmus
