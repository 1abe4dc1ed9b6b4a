#include "checker/curve_texts.hpp"

using namespace isthmus::check::test;

// Refusals of the kind curvature, for curves with a parameter.

namespace {

/// A quarter of the unit circle, with the loss (x^2 + y^2).
std::string quarter(const std::string& more) {
  return claim_text("curvature",
                    "[[curve]]\nvariables = [\"x\", \"y\"]\nloss = \"x^2 + y^2\"\nlevel = \"1\"\nparameter = \"t\"\n"
                    "coordinates = [\"(1-t^2)/(1+t^2)\", \"2*t/(1+t^2)\"]\nfrom = \"0\"\nto = \"1\"\n" +
                        more);
}

}  // namespace

TEST_CASE("refusals: curvature and chords") {
  const std::string bound = parabola("squared-curvature = \"4\"\nattained = \"4\"\nsquared-chord = \"2\"\n");
  check_refusals(bound, "proved", "{'at':'0'}",
                 {{"'0'", "'1/2'", "curvature", "kappa^2 is smaller there"},
                  {"'0'", "'-1/9'", "curvature", "the parameter value is not on the curve"},
                  {"'0'", "'10/9'", "curvature", "the parameter value is not on the curve"},
                  {"'0'", "'0','turning':[]", "encoding", "the key 'turning' has no place here"}},
                 "instances");
  refuse(parabola("squared-chord = \"1\"\n"), "proved", "{}", "curvature", "D^2 is another number");
  refuse(parabola("squared-chord = \"2\"\n"), "refuted", refuted("squared-chord", ""), "curvature",
         "D^2 is as claimed");
  refuse(bound, "refuted", refuted("squared-curvature", ",'at':'0'"), "curvature", "kappa^2 is not larger there");
  refuse(parabola("squared-curvature = \"3\"\n"), "proved", "{}", "curvature",
         "kappa^2 exceeds the bound of the claim");
  refuse(bound, "refuted", refuted("length", ",'side':'above','pieces':[]"), "curvature", "no such claim");
  refuse(parabola("squared-chord = \"2\"\n"), "refuted", refuted("squared-curvature", ",'at':'0'"), "curvature",
         "no such claim");
  refuse(bound, "refuted", refuted("applies", ""), "curvature", "the claim does not say that");
  refuse(bound, "refuted", refuted("", ""), "curvature", "the claim does not say that");
  const std::string cusp = replaced(parabola("squared-curvature = \"9\"\n"), "[\"t\", \"t^2\"]", "[\"t^2\", \"t^3\"]");
  refuse(cusp, "proved", "{}", "curvature", "the derivative vanishes on the curve");
  for (const std::string more : {"length = [\"5\", \"6\"]\n", "conclude = \"applies\"\n"}) {
    refuse(replaced(cusp, "squared-curvature = \"9\"\n", "squared-curvature = \"9\"\n" + more), "refuted",
           more[0] == 'l' ? refuted("length", ",'side':'above','pieces':[['1','2']]")
                          : refuted("applies", ",'failure':{'turning':[['1','4']]}"),
           "curvature", "the derivative vanishes on the curve");
  }
  refuse(parabola("squared-curvature = \"4\"\n"), "refuted", refuted("squared-chord", ""), "curvature",
         "D^2 is as claimed");
  // Half of the unit circle: kappa^2 D^2 is 4, so that d_max is just defined.
  const std::string half =
      replaced(quarter("squared-curvature = \"1\"\nconclude = \"defined\"\n"), "from = \"0\"", "from = \"-1\"");
  CHECK(accepted(outcome(half, "proved", "{}", "instances")));
  refuse(half, "refuted", refuted("defined", ",'failure':{'at':'0'}"), "curvature", "kappa^2 D^2 <= 4 there");
  refuse(cusp, "refuted", refuted("squared-curvature", ",'at':'0'"), "curvature", "the derivative vanishes there");
}

TEST_CASE("refusals: integrals") {
  // The speed is sqrt(1 + 4 t^2).
  const std::string length = parabola("length = [\"1\", \"5/2\"]\n");
  const std::string above = "[['1/2','1+t'],['1','1+3/2*t']]";
  check_refusals(
      length, "proved", "{'length':{'below':[['1','1']],'above':" + above + "}}",
      {{above, "[['1/2'],['1','1+3/2*t']]", "encoding", "an end and a polynomial were expected"},
       {above, "[['0','1+t'],['1','1+3/2*t']]", "integral", "the ends of the pieces do not increase in the interval"},
       {above, "[['1/2','1+t'],['1/2','1+3/2*t']]", "integral", "the ends of the pieces do not increase"},
       {above, "[['1/2','1+t'],['3/2','1+3/2*t']]", "integral", "the ends of the pieces do not increase"},
       {above, "[['1/2','1+t']]", "integral", "the pieces do not reach the end of the curve"},
       {above, "[]", "integral", "the pieces do not reach the end of the curve"},
       {above, "[['1','1+t']]", "integral", "this is no bound from above"},
       {above, "[['1','-3']]", "integral", "this is no bound from above"},
       {above, "[['1','3']]", "integral", "the bound from above is too high"},
       {"[['1','1']]", "[['1','1+t/4']]", "integral", "this is no bound from below"},
       {"[['1','1']]", "[['1','1/2']]", "integral", "the bound from below is too low"},
       {"'below':", "'note':1,'below':", "encoding", "unknown key 'note'"}},
      "instances");
  refuse(length, "proved", "{}", "encoding", "the key 'length' is missing");
  const std::string turns = parabola("total-curvature = [\"0\", \"3\"]\n");
  refuse(turns, "proved", "{}", "encoding", "the key 'total-curvature' is missing");
  check_refusals(replaced(turns, "\"0\", \"3\"", "\"2\", \"3\""), "refuted",
                 refuted("total-curvature", ",'side':'above','pieces':[['1/2','2'],['1','1']]"),
                 {{"'total-curvature'", "'length'", "curvature", "no such claim"},
                  {"['1','1']", "['1','3']", "integral", "the bound does not leave the interval of the claim"}},
                 "instances");
  const std::string wrong = parabola("length = [\"0\", \"1\"]\n");
  check_refusals(wrong, "refuted", refuted("length", ",'side':'below','pieces':[['1/2','1'],['1','1/2+t']]"),
                 {{"'below'", "'left'", "encoding", "a side is \"above\" or \"below\""},
                  {"'below'", "'above'", "integral", "this is no bound from above"},
                  {"['1','1/2+t']", "['1','1']", "integral", "the bound does not leave the interval of the claim"}},
                 "instances");
}

TEST_CASE("refusals: the hypotheses and conclusions of the theorem") {
  const std::string applies = hyperbola("2", "squared-curvature = \"1/2\"\nconclude = \"applies\"\n");
  check_refusals(applies, "proved", "{'turning':[['2','1']]}",
                 {{"'1'", "'4'", "integral", "the bound of the total curvature exceeds pi"},
                  {"'1'", "'1/2'", "integral", "this is no bound from above"}},
                 "instances");
  refuse(applies, "refuted", refuted("applies", ",'failure':{'at':'1'}"), "curvature", "kappa^2 D^2 <= 4 there");
  refuse(applies, "refuted", refuted("applies", ",'failure':{'turning':[['2','0']]}"), "integral",
         "the bound of the total curvature does not exceed pi");
  const std::string wide = hyperbola("6", "squared-curvature = \"1/2\"\nconclude = \"applies\"\n");
  refuse(wide, "proved", "{'turning':[['6','1']]}", "curvature", "kappa_max D > 2");
  const std::string defined = hyperbola("6", "squared-curvature = \"1/2\"\nconclude = \"defined\"\n");
  refuse(defined, "proved", "{}", "curvature", "kappa_max D > 2");
  check_refusals(defined, "refuted", refuted("defined", ",'failure':{'at':'1'}"),
                 {{"'1'", "'5'", "curvature", "kappa^2 D^2 <= 4 there"},
                  {"'at':", "'note':1,'at':", "encoding", "unknown key 'note'"}},
                 "instances");
  for (const std::string failure : {"'at':'1'", "'turning':[['6','0']]", "'far':{}"}) {
    refuse(replaced(wide, "applies", "fails"), "proved", "{'failure':{'note':1," + failure + "}}", "encoding",
           "unknown key 'note'");
  }
  // Without a bound of the curvature, or a level set, no point is too far away.
  const std::string far =
      ",'failure':{'far':{'fraction':'1/2','squared-distance':'1/4','squares':[],'multipliers':[]}}";
  refuse(parabola("squared-curvature = \"4\"\nconclude = \"fails\"\n"), "proved", "{" + far.substr(1) + "}",
         "curvature", "a level set and a bound of the curvature are needed");
  refuse(hyperbola("2", "conclude = \"fails\"\n"), "proved", "{" + far.substr(1) + "}", "curvature",
         "a level set and a bound of the curvature are needed");
  refuse(hyperbola("2", "conclude = \"fails\"\n"), "refuted", refuted("fails", ",'turning':[['2','1']]"), "curvature",
         "a bound of the curvature is needed");
  refuse(hyperbola("2", "squared-curvature = \"1/100\"\nconclude = \"applies\"\n"), "refuted", refuted("applies", far),
         "curvature", "kappa^2 exceeds the bound of the claim");
  const std::string distance = hyperbola("2", "squared-curvature = \"1/2\"\nconclude = \"distance\"\n");
  const std::string entry = refuted("distance",
                                    ",'far':{'fraction':'1/2','squared-distance':'1/5','squares':[['1','x-y']],"
                                    "'multipliers':['2']}");
  for (const Refusal& row :
       std::vector<Refusal>{{"'2'", "'2'", "squares", "the sum is not |v - w|^2 - e"},
                            {"'1/5'", "'1/1000'", "curvature", "d_max is not smaller"},
                            {"'1/5'", "'50'", "curvature", "d_max is not smaller"},
                            {"['1','x-y']", "['0','x-y']", "squares", "a factor must be positive"},
                            {"['1','x-y']", "['-1','x-y']", "squares", "a factor must be positive"},
                            {"['1','x-y']", "['1']", "encoding", "a factor and a polynomial"},
                            {"['2']", "[]", "squares", "one multiplier for each residual"},
                            {"'1/2'", "'-1/2'", "curvature", "this is no place on the chord"},
                            {"'1/2'", "'3/2'", "curvature", "this is no place on the chord"}}) {
    refuse(distance, "refuted", replaced(entry, row.old, row.by), row.rule, row.message);
  }
  refuse(distance, "refuted", replaced(entry, "'squares'", "'note':1,'squares'"), "encoding", "unknown key 'note'");
  refuse(replaced(distance, "\"1/2\"", "\"1/100\""), "refuted", entry, "curvature",
         "kappa^2 exceeds the bound of the claim");
}

TEST_CASE("refusals: Lipschitz constants and losses") {
  // On the whole plane |grad(x^2 + y^2)| has no bound; with the divisor x^2 + y^2 + 1 it has.
  const std::string loss = quarter("squared-curvature = \"1\"\nlipschitz = \"1\"\nconclude = \"loss\"\n");
  refuse(loss, "proved", "{'turning':[['1','2']],'lipschitz':{'steep':" + kContradiction + "}}", "contradiction", "");
  refuse(loss, "proved", "{'turning':[['1','2']]}", "encoding", "the key 'lipschitz' is missing");
  const std::string plane = replaced(loss, "x^2 + y^2", "x");
  CHECK(outcome(plane, "proved", "{}", "instances").starts_with("invalid"));
  // The loss x on the segment x = 0 .. has the constant 1, and differs nowhere from its level there.
  const std::string line =
      claim_text("curvature",
                 "[[curve]]\nvariables = [\"x\", \"y\"]\nloss = \"x\"\nlevel = \"0\"\nparameter = \"t\"\ncoordinates = "
                 "[\"0*t\", \"t\"]\nfrom = \"0\"\nto = \"1\"\nsquared-curvature = \"1\"\nlipschitz = \"1\"\nconclude = "
                 "\"loss\"\n");
  check_refusals(line, "proved", "{'turning':[['1','0']],'lipschitz':{'steep':" + kContradiction + "}}",
                 {{"'turning':[['1','0']]", "'turning':[['1','4']]", "integral", "exceeds pi"},
                  {"'steep':", "'divisor':" + kContradiction + ",'steep':", "encoding", "unknown key 'divisor'"}},
                 "instances");
  refuse(replaced(line, "lipschitz = \"1\"", "lipschitz = \"9/10\""), "proved",
         "{'turning':[['1','0']],'lipschitz':{'steep':" + kContradiction + "}}", "contradiction", "");
  refuse(line, "refuted", refuted("loss", ",'fraction':'1/2','lipschitz':{'steep':" + kContradiction + "}"),
         "curvature", "the loss does not differ that much there");
  refuse(replaced(line, "lipschitz = \"1\"", "lipschitz = \"9/10\""), "refuted",
         refuted("loss", ",'fraction':'1/2','lipschitz':{'steep':" + kContradiction + "}"), "contradiction", "");
  // x/(x^2 + 1) has the constant 1. (x^2*y)/x^2 would have it too, but is not defined at x = 0.
  const std::string divided = replaced(line, "loss = \"x\"", "loss = \"x\"\ndivisor = \"x^2 + 1\"\nexponent = \"1\"");
  const std::string divisor =
      "{'turning':[['1','0']],'lipschitz':{'divisor':" + kContradiction + ",'steep':" + kContradiction + "}}";
  check_refusals(divided, "proved", divisor,
                 {{"'divisor':" + kContradiction + ",", "", "encoding", "the key 'divisor' is missing"},
                  {"'divisor':", "'note':1,'divisor':", "encoding", "unknown key 'note'"}},
                 "instances");
  const std::string hole = replaced(replaced(divided, "x^2 + 1", "x^2"), "loss = \"x\"", "loss = \"x^2*y\"");
  refuse(replaced(hole, "[\"0*t\", \"t\"]", "[\"t\", \"0*t\"]"), "proved", divisor, "contradiction", "");
}
