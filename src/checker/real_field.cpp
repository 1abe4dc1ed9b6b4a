#include "checker/real_field.hpp"

#include <algorithm>

#include "checker/limits.hpp"
#include "checker/outcome.hpp"
#include "checker/set_reader.hpp"

namespace isthmus::check {
namespace {

constexpr std::size_t kMostTerms = 20000;

/// The power of a polynomial, within the limits of this program.
Polynomial bounded_power(const Polynomial& p, std::size_t exponent) {
  if (exponent > static_cast<std::size_t>(limits::kPower)) throw Declined("a power beyond 1000");
  const Polynomial result = power(p, exponent);
  if (result.terms().size() > kMostTerms) throw Declined("a polynomial of more than 20000 terms");
  return result;
}

}  // namespace

RealField::RealField(const std::vector<std::string>& positive_variables, const Json& steps, Session& session)
    : names_(positive_variables), positive_(positive_variables.size()), place_(&steps) {
  for (const auto& step : steps.elements()) {
    if ((*step)[0].is_text("power")) names_.push_back((*step)[1].text());
  }
  for (std::size_t i = 0; i < names_.size(); ++i) {
    require(is_name(names_[i]), "'" + names_[i] + "' is not a name");
    require(std::find(names_.begin(), names_.begin() + static_cast<std::ptrdiff_t>(i), names_[i]) ==
                names_.begin() + static_cast<std::ptrdiff_t>(i),
            "the name " + names_[i] + " stands twice");
  }
  for (const auto& step : steps.elements()) {
    place_ = step.get();
    const Json& kind = (*step)[0];
    kind.require(kind.is_text("power") || kind.is_text("sign"), "encoding", "unknown step");
    if (kind.is_text("power")) {
      add_power(*step);
    } else {
      add_sign(*step, session);
    }
  }
  place_ = &steps;
  session.trust("laws of real powers of positive numbers");
}

/// Only letters that are declared already may occur.
Polynomial RealField::polynomial(const Json& text) const {
  const std::vector<std::string> known(names_.begin(),
                                       names_.begin() + static_cast<std::ptrdiff_t>(positive_ + powers_.size()));
  const Polynomial p = read_polynomial(parse(text.text()), Scope(known));
  std::vector<Polynomial> letters;
  for (std::size_t i = 0; i < known.size(); ++i) letters.push_back(Polynomial::variable(names_.size(), i));
  if (letters.empty()) return Polynomial(names_.size(), p.constant_term());
  return p.compose(letters);
}

void RealField::add_power(const Json& step) {
  require(step.size() == 5, "a power has a name, a base and an exponent");
  const Polynomial base = polynomial(step[2]);
  const Polynomial denominator = polynomial(step[4]);
  const auto sign = sign_of({base, Polynomial(names_.size(), 1)});
  require(sign && sign->sign > 0 && sign->strict, "the base is not shown to be positive");
  const auto defined = denominator.is_zero() ? std::nullopt : sign_of({denominator, Polynomial(names_.size(), 1)});
  require(defined && defined->strict, "the denominator of the exponent is not shown to be nonzero");
  powers_.push_back({base, reduced({polynomial(step[3]), denominator}), positive_ + powers_.size()});
}

Quotient RealField::constant(const Rational& value) const {
  return {Polynomial(names_.size(), value), Polynomial(names_.size(), 1)};
}

Quotient RealField::variable(const std::string& name) const {
  const auto place = std::find(names_.begin(), names_.end(), name);
  require(place != names_.end(), "there is no variable " + name);
  return {Polynomial::variable(names_.size(), static_cast<std::size_t>(place - names_.begin())),
          Polynomial(names_.size(), 1)};
}

/// Common factors among the letters and the polynomials of shown strict sign are cancelled; the denominator is
/// primitive.
Quotient RealField::reduced(Quotient f) const {
  if (f.numerator.is_zero()) return constant(0);
  const auto cancel = [&](const Polynomial& factor) {
    if (factor.is_constant()) return;
    while (true) {
      if (f.denominator.is_constant()) return;
      const auto below = divide_exactly(f.denominator, factor);
      if (!below) return;
      const auto above = divide_exactly(f.numerator, factor);
      if (!above) return;
      f = {*above, *below};
    }
  };
  for (std::size_t v = 0; v < names_.size(); ++v) cancel(Polynomial::variable(names_.size(), v));
  for (const Shown& shown : shown_) {
    if (shown.sign.strict) cancel(shown.polynomial);
  }
  const Polynomial primitive = f.denominator.primitive();
  const Rational unit(f.denominator.terms()[0].coefficient * primitive.denominator(),
                      f.denominator.denominator() * primitive.terms()[0].coefficient);
  f.numerator = (Rational(1) / unit) * f.numerator;
  f.denominator = primitive;
  if (f.numerator.terms().size() > kMostTerms) throw Declined("a polynomial of more than 20000 terms");
  return f;
}

Quotient RealField::add(const Quotient& a, const Quotient& b) const {
  if (a.denominator == b.denominator) return reduced({a.numerator + b.numerator, a.denominator});
  return reduced({a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator});
}

Quotient RealField::subtract(const Quotient& a, const Quotient& b) const {
  return add(a, {-b.numerator, b.denominator});
}

Quotient RealField::multiply(const Quotient& a, const Quotient& b) const {
  return reduced({a.numerator * b.numerator, a.denominator * b.denominator});
}

Quotient RealField::divide(const Quotient& a, const Quotient& b) const {
  const auto sign = sign_of(b);
  require(sign && sign->strict && sign->sign != 0, "a divisor is not shown to be nonzero");
  return reduced({a.numerator * b.denominator, a.denominator * b.numerator});
}

bool RealField::equal(const Quotient& a, const Quotient& b) {
  return a.numerator * b.denominator == b.numerator * a.denominator;
}

std::string RealField::text(const Quotient& f) const {
  return "(" + f.numerator.text(names_) + ")/(" + f.denominator.text(names_) + ")";
}

std::optional<Rational> RealField::constant_of(const Quotient& f) const {
  if (!f.numerator.is_constant() || !f.denominator.is_constant()) return std::nullopt;
  return f.numerator.constant_term() / f.denominator.constant_term();
}

Quotient RealField::evaluate(const Syntax& e, const std::map<std::string, Quotient>& values) const {
  using Kind = Syntax::Kind;
  switch (e.kind) {
    case Kind::number:
      return constant(number_value(e));
    case Kind::name: {
      const auto found = values.find(e.text);
      require(found != values.end(), "the variable " + e.text + " has no value");
      return found->second;
    }
    case Kind::sum: {
      Quotient result = constant(0);
      for (std::size_t i = 0; i < e.parts.size(); ++i) {
        const Quotient part = evaluate(e.parts[i], values);
        result = e.signs[i] == '-' ? subtract(result, part) : add(result, part);
      }
      return result;
    }
    case Kind::product: {
      Quotient result = constant(1);
      for (std::size_t i = 0; i < e.parts.size(); ++i) {
        const Quotient part = evaluate(e.parts[i], values);
        result = e.signs[i] == '/' ? divide(result, part) : multiply(result, part);
      }
      return result;
    }
    case Kind::power:
      return power(evaluate(e.parts[0], values), evaluate(e.parts[1], values));
    default:
      reject("an expression that is not real");
  }
}

Quotient RealField::integer_power(const Quotient& base, long exponent) const {
  const std::size_t times = static_cast<std::size_t>(exponent < 0 ? -exponent : exponent);
  const Quotient positive{bounded_power(base.numerator, times), bounded_power(base.denominator, times)};
  return exponent < 0 ? divide(constant(1), positive) : reduced(positive);
}

std::optional<Rational> RealField::factors(Polynomial p, std::vector<std::pair<Polynomial, std::size_t>>& found) const {
  const auto take = [&](const Polynomial& factor) {
    if (factor.is_constant()) return;
    std::size_t times = 0;
    while (!p.is_constant()) {
      const auto rest = divide_exactly(p, factor);
      if (!rest) break;
      p = *rest;
      ++times;
    }
    if (times > 0) found.emplace_back(factor, times);
  };
  for (std::size_t v = 0; v < names_.size(); ++v) take(Polynomial::variable(names_.size(), v));
  for (const Shown& shown : shown_) take(shown.polynomial);
  if (!p.is_constant()) return std::nullopt;
  return p.constant_term();
}

std::optional<Sign> RealField::sign_of(const Quotient& f) const {
  if (f.numerator.is_zero()) return Sign{0, false};
  Sign result{1, true};
  for (const Polynomial* part : {&f.numerator, &f.denominator}) {
    std::vector<std::pair<Polynomial, std::size_t>> found;
    const auto unit = factors(*part, found);
    if (!unit) return std::nullopt;
    result.sign *= check::sign(*unit);
    for (const auto& [factor, times] : found) {
      for (const Shown& shown : shown_) {
        if (!(shown.polynomial == factor)) continue;
        if (times % 2 == 1) result.sign *= shown.sign.sign;
        result.strict = result.strict && shown.sign.strict;
        break;
      }
    }
  }
  return result;
}

Quotient RealField::power(const Quotient& base, const Quotient& exponent) const {
  if (const auto value = constant_of(exponent); value && value->denominator() == 1) {
    if (*value < -limits::kPower || *value > limits::kPower) throw Declined("a power beyond 1000");
    return integer_power(base, static_cast<long>(value->numerator()));
  }
  const auto sign = sign_of(base);
  require(sign && sign->sign > 0 && sign->strict, "the base of a power is not shown to be positive");
  Quotient result = constant(1);
  Rational unit = 1;
  for (const long direction : {1L, -1L}) {
    std::vector<std::pair<Polynomial, std::size_t>> found;
    const Rational constant_factor = *factors(direction == 1 ? base.numerator : base.denominator, found);
    unit = direction == 1 ? unit * constant_factor : unit / constant_factor;
    for (const auto& [factor, times] : found) {
      result =
          multiply(result, factor_power(factor, multiply(exponent, constant(direction * static_cast<long>(times)))));
    }
  }
  return multiply(result, constant_power(unit < 0 ? -unit : unit, exponent));
}

Quotient RealField::constant_power(Rational base, const Quotient& exponent) const {
  Quotient result = constant(1);
  for (const Power& each : powers_) {
    if (!each.base.is_constant()) continue;
    const Rational prime = each.base.constant_term();
    require(prime.denominator() == 1 && prime > 1, "a constant base is an integer > 1");
    long times = 0;
    for (; base.numerator() % prime.numerator() == 0; ++times) base /= prime;
    for (; base.denominator() % prime.numerator() == 0; --times) base *= prime;
    if (times != 0) result = multiply(result, factor_power(each.base, multiply(exponent, constant(times))));
  }
  require(base == 1, "a power of the constant " + to_string(base) + " is not declared");
  return result;
}

/// |base|^exponent for a letter, a polynomial of shown strict sign, or a declared constant.
Quotient RealField::factor_power(const Polynomial& base, const Quotient& exponent) const {
  for (const Power& each : powers_) {
    if (base == Polynomial::variable(names_.size(), each.variable)) {
      const Quotient product = multiply(each.exponent, exponent);
      return each.base.is_constant() ? constant_power(each.base.constant_term(), product)
                                     : power({each.base, Polynomial(names_.size(), 1)}, product);
    }
  }
  if (const auto value = constant_of(exponent); value && value->denominator() == 1) {
    const auto sign = sign_of({base, Polynomial(names_.size(), 1)});
    const Polynomial positive = sign && sign->sign < 0 ? -base : base;
    return integer_power({positive, Polynomial(names_.size(), 1)}, static_cast<long>(value->numerator()));
  }
  // The exponent as an integer and integer multiples of the exponents declared for this base, term by term.
  const auto sign = sign_of({base, Polynomial(names_.size(), 1)});
  const Polynomial positive = sign && sign->sign < 0 ? -base : base;
  Quotient rest = exponent;
  Quotient result = constant(1);
  for (const Power& each : powers_) {
    if (!(each.base == positive) || each.exponent.numerator.is_zero()) continue;
    for (const Polynomial::Term& term : rest.numerator.terms()) {
      const Quotient part =
          reduced({Polynomial::sum(names_.size(), {term}, rest.numerator.denominator()), rest.denominator});
      const Quotient whole = rest.denominator.is_constant() ? part : rest;
      const auto ratio = constant_of(
          reduced({whole.numerator * each.exponent.denominator, whole.denominator * each.exponent.numerator}));
      if (!ratio || ratio->denominator() != 1) continue;
      result = multiply(
          result, integer_power({Polynomial::variable(names_.size(), each.variable), Polynomial(names_.size(), 1)},
                                static_cast<long>(ratio->numerator())));
      rest = subtract(rest, whole);
      break;
    }
  }
  const auto remaining = constant_of(rest);
  require(remaining && remaining->denominator() == 1, "a power of a declared base to an exponent that is not declared");
  return multiply(result,
                  integer_power({positive, Polynomial(names_.size(), 1)}, static_cast<long>(remaining->numerator())));
}

}  // namespace isthmus::check
