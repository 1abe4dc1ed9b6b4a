#include <array>

#include "checker/nodes.hpp"
#include "checker/refusals.hpp"

using namespace isthmus::check::test;

// Refusals of the rules about networks, maps, orbits, traces and instances that other tables do not have.

namespace {

std::string network(const std::string& declarations, const std::string& left, const std::string& right) {
  return claim_text("components", declarations + equation("components", left, right, "count = \"2\""));
}

}  // namespace

TEST_CASE("refusals: factors of a network") {
  // W2*W1 = Y for numbers, counted without a step, over Y.
  const std::string declarations = matrix("W1", "weight", "1", "1") + matrix("W2", "weight", "1", "1") +
                                   matrix("Y", "target", "1", "1") + hypothesis("Y != 0");
  const std::string claim = network(declarations, "W2*W1", "Y");
  const std::string reduction =
      "{'rule':'graph-block','variables':['W1'],'equations':['W1*W2-Y'],'columns':[0],'proof':{'rule':'contradiction',"
      "'factors':['W1*W2-Y']},'base':{'rule':'delineate','order':['Y','W2'],'units':[],'projection':[[],['W2']]}}";
  const std::string block =
      "{'rule':'graph-block','variables':['W1'],'equations':['W1*W2-SIGN'],'columns':[0],'proof':{'rule':"
      "'contradiction','factors':[]},'base':{'rule':'line','gaps':['-1','1']}}";
  const std::string count = "{'rule':'uniform','reduction':" + reduction +
                            ",'order':['Y'],'units':[],'projection':[['Y']],'cells':[['-1','in']"
                            ",['1','in']],'counts':[" +
                            replaced(block, "SIGN", "(-1)") + "," + replaced(block, "SIGN", "1") +
                            "],'walls':[{'rule':'no-parameters','proof':{'rule':'contradiction','factors':[]}}]}";
  const std::string factor = "{'conditions':[],'weights':['W1','W2'],'parameters':['Y'],'count':" + count + "}";
  const std::string good = "{'model':{'Y':[['1']]},'steps':[],'factors':[" + factor + "]}";
  check_refusals(claim, "proved", good,
                 {{factor, factor + ",{'conditions':[],'weights':[],'parameters':[],'count':{'rule':'point'}}",
                   "factors", "mentions W1"},
                  {"'conditions':[]", "'conditions':[0]", "factors", "there are no conditions, but an equation"},
                  {"'parameters':['Y']", "'parameters':['Y','Y']", "factors", "Y is no parameter, or stands twice"},
                  {"'parameters':['Y']", "'parameters':['W1']", "factors", "W1 is no parameter, or stands twice"},
                  {"'parameters':['Y']", "'parameters':['Z']", "factors", "Z is no parameter, or stands twice"},
                  {"'parameters':['Y']", "'parameters':[]", "factors", "mentions Y"},
                  {"'weights':['W1','W2']", "'weights':['W1','W1']", "factors", "W1 stands twice"},
                  {"'weights':['W1','W2']", "'weights':['W1']", "factors", "mentions W2"},
                  {"'weights':['W1','W2']", "'weights':['Y','W2']", "factors", "Y is no weight here"},
                  {"[['1']]", "[['0']]", "model", "a hypothesis fails, on Y"},
                  {"['-1','in']", "['-1','out']", "uniform", "do not make the formula false"},
                  {"'steps':[]", "'steps':[['solve','W2','1','W1']]", "factors", "W2 is no weight here"}});
  const std::string inverted = network(declarations, "inv(Y)*W2*W1", "Y");
  check_refused(inverted, "proved", good, "factors", "an inverse in the equation");
  check_refused(network(replaced(declarations, hypothesis("Y != 0"), ""), "inv(Y)*W2*W1", "Y"), "proved",
                replaced(good, "{'Y':[['1']]}", "{}"), "facts",
                "the hypotheses do not define every inverse in inv(Y)*W2*W1");
  // X need not be invertible, so that its rank is a condition, which no weight is in.
  const std::string ranks =
      network(matrix("W", "weight", "2", "2") + matrix("V", "weight", "2", "2") + matrix("X", "data", "2", "2") +
                  matrix("Y", "target", "2", "2") + hypothesis("det(Y) != 0"),
              "W*V*X", "Y");
  check_refused(
      ranks, "proved",
      "{'model':{'Y':" + kUnit +
          "},'steps':[['solve','W','1','V*X'],['split',0,['V','X']]],'factors':[{'conditions':[0],'weights':['V'],"
          "'parameters':[],'count':{'rule':'point'}},{'conditions':[1],'weights':[],'parameters':['X'],'count':"
          "{'rule':'point'}}]}",
      "factors", "a condition without weights is not in the first factor");
  const std::string trivial =
      network(replaced(declarations, "Y != 0", "Y = 0") + scalar("t") + hypothesis("t = 0"), "t*W2*W1", "Y");
  check_refused(
      trivial, "proved",
      "{'model':{'Y':[['0']],'t':[['0']]},'steps':[['zero','t'],['zero','Y'],['equation','1','1','zero(1, 1)',"
      "'zero(1, 1)']],'factors':[{'conditions':[],'weights':['W1'],'parameters':[],'count':{'rule':'line','gaps':"
      "['0']}},{'conditions':[],'weights':['W2'],'parameters':[],'count':{'rule':'line','gaps':['0']}}]}",
      "factors", "an equation is one factor");
  // An entry of S1 would have the name of a number.
  const std::string crowded =
      network(matrix("W1", "weight", "2", "2") + matrix("W2", "weight", "2", "2") + matrix("Y", "target", "2", "2") +
                  matrix("Q_1_1", "data", "1", "1") + hypothesis("det(Y) != 0"),
              "W2*W1*Q_1_1", "Y");
  CHECK(outcome(crowded, "proved", "{}").starts_with("invalid"));
  const std::string renamed =
      network(matrix("W1", "weight", "2", "2") + matrix("W2", "weight", "2", "2") + matrix("Y", "target", "2", "2") +
                  scalar("Q_1_1") + hypothesis("det(Y) != 0") + hypothesis("Q_1_1 != 0"),
              "Q_1_1*W2*W1", "Y");
  check_refused(renamed, "proved",
                "{'model':{'Y':" + kUnit +
                    ",'Q_1_1':[['1']]},'steps':[['change','W1','Q','Q']],'factors':[{'conditions':[],"
                    "'weights':['Q','W2'],'parameters':['Y','Q_1_1'],'count':{'rule':'point'}}]}",
                "factors", "two entries have the same name");
}

TEST_CASE("refusals: steps of a network") {
  const std::string wide = matrix("A", "weight", "2", "3") + matrix("B", "weight", "3", "2") +
                           matrix("D", "weight", "2", "2") + matrix("X", "data", "2", "2") +
                           matrix("Y", "target", "2", "2") + hypothesis("det(X) != 0") + hypothesis("det(Y) != 0");
  const auto with = [&](const std::string& left, const std::string& steps) {
    return outcome(network(wide, left, "Y"), "proved",
                   "{'model':{'X':" + kUnit + ",'Y':" + kUnit + "},'steps':[" + steps + "],'factors':[]}");
  };
  const std::string solve = "['solve','D','A*B*X','1']";
  for (const auto& [steps, rule, message] : std::vector<std::array<std::string, 3>>{
           {"['change','A','S1','D']", "change", "D has another shape than A"},
           {"['change','A','S1']", "encoding", "expected 4 entries"},
           {solve + ",['free',0,'A','middle','B*X','S1']", "encoding", "expected \"front\" or \"back\""},
           {"['absorb','D','middle','X','A*B','S1']", "encoding", "expected \"front\" or \"back\""},
           {solve + ",['split',0,['A','B*X']]", "split", "an inner dimension is not n"},
           {solve + ",['zero','X']", "zero", "the equation is solved already"},
           {solve + ",['cancel','1','1','D','Y']", "cancel", "the equation is solved already"},
           {"['rank','A','A','B','1','Y','1','S1','S2']", "rank", "two weights are needed"},
           {"['rank','D','A','B','1','Y','1','S1','S2']", "rank", "is 2 x 2, the next factor"},
           {"['free',0,'A','front','B','S1']", "encoding", "0 is not below 0"},
           {"['solve','D','A*B*X*inv(D)*D','1']", "facts", "the hypotheses do not define every inverse in"}}) {
    const std::string result = with("A*B*X*D", steps);
    INFO(steps << ": " << result);
    CHECK(is_refused(result, rule, message));
  }
  const std::string argmin = claim_text("argmin", wide + equation("argmin", "A*B*X*D", "Y", "count = \"2\""));
  check_refused(argmin, "proved",
                "{'model':{'X':" + kUnit + ",'Y':" + kUnit + "},'steps':[['least-squares','2','X']],'factors':[]}",
                "least-squares", "a matrix was expected");
  check_refused(argmin, "proved", "{'model':{'X':" + kUnit + ",'Y':" + kUnit + "},'steps':[],'factors':[]}", "encoding",
                "element 0 is missing");
}

TEST_CASE("refusals: maps and orbits") {
  const std::string maps = claim_text(
      "inverse-maps", scalar("x") + scalar("y") +
                          "[domain]\ncoordinates = [\"x\"]\n[codomain]\ncoordinates = [\"y\"]\n[[forward]]\nname = "
                          "\"y\"\nvalue = \"x + 1\"\n[[backward]]\nname = \"x\"\nvalue = \"y - 2\"\n");
  check_refusals(maps, "refuted", "{'instance':0,'model':{'x':[['0']]},'side':'domain'}",
                 {{"'domain'", "'range'", "encoding", "expected \"domain\" or \"codomain\""},
                  {"'domain'", "'codomain'", "model", "there is no matrix x"},
                  {"'x':[['0']]", "", "model", "no value is given for x"}});
  const std::string right = replaced(maps, "y - 2", "y - 1");
  check_refusals(right, "proved", "{'model':{},'domain':[],'codomain':[]}",
                 {{"'domain':[]", "'domain':[['x']]", "encoding", "expected a matrix and its value"},
                  {"'domain':[]", "'domain':[['x','1']]", "eliminate", "no equation gives x = 1"},
                  {"'domain':[]", "'domain':[['x + 1','1']]", "eliminate", "is not the name of a matrix"},
                  {"'domain':[]", "'domain':[['x','x']]", "eliminate", "the value mentions x"}});
  check_refused(right, "refuted", "{'instance':0,'model':{'x':[['0']]},'side':'domain'}", "inverse-maps",
                "the maps do what they should at the model");
  check_refused(maps, "proved", "{'model':{},'domain':[],'codomain':[]}", "inverse-maps", "is not seen to be x");

  const std::string split = "{'rule':'line','gaps':['-1','1']}";
  const std::string body =
      "[orbits]\nvariables = [\"x\"]\nset = \"x != 0\"\ncount = \"2\"\n[[orbits.orbit]]\nset = \"x > 0\"\ncount = "
      "\"1\"\n"
      "[[orbits.orbit]]\nset = \"x < 0\"\ncount = \"1\"\n[orbits.action]\nvariables = [\"g\"]\ngroup = \"g > 0\"\n"
      "images = [\"g*x\"]\n";
  const std::string orbit = "{'model':{},'count':" + split + ",'inside':" + kContradiction +
                            ",'stays':" + kContradiction +
                            ",'transitive':[{'when':'true','element':[['x_image','x']],'proof':" + kContradiction +
                            ",'defined':" + kContradiction + "}],'else':" + kContradiction + "}";
  const std::string good =
      "{'count':" + split + ",'orbits':[" + orbit + "," + orbit + "],'cover':" + kContradiction + ",'disjoint':[]}";
  check_refusals(claim_text("orbits", body), "proved", good,
                 {{"[['x_image','x']]", "[['x_image']]", "encoding", "expected a numerator and a denominator"},
                  {"'x_image','x'", "'x_image','x-x'", "contradiction", ""},
                  {"," + orbit + "]", "]", "orbits", "one entry for each orbit was expected"},
                  {orbit + "," + orbit, orbit + "," + orbit + "," + orbit, "orbits", "one entry for each orbit"}});
  const std::string quotient = "'when':'true','element':[['x_image','x']]";
  const std::string nothing = replaced(orbit, quotient, "'when':'false','element':[['x_image','0']]");
  check_refused(claim_text("orbits", body), "proved", replaced(good, orbit, nothing), "orbits", "a denominator is 0");
  check_refused(
      claim_text("orbits", replaced(body, "[[orbits.orbit]]\n", "[[orbits.orbit]]\nparameters = [\"g\"]\n")), "proved",
      replaced(good, orbit,
               "{'model':{'g':'0'},'count':{'rule':'uniform','reduction':{'rule':'delineate','order':['g','x'],"
               "'units':[],'projection':[[],['x']]},'order':['g'],'units':[],'projection':[[]],'cells':[['0','in']],"
               "'counts':[" +
                   split + "],'walls':[]},'inside':{},'choice':{},'stays':{},'transitive':[],'else':{}}"),
      "declined", "has the name of a variable of the group");
  const std::string hollow = replaced(replaced(body, "x < 0", "x < 0 and x > 0"), "x < 0 and x > 0\"\ncount = \"1\"",
                                      "x < 0 and x > 0\"\ncount = \"0\"");
  check_refused(claim_text("orbits", hollow), "proved", good, "orbits", "an orbit is empty");
  const std::string family =
      "[orbits]\nvariables = [\"x\"]\nset = \"x != 0\"\ncount = \"2\"\n[[orbits.orbit]]\nparameters = [\"c\"]\nset = "
      "\"x = c\"\ncount = \"1\"\n";
  check_refused(claim_text("orbits", family), "proved",
                "{'count':" + split + ",'orbits':[{}],'cover':{},'disjoint':[]}", "orbits",
                "a family of pieces without a group");
}

TEST_CASE("refusals: traces, consequences, images") {
  const std::string square = matrix("A", "data", "2", "2") + matrix("B", "data", "2", "2");
  const auto inequality = [&](const std::string& left) {
    return claim_text("inequality", square + "[inequality]\nleft = \"" + left + "\"\nright = \"trace(T(A)*A)\"\n");
  };
  const std::string proof = "{'model':{},'squares':['A'],'consequences':{'equations':[],'cofactors':[]}}";
  CHECK(accepted(outcome(inequality("0*trace(A)"), "proved", proof)));
  check_refused(inequality("trace(A)*trace(B)"), "proved", proof, "declined", "a product of traces: ");
  check_refused(inequality("trace(A)^2"), "proved", proof, "declined", "a product of traces: ");
  check_refused(inequality("det(A)"), "proved", proof, "declined", "a determinant or trace in a coefficient");
  check_refused(inequality("det(trace(A)*B)"), "proved", proof, "declined", "no combination of traces: ");
  check_refused(inequality("trace(pinv(A))"), "proved", "{'model':{},'proof':" + kContradiction + "}", "declined",
                "pinv(A) is not written out in entries");
  check_refused(claim_text("identity", "[dimensions]\nn = [2]\n" + matrix("A", "data", "n", "n") +
                                           "[identity]\nleft = \"pinv(I(n))*A\"\nright = \"A\"\n"),
                "proved", "{'model':{},'eliminate':[]}", "declined", "has no shape of its own", "all dimensions");
  check_refused(inequality("1/(trace(A) - trace(A) + 1)"), "proved", proof, "inequality", "is not seen to exist");
  check_refused(inequality("trace(A)"), "proved", proof, "consequences", "the cofactors do not add up to ");
  const std::string identity =
      claim_text("identity", square + hypothesis("A = B") + "[identity]\nleft = \"A\"\nright = \"B\"\n");
  const std::string equal = "{'model':{'A':" + kUnit + ",'B':" + kUnit +
                            "},'consequences':{'equations':[['hypothesis','A - B']],'cofactors':[['1','I',0,'I']]}}";
  check_refusals(identity, "proved", equal,
                 {{"['1','I',0,'I']", "['1','I',0]", "encoding", "expected a coefficient, a word, an equation, a word"},
                  {"'A':" + kUnit, "'A':[['1','0'],['0','2']]", "model", "a hypothesis fails"},
                  {"['1','I',0,'I']", "['A','I',0,'I']", "consequences", "the coefficient is no scalar"},
                  {"['1','I',0,'I']", "['det(A)','I',0,'I']", "consequences", "the coefficient is no scalar"},
                  {"['1','I',0,'I']", "['2','I',0,'I']", "consequences", "the cofactors do not add up to "},
                  {"['1','I',0,'I']", "['1','I',1,'I']", "encoding", "1 is not below 1"},
                  {"'A - B'", "'det(A) - det(B)'", "consequences", "no matrix without determinants"}});

  const std::string trivial = "{'model':{},'consequences':{'equations':[],'cofactors':[]}}";
  const std::string one_side = claim_text("identity", square + "[identity]\nleft = \"inv(A)*A\"\nright = \"B\"\n");
  check_refused(one_side, "proved", trivial, "identity", "inv(A)*A is not seen to be defined");
  check_refused(replaced(one_side, "inv(A)*A", "inv(A)"), "proved", trivial, "identity",
                "inv(A) is not seen to be defined");
  check_refused(replaced(one_side, "left = \"inv(A)*A\"\nright = \"B\"", "left = \"B\"\nright = \"inv(A)*A*B\""),
                "proved", trivial, "identity", "inv(A)*A*B is not seen to be defined");
  // A hypothesis with an inverse that need not exist.
  check_refused(claim_text("inequality", square + hypothesis("inv(A) != B") +
                                             "[inequality]\nleft = \"0\"\nright = \"trace(T(A)*A)\"\n"),
                "proved", "{'model':{'A':" + kUnit + ",'B':[['2','0'],['0','2']]},'proof':" + kContradiction + "}",
                "inequality", "an inverse in inv(A) + (-1)*B is not seen to exist");
  // Where a side is not defined, an inequality does not hold.
  const std::string undefined = "{'instance':0,'model':{'A':[['1','0'],['0','0']],'B':" + kUnit + "}}";
  check_refusals(claim_text("inequality", square + "[inequality]\nleft = \"trace(inv(A))\"\nright = \"trace(B)\"\n"),
                 "refuted", undefined, {{"'0','0'", "'0','1'", "inequality", "it holds at the model"}});
  check_refusals(claim_text("inequality", square + "[inequality]\nleft = \"trace(B)\"\nright = \"trace(inv(A))\"\n"),
                 "refuted", undefined, {{"'0','0'", "'0','1'", "inequality", "it holds at the model"}});
  const auto image = [](const std::string& name, const std::string& value) {
    return "[[transport.image]]\nname = \"" + name + "\"\nvalue = \"" + value + "\"\n";
  };
  const auto transport = [&](const std::string& n, const std::string& v, const std::string& w) {
    return claim_text("transport",
                      "[dimensions]\nn = [" + n + "]\n" + matrix("V", "weight", "n", "n") +
                          matrix("W", "weight", "n", "n") + matrix("P", "group", "n", "n") +
                          matrix("Y", "target", "n", "n") + scalar("s") + hypothesis("det(Y) != 0") +
                          hypothesis("s != 0") +
                          "[transport]\nnetwork = \"W*V\"\ntarget = \"Y\"\nchoice = \"some permutations\"\npairs = "
                          "\"all\"\nelements = [\"P\"]\n" +
                          image("V", v) + image("W", w));
  };
  const std::string model = "{'model':{'Y':" + kUnit +
                            ",'s':[['1']]},'consequences':{'equations':[['hypothesis','W*V - Y']],'cofactors':"
                            "[['1','I',0,'I']]}}";
  CHECK(accepted(outcome(transport("2", "P*V", "W*inv(P)"), "proved", model)));
  check_refused(transport("2", "s*P*V", "W*inv(P)/s"), "proved", model, "transport",
                "the sign of a scalar in an image is not known");
  check_refused(transport("2", "det(P)*V", "W/det(P)"), "proved", model, "declined", "a determinant or trace");
  // 7! permutations are more than are gone through.
  const auto unit = [](int n) {
    std::string text;
    for (int i = 0; i < n; ++i) {
      text += i > 0 ? ",[" : "[";
      for (int j = 0; j < n; ++j) text += std::string(j > 0 ? "," : "") + (i == j ? "'1'" : "'0'");
      text += "]";
    }
    return "[" + text + "]";
  };
  const std::string seven = unit(7);
  check_refused(transport("7", "P*V + 0*V", "W"), "refuted",
                "{'instance':0,'model':{'Y':" + seven + ",'s':[['1']],'V':" + seven + ",'W':" + seven +
                    "},'to':{'V':" + seven + ",'W':" + seven + "}}",
                "transport", "the image has the signs of the other point");
}

TEST_CASE("refusals: verdicts and instances") {
  const std::string line = claim_text("components",
                                      "[components]\nvariables = [\"x\"]\nset = \"x^2 > 1\"\ncount = "
                                      "\"1\"\n");
  const std::string entry = "{'instance':0,'model':{},'count':{'rule':'line','gaps':['-2','0','2']}}";
  CHECK(accepted(outcome(line, "refuted", entry)));
  check_refused(line, "refuted", entry + "," + entry, "instances", "expected one entry");
  check_refused(line, "refuted", "", "instances", "expected one entry");
  check_refused(line, "proved", "", "instances", "expected 1 entries, one for each instance");
  const std::string sigmoid = claim_text(
      "sigmoid-networks", "[sigmoid-networks]\ncount = \"1\"\nsmallest = \"2\"\nlargest = \"3\"\nseed = \"1\"\n");
  check_refused(sigmoid, "refuted", "{'instance':0}", "sigmoid-networks", "it holds for all networks", "instances");
  const std::string passes = claim_text("forward-passes",
                                        "[forward-passes]\nwidths = [2, 3, 2]\nsamples = 2\ndegree = 1\nactivation = "
                                        "[\"1\", \"0\"]\nseeds = [1]\nscales = "
                                        "[\"2\"]\nalphas = [\"1/2\"]\n");
  check_refused(passes, "vacuous", "{'instance':0,'proof':" + kContradiction + "}", "vacuous",
                "a model of the assumptions is not excluded by any rule", "instances");
  const std::string product = claim_text(
      "product", "[[factor]]\nvariables = [\"x\"]\nset = \"x > 0\"\ncount = \"1\"\n[product]\ncount = \"1\"\n");
  check_refused(product, "vacuous", "{'instance':0,'proof':" + kContradiction + "}", "vacuous",
                "there are no hypotheses");
}
