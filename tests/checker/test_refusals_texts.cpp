#include "checker/refusals.hpp"

using namespace isthmus::check::test;

// Claim files about sets and matrices that cannot be read: what was changed, and the message.

TEST_CASE("claims that cannot be read: sets") {
  const std::string claim =
      claim_text("components", "[components]\nvariables = [\"x\", \"y\"]\nset = \"x^2 > 1\"\ncount = \"2\"\n");
  check_invalid(claim, {{"x^2 > 1", "x^y > 1", "", "an exponent is an integer from 0 on, in digits"},
                        {"x^2 > 1", "x^1.5 > 1", "", "an exponent is an integer"},
                        {"x^2 > 1", "x^20000 > 1", "", "more than 10000 for an exponent in a text"},
                        {"x^2 > 1", "x^2^20 > 1", "", "more than 10000 for an exponent in a text"},
                        {"x^2 > 1", "x/0 > 1", "", "division by zero"},
                        {"x^2 > 1", "x/y > 1", "", "division by something that is not a constant"},
                        {"x^2 > 1", "x > (1 < 2)", "", "a polynomial was expected here"},
                        {"x^2 > 1", "x", "", "a condition was expected here"},
                        {"x^2 > 1", "x > 1 x", "", "an operator or the end was expected"},
                        {"x^2 > 1", "x > 1 > 0", "", "comparisons do not chain"},
                        {"x^2 > 1", "x > ", "", "an operand was expected at the end"},
                        {"x^2 > 1", "x > and", "", "an operand was expected at 'and'"},
                        {"x^2 > 1", "(x > 1", "", "')' was expected"},
                        {"x^2 > 1", "x # 1", "", "a character without meaning at byte 2"},
                        {"x^2 > 1", "x > 1.", "", "digits are missing after '.'"},
                        {"x^2 > 1", "not x", "", "a condition was expected after 'not'"},
                        {"x^2 > 1", "z > 1", "", "unknown name 'z'"}});
  const std::string product = claim_text(
      "product", "[[factor]]\nvariables = [\"x\"]\nset = \"x > 0\"\ncount = \"1\"\n[product]\ncount = \"1\"\n");
  check_invalid(product, {{"[[factor]]", "[[factors]]", "", "the tables [[factor]] are missing"}});
  const std::string orbits =
      claim_text("orbits",
                 "[orbits]\nvariables = [\"x\"]\nset = \"x > 0\"\ncount = \"1\"\n[[orbits.orbit]]\nset = \"x > "
                 "0\"\ncount = \"1\"\n"
                 "[orbits.action]\nvariables = [\"g\"]\ngroup = \"g > 0\"\nimages = [\"g*x\"]\n");
  check_invalid(orbits,
                {{"[[orbits.orbit]]", "[[orbits.piece]]", "", "the tables [[orbits.orbit]] are missing"},
                 {"[\"g*x\"]", "[]", "", "one image for each variable of the set was expected"},
                 {"[\"g*x\"]", "[\"h*x\"]", "", "unknown name 'h'"},
                 {"g > 0", "g*x > 0", "", "unknown name 'x'"},
                 {"[\"g\"]", "[\"x\"]", "", "the name 'x' stands twice"},
                 {"[[orbits.orbit]]\n", "[[orbits.orbit]]\nparameters = [\"x\"]\n", "", "x is a variable of the set"}});
}

TEST_CASE("claims that cannot be read: matrix expressions") {
  const std::string claim =
      claim_text("identity", "[dimensions]\nn = [2]\nd = [[2, 3]]\n" + matrix("A", "data", "n", "n") +
                                 matrix("B", "data", "n", "3") + matrix("W", "data", "n", "n", "i = 1..2") +
                                 scalar("s") + hypothesis("det(A) != 0") + "[identity]\nleft = \"A\"\nright = \"A\"\n");
  const auto text = [](const std::string& by, const std::string& message) {
    return Refusal{"det(A) != 0", by, "", message};
  };
  check_invalid(claim, {text("A", "one comparison was expected"),
                        text("A < 0", "matrices are compared by = and != only"),
                        text("A = s", "differ in shape, or one is a scalar"),
                        text("A = B", "differ in shape, or one is a scalar"),
                        text("s/A = 0", "division by a matrix"),
                        text("B^2 = 0", "only a square matrix has powers"),
                        text("det(B) = 0", "a square matrix was expected, but B is 2 x 3"),
                        text("A + B = 0", "a sum of different shapes: A + B"),
                        text("B*A = 0", "B is 2 x 3, the next factor A is 2 x 2"),
                        text("s/0 = 0", "division by zero"),
                        text("foo(A) = 0", "there is no function 'foo'"),
                        text("T(A, A) = 0", "'T' takes 1 argument(s)"),
                        text("zero(2) = 0", "'zero' takes 2 argument(s)"),
                        text("W[1, 2] = 0", "one index was expected"),
                        text("W[3] = 0", "'W[3]' is not declared"),
                        text("Q = 0", "'Q' is not declared"),
                        text("(1..2)*A = 0", "a matrix was expected, found a range or a condition"),
                        text("prod_up(i = 1..0, A) = A", "a product is empty, so its shape is unknown: write I(n)"),
                        text("s*prod_up(i = 1..0, A) = s", "a scalar times an empty product, whose shape is unknown"),
                        text("pinv(s) = s", "pinv needs a matrix, but s is a scalar"),
                        text("leaky(A, A) = 0", "leaky takes a scalar and a matrix"),
                        text("leaky(s, s) = 0", "leaky takes a scalar and a matrix"),
                        text("rank(A) = -1", "an integer must lie between 0 and 1000"),
                        text("A^2000 = 0", "an integer must lie between 0 and 1000"),
                        text("I(0) = 0", "an integer must lie between 1 and 1000"),
                        text("I(q) = A", "'q' is neither a dimension nor an index"),
                        text("I(d) = A", "'d' is a tuple: an entry or its length was expected"),
                        text("I(n[0]) = A", "'n' is no tuple of dimensions"),
                        text("I(d[0, 1]) = A", "one index was expected"),
                        text("I(d[2]) = A", "an integer must lie between 0 and 1"),
                        text("I(foo(d)) = A", "'foo' is no function of integers"),
                        text("I(1/0) = A", "division by zero"),
                        text("I(3/2) = A", "a division of integers leaves a remainder"),
                        text("I(2^(-1)) = A", "a negative exponent"),
                        text("I(2^(10^6)) = A", "an integer must lie between 1 and 1000"),
                        text("I((10^1000)^1000) = A", "an integer must lie between 1 and 1000"),
                        text("I(1.5) = A", "an integer was expected, found 1.5"),
                        text("I(1 = 1) = A", "an integer expression was expected"),
                        text("prod_up(i, A) = A", "an index and its range were expected, as in 'i = 1..l'"),
                        text("prod_up(i = 1..5000, A) = A", "a range of more than 1000 values"),
                        text("prod_up(i = 5..1, A) = A", "a range runs the wrong way"),
                        text("prod_up(n = 1..2, A) = A", "the index 'n' has the name of something else"),
                        text("prod_up(A = 1..2, A) = A", "the index 'A' has the name of something else")});
  const std::string sizes = "n = [2]\nd = [[2, 3]]\n";
  check_invalid(claim, {{"n = [2]", "n = [0]", "", "a dimension is an integer from 1 to 1000"},
                        {"n = [2]", "n = [\"2\"]", "", "a dimension is an integer from 1 to 1000"},
                        {"n = [2]", "n = [[]]", "", "a tuple without entries"},
                        {"n = [2]", "n = [2, [2]]", "", "integers and tuples are mixed"},
                        {"n = [2]", "n = []", "", "no values for 'n'"},
                        {"n = [2]", "1n = [2]", "", "'1n' is not a name"},
                        {"n = [2]", "T = [2]", "", "'T' is the name of a function"},
                        {sizes, "", "", "no dimensions"},
                        {"[dimensions]\n" + sizes, "[[dimensions]]\n" + sizes + "[[dimensions]]\nn = [2]\n", "",
                         "the dimensions differ from those of the first block"},
                        {"[dimensions]\n" + sizes, "[[dimensions]]\n" + sizes + "[[dimensions]]\n" + sizes, "",
                         "the choice n=2, d=(2, 3) stands twice"},
                        {"name = \"B\"", "name = \"A\"", "", "this name is declared twice"},
                        {"name = \"B\"", "name = \"n\"", "", "this name is declared twice"},
                        {"name = \"B\"", "name = \"W1\"", "", "two matrices are called W1"},
                        {"name = \"B\"", "name = \"det\"", "", "'det' is the name of a function"},
                        {"i = 1..2", "i = -1..0", "", "an index of a family must not be negative"},
                        {"role = \"data\"", "role = \"weights\"", "", "a role is one of weight, data, target"},
                        {"name = \"s\"", "name = \"A_1_1\"", "", "an entry of another matrix may be called A_1_1"}});
  check_invalid(claim_text("identity", scalar("s") + "[identity]\nleft = \"s\"\nright = \"s\"\n"),
                {{scalar("s"), "", "", "no [[matrix]] and no [[scalar]]"},
                 {"[[scalar]]\nname", "[scalar]\nname", "", "an array was expected"},
                 {"[identity]\nleft = \"s\"\nright = \"s\"\n", "[[identity]]\n", "", "a table was expected"}});
}

TEST_CASE("claims that cannot be read: networks and maps") {
  const std::string network =
      claim_text("components", matrix("W", "weight", "2", "2") + matrix("Y", "target", "2", "2") +
                                   hypothesis("det(Y) != 0") + equation("components", "W", "Y", "count = \"2\""));
  check_invalid(network, {{"role = \"weight\"", "role = \"data\"", "", "no matrix has the role weight"},
                          {"network = \"W\"", "network = \"Y\"", "", "the weight W does not occur"},
                          {"target = \"Y\"", "target = \"W\"", "", "the weight W occurs"},
                          {"det(Y) != 0", "det(W) != 0", "", "a hypothesis mentions W, which is no parameter"}});
  const std::string maps = claim_text(
      "inverse-maps", scalar("x") + scalar("y") + scalar("z") +
                          "[domain]\ncoordinates = [\"x\"]\n[codomain]\ncoordinates = [\"y\"]\n[[forward]]\nname = "
                          "\"y\"\nvalue = \"x + 1\"\n[[backward]]\nname = \"x\"\nvalue = \"y - 1\"\n");
  check_invalid(maps,
                {{"[domain]\ncoordinates = [\"x\"]", "[domain]\ncoordinates = []", "", "no coordinates"},
                 {"coordinates = [\"y\"]", "coordinates = [\"w\"]", "", "'w' is not declared"},
                 {"coordinates = [\"y\"]", "coordinates = [\"x\"]", "", "x is a coordinate of both spaces"},
                 {"name = \"y\"\nvalue", "name = \"x\"\nvalue", "", "x is not a coordinate of the space that this map"},
                 {"\"x + 1\"", "\"y\"", "", "the value mentions y"},
                 {"[\"y\"]", "[\"y\", \"z\"]", "", "no map gives a value to z"},
                 {"[[backward]]", "[[forward]]\nname = \"y\"\nvalue = \"x\"\n[[backward]]", "", "given a value twice"},
                 {"[[backward]]\nname = \"x\"\nvalue = \"y - 1\"\n", "", "", "the tables [[backward]] are missing"}});
  const std::string cover = claim_text(
      "cover",
      matrix("W", "weight", "1", "1") + matrix("Y", "target", "1", "1") +
          "[cover]\nnetwork = \"W\"\ntarget = \"Y\"\n[[cover.part]]\nname = \"S\"\nconditions = [\"W = Y\"]\n");
  check_invalid(cover, {{"[[cover.part]]\nname = \"S\"\nconditions = [\"W = Y\"]\n", "", "",
                         "the tables [[cover.part]] are missing"}});
  const std::string exponentials =
      claim_text("exponentials", matrix("g", "group", "2", "2") + "[exponentials]\nmatrix = \"g\"\nfactors = \"2\"\n");
  check_invalid(exponentials, {{"matrix = \"g\"", "matrix = \"h\"", "", "'h' is not the one matrix that is declared"},
                               {"rows = \"2\"", "rows = \"3\"", "", "the matrix is not square"},
                               {"factors = \"2\"", "factors = \"0\"", "", "an integer must lie between 1 and 100"}});
  const std::string sigmoid = claim_text(
      "sigmoid-networks", "[sigmoid-networks]\ncount = \"1\"\nsmallest = \"2\"\nlargest = \"3\"\nseed = \"1\"\n");
  check_invalid(sigmoid, {{"smallest = \"2\"", "smallest = \"4\"", "", "smallest is above largest"}});
}

TEST_CASE("claims that cannot be read: transports and pairs of points") {
  const std::string transport = claim_text(
      "transport",
      matrix("V", "weight", "2", "2") + matrix("W", "weight", "2", "2") + matrix("P", "group", "2", "2") +
          matrix("Q", "group", "2", "3") + matrix("Y", "target", "2", "2") + hypothesis("det(Y) != 0") +
          "[transport]\nnetwork = \"W*V\"\ntarget = \"Y\"\nchoice = \"some permutations\"\npairs = \"all\"\nelements = "
          "[\"P\"]\n[[transport.image]]\nname = \"V\"\nvalue = \"P*V\"\n[[transport.image]]\nname = \"W\"\nvalue = "
          "\"W*inv(P)\"\n");
  check_invalid(transport, {{"\"some permutations\"", "\"any\"", "", "expected 'every' or 'some permutations'"},
                            {"[\"P\"]", "[\"Q\"]", "", "Q is no square element"},
                            {"[\"P\"]", "[\"V\"]", "", "V is no square element"},
                            {"[\"P\"]", "[\"P\", \"P\"]", "", "P stands twice"},
                            {"[\"P\"]", "[\"R\"]", "", "'R' is not declared"},
                            {"name = \"W\"\nvalue", "name = \"V\"\nvalue", "", "given an image twice"},
                            {"name = \"W\"\nvalue", "name = \"P\"\nvalue", "", "P is no weight"},
                            {"[[transport.image]]\nname = \"V\"\nvalue = \"P*V\"\n", "", "", "no image is given to V"},
                            {"[[transport.image]]\nname = \"V\"",
                             "[[transport.condition]]\ntext = \"det(P) > 0\"\n"
                             "[[transport.image]]\nname = \"V\"",
                             "", "conditions on permutation matrices"},
                            {"network = \"W*V\"", "network = \"W*P*V\"", "", "the set depends on the element P"},
                            {"det(Y) != 0", "det(P) != 0", "", "a hypothesis mentions P, which is no parameter"}});
  const std::string every = replaced(replaced(transport, "some permutations", "every"), "[[transport.image]]",
                                     "[[transport.condition]]\ntext = \"det(P) > 0\"\n[[transport.image]]");
  check_invalid(every, {{"det(P) > 0", "det(P*V) > 0", "", "this condition must not mention V"}});
  const std::string pair = claim_text(
      "same-component",
      matrix("W", "weight", "1", "1") + matrix("Y", "target", "1", "1") +
          "[same-component]\nnetwork = \"W\"\ntarget = \"Y\"\nconnected = \"yes\"\n[[same-component.value]]\nname = "
          "\"Y\"\nrows = [[\"1\"]]\n[[same-component.from]]\nname = \"W\"\nrows = [[\"1\"]]\n[[same-component.to]]\n"
          "name = \"W\"\nrows = [[\"2/2\"]]\n");
  check_invalid(pair,
                {{"[[\"2/2\"]]", "[[1]]", "", "a number is a string"},
                 {"[[\"2/2\"]]", "[[\"W\"]]", "", "'W' is not declared"},
                 {"[[\"2/2\"]]", "[[\"I(1)\"]]", "", "a number was expected"},
                 {"[[\"2/2\"]]", "[\"1\"]", "", "a row is an array"},
                 {"[[\"2/2\"]]", "[[\"1\", \"1\"]]", "", "W is 1 x 1"},
                 {"name = \"Y\"\nrows = [[\"1\"]]", "name = \"W\"\nrows = [[\"1\"]]", "", "has no value here"},
                 {"[[same-component.to]]", "[[same-component.from]]", "", "given a value twice"},
                 {"connected = \"yes\"", "connected = \"maybe\"", "", "expected 'no' or 'yes'"},
                 {"[same-component]", hypothesis("Y != 0") + "[same-component]", "", "everything has one value"}});
}
