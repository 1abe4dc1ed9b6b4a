#include <doctest/doctest.h>

#include <array>
#include <random>

#include "claim/formula.hpp"
#include "claim/set_language.hpp"
#include "exact/error.hpp"

using namespace isthmus;

namespace {

constexpr std::array kRelations{Relation::equal,      Relation::not_equal, Relation::less,
                                Relation::less_equal, Relation::greater,   Relation::greater_equal};

/// Random formulas over a fixed ring, with small coefficients so that all signs occur at small points.
class RandomFormulas {
 public:
  explicit RandomFormulas(unsigned seed) : random_(seed) {}

  long integer(long low, long high) { return std::uniform_int_distribution<long>(low, high)(random_); }
  Rational rational() { return Rational(Integer(integer(-6, 6)), Integer(integer(1, 4))); }
  const PolynomialRing& ring() const { return ring_; }
  std::vector<Rational> point() { return {rational(), rational(), rational()}; }

  Polynomial polynomial() {
    Polynomial p(ring_);
    for (long i = integer(0, 4); i >= 0; --i) {
      Polynomial term(ring_, rational());
      for (std::size_t v = 0; v < ring_.size(); ++v) {
        for (long k = integer(0, 2); k > 0; --k) term *= Polynomial::variable(ring_, v);
      }
      p += term;
    }
    return p;
  }

  Formula formula(int depth) {
    if (depth == 0 || integer(0, 3) == 0) {
      if (integer(0, 9) == 0) return integer(0, 1) == 0 ? Formula::truth() : Formula::falsity();
      return Formula::atom(polynomial(), kRelations[static_cast<std::size_t>(integer(0, 5))]);
    }
    std::vector<Formula> parts;
    for (long i = integer(0, 3); i >= 0; --i) parts.push_back(formula(depth - 1));
    return integer(0, 1) == 0 ? Formula::conjunction(parts) : Formula::disjunction(parts);
  }

 private:
  std::mt19937 random_;
  PolynomialRing ring_{std::vector<std::string>{"x", "y", "z"}};
};

}  // namespace

TEST_CASE("a relation, its negation and its mirror image agree on signs") {
  for (const Relation relation : kRelations) {
    for (const int sign : {-1, 0, 1}) {
      CAPTURE(to_string(relation));
      CAPTURE(sign);
      CHECK(holds(negation(relation), sign) == !holds(relation, sign));
      CHECK(holds(mirrored(relation), -sign) == holds(relation, sign));
    }
    CHECK(negation(negation(relation)) == relation);
    CHECK(mirrored(mirrored(relation)) == relation);
    CHECK(is_strict(relation) != is_strict(negation(relation)));
  }
  CHECK(holds(Relation::less_equal, 0));
  CHECK_FALSE(holds(Relation::less, 0));
  CHECK(is_strict(Relation::not_equal));
}

TEST_CASE("formulas are flattened, without neutral parts, and absorbed") {
  const PolynomialRing ring({"x", "y"});
  const Formula a = Formula::atom(Polynomial::variable(ring, 0), Relation::greater);
  const Formula b = Formula::atom(Polynomial::variable(ring, 1), Relation::equal);
  CHECK(Formula::conjunction({}) == Formula::truth());
  CHECK(Formula::disjunction({}) == Formula::falsity());
  CHECK(Formula::conjunction({Formula::truth(), a}) == a);
  CHECK(Formula::disjunction({Formula::falsity(), a}) == a);
  CHECK(Formula::conjunction({a, Formula::falsity(), b}) == Formula::falsity());
  CHECK(Formula::disjunction({a, Formula::truth(), b}) == Formula::truth());
  CHECK(Formula::conjunction({a, Formula::conjunction({b, a})}).parts().size() == 3);
  CHECK(Formula::conjunction({a, Formula::disjunction({b, a})}).parts().size() == 2);
  CHECK(Formula::conjunction({a, b}).conjuncts().size() == 2);
  CHECK(a.conjuncts().size() == 1);
  CHECK(Formula::truth().conjuncts().empty());
  CHECK(Formula::disjunction({a, b}).conjuncts().size() == 1);
  CHECK_FALSE(Formula::conjunction({a, b}) == Formula::conjunction({b, a}));
  CHECK_FALSE(a == a.negated());
}

TEST_CASE("atoms on constants are decided") {
  const PolynomialRing ring({"x"});
  CHECK(Formula::atom(Polynomial(ring, Rational(2)), Relation::greater) == Formula::truth());
  CHECK(Formula::atom(Polynomial(ring, Rational(2)), Relation::equal) == Formula::falsity());
  CHECK(Formula::atom(Polynomial(ring), Relation::greater_equal) == Formula::truth());
  CHECK(Formula::atom(Polynomial(ring), Relation::not_equal) == Formula::falsity());
}

TEST_CASE("only an atom is an atom") {
  CHECK_THROWS_AS(Formula::truth().as_atom(), InvalidInput);
  const PolynomialRing ring({"x"});
  const Formula a = Formula::atom(Polynomial::variable(ring, 0), Relation::less);
  CHECK(a.as_atom().relation == Relation::less);
  CHECK_THROWS_AS(Formula::disjunction({a, a.negated()}).as_atom(), InvalidInput);
}

TEST_CASE("laws of random formulas: negation, round trip through text, three-valued truth") {
  for (unsigned seed = 1; seed <= 300; ++seed) {
    CAPTURE(seed);
    RandomFormulas random(seed);
    const Formula f = random.formula(3);
    CAPTURE(f.to_string());
    CHECK(f.negated().negated() == f);
    CHECK(f.atoms().size() == f.negated().atoms().size());
    CHECK(f.map_atoms([](const Atom& atom) { return Formula::atom(atom.polynomial, atom.relation); }) == f);
    CHECK(parse_formula(f.to_string(), random.ring()) == f);
    const Formula g = random.formula(2);
    for (int i = 0; i < 5; ++i) {
      const std::vector<Rational> point = random.point();
      CHECK(f.negated().holds_at(point) == !f.holds_at(point));
      CHECK(Formula::conjunction({f, g}).holds_at(point) == (f.holds_at(point) && g.holds_at(point)));
      CHECK(Formula::disjunction({f, g}).holds_at(point) == (f.holds_at(point) || g.holds_at(point)));
      // What is decided with some atoms unknown is true of every completion, this one too.
      const Truth partial = f.evaluate([&](const Atom& atom) {
        if (random.integer(0, 2) == 0) return Truth::unknown;
        return holds(atom.relation, atom.polynomial.evaluate(point).sign()) ? Truth::yes : Truth::no;
      });
      if (partial != Truth::unknown) CHECK((partial == Truth::yes) == f.holds_at(point));
    }
  }
}

TEST_CASE("three-valued truth is Kleene's") {
  const PolynomialRing ring({"x", "y"});
  const Formula a = Formula::atom(Polynomial::variable(ring, 0), Relation::greater);
  const Formula b = Formula::atom(Polynomial::variable(ring, 1), Relation::greater);
  const auto value = [&](const Formula& f, Truth of_a, Truth of_b) {
    return f.evaluate([&](const Atom& atom) { return atom.polynomial.depends_on(0) ? of_a : of_b; });
  };
  const Formula both = Formula::conjunction({a, b});
  const Formula either = Formula::disjunction({a, b});
  CHECK(value(both, Truth::unknown, Truth::no) == Truth::no);
  CHECK(value(both, Truth::unknown, Truth::yes) == Truth::unknown);
  CHECK(value(both, Truth::yes, Truth::yes) == Truth::yes);
  CHECK(value(either, Truth::unknown, Truth::yes) == Truth::yes);
  CHECK(value(either, Truth::unknown, Truth::no) == Truth::unknown);
  CHECK(value(either, Truth::no, Truth::no) == Truth::no);
}
