#include "checker/claim_samples.hpp"
#include "checker/curve_texts.hpp"

using namespace isthmus::check::test;

// Claim files of every kind: each table knows its keys, and each restriction of the texts in them is needed.

TEST_CASE("claims of every kind: no table has a key of no meaning") {
  const std::vector<std::string> claims{
      claim_text("components", "[components]\nvariables = [\"x\"]\nset = \"x^2 > 1\"\ncount = \"2\"\n"),
      sample::kFactors,
      sample::kPieces,
      claim_text("components", sample::kNumbers + matrix("Y", "target", "1", "1") + scalar("s") +
                                   hypothesis("det(Y) != 0") + equation("components", "s*W*V", "Y", "count = \"2\"")),
      claim_text("argmin",
                 sample::kNumbers + matrix("Y", "target", "1", "1") + equation("argmin", "W*V", "Y", "count = \"2\"")),
      claim_text("cover", matrix("W", "weight", "1", "1") + matrix("Y", "target", "1", "1") +
                              "[cover]\nnetwork = \"W\"\ntarget = \"Y\"\n[[cover.part]]\nname = \"a\"\nconditions = "
                              "[\"det(W) > 0\"]\n"),
      identity_claim(matrix("A", "data", "1", "1"), "A", "A"),
      claim_text("inequality",
                 matrix("A", "data", "2", "2") + "[inequality]\nleft = \"0\"\nright = \"trace(T(A)*A)\"\n"),
      claim_text("exponentials", matrix("g", "group", "2", "2") + "[exponentials]\nmatrix = \"g\"\nfactors = \"2\"\n"),
      claim_text("continuity", matrix("S", "data", "2", "2") + "[continuity]\nvalue = \"S\"\n"),
      claim_text("sigmoid-networks",
                 "[sigmoid-networks]\ncount = \"3\"\nsmallest = \"2\"\nlargest = \"4\"\nseed = \"1\"\n"),
      claim_text("skew-curves", "[skew-curves]\nsquared-norm = \"1\"\n"),
      parabola("squared-chord = \"2\"\n"),
      sample::kInverse,
      sample::kTransport,
      sample::kSame,
      sample::kDistance,
      sample::kReal,
      sample::kHomogeneous,
      sample::kPermutations,
      sample::kPasses,
      sample::kBounds,
      sample::kRotating};
  for (const std::string& claim : claims) {
    INFO(claim);
    CHECK_NOTHROW(isthmus::check::read_claim(claim, "t.toml"));
    for (std::size_t at = claim.find("]\n"); at != std::string::npos; at = claim.find("]\n", at + 1)) {
      const std::size_t line = claim.rfind('\n', at) + 1;
      if (claim[line] != '[') continue;
      const std::string table = claim.substr(line, at + 1 - line);
      INFO(table);
      check_invalid(claim, {{claim.substr(line, claim.size() - line), table + "\nnote = \"x\"" + claim.substr(at + 1),
                             "", "note"}});
    }
  }
}

TEST_CASE("claims that cannot be read: sets, factors, orbits") {
  check_invalid(sample::kFactors,
                {{"set = \"x^2 > 1\"", "parameters = [\"a\"]\nset = \"x^2 > 1\"", "", "parameters"},
                 {"set = \"x^2 > 1\"", "assumption = \"true\"\nset = \"x^2 > 1\"", "", "assumption"}});
  check_invalid(sample::kPieces, {{"[orbits]\n", "[orbits]\nparameters = [\"a\"]\n", "", "parameters"}});
}

TEST_CASE("claims that cannot be read: numbers in the place of tables") {
  const std::string factor = "[[factor]]\nvariables = [\"x\"]\nset = \"x^2 > 1\"\ncount = \"2\"\n";
  for (const std::string other : {"factor = [1]", "factor = [[1]]"}) {
    const std::string result =
        outcome(replaced(replaced(sample::kFactors, factor, ""), "id = \"t\"", "id = \"t\"\n" + other), "proved", "{}");
    INFO(result);
    CHECK(result.starts_with("invalid"));
    CHECK(contains(result, "a table was expected"));
  }
}

TEST_CASE("claims that cannot be read: maps, images and values") {
  check_invalid(sample::kInverse, {{"text = \"det(z) != 0\"", "text = \"det(x) != 0\"", "", "x"},
                                   {"text = \"det(z) != 0\"", "text = \"det(y) != 0\"", "", "y"},
                                   {"coordinates = [\"x\"]", "coordinates = [\"x\", \"x\"]", "", "'x' stands twice"},
                                   {"name = \"y\"\nvalue", "name = \"2*y\"\nvalue", "", "is not a coordinate"}});
  check_invalid(sample::kTransport,
                {{"elements = [\"P\"]", "elements = [\"P\", \"s\"]", "", "s is no square element"},
                 {"elements = [\"P\"]", "elements = [\"P\", \"P\"]", "", "P stands twice"},
                 {"target = \"Y\"", "target = \"P*Y\"", "", "the set depends on the element P"},
                 {"network = \"W*V\"", "network = \"W*V*P\"", "", "the set depends on the element P"},
                 {"name = \"V\"\nvalue", "name = \"P\"\nvalue", "", "P is no weight"},
                 {"name = \"V\"\nvalue", "name = \"2*V\"\nvalue", "", "is no weight"}});
  check_invalid(sample::kSame,
                {{sample::rows_of("value", "Y", "1"), sample::rows_of("value", "Q", "1"), "", "'Q' has no value here"},
                 {sample::rows_of("value", "Y", "1"), "", "", "no value is given to Y"},
                 {sample::rows_of("to", "W", "1"), "", "", "no value is given to W"},
                 {sample::rows_of("to", "W", "1"), sample::rows_of("to", "Y", "1"), "", "'Y' has no value here"},
                 {"[[matrix]]", "[dimensions]\nn = [1, 2]\n[[matrix]]", "", "everything has one value here"},
                 {"[[matrix]]", hypothesis("det(Y) > 0") + "[[matrix]]", "", "everything has one value here"}});
  check_invalid(claim_text("inequality", matrix("A", "data", "2", "2") + "[inequality]\nleft = \"0\"\nright = "
                                                                         "\"trace(A)\"\n"),
                {{"left = \"0\"\nright = \"trace(A)\"", "left = \"A\"\nright = \"A\"", "", "between scalars"}});
  const std::string other = "'A' is not the one matrix that is declared";
  check_invalid(sample::kDistance, {{"[distance]", matrix("B", "data", "2", "2") + "[distance]", "", other},
                                    {"product = \"A\"", "product = \"B\"", "", "'B' is not the one matrix"},
                                    {matrix("A", "data", "2", "2"), scalar("A"), "", other}});
}

TEST_CASE("claims that cannot be read: dimensions and declarations") {
  const std::string claim =
      identity_claim("[dimensions]\nn = [1]\nm = [1]\n" + matrix("A", "data", "n", "m"), "A", "A");
  std::string many = "[1";
  for (int i = 2; i <= 40; ++i) many += ", " + std::to_string(i);
  many += "]";
  const std::string both = "n = " + many + "\nm = " + many;
  check_invalid(claim,
                {{"n = [1]", "n = [1001]", "", "a dimension is an integer from 1 to 1000"},
                 {"n = [1]", "n = [0]", "", "a dimension is an integer from 1 to 1000"},
                 {"n = [1]\nm = [1]", both, "", "too many choices of dimensions"},
                 {"[dimensions]\nn = [1]\nm = [1]", "[[dimensions]]\n" + replaced(both, ", 40]", "]"), "", "too"},
                 {"[[matrix]]", matrix("A", "data", "1", "1", "i = 1..2") + "[[matrix]]", "", "declared twice"},
                 {"[[matrix]]", matrix("A_1_2", "data", "1", "1") + "[[matrix]]", "", "an entry of another"}});
  // Two blocks, of 900 choices each.
  const auto block = [](int first) {
    std::string values = std::to_string(first);
    for (int i = 1; i < 30; ++i) values += ", " + std::to_string(first + i);
    return "[[dimensions]]\nn = [" + values + "]\nm = [" + values + "]\n";
  };
  check_invalid(claim, {{"[dimensions]\nn = [1]\nm = [1]\n", block(1) + block(31), "", "or too many"}});
  // Endings that no entry has.
  for (const std::string name : {"A_1", "A12", "A1B2", "A_1_", "A__1"})
    CHECK_NOTHROW(isthmus::check::read_claim(
        replaced(claim, "[[matrix]]", matrix(name, "data", "1", "1") + "[[matrix]]"), "t.toml"));
}

TEST_CASE("claims that cannot be read: activations, definitions, curves, numbers of things") {
  check_invalid(sample::kReal, {{"A/m", "sigma(m)", "", "this is no operation here"},
                                {"A = m + 1", "A > m + 1", "", "a definition was expected"},
                                {"A = m + 1", "m + 1 = m", "", "a definition was expected"},
                                {"A = m + 1", "m + 1", "", "a definition was expected"}});
  check_invalid(sample::kHomogeneous,
                {{"sigma(2*Z)", "T(Z)", "", "this is no operation here"},
                 {"sigma(2*Z)", "sigma(Z, Z)", "", "this is no operation here"},
                 {"sigma(2*Z)", "sigma[1]", "", "this is no operation here"},
                 {"sigma(2*Z)", "Z = Z", "", "this is no operation here"},
                 {"name = \"Z\"", "name = \"2Z\"", "", "'2Z' is not a name"},
                 {"degree = \"2\"", "degree = \"1.5\"\nactivation = [\"1\", \"0\"]", "", "an integer in 1..1000"},
                 {"degree = \"2\"", "degree = \"1001\"\nactivation = [\"1\", \"0\"]", "", "an integer in 1..1000"}});
  check_invalid(sample::kPermutations, {{"degree = 1", "degree = 1001", "", "'degree' is out of range"},
                                        {"minimum > 0", "minimum(1) > 0", "", "'minimum' must stand on the left"},
                                        {"minimum > 0", "2*minimum > 0", "", "'minimum' must stand on the left"}});
  check_invalid(sample::kPasses, {{"[2, 3, 2]", "[2, \"3\", 2]", "", "not an integer in range"},
                                  {"[2, 3, 2]", "[2, 1000000, 2]", "", "not an integer in range"}});
  check_invalid(sample::kBounds, {{"x^2 = 1", "x^2", "", "one equation was expected"},
                                  {"x^2 = 1", "x^2 = 1 and x = 1", "", "one equation was expected"}});
  check_invalid(sample::kRotating, {{"generator = [\"0, -1\", \"1, 0\"]\nstart = [\"1\", \"0\"]",
                                     "generator = []\nstart = []", "", "the start does not fit"}});
  for (const std::string said : {"squared-chord", "length", "squared-curvature", "total-curvature"})
    CHECK_NOTHROW(isthmus::check::read_claim(
        replaced(sample::kRotating, "conclude = \"fails\"", said + " = [\"0\", \"9\"]"), "t.toml"));
  CHECK_NOTHROW(isthmus::check::read_claim(parabola("attained = \"4\"\n"), "t.toml"));
  check_invalid(parabola("squared-curvature = \"4\"\nconclude = \"applies\"\n"),
                {{"\"applies\"", "\"loss\"", "", "a level set is missing"}});
  const std::string arc = circle("squared-curvature = \"1\"\nsquared-chord = \"4\"\n");
  const std::string plane = "an arc of a level set in the plane was expected";
  const std::string level = "loss = \"x^2 + y^2\"\nlevel = \"1\"\n";
  check_invalid(arc, {{"squared-curvature = \"1\"\n", "", "", "'squared-curvature' is missing"},
                      {"[\"-1\", \"0\"]", "[\"-1\"]", "", "two coordinates were expected"},
                      {"variables = [\"x\", \"y\"]\n" + level, "", "", plane},
                      {level, "residuals = [\"x^2 + y^2 - 1\", \"0*x\"]\n", "", plane},
                      {level, "residuals = [\"x^2 + y^2 - 1\", \"x^2 + y^2 - 1\"]\n", "", plane}});
  const std::string divided = claim_text(
      "curvature",
      "[[curve]]\nvariables = [\"x\", \"y\"]\nloss = \"x*y - 1\"\ndivisor = \"x^2 + 1\"\nexponent = \"1/2\"\nlevel = "
      "\"0\"\nparameter = \"t\"\ncoordinates = [\"t\", \"1/t\"]\nfrom = \"1\"\nto = \"2\"\nsquared-curvature = "
      "\"1\"\n");
  check_invalid(divided, {{"exponent = \"1/2\"", "exponent = \"101/2\"", "", "an exponent that is refused"}});
}

TEST_CASE("sizes that mention an index are those of one member") {
  const auto squares = [](const std::string& more) {
    const std::string claim = claim_text(
        "inequality", "[dimensions]\nh = [[1, 1]]\nk = [1]\n" + matrix("F", "data", "h[i]", "k", "i = 0..1") +
                          "[inequality]\nleft = \"0\"\nright = \"trace(T(F[0])*F[0])\"\n");
    return outcome(claim, "proved",
                   "{'model':{},'squares':['F[0]'" + more + "],'consequences':{'equations':[],'cofactors':[]}}",
                   "all dimensions");
  };
  CHECK(accepted(squares("")));
  CHECK(accepted(squares(",'F[0]*T(F[1]) - F[0]*T(F[1])'")));
  CHECK(rejected(squares(",'T(F[0])*F[1] - T(F[0])*F[1]'"), "consequences", "in some dimensions only"));
}

TEST_CASE("the name of a family stands for its members") {
  const std::string claim =
      claim_text("transport",
                 matrix("W", "weight", "1", "1", "i = 1..2") + matrix("P", "group", "1", "1", "i = 1..2") +
                     matrix("Y", "target", "1", "1") + hypothesis("det(Y) != 0") +
                     "[transport]\nnetwork = \"W[2]*W[1]\"\ntarget = \"Y\"\nchoice = \"every\"\npairs = \"in different "
                     "components\"\nelements = [\"P\"]\n[[transport.condition]]\ntext = \"det(P[1]) < 0\"\n" +
                     sample::assigned("transport.image", "W[1]", "P[1]*W[1]") +
                     sample::assigned("transport.image", "W[2]", "W[2]*inv(P[1])"));
  CHECK(
      accepted(outcome(claim, "proved",
                       "{'model':{'Y':[['1']],'P[1]':[['-1']]},'consequences':{'equations':[['hypothesis','W[2]*W[1] - "
                       "Y']],'cofactors':[['1','I',0,'I']]}}")));
}
