#include "checker/refusals.hpp"

using namespace isthmus::check::test;

// Refusals of the kinds homogeneous, permutations and forward-passes.

namespace {

std::string homogeneous(const std::string& more, const std::string& left, const std::string& right) {
  return claim_text(
      "homogeneous",
      "[[matrix]]\nname = \"Z\"\nrows = \"n\"\ncolumns = \"N\"\n[[matrix]]\nname = \"P\"\nrows = \"n\"\n"
      "columns = \"n\"\nrole = \"permutation\"\n[homogeneous]\nscalars = [\"c\"]\nassume = [\"c > 0\"]\n" +
          more + "left = \"" + left + "\"\nright = \"" + right + "\"\n");
}

std::string permutation_minimum(const std::string& statement) {
  return claim_text("permutations", "[permutations]\nclaim = \"minimum " + statement +
                                        "\"\n[[permutations.instance]]\nouter = [\"1, 2\"]\npreactivation = [\"1\", "
                                        "\"-2\"]\ndegree = 1\nactivation = [\"1\", \"-1\"]\n");
}

}  // namespace

TEST_CASE("refusals: identities of homogeneous activations") {
  const std::string proof = "{'model':{'c':'1'},'cases':[{'steps':[],'bounds':[{'above':0}]}]}";
  check_refusals(homogeneous("degree = \"2\"\n", "sigma(c*Z)", "c^2*sigma(Z)"), "proved", proof,
                 {{"'c':'1'", "'c':'0'", "model", "does not hold at the model"}}, "all dimensions");
  CHECK(rejected(outcome(homogeneous("degree = \"2\"\n", "sigma(c*Z)", "c*sigma(Z)"), "proved", proof), "homogeneous",
                 "the two sides have different normal forms"));
  const std::string wrong = homogeneous("degree = \"2\"\n", "sigma(c*Z)", "c*sigma(Z)");
  const std::string good =
      "{'instance':0,'model':{'c':'2'},'matrices':{'Z':[['1'],['0']],'P':[['0','1'],['1','0']]},'sigma':['1','-1']}";
  const std::string z = "'Z':[['1'],['0']]";
  check_refusals(wrong, "refuted", good,
                 {{"'c':'2'", "'c':'1'", "homogeneous", "the two sides agree at the model"},
                  {z, "'Z':[]", "homogeneous", "a matrix without entries"},
                  {z, "'Z':[[],[]]", "homogeneous", "a matrix without entries"},
                  {z, "'Z':[['1'],['0','0']]", "homogeneous", "rows of different length"},
                  {z, "'Z':[['1']]", "homogeneous", "the sizes do not fit"},
                  {z + ",", "", "homogeneous", "one value for each matrix was expected"},
                  {z, "'Y':[['1'],['0']]", "encoding", "the key 'Z' is missing"},
                  {"[['0','1'],['1','0']]", "[['1','1'],['1','0']]", "homogeneous", "this is no permutation matrix"},
                  {"[['0','1'],['1','0']]", "[['1','0'],['1','0']]", "homogeneous", "this is no permutation matrix"},
                  {"[['0','1'],['1','0']]", "[['0','-1'],['1','0']]", "homogeneous", "this is no permutation matrix"},
                  {"[['0','1'],['1','0']]", "[['1','2'],['0','1']]", "homogeneous", "this is no permutation matrix"},
                  {"['1','-1']}", "['1']}", "homogeneous", "two values were expected"},
                  {"['1','-1']}", "'first-row'}", "homogeneous", "this activation is not admitted"},
                  {"['1','-1']}", "'last-row'}", "homogeneous", "this activation is not admitted"}});
  const auto at = [&](const std::string& more, const std::string& left, const std::string& right,
                      const std::string& entry) { return outcome(homogeneous(more, left, right), "refuted", entry); };
  const std::string rows = replaced(good, "['1','-1']}", "'first-row'}");
  CHECK(accepted(at("degree = \"1\"\n", "sigma(P*Z)", "P*sigma(Z)", rows)));
  CHECK(rejected(at("degree = \"1\"\nsigma = \"elementwise\"\n", "sigma(Z)", "2*sigma(Z)", rows), "homogeneous",
                 "this activation is not admitted"));
  CHECK(rejected(at("degree = \"1\"\nactivation = [\"1\", \"0\"]\n", "sigma(Z)", "2*sigma(Z)", rows), "homogeneous",
                 "this activation is not admitted"));
  CHECK(rejected(at("degree = \"1\"\nactivation = [\"1\", \"0\"]\n", "sigma(Z)", "2*sigma(Z)", good), "homogeneous",
                 "the claim is about another activation"));
  CHECK(rejected(at("degree = \"1\"\n", "sigma(P*Z)", "P*sigma(Z)", replaced(rows, "first-row", "last-row")),
                 "homogeneous", "this activation is not admitted"));
  CHECK(accepted(at("degree = \"1\"\nactivation = [\"1\", \"-1\"]\n", "sigma(Z)", "2*sigma(Z)", good)));
  CHECK(rejected(at("degree = \"1\"\nactivation = [\"2\", \"-1\"]\n", "sigma(Z)", "2*sigma(Z)", good), "homogeneous",
                 "the claim is about another activation"));
  CHECK(rejected(at("degree = \"3/2\"\n", "sigma(c*Z)", "c*sigma(Z)", good), "homogeneous",
                 "the degree is no positive integer"));
  CHECK(rejected(at("degree = \"1001\"\n", "sigma(c*Z)", "c*sigma(Z)", good), "homogeneous",
                 "the degree is no positive integer"));
  CHECK(rejected(at("degree = \"1/2\"\n", "sigma(c*Z)", "c*sigma(Z)", good), "homogeneous",
                 "the degree is no positive integer"));
  CHECK(rejected(at("degree = \"0\"\n", "sigma(c*Z)", "c*sigma(Z)", good), "homogeneous",
                 "the degree is no positive integer"));
  CHECK(rejected(at("degree = \"c^(1/2)\"\n", "sigma(c*Z)", "c*sigma(Z)", good), "homogeneous",
                 "the degree is not rational at the model"));
  CHECK(rejected(at("degree = \"2\"\n", "sigma(Z)/(c - 2)", "c*sigma(Z)", good), "homogeneous",
                 "a side is not defined at the model"));
}

TEST_CASE("sides of an identity at matrices") {
  const std::string wide =
      "{'instance':0,'model':{'c':'2'},'matrices':{'Z':[['1','-3'],['0','5']],'P':[['0','1'],['1','0'"
      "]]},'sigma':['1','-1']}";
  const auto at = [&](const std::string& left, const std::string& right) {
    return outcome(homogeneous("degree = \"1\"\n", left, right), "refuted", wide);
  };
  for (const auto& [left, right] :
       std::vector<std::pair<std::string, std::string>>{{"P*P*sigma(Z)", "sigma(Z)"},
                                                        {"sigma(Z)*c", "c*sigma(Z)"},
                                                        {"2*sigma(Z) - sigma(Z)", "sigma(Z)"},
                                                        {"sigma(Z)/2", "(1/2)*sigma(Z)"},
                                                        {"sigma(P*Z)", "P*sigma(Z)"}}) {
    INFO(left << " and " << right);
    CHECK(rejected(at(left, right), "homogeneous", "the two sides agree at the model"));
    CHECK(accepted(at(left, right + " + Z")));
    CHECK(accepted(at(left + " - Z", right)));
  }
  for (const std::string undefined : {"sigma(Z/(c - 2))", "c^(1/2)*Z", "sigma(Z) + Z/(c - 2)", "sigma(Z)/(c - 2)"}) {
    INFO(undefined);
    CHECK(rejected(at(undefined, "sigma(Z)"), "homogeneous", "a side is not defined at the model"));
    CHECK(rejected(at("sigma(Z)", undefined), "homogeneous", "a side is not defined at the model"));
  }
}

TEST_CASE("what is moved out of an activation") {
  const auto proved = [](const std::string& left, const std::string& right, const std::string& degree = "2",
                         const std::string& steps = "") {
    const std::string claim =
        replaced(homogeneous("degree = \"" + degree + "\"\nsigma = \"elementwise\"\n", left, right), "[homogeneous]",
                 "[[matrix]]\nname = \"Q\"\nrows = \"n\"\ncolumns = \"n\"\n[[matrix]]\nname = "
                 "\"R\"\nrows = \"n\"\ncolumns = \"n\"\nrole = \"permutation\"\n[homogeneous]");
    return outcome(claim, "proved", "{'model':{'c':'1'},'cases':[{'steps':[" + steps + "],'bounds':[{'above':0}]}]}");
  };
  CHECK(accepted(proved("sigma(P*Z)", "P*sigma(Z)")));
  CHECK(accepted(proved("sigma(P*R*Z)", "P*R*sigma(Z)")));
  CHECK(accepted(proved("sigma(P*Z + P*Q*Z)", "P*sigma(Z + Q*Z)")));
  CHECK(accepted(proved("sigma(P)", "sigma(P)")));
  CHECK(accepted(proved("sigma(c*P*Z)", "c^2*P*sigma(Z)")));
  CHECK(accepted(proved("sigma(0*Z)", "0*Z")));
  const std::string other = "the two sides have different normal forms";
  for (const auto& [left, right] :
       std::vector<std::pair<std::string, std::string>>{{"sigma(Q*Z)", "Q*sigma(Z)"},
                                                        {"sigma(P*Z + Z)", "P*sigma(Z + Z)"},
                                                        {"sigma(P*Z + R*Z)", "P*sigma(Z)"},
                                                        {"sigma(P*Z + R*Q*Z)", "P*sigma(Z + Q*Z)"},
                                                        {"sigma((c - 1)*Z)", "(c - 1)^2*sigma(Z)"}}) {
    INFO(left << " and " << right);
    CHECK(rejected(proved(left, right), "homogeneous", other));
  }
  CHECK(rejected(proved("sigma(c*Z)", "c^2*sigma(Z)", "2", "['sign','c_','>=0']"), "homogeneous", other));
  CHECK(is_refused(proved("sigma(0*Z)", "0*Z", "0"), "declined", "sigma(0) with a degree that may be 0"));
  CHECK(is_refused(proved("sigma(0*Z)", "0*Z", "c - 1"), "declined", "sigma(0) with a degree that may be 0"));
  CHECK(is_refused(proved("sigma(0*Z)", "0*Z", "c", "['sign','c_','>=0']"), "declined", "sigma(0) with a degree"));
}

TEST_CASE("the minimum over permutations, by what the rows behind can add") {
  const auto minimum = [](const std::string& number, const std::string& outer, const std::string& preactivation,
                          const std::string& more, const std::string& permutation) {
    return outcome(
        claim_text("permutations", "[permutations]\nclaim = \"minimum = " + number +
                                       "\"\n[[permutations.instance]]\nouter = [" + outer + "]\npreactivation = [" +
                                       preactivation + "]\ndegree = 1\nactivation = [\"1\", \"-1\"]\n" + more),
        "proved", "{'model':{},'permutation':" + permutation + ",'order':[0,1]}", "instances");
  };
  CHECK(accepted(minimum("1", "\"1, 2\"", "\"-2\", \"3\"", "", "[1,0]")));
  CHECK(rejected(minimum("16", "\"1, 2\"", "\"-2\", \"3\"", "", "[0,1]"), "permutations",
                 "another permutation has a smaller value"));
  CHECK(accepted(minimum("1", "\"1, -1\"", "\"1\", \"2\"", "", "[0,1]")));
  // Half way to a rescaling by 2: 1 - 3/4*3/2 for each of two equal units.
  const std::string half = "scale = \"2\"\nalpha = \"1/2\"\n";
  CHECK(accepted(minimum("1/16", "\"1, 1\"", "\"1\", \"1\"", half, "[0,1]")));
  CHECK(rejected(minimum("4", "\"1, 1\"", "\"1\", \"1\"", half, "[0,1]"), "permutations", "the minimum is 1/16"));
}

TEST_CASE("refusals: the minimum over permutations") {
  const std::string proof = "{'model':{},'permutation':[1,0],'order':[0,1]}";
  check_refusals(permutation_minimum("= 0"), "proved", proof,
                 {{"[1,0]", "[0,1]", "permutations", "another permutation has a smaller value"},
                  {"[1,0]", "[1,1]", "permutations", "a number stands twice"},
                  {"[0,1]", "[0,0]", "permutations", "a number stands twice"},
                  {"[0,1]", "[0]", "permutations", "a permutation of 2 was expected"},
                  {"[1,0]", "[1,2]", "encoding", "2 is not below 2"},
                  {"'model':{}", "'model':{'x':'1'}", "encoding", "unknown key 'x'"}},
                 "instances");
  CHECK(
      rejected(outcome(permutation_minimum("> 0"), "proved", proof, "instances"), "permutations", "the minimum is 0"));
  const std::string entry = replaced(proof, "{'model'", "{'instance':0,'model'");
  check_refusals(permutation_minimum("> 0"), "refuted", entry,
                 {{"[1,0]", "[0,1]", "permutations", "another permutation has a smaller value"}}, "instances");
  CHECK(rejected(outcome(permutation_minimum("= 0"), "refuted", entry, "instances"), "permutations", "as claimed"));
}

TEST_CASE("refusals: forward passes") {
  const std::string body =
      "[forward-passes]\nwidths = [2, 3, 2]\nsamples = 2\ndegree = 1\nactivation = [\"1\", \"-1/10\"]\n"
      "seeds = [1]\nscales = [\"2\"]\nalphas = [\"1/2\"]\n";
  const std::string claim = claim_text("forward-passes", body);
  check_refusals(claim, "proved", "{'model':{}}", {}, "instances");
  CHECK(rejected(outcome(claim, "refuted", "{'note':1,'instance':0,'scale':0,'alpha':0}", "instances"), "encoding",
                 "unknown key 'note'"));
  CHECK(rejected(outcome(claim, "refuted", "{'instance':0,'scale':0,'alpha':0}", "instances"), "forward-passes",
                 "the loss is the one of (14)"));
  const std::string zero = claim_text("forward-passes", replaced(body, "[\"1\", \"-1/10\"]", "[\"0\", \"0\"]"));
  CHECK(rejected(outcome(zero, "proved", "{'model':{}}", "instances"), "forward-passes", "the output is 0"));
  CHECK(rejected(outcome(zero, "refuted", "{'instance':0,'scale':0,'alpha':0}", "instances"), "forward-passes",
                 "the output is 0"));
  CHECK(rejected(outcome(claim, "proved", "{'model':{}}", "some"), "encoding", "unknown scope"));
}
