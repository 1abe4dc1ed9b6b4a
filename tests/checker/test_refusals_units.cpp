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
