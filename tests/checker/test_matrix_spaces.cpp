#include "checker/refusals.hpp"

using namespace isthmus::check::test;

// What follows from equations and conditions on matrices, and what fails at a point.

namespace {

/// Maps between x and y, n x n, with conditions on either side.
struct Maps {
  std::string n;
  std::string on_x;     ///< conditions, each as "'text'"
  std::string forward;  ///< y
  std::string on_y;
  std::string backward;  ///< x
};

std::string maps_claim(const Maps& maps, const std::string& hypotheses = "") {
  const auto conditions = [](const std::string& space, const std::string& texts) {
    std::string result;
    for (std::size_t at = 0; at < texts.size();) {
      const std::size_t end = std::min(texts.find(';', at), texts.size());
      result += "[[" + space + ".condition]]\ntext = \"" + texts.substr(at, end - at) + "\"\n";
      at = end + 1;
    }
    return result;
  };
  const auto assign = [](const std::string& map, const std::string& name, const std::string& value) {
    return "[[" + map + "]]\nname = \"" + name + "\"\nvalue = \"" + value + "\"\n";
  };
  return claim_text("inverse-maps", "[dimensions]\nn = [" + maps.n + "]\n" + matrix("x", "group", "n", "n") +
                                        matrix("y", "group", "n", "n") + matrix("z", "data", "n", "n") + hypotheses +
                                        "[domain]\ncoordinates = [\"x\"]\n" + conditions("domain", maps.on_x) +
                                        "[codomain]\ncoordinates = [\"y\"]\n" + conditions("codomain", maps.on_y) +
                                        assign("forward", "y", maps.forward) + assign("backward", "x", maps.backward));
}

std::string proved(const Maps& maps) {
  return outcome(maps_claim(maps), "proved", "{'model':{},'domain':[],'codomain':[]}");
}

}  // namespace

TEST_CASE("conditions on the image: what is known of it, as it is told") {
  const std::string refusal = "the image is not seen to meet the condition";
  CHECK(accepted(proved({"2", "", "x", "", "y"})));
  CHECK(accepted(proved({"2", "det(x) != 0", "x", "det(y) != 0", "y"})));
  CHECK(accepted(proved({"1", "det(x) != 0", "x", "y != 0", "y"})));
  CHECK(accepted(proved({"1", "x != 0", "x", "det(y) != 0", "y"})));
  CHECK(accepted(proved({"1", "x != 0", "x", "y != 0", "y"})));
  CHECK(accepted(proved({"2", "x != 0", "x", "y != 0", "y"})));
  CHECK(accepted(proved({"2", "x != z", "x", "y != z", "y"})));
  CHECK(accepted(proved({"2", "rank(x) >= 1", "x", "rank(y) >= 1", "y"})));
  CHECK(accepted(proved({"2", "rank(x) <= 1", "x", "rank(y) <= 1", "y"})));
  CHECK(accepted(outcome(maps_claim({"2", "rank(x) <= 1", "x", "rank(y) <= 1", "y"}, hypothesis("rank(det(z)*z) <= 1")),
                         "proved", "{'model':{'z':[['0','0'],['0','0']]},'domain':[],'codomain':[]}")));
  for (const Maps& maps : std::vector<Maps>{{"2", "det(x) != 0", "x", "det(y) > 0", "y"},
                                            {"1", "det(x) != 0", "x", "rank(y) != 1", "y"},
                                            {"2", "", "0*x", "rank(y) = 1", "y"},
                                            {"2", "rank(x) >= 1", "x", "rank(y) >= 2", "y"},
                                            {"2", "rank(x) >= 1", "x", "rank(y) = 1", "y"},
                                            {"2", "rank(x) >= 1", "2*x", "rank(y + z) >= 1", "y/2"},
                                            {"2", "x != 0", "x", "rank(y) != 0", "y"},
                                            {"2", "", "x", "inv(y)*y = I(2)", "y"},
                                            {"2", "det(x) = 1", "x", "det(y) = 1", "y"},
                                            {"2", "rank(x) = 1", "x", "rank(det(y)*y) = 1", "y"},
                                            {"2", "rank(det(x)*x) = 1", "x", "rank(det(y)*y) = 1", "y"}}) {
    const std::string result = proved(maps);
    INFO(maps.on_x << ", " << maps.forward << ", " << maps.on_y << ": " << result);
    CHECK(rejected(result, "inverse-maps", refusal));
  }
}

TEST_CASE("maps that are not inverse to each other, at a point") {
  const auto at = [](const Maps& maps, const std::string& x) {
    return outcome(maps_claim(maps), "refuted",
                   "{'instance':0,'model':{'x':[['" + x + "']],'z':[['0']]},'side':'domain'}");
  };
  CHECK(accepted(at({"1", "", "inv(x)", "", "y"}, "0")));         // not defined
  CHECK(accepted(at({"1", "", "-x", "det(y) > 0", "-y"}, "1")));  // out of the codomain
  CHECK(accepted(at({"1", "", "0*x", "", "inv(y)"}, "1")));       // not defined on the way back
  CHECK(accepted(at({"1", "", "x", "", "y + I(1)"}, "1")));       // another point
  CHECK(rejected(at({"1", "", "-x", "det(y) < 0", "-y"}, "1"), "inverse-maps", "do what they should"));
  CHECK(rejected(at({"1", "", "inv(x)", "", "inv(y)"}, "2"), "inverse-maps", "do what they should"));
}

TEST_CASE("equations that eliminate a matrix") {
  const std::string matrices = matrix("A", "data", "2", "2") + matrix("B", "data", "2", "2") +
                               matrix("D", "data", "2", "3") + matrix("a", "data", "1", "1") + scalar("s");
  const auto with = [&](const std::string& hypotheses, const std::string& list, const std::string& values) {
    return outcome(identity_claim(matrices + hypotheses, "A*B", "B*A"), "proved",
                   "{'model':{" + values + "},'eliminate':[" + list + "]}");
  };
  const std::string equal = "'A':" + kUnit + ",'B':" + kUnit;
  const std::string other = "'A':[['0','1'],['0','0']],'B':[['0','0'],['0','0']]";
  CHECK(accepted(with(hypothesis("A = B*B"), "['A','B*B']", equal)));
  CHECK(accepted(with(hypothesis("det(A)*A = det(B)*B") + hypothesis("A = B*B"), "['A','B*B']", equal)));
  CHECK(accepted(with(hypothesis("A = A") + hypothesis("A = B*B"), "['A','B*B']", equal)));
  for (const std::string said : {"A != B*B", "rank(A - B*B) = 1", "rank(A - B*B) >= 1"})
    CHECK(rejected(with(hypothesis(said), "['A','B*B']", other), "eliminate", "no equation gives A = "));
  CHECK(rejected(with(hypothesis("A = B*B"), "['A','B*B'],['A','B*B']", equal), "eliminate", "the value mentions A"));
  CHECK(rejected(with(hypothesis("A = B*B"), "['A','det(B)*B']", equal), "eliminate", "no equation gives A = "));
  CHECK(rejected(with(hypothesis("A = B*B"), "['A','D']", equal), "eliminate", "the shapes differ"));
  CHECK(rejected(with(hypothesis("a = s*I(1)"), "['a','s']", "'a':[['1']],'s':[['1']]"), "eliminate",
                 "the shapes differ"));
}

TEST_CASE("sides of an identity, and of an equation, that are not defined at the model") {
  const std::string one = "[['0','1'],['0','0']]";
  for (const auto& [left, right] :
       std::vector<std::pair<std::string, std::string>>{{"I(2)", "inv(A)*A"}, {"inv(A)*A", "I(2)"}})
    CHECK(accepted(outcome(identity_claim(matrix("A", "data", "2", "2"), left, right), "refuted",
                           "{'instance':0,'model':{'A':" + one + "}}")));
  for (const auto& [network, target] :
       std::vector<std::pair<std::string, std::string>>{{"W*inv(Y)", "Y"}, {"W", "inv(Y)"}}) {
    const std::string claim = claim_text("cover", matrix("W", "weight", "1", "1") + matrix("Y", "target", "1", "1") +
                                                      "[cover]\nnetwork = \"" + network + "\"\ntarget = \"" + target +
                                                      "\"\n[[cover.part]]\nname = \"a\"\nconditions = [\"W > 1\"]\n");
    CHECK(rejected(
        outcome(replaced(claim, "W > 1", "det(W) > 1"), "refuted", "{'instance':0,'model':{'W':[['0']],'Y':[['0']]}}"),
        "cover", "does not solve network = target"));
  }
}
