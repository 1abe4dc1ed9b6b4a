#include <doctest/doctest.h>

#include "claim/parse_error.hpp"
#include "prove/claim_text.hpp"

using namespace isthmus;
using namespace isthmus::test;

namespace {

std::string problem(const std::string& kind, const std::string& body) {
  try {
    claim_of(kind, body);
  } catch (const ParseError& error) {
    return error.problem();
  }
  return "";
}

std::string layers() {
  return dimensions("h = [2]") + matrix("W1", "weight", "h", "h") + matrix("W2", "weight", "h", "h") +
         matrix("X", "data", "h", "h") + matrix("g", "group", "h", "h") + hypothesis("det(X) != 0");
}

std::string transport(const std::string& choice, const std::string& elements, const std::string& rest) {
  return layers() + "[transport]\nnetwork = \"W2*W1\"\ntarget = \"X\"\nchoice = \"" + choice +
         "\"\npairs = \"all\"\nelements = [" + elements + "]\n" + rest;
}

std::string image(const std::string& name, const std::string& value) {
  return "[[transport.image]]\nname = \"" + name + "\"\nvalue = \"" + value + "\"\n";
}

std::string points(const std::string& rows, const std::string& more = "") {
  const auto value = [](const std::string& table, const std::string& name, const std::string& text) {
    return "[[same-component." + table + "]]\nname = \"" + name + "\"\nrows = " + text + "\n";
  };
  return dimensions("h = [1]") + matrix("W1", "weight", "h", "h") + matrix("W2", "weight", "h", "h") + more +
         "[same-component]\nnetwork = \"W2*W1\"\ntarget = \"I(1)\"\nconnected = \"yes\"\n" + value("from", "W1", rows) +
         value("from", "W2", rows) + value("to", "W1", rows) + value("to", "W2", rows);
}

}  // namespace

TEST_CASE("transport claims are read strictly") {
  const std::string images = image("W1", "g*W1") + image("W2", "W2*inv(g)");
  CHECK(problem("transport", transport("every", "\"g\"", images)).empty());
  CHECK(problem("transport", transport("any", "\"g\"", images)) ==
        "one of \"every\", \"some permutations\" was expected");
  CHECK(problem("transport", transport("every", "\"X\"", images)) == "X is no square matrix of the role group");
  CHECK(problem("transport", transport("every", "\"q\"", images)).find("'q' is not declared") == 0);
  CHECK(problem("transport", transport("every", "\"g\"", image("W1", "g*W1"))).find("gives an image to W2") !=
        std::string::npos);
  CHECK(problem("transport", transport("every", "\"g\"", images + image("W1", "W1"))).find("given an image twice") !=
        std::string::npos);
  CHECK(problem("transport", transport("every", "\"g\"", image("X", "X") + images)) ==
        "the name of one weight was expected");
  const std::string condition = "[[transport.condition]]\ntext = \"det(g) > 0\"\n";
  CHECK(problem("transport", transport("some permutations", "\"g\"", images + condition)).find("not looked at") !=
        std::string::npos);
}

TEST_CASE("points of same-component claims are read strictly") {
  CHECK(problem("same-component", points("[[\"1\"]]")).empty());
  CHECK(problem("same-component", points("[[1]]")).empty());
  CHECK(problem("same-component", points("[[\"1\", \"2\"]]")).find("W1 is 1 x 1, but these rows make a 1 x 2 matrix") ==
        0);
  CHECK(problem("same-component", points("[[\"1\"], [\"1\", \"2\"]]")) ==
        "row 2 has 2 entries, but the first row has 1");
  CHECK(problem("same-component", points("[[1.5]]")).find("a number in a string was expected") == 0);
  CHECK_FALSE(problem("same-component", points("[[\"1/0\"]]")).empty());
  CHECK(problem("same-component", points("[]")) == "a matrix without rows");
  CHECK(problem("same-component", points("[[\"1\"]]", matrix("X", "data", "h", "h"))).find("gives a value to X") !=
        std::string::npos);
}

TEST_CASE("the other kinds are read strictly") {
  const std::string a = dimensions("h = [2]") + matrix("A", "target", "h", "h");
  CHECK(problem("distance", a + "[distance]\nproduct = \"A\"\ninner = \"h\"\n").empty());
  CHECK(problem("distance", a + "[distance]\nproduct = \"B\"\ninner = \"h\"\n") == "'B' is not declared");
  CHECK_FALSE(problem("distance", a + "[distance]\nproduct = \"A\"\ninner = \"0\"\n").empty());
  CHECK_FALSE(problem("distance", a + "[distance]\nproduct = \"A\"\ninner = \"h\"\nouter = \"h\"\n").empty());
  CHECK_FALSE(problem("exponentials", a + "[exponentials]\nmatrix = \"A\"\nfactors = \"0\"\n").empty());
  const std::string wide = dimensions("h = [2]") + matrix("A", "group", "h", "1");
  CHECK(problem("exponentials", wide + "[exponentials]\nmatrix = \"A\"\nfactors = \"1\"\n")
            .find("the matrix is square") == 0);
  CHECK(problem("inequality", a + "[inequality]\nleft = \"A\"\nright = \"A\"\n")
            .find("an inequality is between scalars") == 0);
  CHECK(problem("inequality", a + "[inequality]\nleft = \"trace(A)\"\nright = \"1\"\n").empty());
  CHECK(problem("identity", wide + "[identity]\nleft = \"trace(A)\"\nright = \"1\"\n")
            .find("trace needs a square matrix") == 0);
  CHECK(problem("identity", a + "[identity]\nleft = \"pinv(2)*A\"\nright = \"A\"\n").find("pinv needs a matrix") == 0);
  CHECK(problem("identity", a + "[identity]\nleft = \"leaky(A, A)\"\nright = \"A\"\n")
            .find("the slope of leaky(s, A) is a scalar") == 0);
  const std::string sizes = "[sigmoid-networks]\ncount = \"3\"\nsmallest = \"5\"\nlargest = \"4\"\nseed = \"1\"\n";
  CHECK(problem("sigmoid-networks", sizes).find("smallest is above largest") == 0);
}
