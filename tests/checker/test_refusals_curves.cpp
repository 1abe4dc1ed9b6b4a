#include "checker/curve_texts.hpp"

using namespace isthmus::check::test;

// Refusals of the kinds curvature (for arcs of level sets), exponential-curves, skew-curves and bounds.

TEST_CASE("refusals: arcs") {
  const std::string arch = circle("squared-curvature = \"1\"\nsquared-chord = \"4\"\n");
  const std::string smooth =
      "{'rule':'consequence','equation':'1','cofactors':[['-1','x^2+y^2-1'],['1/2*x','2*x'],['1/2*y','2*y']],'then':"
      "{'rule':'contradiction','factors':[]}}";
  const auto arc = [&](const std::string& connected, const std::string& remainder) {
    return "{'arc':{'singular':" + smooth + ",'connected':" + connected + ",'remainder':'" + remainder +
           "','bend':" + kContradiction + "}}";
  };
  // x^2 + y^2 = 1: as the graph of nothing it is empty, which it is not.
  refuse(arch, "proved", arc("{'rule':'empty','proof':" + kContradiction + "}", "0"), "contradiction", "");
  // A level set without points, and one with two parts, hold no arc between the points.
  const std::string parts = replaced(replaced(replaced(arch, "x^2 + y^2", "x^2"), "[\"1\", \"0\"]", "[\"1\", \"2\"]"),
                                     "squared-chord = \"4\"", "squared-chord = \"8\"");
  const std::string two =
      "{'rule':'product','factors':[{'coordinates':['x'],'count':{'rule':'line','gaps':['-2','0','2']}},{'coordinates':"
      "['y'],'count':{'rule':'line','gaps':['0']}}]}";
  const std::string straight = replaced(arc(two, "0"), smooth,
                                        "{'rule':'consequence','equation':'1','cofactors':[['-1','x^2-1'],['1/2*x',"
                                        "'2*x']],'then':" +
                                            kContradiction + "}");
  refuse(parts, "proved", straight, "curvature", "the level set is not connected");
  const std::string one = claim_text(
      "curvature",
      "[[curve]]\nvariables = [\"x\", \"y\"]\nloss = \"y - x^2\"\nlevel = \"0\"\nstart = [\"0\", \"0\"]\nend = "
      "[\"1\", \"1\"]\nsquared-curvature = \"4\"\nsquared-chord = \"2\"\n");
  const std::string graph =
      "{'rule':'graph','solved':[['y','x^2','1']],'nonzero':[],'base':{'rule':'line','gaps':['0']}}";
  const std::string bent = replaced(replaced(arc(graph, "4-4*(4*x^2+1)^3"), smooth, kContradiction),
                                    "'bend':" + kContradiction, "'bend':{'rule':'contradiction','factors':['y-x^2']}");
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
  const std::string result =
      outcome(corner, "proved", replaced(arc(axes, "-(x^2+y^2)^3"), smooth, kContradiction), "instances");
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
