#include "prove/power_field.hpp"

#include <algorithm>

namespace isthmus {
namespace {

constexpr std::size_t kMostAtoms = 24;
constexpr long kLargestPrime = 100000;
constexpr long kLargestPower = 1000;

PolynomialRing ring_with_atoms(std::vector<std::string> names) {
  for (std::size_t i = 1; i <= kMostAtoms; ++i) {
    std::string name = "u" + std::to_string(i);
    while (std::find(names.begin(), names.end(), name) != names.end()) name += "_";
    names.push_back(name);
  }
  return PolynomialRing(names);
}

std::optional<long> integer_value(const RationalFunction& f) {
  if (!f.is_constant()) return std::nullopt;
  const Rational value = f.constant_value();
  if (!value.is_integer() || abs(value) > Rational(kLargestPower)) return std::nullopt;
  return value.numerator().to_long();
}

/// The integer part of the constant term of an exponent that is a polynomial; 0 for others.
long integer_part(const RationalFunction& exponent) {
  if (!exponent.denominator().is_constant()) return 0;
  const Rational constant = exponent.numerator().evaluate(std::vector<Rational>(exponent.ring().size(), Rational(0))) /
                            exponent.denominator().constant_value();
  return constant.is_integer() && abs(constant) <= Rational(kLargestPower) ? constant.numerator().to_long() : 0;
}

}  // namespace

PowerField::PowerField(const std::vector<std::string>& positive_variables)
    : ring_(ring_with_atoms(positive_variables)), variables_(positive_variables.size()) {}

RationalFunction compose(const RationalFunction& f, const std::vector<RationalFunction>& images) {
  return compose(f.numerator(), images) / compose(f.denominator(), images);
}

RationalFunction compose(const Polynomial& p, const std::vector<RationalFunction>& images) {
  const PolynomialRing& ring = images.at(0).ring();
  // Over one common denominator for each variable: no intermediate gcd.
  Polynomial sum(ring);
  Polynomial denominator(ring, Rational(1));
  const std::vector<std::size_t> occurring = p.variables();
  for (const std::size_t v : occurring) denominator *= pow(images[v].denominator(), static_cast<unsigned>(p.degree(v)));
  for (const Polynomial::Term& term : p.terms()) {
    Polynomial product(ring, term.coefficient);
    for (const std::size_t v : occurring) {
      product *= pow(images[v].numerator(), term.exponents[v]);
      product *= pow(images[v].denominator(), static_cast<unsigned>(p.degree(v)) - term.exponents[v]);
    }
    sum += product;
  }
  return {sum, denominator};
}

RationalFunction PowerField::evaluate(const RealExpression& e, const std::map<std::string, RationalFunction>& values) {
  using Kind = RealExpression::Kind;
  switch (e.kind()) {
    case Kind::number:
      return constant(e.value());
    case Kind::variable: {
      const auto found = values.find(e.name());
      require(found != values.end(), "the variable " + e.name() + " has no value");
      return found->second;
    }
    case Kind::sum: {
      RationalFunction result = constant(0);
      for (const RealExpression& part : e.parts()) result = result + evaluate(part, values);
      return result;
    }
    case Kind::product: {
      RationalFunction result = constant(1);
      for (const RealExpression& part : e.parts()) result = result * evaluate(part, values);
      return result;
    }
    case Kind::quotient: {
      const RationalFunction denominator = evaluate(e.parts()[1], values);
      require_nonzero(denominator.numerator());
      return evaluate(e.parts()[0], values) / denominator;
    }
    case Kind::power:
      return power(evaluate(e.parts()[0], values), evaluate(e.parts()[1], values));
  }
  throw InternalError("a real expression outside its enumeration");
}

void PowerField::require_nonzero(const Polynomial& polynomial) {
  if (polynomial.is_zero()) throw Undecided("division by 0");
  for (const auto& [factor, exponent] : polynomial.factor().powers) {
    const auto proof = sign_of(factor);
    if (!proof || !proof->strict) throw Undecided(factor.to_string() + " was not seen to be nonzero");
  }
}

RationalFunction PowerField::power(const RationalFunction& base, const RationalFunction& exponent) {
  if (const auto integer = integer_value(exponent)) {
    if (*integer < 0) require_nonzero(base.numerator());
    return pow(base, *integer);
  }
  const auto sign = sign_of(base);
  if (!sign || sign->sign != 1 || !sign->strict) {
    throw Undecided("the base " + base.to_string() + " of a power was not seen to be positive");
  }
  const Factorisation above = base.numerator().factor();
  const Factorisation below = base.denominator().factor();
  RationalFunction result = power_of_constant(abs(above.unit / below.unit), exponent);
  const auto multiply = [&](const Factorisation& factors, long direction) {
    for (const auto& [factor, times] : factors.powers) {
      result = result * power_of_factor(factor, exponent * constant(Rational(direction * times)));
    }
  };
  multiply(above, 1);
  multiply(below, -1);
  return result;
}

RationalFunction PowerField::power_of_constant(const Rational& base, const RationalFunction& exponent) {
  RationalFunction result = constant(1);
  for (const long direction : {1L, -1L}) {
    Integer rest = direction == 1 ? base.numerator() : base.denominator();
    for (long prime = 2; !rest.is_one() && prime <= kLargestPrime; ++prime) {
      long times = 0;
      for (; fmpz_divisible_si(rest.raw(), prime) != 0; ++times) rest = exact_quotient(rest, Integer(prime));
      if (times == 0) continue;
      result = result *
               power_of_factor(Polynomial(ring_, Rational(prime)), exponent * constant(Rational(direction * times)));
    }
    if (!rest.is_one()) throw Undecided("a real power of " + base.to_string() + ", which has a large prime factor");
  }
  return result;
}

RationalFunction PowerField::power_of_factor(const Polynomial& base, const RationalFunction& exponent) {
  // A power of a power.
  const std::vector<std::size_t> variables = base.variables();
  if (variables.size() == 1 && is_atom(variables[0]) && base == Polynomial::variable(ring_, variables[0])) {
    const PowerAtom atom = atoms_.at(variables[0] - variables_);
    return power_of_factor(atom.base, atom.exponent * exponent);
  }
  // The sign of an irreducible factor is known, since that of the whole base is the product of theirs.
  const auto sign = sign_of(base);
  ensure(sign && sign->strict, "a factor of a positive base without a sign");
  const Polynomial positive = sign->sign > 0 ? base : -base;
  const long whole = integer_part(exponent);
  const RationalFunction rest = exponent - constant(Rational(whole));
  RationalFunction result = pow(RationalFunction(positive), whole);
  if (rest.is_zero()) return result;
  if (!rest.denominator().is_constant()) return result * atom_power(positive, rest);
  for (const Polynomial::Term& term : rest.numerator().terms()) {  // b^(e+f) = b^e b^f: one exponent for each monomial
    result = result * atom_power(positive, RationalFunction(Polynomial(ring_, {term}), rest.denominator()));
  }
  return result;
}

RationalFunction PowerField::atom_power(const Polynomial& base, const RationalFunction& exponent) {
  for (const PowerAtom& atom : atoms_) {
    if (!(atom.base == base)) continue;
    if (const auto times = integer_value(exponent / atom.exponent)) return pow(variable(atom.variable), *times);
    if ((exponent / atom.exponent).is_constant())
      throw Undecided("powers of " + base.to_string() + " to related fractions");
  }
  if (atoms_.size() == kMostAtoms) throw Undecided("more than " + std::to_string(kMostAtoms) + " different powers");
  const auto sign = sign_of(exponent);
  const Integer content = abs((exponent.numerator().unit() / exponent.denominator().unit()).numerator());
  if (content > Integer(kLargestPower)) throw Undecided("a power beyond " + std::to_string(kLargestPower));
  const long times = content.to_long() * (sign && sign->sign < 0 ? -1 : 1);
  const std::size_t place = variables_ + atoms_.size();
  atoms_.push_back({base, exponent * constant(Rational(1) / Rational(times)), place});
  return pow(variable(place), times);
}

std::optional<PowerField::Sign> PowerField::sign_of(const RationalFunction& function) {
  if (function.is_zero()) return Sign{0, false};
  Sign result{1, true};
  for (const Polynomial* part : {&function.numerator(), &function.denominator()}) {
    const Factorisation factors = part->factor();
    result.sign *= factors.unit.sign();
    for (const auto& [factor, times] : factors.powers) {
      const auto proof = sign_of(factor);
      if (times % 2 == 0) {
        result.strict = result.strict && proof && proof->strict;
        continue;
      }
      if (!proof) return std::nullopt;
      result.sign *= proof->sign;
      result.strict = result.strict && proof->strict;
    }
  }
  return result;
}

std::vector<std::string> PowerField::describe_atoms() const {
  std::vector<std::string> lines;
  for (const PowerAtom& atom : atoms_) {
    lines.push_back(ring_.name(atom.variable) + " = (" + atom.base.to_string() + ")^(" + atom.exponent.to_string() +
                    ")");
  }
  return lines;
}

std::optional<PowerField::Sign> evident_sign(const Polynomial& polynomial, const std::vector<bool>& positive) {
  int sign = 0;
  bool strict = false;
  for (const Polynomial::Term& term : polynomial.terms()) {
    const int each = term.coefficient.sign();
    if (sign != 0 && each != sign) return std::nullopt;
    sign = each;
    bool never_zero = true;
    for (std::size_t v = 0; v < term.exponents.size(); ++v)
      never_zero = never_zero && (term.exponents[v] == 0 || positive[v]);
    strict = strict || never_zero;
  }
  if (sign == 0) return std::nullopt;
  return PowerField::Sign{sign, strict};
}

}  // namespace isthmus
