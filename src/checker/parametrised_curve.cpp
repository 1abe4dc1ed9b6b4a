#include "checker/parametrised_curve.hpp"

#include <algorithm>
#include <map>

#include "checker/claim_numbers.hpp"

namespace isthmus::check {
namespace {

/// numerator / denominator, polynomials in the parameter.
struct Fraction {
  Polynomial numerator;
  Polynomial denominator;
};

Fraction sum(const Fraction& a, const Fraction& b, bool minus) {
  const Polynomial other = minus ? -b.numerator : b.numerator;
  if (a.denominator == b.denominator) return {a.numerator + other, a.denominator};
  return {a.numerator * b.denominator + other * a.denominator, a.denominator * b.denominator};
}

Fraction inverse(const Fraction& a, std::size_t offset) {
  if (a.numerator.is_zero()) throw TextError("division by zero", offset);
  return {a.denominator, a.numerator};
}

using Fractions = std::map<std::string, Fraction, std::less<>>;

/// The integer that an exponent denotes: 3, -3, (2).
long exponent_of(const Syntax& tree) {
  if (tree.kind == Syntax::Kind::sum && tree.parts.size() == 1) {
    return (tree.signs[0] == '-' ? -1 : 1) * exponent_of(tree.parts[0]);
  }
  if (tree.kind != Syntax::Kind::number) throw TextError("an exponent is an integer here", tree.offset);
  const Rational value = number_value(tree);
  if (value.denominator() != 1 || value > Rational(1000)) throw TextError("an exponent above 1000", tree.offset);
  return static_cast<long>(value.numerator());
}

Fraction fraction_of(const Syntax& tree, const Fractions& names) {
  using Kind = Syntax::Kind;
  const Polynomial one(1, Rational(1));
  switch (tree.kind) {
    case Kind::number:
      return {Polynomial(1, number_value(tree)), one};
    case Kind::name: {
      const auto found = names.find(tree.text);
      if (found == names.end()) throw TextError("the name '" + tree.text + "' is not declared", tree.offset);
      return found->second;
    }
    case Kind::sum: {
      Fraction result{Polynomial(1), one};
      for (std::size_t i = 0; i < tree.parts.size(); ++i) {
        const Fraction part = fraction_of(tree.parts[i], names);
        if (result.numerator.is_zero() && tree.signs[i] != '-') {
          result = part;
        } else {
          result = sum(result, part, tree.signs[i] == '-');
        }
      }
      return result;
    }
    case Kind::product: {
      Fraction result{one, one};
      for (std::size_t i = 0; i < tree.parts.size(); ++i) {
        Fraction part = fraction_of(tree.parts[i], names);
        if (tree.signs[i] == '/') part = inverse(part, tree.parts[i].offset);
        result = {result.numerator * part.numerator, result.denominator * part.denominator};
      }
      return result;
    }
    case Kind::power: {
      const long exponent = exponent_of(tree.parts[1]);
      Fraction base = fraction_of(tree.parts[0], names);
      if (exponent < 0) base = inverse(base, tree.offset);
      const auto absolute = static_cast<std::size_t>(exponent < 0 ? -exponent : exponent);
      return {power(base.numerator, absolute), power(base.denominator, absolute)};
    }
    default:
      throw TextError("this is no rational function", tree.offset);
  }
}

}  // namespace

ParametrisedCurve read_parametrised(Table& table) {
  const Text parameter = table.text("parameter");
  if (!is_name(parameter.value)) parameter.fail("'" + parameter.value + "' is not a name");
  const Polynomial one(1, Rational(1));
  Fractions names{{parameter.value, {Polynomial::variable(1, 0), one}}};
  if (table.has("define")) {
    for (const Text& text : table.texts("define")) {
      read(text, [&](const Syntax& tree) {
        const bool fits =
            tree.kind == Syntax::Kind::comparison && tree.text == "=" && tree.parts[0].kind == Syntax::Kind::name;
        if (!fits) throw TextError("a definition was expected", tree.offset);
        if (!names.emplace(tree.parts[0].text, fraction_of(tree.parts[1], names)).second) {
          throw TextError("the name '" + tree.parts[0].text + "' stands twice", tree.offset);
        }
        return 0;
      });
    }
  }
  std::vector<Fraction> fractions;
  Polynomial common = one;
  for (const Text& text : table.texts("coordinates")) {
    fractions.push_back(read(text, [&](const Syntax& tree) { return fraction_of(tree, names); }));
    const Polynomial& denominator = fractions.back().denominator;
    if (!divide_exactly(common, denominator)) {
      common = divide_exactly(denominator, common) ? denominator : common * denominator;
    }
  }
  ParametrisedCurve curve{parameter.value, {}, common, constant_in(table.text("from")), constant_in(table.text("to"))};
  if (fractions.empty()) table.fail("a curve without coordinates");
  for (const Fraction& each : fractions) {
    curve.numerators.push_back(each.numerator * *divide_exactly(common, each.denominator));
  }
  if (!(curve.from < curve.to)) table.fail("the interval is empty or a point");
  const RootCounter roots(common.univariate(0));
  if (roots.within(curve.from, curve.to) > 0) table.fail("the curve is not defined everywhere");
  return curve;
}

std::vector<Rational> point_on(const ParametrisedCurve& curve, const Rational& t) {
  const Rational scale = Rational(1) / curve.denominator.at(std::vector<Rational>{t});
  std::vector<Rational> point;
  for (const Polynomial& each : curve.numerators) point.push_back(each.at(std::vector<Rational>{t}) * scale);
  return point;
}

Polynomial along(const Polynomial& p, const ParametrisedCurve& curve) {
  std::size_t degree = 0;
  for (const Polynomial::Term& term : p.terms()) {
    std::size_t total = 0;
    for (const char16_t e : term.exponents) total += e;
    degree = std::max(degree, total);
  }
  Polynomial result(1);
  for (const Polynomial::Term& term : p.terms()) {
    Polynomial product(1, Rational(term.coefficient, p.denominator()));
    std::size_t total = 0;
    for (std::size_t i = 0; i < term.exponents.size(); ++i) {
      if (term.exponents[i] > 0) product *= power(curve.numerators[i], term.exponents[i]);
      total += term.exponents[i];
    }
    result += product * power(curve.denominator, degree - total);
  }
  return result;
}

}  // namespace isthmus::check
