#include "checker/refusals.hpp"

using namespace isthmus::check::test;

// Refusals of the kinds curvature, exponential-curves, skew-curves and bounds.

namespace {

std::string parabola(const std::string& more) {
  return claim_text("curvature",
                    "[[curve]]\nparameter = \"t\"\ncoordinates = [\"t\", \"t^2\"]\nfrom = \"0\"\nto = \"1\"\n" + more);
}

std::string hyperbola(const std::string& to, const std::string& more) {
  return claim_text("curvature",
                    "[[curve]]\nvariables = [\"x\", \"y\"]\nresiduals = [\"x*y - 1\"]\nparameter = \"t\"\n"
                    "coordinates = [\"t\", \"1/t\"]\nfrom = \"1\"\nto = \"" +
                        to + "\"\n" + more);
}

/// A quarter of the unit circle, with the loss (x^2 + y^2).
std::string quarter(const std::string& more) {
  return claim_text("curvature",
                    "[[curve]]\nvariables = [\"x\", \"y\"]\nloss = \"x^2 + y^2\"\nlevel = \"1\"\nparameter = \"t\"\n"
                    "coordinates = [\"(1-t^2)/(1+t^2)\", \"2*t/(1+t^2)\"]\nfrom = \"0\"\nto = \"1\"\n" +
                        more);
}

void refuse(const std::string& claim, const std::string& verdict, const std::string& entry, const std::string& rule,
            const std::string& message) {
  const std::string result = outcome(claim, verdict, entry, "instances");
  INFO(entry << ": " << result);
  CHECK(is_refused(result, rule, message));
}

std::string refuted(const std::string& what, const std::string& more) {
  return "{'instance':0,'refuted':'" + what + "'" + more + "}";
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
  const std::string none = "{'rule':'contradiction','factors':[]}";
  // On the whole plane |grad(x^2 + y^2)| has no bound; with the divisor x^2 + y^2 + 1 it has.
  const std::string loss = quarter("squared-curvature = \"1\"\nlipschitz = \"1\"\nconclude = \"loss\"\n");
  refuse(loss, "proved", "{'turning':[['1','2']],'lipschitz':{'steep':" + none + "}}", "contradiction", "");
  refuse(loss, "proved", "{'turning':[['1','2']]}", "encoding", "the key 'lipschitz' is missing");
  const std::string plane = replaced(loss, "x^2 + y^2", "x");
  CHECK(outcome(plane, "proved", "{}", "instances").starts_with("invalid"));
  // The loss x on the segment x = 0 .. has the constant 1, and differs nowhere from its level there.
  const std::string line =
      claim_text("curvature",
                 "[[curve]]\nvariables = [\"x\", \"y\"]\nloss = \"x\"\nlevel = \"0\"\nparameter = \"t\"\ncoordinates = "
                 "[\"0*t\", \"t\"]\nfrom = \"0\"\nto = \"1\"\nsquared-curvature = \"1\"\nlipschitz = \"1\"\nconclude = "
                 "\"loss\"\n");
  check_refusals(line, "proved", "{'turning':[['1','0']],'lipschitz':{'steep':" + none + "}}",
                 {{"'turning':[['1','0']]", "'turning':[['1','4']]", "integral", "exceeds pi"},
                  {"'steep':", "'divisor':" + none + ",'steep':", "encoding", "unknown key 'divisor'"}},
                 "instances");
  refuse(replaced(line, "lipschitz = \"1\"", "lipschitz = \"9/10\""), "proved",
         "{'turning':[['1','0']],'lipschitz':{'steep':" + none + "}}", "contradiction", "");
  refuse(line, "refuted", refuted("loss", ",'fraction':'1/2','lipschitz':{'steep':" + none + "}"), "curvature",
         "the loss does not differ that much there");
  refuse(replaced(line, "lipschitz = \"1\"", "lipschitz = \"9/10\""), "refuted",
         refuted("loss", ",'fraction':'1/2','lipschitz':{'steep':" + none + "}"), "contradiction", "");
  // x/(x^2 + 1) has the constant 1. (x^2*y)/x^2 would have it too, but is not defined at x = 0.
  const std::string divided = replaced(line, "loss = \"x\"", "loss = \"x\"\ndivisor = \"x^2 + 1\"\nexponent = \"1\"");
  const std::string divisor = "{'turning':[['1','0']],'lipschitz':{'divisor':" + none + ",'steep':" + none + "}}";
  check_refusals(divided, "proved", divisor,
                 {{"'divisor':" + none + ",", "", "encoding", "the key 'divisor' is missing"},
                  {"'divisor':", "'note':1,'divisor':", "encoding", "unknown key 'note'"}},
                 "instances");
  const std::string hole = replaced(replaced(divided, "x^2 + 1", "x^2"), "loss = \"x\"", "loss = \"x^2*y\"");
  refuse(replaced(hole, "[\"0*t\", \"t\"]", "[\"t\", \"0*t\"]"), "proved", divisor, "contradiction", "");
}

TEST_CASE("refusals: arcs") {
  const std::string circle = claim_text(
      "curvature",
      "[[curve]]\nvariables = [\"x\", \"y\"]\nloss = \"x^2 + y^2\"\nlevel = \"1\"\nstart = [\"1\", \"0\"]\nend = "
      "[\"-1\", \"0\"]\nsquared-curvature = \"1\"\nsquared-chord = \"4\"\n");
  const std::string smooth =
      "{'rule':'consequence','equation':'1','cofactors':[['-1','x^2+y^2-1'],['1/2*x','2*x'],['1/2*y','2*y']],'then':"
      "{'rule':'contradiction','factors':[]}}";
  const std::string none = "{'rule':'contradiction','factors':[]}";
  const auto arc = [&](const std::string& connected, const std::string& remainder) {
    return "{'arc':{'singular':" + smooth + ",'connected':" + connected + ",'remainder':'" + remainder +
           "','bend':" + none + "}}";
  };
  // x^2 + y^2 = 1: as the graph of nothing it is empty, which it is not.
  refuse(circle, "proved", arc("{'rule':'empty','proof':" + none + "}", "0"), "contradiction", "");
  // A level set without points, and one with two parts, hold no arc between the points.
  const std::string parts = replaced(replaced(replaced(circle, "x^2 + y^2", "x^2"), "[\"1\", \"0\"]", "[\"1\", \"2\"]"),
                                     "squared-chord = \"4\"", "squared-chord = \"8\"");
  const std::string two =
      "{'rule':'product','factors':[{'coordinates':['x'],'count':{'rule':'line','gaps':['-2','0','2']}},{'coordinates':"
      "['y'],'count':{'rule':'line','gaps':['0']}}]}";
  const std::string straight = replaced(arc(two, "0"), smooth,
                                        "{'rule':'consequence','equation':'1','cofactors':[['-1','x^2-1'],['1/2*x',"
                                        "'2*x']],'then':" +
                                            none + "}");
  refuse(parts, "proved", straight, "curvature", "the level set is not connected");
  const std::string one = claim_text(
      "curvature",
      "[[curve]]\nvariables = [\"x\", \"y\"]\nloss = \"y - x^2\"\nlevel = \"0\"\nstart = [\"0\", \"0\"]\nend = "
      "[\"1\", \"1\"]\nsquared-curvature = \"4\"\nsquared-chord = \"2\"\n");
  const std::string graph =
      "{'rule':'graph','solved':[['y','x^2','1']],'nonzero':[],'base':{'rule':'line','gaps':['0']}}";
  const std::string bent = replaced(replaced(arc(graph, "4-4*(4*x^2+1)^3"), smooth, none), "'bend':" + none,
                                    "'bend':{'rule':'contradiction','factors':['y-x^2']}");
  check_refusals(one, "proved", bent,
                 {{"4-4*(4*x^2+1)^3", "0", "curvature", "this is not the excess of curvature"},
                  {"4-4*(4*x^2+1)^3", "4", "curvature", "this is not the excess of curvature"}},
                 "instances");
  refuse(replaced(one, "squared-curvature = \"4\"", "squared-curvature = \"3\""), "proved",
         replaced(bent, "4-4*(4*x^2+1)^3", "4-3*(4*x^2+1)^3"), "contradiction", "");
  for (const std::string& entry :
       {refuted("squared-curvature", ",'at':'0'"), refuted("length", ",'side':'above','pieces':[]")}) {
    refuse(one, "refuted", entry, "curvature", "an arc of a level set has no parameter");
  }
  // Nor can an arc be shown to turn too much, or too little, or be bent too much, anywhere.
  const std::string arc_of_one = bent.substr(1, bent.size() - 2);
  const std::string says = "squared-curvature = \"4\"\nconclude = ";
  for (const auto& [conclusion, more] :
       std::vector<std::pair<std::string, std::string>>{{"applies", "'turning':[['1','2']]"},
                                                        {"distance", "'turning':[['1','2']]"},
                                                        {"fails", "'failure':{'at':'0'}"},
                                                        {"fails", "'failure':{'turning':[['1','4']]}"}}) {
    refuse(replaced(one, "squared-curvature = \"4\"\n", says + "\"" + conclusion + "\"\n"), "proved",
           "{" + arc_of_one + "," + more + "}", "curvature", "an arc of a level set has no parameter");
  }
  refuse(one, "proved", replaced(bent, "'singular'", "'note':1,'singular'"), "encoding", "unknown key 'note'");
  // Two axes: connected, straight, and no curve where they meet.
  const std::string corner =
      claim_text("curvature",
                 "[[curve]]\nvariables = [\"x\", \"y\"]\nloss = \"x*y\"\nlevel = \"0\"\nstart = [\"1\", \"0\"]\nend = "
                 "[\"0\", \"1\"]\nsquared-curvature = \"1\"\n");
  const auto axis = [](const std::string& variable) {
    return "{'rule':'graph','solved':[['" + variable + "','0','1']],'nonzero':[],'base':{'rule':'line','gaps':['0']}}";
  };
  const std::string axes =
      "{'rule':'cover','condition':'x*y = 0','options':['x = 0','y = 0'],'closed':[],'pieces':[" + axis("x") + "," +
      axis("y") +
      "],'overlaps':[{'first':0,'second':1,'count':{'rule':'graph','solved':[['x','0','1'],['y','0','1']],'nonzero':[],"
      "'base':{'rule':'point'}},'points':[['0','0']]}]}";
  const std::string result = outcome(corner, "proved", replaced(arc(axes, "-(x^2+y^2)^3"), smooth, none), "instances");
  INFO(result);
  CHECK(result.find("arc.singular") != std::string::npos);
}

TEST_CASE("refusals: exponential and skew curves") {
  const auto claim = [](const std::string& more) {
    return claim_text(
        "exponential-curves",
        "[[exponential]]\ngenerator = [\"0, -1\", \"1, 0\"]\nstart = [\"1\", \"0\"]\nto = \"2\"\n" + more);
  };
  check_refusals(claim("length = [\"199/100\", \"201/100\"]\n"), "proved", "{'pieces':512}",
                 {{"512", "0", "exponential", "no pieces"},
                  {"512", "2", "exponential", "the pieces are too long for the exponential series"},
                  {"512", "16", "exponential", "so many pieces do not show the interval of 'length'"}},
                 "instances");
  refuse(claim("conclude = \"applies\"\n"), "proved", "{'pieces':4}", "exponential", "the hypotheses are not shown");
  refuse(claim("conclude = \"fails\"\n"), "proved", "{'pieces':64}", "exponential", "no hypothesis is shown to fail");
  refuse(claim("conclude = \"applies\"\n"), "refuted", refuted("applies", ",'pieces':64"), "exponential",
         "that is not refuted by so many pieces");
  const auto skew = [](const std::string& bound) {
    return claim_text("skew-curves", "[skew-curves]\nsquared-norm = \"" + bound + "\"\n");
  };
  refuse(skew("1"), "proved", "{}", "encoding", "unknown scope");
  CHECK(rejected(outcome(skew("88/10"), "proved", "{}"), "skew-curves", "g(s) <= 1 - s/16 is not shown"));
  CHECK(rejected(outcome(skew("20"), "proved", "{}"), "skew-curves", "the norm may exceed pi"));
  CHECK(rejected(outcome(skew("1"), "proved", "{'note':1}"), "encoding", "unknown key 'note'"));
  CHECK(rejected(outcome(skew("20"), "refuted", "{'note':1,'instance':0}"), "encoding", "unknown key 'note'"));
  CHECK(rejected(outcome(skew("986/100"), "refuted", "{'instance':0}"), "skew-curves",
                 "the counterexample has |A| = pi"));
}

TEST_CASE("refusals: bounds of numbers of components") {
  const auto claim = [](const std::string& components, const std::string& bezout, const std::string& volume,
                        const std::string& thom) {
    return claim_text("bounds", "[[bounds]]\nvariables = [\"x\"]\nequation = \"x^2 = 1\"\ncomponents = \"" +
                                    components + "\"\nbezout = \"" + bezout + "\"\nmixed-volume = \"" + volume +
                                    "\"\nmilnor-thom = \"" + thom + "\"\n");
  };
  const std::string right = claim("2", "4", "2", "2");
  const std::string entry =
      "{'singular':{'rule':'consequence','equation':'1','cofactors':[['-1','x^2-1'],['1/2*x','2*x']],'then':{'rule':"
      "'contradiction','factors':[]}},'count':{'rule':'line','gaps':['-2','0','2']},'lifting':[['0','1'],['0','5','1']]"
      "}";
  check_refusals(
      right, "proved", entry,
      {{"['0','1'],['0','5','1']", "['0','1']", "mixed-volume", "one list of heights for each equation"},
       {"['0','1'],", "['0'],", "mixed-volume", "one height for each monomial"},
       {"['0','1'],['0','5','1']", "['0','0'],['0','0','0']", "mixed-volume", "the heights are not general"}},
      "instances");
  refuse(claim("2", "5", "2", "2"), "proved", entry, "bounds", "another Bezout number");
  refuse(claim("2", "4", "2", "3"), "proved", entry, "bounds", "another Milnor-Thom number");
  refuse(claim("2", "4", "1", "2"), "proved", entry, "mixed-volume", "it is 2");
  refuse(claim("1", "4", "2", "2"), "proved", entry, "count", "another number of components");
  const std::string count = ",'count':{'rule':'line','gaps':['-2','0','2']}";
  refuse(right, "refuted", refuted("components", count), "count", "there are as many as claimed");
  refuse(right, "refuted", refuted("mixed-volume", ",'lifting':[['0','1'],['0','5','1']]"), "mixed-volume",
         "it is as claimed");
  refuse(right, "refuted", refuted("bezout", ""), "bounds", "that number is as claimed");
  refuse(right, "refuted", refuted("milnor-thom", ""), "bounds", "that number is as claimed");
  refuse(right, "refuted", refuted("dimension", ""), "bounds", "that number is as claimed");
  CHECK(accepted(outcome(claim("3", "4", "2", "2"), "refuted", refuted("components", count), "instances")));
}
