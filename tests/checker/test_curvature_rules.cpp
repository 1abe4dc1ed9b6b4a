#include <doctest/doctest.h>

#include "checker/curve_texts.hpp"
#include "checker/fixed_interval.hpp"
#include "checker/interval.hpp"
#include "checker/mixed_volume.hpp"

using namespace isthmus::check;
using namespace isthmus::check::test;

// Accepted and refused entries of certificates of the kinds curvature, skew-curves and bounds.

namespace {

std::string outcome_in_instances(const std::string& claim, const std::string& verdict, const std::string& entry) {
  return outcome(claim, verdict, entry, "instances");
}

const std::string kArc =
    "'arc':{'singular':{'rule':'substitute','variable':'x','numerator':'0','denominator':'1','then':{'rule':"
    "'substitute','variable':'y','numerator':'0','denominator':'1','then':{'rule':'contradiction','factors':[]}}},"
    "'connected':CONNECTED,'remainder':'0','bend':{'rule':'contradiction','factors':[]}}";

}  // namespace

TEST_CASE("curvature bounds and attained values") {
  const std::string bound = parabola("squared-curvature = \"4\"\nattained = \"4\"\nsquared-chord = \"2\"\n");
  CHECK(accepted(outcome_in_instances(bound, "proved", "{'at':'0'}")));
  CHECK(rejected(outcome_in_instances(bound, "proved", "{'at':'1/2'}"), "curvature", "smaller"));
  CHECK(rejected(outcome_in_instances(bound, "proved", "{'at':'-1'}"), "curvature", "not on the curve"));
  CHECK(rejected(outcome_in_instances(bound, "proved", "{}"), "encoding", "at"));
  CHECK(rejected(outcome_in_instances(bound, "proved", "{'at':'0','turning':[]}"), "encoding", "no place"));
  const std::string low = parabola("squared-curvature = \"3\"\n");
  CHECK(rejected(outcome_in_instances(low, "proved", "{}"), "curvature", "exceeds"));
  CHECK(accepted(outcome_in_instances(low, "refuted", "{'instance':0,'refuted':'squared-curvature','at':'0'}")));
  CHECK(rejected(outcome_in_instances(low, "refuted", "{'instance':0,'refuted':'squared-curvature','at':'1'}"),
                 "curvature", "not larger"));
  CHECK(rejected(outcome_in_instances(low, "refuted", "{'instance':0,'refuted':'applies','failure':{'at':'0'}}"),
                 "curvature", "does not say"));
  const std::string chord = parabola("squared-chord = \"1\"\n");
  CHECK(rejected(outcome_in_instances(chord, "proved", "{}"), "curvature", "another number"));
  CHECK(accepted(outcome_in_instances(chord, "refuted", "{'instance':0,'refuted':'squared-chord'}")));
}

TEST_CASE("lengths by polynomials under and over the integrand") {
  // The speed is sqrt(1 + 4 t^2): above 1 + t, below 3/4 + 2 t from t = 1/2 on.
  const std::string claim = parabola("length = [\"1\", \"5/2\"]\n");
  const std::string good = "{'length':{'below':[['1','1']],'above':[['1/2','1+t'],['1','1+3/2*t']]}}";
  CHECK(accepted(outcome_in_instances(claim, "proved", good)));
  const auto refused = [&](const std::string& old, const std::string& by, const std::string& message) {
    return rejected(outcome_in_instances(claim, "proved", replaced(good, old, by)), "integral", message);
  };
  CHECK(refused("[['1','1']]", "[['1','1+t']]", "no bound from below"));
  CHECK(refused("1+3/2*t", "1+t", "no bound from above"));
  CHECK(refused("1+3/2*t", "-1-3/2*t", "no bound from above"));
  CHECK(refused("['1','1+3/2*t']", "['3/4','1+3/2*t']", "do not reach"));
  CHECK(refused("['1','1+3/2*t']", "['2','1+3/2*t']", "do not increase"));
  CHECK(refused("['1/2','1+t']", "['1/2','9']", "too high"));
  CHECK(refused("[['1','1']]", "[['1','0']]", "too low"));
  CHECK(rejected(outcome_in_instances(claim, "proved", replaced(good, "1+t'", "1+x'")), "encoding", ""));
  const std::string wrong = parabola("length = [\"0\", \"1\"]\n");
  CHECK(accepted(outcome_in_instances(
      wrong, "refuted", "{'instance':0,'refuted':'length','side':'below','pieces':[['1/2','1'],['1','1/2+t']]}")));
  CHECK(rejected(
      outcome_in_instances(wrong, "refuted", "{'instance':0,'refuted':'length','side':'below','pieces':[['1','1']]}"),
      "integral", "does not leave"));
  CHECK(rejected(
      outcome_in_instances(wrong, "refuted", "{'instance':0,'refuted':'length','side':'left','pieces':[['1','1']]}"),
      "encoding", "side"));
}

TEST_CASE("a curve with a cusp has no curvature") {
  const std::string cusp =
      claim_text("curvature",
                 "[[curve]]\nparameter = \"t\"\ncoordinates = [\"t^2\", \"t^3\"]\nfrom = \"-1\"\nto "
                 "= \"1\"\nsquared-curvature = \"1000\"\n");
  CHECK(rejected(outcome_in_instances(cusp, "proved", "{}"), "curvature", "vanishes"));
}

TEST_CASE("the hypotheses of the repaired theorem") {
  const std::string applies = hyperbola("2", "squared-curvature = \"1/2\"\nconclude = \"applies\"\n");
  CHECK(accepted(outcome_in_instances(applies, "proved", "{'turning':[['2','1']]}")));
  CHECK(rejected(outcome_in_instances(applies, "proved", "{'turning':[['2','1/2']]}"), "integral", "no bound"));
  CHECK(rejected(outcome_in_instances(applies, "proved", "{'turning':[['2','4']]}"), "integral", "exceeds pi"));
  CHECK(rejected(outcome_in_instances(applies, "proved", "{'turning':[]}"), "integral", "do not reach"));
  CHECK(rejected(outcome_in_instances(applies, "refuted", "{'instance':0,'refuted':'applies','failure':{'at':'1'}}"),
                 "curvature", "<= 4"));
  CHECK(rejected(
      outcome_in_instances(applies, "refuted", "{'instance':0,'refuted':'applies','failure':{'turning':[['2','0']]}}"),
      "integral", "does not exceed pi"));
  const std::string fails = hyperbola("2", "squared-curvature = \"1/2\"\nconclude = \"fails\"\n");
  CHECK(accepted(outcome_in_instances(fails, "refuted", "{'instance':0,'refuted':'fails','turning':[['2','1']]}")));
  const std::string distance = hyperbola("2", "squared-curvature = \"1/2\"\nconclude = \"distance\"\n");
  CHECK(accepted(outcome_in_instances(distance, "proved", "{'turning':[['2','1']]}")));
  const std::string far = hyperbola("6", "squared-curvature = \"1/2\"\nconclude = \"defined\"\n");
  CHECK(rejected(outcome_in_instances(far, "proved", "{}"), "curvature", "> 2"));
  CHECK(accepted(outcome_in_instances(far, "refuted", "{'instance':0,'refuted':'defined','failure':{'at':'1'}}")));
  CHECK(rejected(outcome_in_instances(far, "refuted", "{'instance':0,'refuted':'defined','failure':{'at':'5'}}"),
                 "curvature", "<= 4"));
}

TEST_CASE("points of a chord far from a level set") {
  // w1 w2 = 1 in steps: the chord from (1, 1) to (2, 1/2) is close to it, so no such point exists.
  const std::string claim = hyperbola("2", "squared-curvature = \"1/2\"\nconclude = \"distance\"\n");
  const std::string entry =
      "{'instance':0,'refuted':'distance','far':{'fraction':'1/2','squared-distance':'1/5','squares':[['1','x-y']],"
      "'multipliers':['2']}}";
  CHECK(rejected(outcome_in_instances(claim, "refuted", entry), "squares", "not |v - w|^2"));
  CHECK(rejected(outcome_in_instances(claim, "refuted", replaced(entry, "'1/5'", "'1/1000'")), "curvature", "d_max"));
  CHECK(rejected(outcome_in_instances(claim, "refuted", replaced(entry, "['1','x-y']", "['-1','x-y']")), "squares",
                 "positive"));
  CHECK(rejected(outcome_in_instances(claim, "refuted", replaced(entry, "['2']", "[]")), "squares", "one multiplier"));
  CHECK(rejected(outcome_in_instances(claim, "refuted", replaced(entry, "'1/2'", "'3/2'")), "curvature", "no place"));
}

TEST_CASE("arcs of level sets") {
  const std::string claim = circle("squared-curvature = \"1\"\nsquared-chord = \"4\"\n");
  // Without a count of the circle there is no arc.
  const std::string empty =
      replaced(kArc, "CONNECTED", "{'rule':'empty','proof':{'rule':'contradiction','factors':[]}}");
  CHECK(!accepted(outcome_in_instances(claim, "proved", "{" + empty + "}")));
  CHECK(rejected(outcome_in_instances(claim, "proved", "{}"), "encoding", "arc"));
  CHECK(outcome_in_instances(circle("length = [\"3\", \"4\"]\nsquared-curvature = \"1\"\n"), "proved", "{}")
            .starts_with("invalid"));
  CHECK(outcome_in_instances(circle(""), "proved", "{}").starts_with("invalid"));
}

TEST_CASE("curves that a claim may not have") {
  const auto invalid = [](const std::string& body) {
    return outcome_in_instances(claim_text("curvature", body), "proved", "{}").starts_with("invalid");
  };
  const std::string level = "[[curve]]\nvariables = [\"x\", \"y\"]\nloss = \"x*y\"\nlevel = \"1\"\n";
  const std::string rest = "from = \"1\"\nto = \"2\"\nsquared-curvature = \"1\"\n";
  CHECK(invalid(level + "parameter = \"t\"\ncoordinates = [\"t\", \"t\"]\n" + rest));
  CHECK(invalid(level + "parameter = \"t\"\ncoordinates = [\"t\"]\n" + rest));
  CHECK(invalid("[[curve]]\nparameter = \"t\"\ncoordinates = [\"t\", \"1/(t - 1)\"]\n" + rest));
  CHECK(invalid("[[curve]]\nparameter = \"t\"\ncoordinates = [\"t\", \"t^t\"]\n" + rest));
  CHECK(invalid("[[curve]]\nparameter = \"t\"\ncoordinates = [\"t\", \"s\"]\n" + rest));
  CHECK(invalid("[[curve]]\nparameter = \"t\"\ncoordinates = [\"t\"]\nfrom = \"2\"\nto = \"1\"\nattained = \"0\"\n"));
  CHECK(invalid("[[curve]]\nparameter = \"t\"\ncoordinates = [\"t\"]\nfrom = \"1\"\nto = \"2\"\n"));
  CHECK(invalid("[[curve]]\nparameter = \"t\"\ncoordinates = [\"t\"]\n" + rest + "conclude = \"distance\"\n"));
  CHECK(invalid("[[curve]]\nparameter = \"t\"\ncoordinates = [\"t\"]\n" + rest + "conclude = \"nothing\"\n"));
  CHECK(invalid(""));
}

TEST_CASE("curves of rotations") {
  const auto claim = [](const std::string& bound) {
    return claim_text("skew-curves", "[skew-curves]\nsquared-norm = \"" + bound + "\"\n");
  };
  CHECK(accepted(outcome(claim("87/10"), "proved", "{}", "all dimensions")));
  CHECK(accepted(outcome(claim("1"), "proved", "{}")));
  CHECK(rejected(outcome(claim("88/10"), "proved", "{}"), "skew-curves", "not shown"));
  CHECK(rejected(outcome(claim("20"), "proved", "{}"), "skew-curves", "exceed pi"));
  CHECK(accepted(outcome(claim("987/100"), "refuted", "{'instance':0}")));
  CHECK(rejected(outcome(claim("986/100"), "refuted", "{'instance':0}"), "skew-curves", "= pi"));
  CHECK(rejected(outcome(claim("987/100"), "refuted", "{'instance':0}", "all dimensions"), "scope", ""));
  CHECK(outcome(claim("-1"), "proved", "{}").starts_with("invalid"));
}

TEST_CASE("bounds") {
  const auto claim = [](const std::string& bezout, const std::string& volume, const std::string& thom) {
    return claim_text(
        "bounds", "[[bounds]]\nvariables = [\"x\"]\nequation = \"x^2 = 1\"\ncomponents = \"2\"\nbezout = \"" + bezout +
                      "\"\nmixed-volume = \"" + volume + "\"\nmilnor-thom = \"" + thom + "\"\n");
  };
  // x^2 - 1 = 0, x - a = 2 lambda x: the supports {1, x^2} and {1, x, lambda x}.
  const std::string entry =
      "{'singular':{'rule':'consequence','equation':'1','cofactors':[['-1','x^2-1'],['1/2*x','2*x']],'then':{'rule':"
      "'contradiction','factors':[]}},'count':{'rule':'line','gaps':['-2','0','2']},'lifting':[['0','1'],['0','5','1']]"
      "}";
  CHECK(accepted(outcome_in_instances(claim("4", "2", "2"), "proved", entry)));
  CHECK(rejected(outcome_in_instances(claim("4", "3", "2"), "proved", entry), "mixed-volume", "it is 2"));
  CHECK(rejected(outcome_in_instances(claim("5", "2", "2"), "proved", entry), "bounds", "Bezout"));
  CHECK(rejected(outcome_in_instances(claim("4", "2", "3"), "proved", entry), "bounds", "Milnor"));
  CHECK(rejected(outcome_in_instances(claim("4", "2", "2"), "proved", replaced(entry, "['0','1'],", "['0'],")),
                 "mixed-volume", "each monomial"));
  CHECK(rejected(outcome_in_instances(claim("4", "2", "2"), "proved",
                                      replaced(entry, "['0','1'],['0','5','1']", "['0','0'],['0','0','0']")),
                 "mixed-volume", "not general"));
  CHECK(accepted(outcome_in_instances(claim("5", "2", "2"), "refuted", "{'instance':0,'refuted':'bezout'}")));
  CHECK(rejected(outcome_in_instances(claim("4", "2", "2"), "refuted", "{'instance':0,'refuted':'bezout'}"), "bounds",
                 "as claimed"));
}

TEST_CASE("signs on an interval, integrals and pi") {
  const Polynomial t = Polynomial::variable(1, 0);
  const Polynomial one(1, Rational(1));
  CHECK(nonnegative_on(t * t, Rational(-1), Rational(1)));
  CHECK(nonnegative_on(t, Rational(0), Rational(1)));
  CHECK_FALSE(nonnegative_on(t, Rational(-1), Rational(1)));
  CHECK_FALSE(nonnegative_on(-(t * t), Rational(-1), Rational(1)));
  CHECK(nonnegative_on(t * (one - t), Rational(0), Rational(1)));
  CHECK_FALSE(nonnegative_on(t * (one - t) * (t - Rational(1, 2) * one), Rational(0), Rational(1)));
  CHECK(nonnegative_on(t * t * (t - one) * (t - one), Rational(-2), Rational(2)));
  CHECK_FALSE(
      nonnegative_on((Rational(3) * t - one) * (Rational(3) * t - Rational(2) * one), Rational(0), Rational(1)));
  CHECK(nonnegative_on(t * power(Rational(2) * t - one, 2), Rational(0), Rational(1)));
  CHECK(nonnegative_on((one - t) * power(Rational(2) * t - one, 2), Rational(0), Rational(1)));
  CHECK(integral(t * t, Rational(-1), Rational(2)) == Rational(3));
  CHECK(below_pi() > Rational(3141592653L, 1000000000L));
  CHECK(above_pi() < Rational(3141592654L, 1000000000L));
}

TEST_CASE("mixed volumes of triangles and squares") {
  const Support triangle{{0, 0}, {1, 0}, {0, 1}};
  const Support square{{0, 0}, {1, 0}, {0, 1}, {1, 1}};
  const std::vector<Rational> three{0, 3, 7};
  const std::vector<Rational> other{1, 11, 2};
  CHECK(mixed_volume({triangle, triangle}, {three, other}) == Integer(1));
  const std::vector<Rational> four{0, 5, 9, 31};
  const std::vector<Rational> five{2, 17, 1, 40};
  CHECK(mixed_volume({square, square}, {four, five}) == Integer(2));
  CHECK_FALSE(mixed_volume({square, square}, {{0, 0, 0, 0}, {0, 0, 0, 0}}));
  const Support slanted{{0, 0}, {2, 1}, {1, 3}};
  const Support other_way{{0, 0}, {3, 1}, {1, 2}};
  for (const auto& heights : {std::vector<Rational>{0, 3, 7}, std::vector<Rational>{5, 1, 2}})
    CHECK(mixed_volume({slanted, other_way}, {heights, other}) == Integer(8));
}

TEST_CASE("exponential curves") {
  const auto claim = [](const std::string& more) {
    return claim_text(
        "exponential-curves",
        "[[exponential]]\ngenerator = [\"0, -1\", \"1, 0\"]\nstart = [\"1\", \"0\"]\nto = \"2\"\n" + more);
  };
  const std::string length = claim("length = [\"199/100\", \"201/100\"]\nsquared-curvature = [\"9/10\", \"11/10\"]\n");
  CHECK(accepted(outcome_in_instances(length, "proved", "{'pieces':512}")));
  CHECK(rejected(outcome_in_instances(length, "proved", "{'pieces':64}"), "exponential", "do not show"));
  CHECK(rejected(outcome_in_instances(length, "proved", "{'pieces':0}"), "exponential", "no pieces"));
  CHECK(rejected(outcome_in_instances(length, "proved", "{'pieces':2}"), "exponential", "too long"));
  CHECK(rejected(outcome_in_instances(length, "proved", "{'pieces':4}"), "exponential", "do not show"));
  CHECK(rejected(outcome_in_instances(length, "proved", "{'pieces':1000000}"), "encoding", ""));
  CHECK(rejected(outcome_in_instances(length, "proved", "{}"), "encoding", "pieces"));
  const std::string wrong = claim("total-curvature = [\"3\", \"4\"]\n");
  CHECK(accepted(outcome_in_instances(wrong, "refuted", "{'instance':0,'refuted':'total-curvature','pieces':64}")));
  CHECK(rejected(outcome_in_instances(wrong, "refuted", "{'instance':0,'refuted':'length','pieces':64}"), "exponential",
                 "not refuted"));
  CHECK(rejected(outcome_in_instances(length, "refuted", "{'instance':0,'refuted':'length','pieces':64}"),
                 "exponential", "not refuted"));
  const std::string applies = claim("conclude = \"applies\"\n");
  CHECK(accepted(outcome_in_instances(applies, "proved", "{'pieces':64}")));
  CHECK(rejected(outcome_in_instances(applies, "refuted", "{'instance':0,'refuted':'applies','pieces':64}"),
                 "exponential", "not refuted"));
  const std::string fails = claim("conclude = \"fails\"\n");
  CHECK(rejected(outcome_in_instances(fails, "proved", "{'pieces':64}"), "exponential", "no hypothesis"));
  CHECK(accepted(outcome_in_instances(fails, "refuted", "{'instance':0,'refuted':'fails','pieces':64}")));
  for (const char* body :
       {"[[exponential]]\ngenerator = [\"0, -1\"]\nstart = [\"1\"]\nto = \"1\"\nconclude = \"fails\"\n",
        "[[exponential]]\ngenerator = [\"0\"]\nstart = [\"1\"]\nto = \"1\"\nconclude = \"fails\"\n",
        "[[exponential]]\ngenerator = [\"1\"]\nstart = [\"1\"]\nto = \"0\"\nconclude = \"fails\"\n",
        "[[exponential]]\ngenerator = [\"1\"]\nstart = [\"1\"]\nto = \"1\"\nconclude = \"loss\"\n",
        "[[exponential]]\ngenerator = [\"1\"]\nstart = [\"1\"]\nto = \"1\"\n"}) {
    CAPTURE(body);
    CHECK(
        outcome_in_instances(claim_text("exponential-curves", body), "proved", "{'pieces':64}").starts_with("invalid"));
  }
}

TEST_CASE("intervals: every operation contains the exact results") {
  Dice dice(17);
  const auto contains = [](const FixedInterval& a, const Rational& x) { return a.lower() <= x && x <= a.upper(); };
  for (int round = 0; round < 300; ++round) {
    const Rational a = dice.rational();
    const Rational b = a + Rational(dice.between(0, 4), 3);
    const Rational c = dice.rational();
    const Rational d = c + Rational(dice.between(0, 4), 7);
    const FixedInterval x(a, b);
    const FixedInterval y(c, d);
    const Rational p = a + (b - a) * Rational(dice.between(0, 5), 5);
    const Rational q = c + (d - c) * Rational(dice.between(0, 5), 5);
    CHECK(contains(x + y, p + q));
    CHECK(contains(x - y, p - q));
    CHECK(contains(x * y, p * q));
    if (c > Rational(0)) CHECK(contains(x / y, p / q));
    if (b >= Rational(0)) {
      const FixedInterval root = square_root(x);
      CHECK(root.lower() * root.lower() <= (a < Rational(0) ? Rational(0) : a));
      CHECK(root.upper() * root.upper() >= b);
    }
  }
  CHECK_THROWS_AS(FixedInterval(Rational(1)) / FixedInterval(Rational(0), Rational(1)), std::domain_error);
  CHECK_THROWS_AS(square_root(FixedInterval(Rational(-2), Rational(-1))), std::domain_error);
}

TEST_CASE("the exponential series: e, and a rotation by a Pythagorean angle") {
  IntervalVector e{FixedInterval(Rational(1))};
  const ExponentialSeries half({{Rational(1)}}, FixedInterval(Rational(1, 2)));
  for (int i = 0; i < 2; ++i) e = half.image_of(e);
  CHECK(e[0].lower() > Rational(Integer("2718281828459045235"), Integer("1000000000000000000")));
  CHECK(e[0].upper() < Rational(Integer("2718281828459045236"), Integer("1000000000000000000")));
  CHECK_THROWS_AS(ExponentialSeries({{Rational(1)}}, FixedInterval(Rational(1))), std::domain_error);
  // Rotations keep norms.
  IntervalVector u{FixedInterval(Rational(3)), FixedInterval(Rational(4))};
  const ExponentialSeries turn({{Rational(0), Rational(-1)}, {Rational(1), Rational(0)}},
                               FixedInterval(Rational(1, 3)));
  for (int i = 0; i < 50; ++i) u = turn.image_of(u);
  const FixedInterval norm = dot(u, u);
  CHECK(norm.lower() <= Rational(25));
  CHECK(norm.upper() >= Rational(25));
  CHECK(norm.upper() - norm.lower() < Rational(Integer(1), Integer("1000000000000")));
}
