#include "checker/refusals.hpp"

using namespace isthmus::check::test;

// Claim files about numbers, activations and curves that cannot be read: what was changed, and the message.

TEST_CASE("claims that cannot be read: the frame of every claim") {
  const std::string claim = replaced(claim_text("components",
                                                "[components]\nvariables = [\"x\"]\nset = \"x^2 > 1\"\n"
                                                "count = \"2\"\n"),
                                     "paper = \"t\"", "paper = \"t\"\npage = 1");
  check_invalid(claim, {{"expected = \"proved\"", "expected = \"maybe\"", "", "'maybe' is not one of the values"},
                        {"title = \"t\"", "title = \" \"", "", "the text is blank"},
                        {"page = 1", "page = 0", "", "a page below 1"},
                        {"[source]\npaper = \"t\"\npage = 1", "source = \"t\"", "", "a table was expected"},
                        {"page = 1", "page = \"1\"", "", "an integer was expected"},
                        {"kind = \"components\"", "kind = \"things\"", "", "unknown kind 'things'"},
                        {"format = 1", "format = 2", "", "this program reads format 1"},
                        {"format = 1", "format 1", "", ": not TOML: "},
                        {"variant = \"beyond\"", "variant = \"as printed\"\namends = \"u\"", "", "amends nothing"},
                        {"variant = \"beyond\"", "variant = \"as printed\"", "", "the key 'label' is missing"},
                        {"id = \"t\"", "id = \"a b\"", "", "an id consists of letters"},
                        {"id = \"t\"", "id = \"t\"\nnote = \"t\"", "", "unknown key"},
                        {"[\"x\"]", "\"x\"", "", "an array was expected"},
                        {"[\"x\"]", "[1]", "", "a string was expected"},
                        {"[\"x\"]", "[\"x\", \"x\"]", "", "the name 'x' stands twice"},
                        {"[\"x\"]", "[\"x y\"]", "", "'x y' is not a name"},
                        {"count = \"2\"", "count = \"-2\"", "", "a number of components is not negative"},
                        {"count = \"2\"", "count = \"2\"\nat-least = \"1\"", "", "only one of count"},
                        {"count = \"2\"\n", "", "", "the key 'count' (or at-most, or at-least) is missing"}});
}

TEST_CASE("claims that cannot be read: curves") {
  const std::string curve =
      claim_text("curvature",
                 "[[curve]]\nparameter = \"t\"\ncoordinates = [\"t\", \"t^2\"]\nfrom = \"0\"\nto = \"1\"\n"
                 "squared-curvature = \"4\"\nlength = [\"1\", \"2\"]\nconclude = \"applies\"\n");
  check_invalid(
      curve, {{"t^2", "t/0", "", "division by zero"},
              {"t^2", "t^t", "", "an exponent is an integer here"},
              {"t^2", "t^2000", "", "an exponent above 1000"},
              {"t^2", "t = 1", "", "this is no rational function"},
              {"t^2", "s", "", "the name 's' is not declared"},
              {"t^2", "1/(2*t-1)", "", "the curve is not defined everywhere"},
              {"squared-curvature = \"4\"", "squared-curvature = \"0\"", "", "'squared-curvature' has the wrong sign"},
              {"squared-curvature = \"4\"", "squared-curvature = \"-4\"", "", "'squared-curvature' has the wrong sign"},
              {"squared-curvature = \"4\"\n", "", "", "'squared-curvature' is missing"},
              {"[\"1\", \"2\"]", "[\"1\"]", "", "'length' needs two numbers"},
              {"[\"1\", \"2\"]", "[\"2\", \"1\"]", "", "the ends are in wrong order"},
              {"parameter = \"t\"", "parameter = \"1t\"", "", "'1t' is not a name"},
              {"parameter = \"t\"", "parameter = \"t\"\ndefine = [\"s\"]", "", "a definition was expected"},
              {"parameter = \"t\"", "parameter = \"t\"\ndefine = [\"t = 1\"]", "", "the name 't' stands twice"},
              {"[\"t\", \"t^2\"]", "[]", "", "a curve without coordinates"},
              {"to = \"1\"", "to = \"0\"", "", "the interval is empty or a point"},
              {"\"applies\"", "\"guess\"", "", "'guess' is no statement about curves"},
              {"\"applies\"", "\"distance\"", "", "a level set is missing"},
              {"\"applies\"", "\"\"", "", "no statement"},
              {"[[curve]]", "[[curves]]", "", "the tables [[curve]] are missing"}});
  const std::string plain =
      claim_text("curvature",
                 "[[curve]]\nparameter = \"t\"\ncoordinates = [\"t\", \"t^2\"]\nfrom = \"0\"\nto = \"1\"\n"
                 "squared-chord = \"2\"\n");
  check_invalid(plain, {{"squared-chord = \"2\"\n", "", "", "nothing is said about the curve"}});
  const std::string level = claim_text(
      "curvature",
      "[[curve]]\nvariables = [\"x\", \"y\"]\nloss = \"x*y - 1\"\ndivisor = \"x^2 + 1\"\nexponent = \"1/2\"\nlevel = "
      "\"0\"\nparameter = \"t\"\ncoordinates = [\"t\", \"1/t\"]\nfrom = \"1\"\nto = \"2\"\nsquared-curvature = \"1\"\n"
      "lipschitz = \"9\"\nconclude = \"loss\"\n");
  check_invalid(level, {{"[\"x\", \"y\"]", "[\"x\", \"x\"]", "", "the name stands twice"},
                        {"[\"x\", \"y\"]", "[\"x\", \"2\"]", "", "'2' is not a name"},
                        {"[\"x\", \"y\"]", "[]", "", "no variables"},
                        {"loss = \"x*y - 1\"", "residuals = []", "", "no residuals"},
                        {"divisor = \"x^2 + 1\"", "divisor = \"0\"", "", "division by zero"},
                        {"exponent = \"1/2\"", "exponent = \"1/3\"", "", "an exponent that is refused"},
                        {"exponent = \"1/2\"", "exponent = \"-1/2\"", "", "an exponent that is refused"},
                        {"level = \"0\"", "level = \"1\"", "", "with a divisor, the level must be 0"},
                        {"[\"t\", \"1/t\"]", "[\"t\"]", "", "the number of coordinates is wrong"},
                        {"[\"t\", \"1/t\"]", "[\"t\", \"2/t\"]", "", "the curve does not lie on the level set"},
                        {"lipschitz = \"9\"\n", "", "", "'lipschitz' is missing"}});
  const std::string arc = claim_text(
      "curvature",
      "[[curve]]\nvariables = [\"x\", \"y\"]\nloss = \"x^2 + y^2\"\nlevel = \"1\"\nstart = [\"1\", \"0\"]\nend = "
      "[\"-1\", \"0\"]\nsquared-curvature = \"1\"\nsquared-chord = \"4\"\n");
  check_invalid(arc, {{"[\"1\", \"0\"]", "[\"1\"]", "", "two coordinates were expected"},
                      {"[\"1\", \"0\"]", "[\"-1\", \"0\"]", "", "the points are the same"},
                      {"[\"1\", \"0\"]", "[\"1\", \"1\"]", "", "the curve does not lie on the level set"},
                      {"squared-chord = \"4\"", "length = [\"1\", \"2\"]", "", "a curve with coordinates is needed"},
                      {"[\"x\", \"y\"]", "[\"x\", \"y\", \"z\"]", "", "an arc of a level set in the plane"}});
}

TEST_CASE("claims that cannot be read: exponential curves, rotations, bounds") {
  const std::string curve = claim_text("exponential-curves",
                                       "[[exponential]]\ngenerator = [\"0, -1\", \"1, 0\"]\nstart = [\"1\", \"0\"]\n"
                                       "to = \"2\"\nconclude = \"fails\"\n");
  check_invalid(curve, {{"\"0, -1\"", "\"0\"", "", "the generator is not square"},
                        {"[\"1\", \"0\"]", "[\"1\"]", "", "the start does not fit"},
                        {"[\"1\", \"0\"]", "[\"0\", \"0\"]", "", "the curve is a point"},
                        {"to = \"2\"", "to = \"0\"", "", "the interval is empty or a point"},
                        {"\"fails\"", "\"loss\"", "", "only 'applies' and 'fails'"},
                        {"conclude = \"fails\"\n", "", "", "nothing is said about the curve"},
                        {"[[exponential]]", "[[exponentials]]", "", "the tables [[exponential]] are missing"}});
  check_invalid(claim_text("skew-curves", "[skew-curves]\nsquared-norm = \"1\"\n"),
                {{"\"1\"", "\"0\"", "", "'squared-norm' must be positive"}});
  const std::string bounds = claim_text("bounds",
                                        "[[bounds]]\nvariables = [\"x\"]\nequation = \"x^2 = 1\"\ncomponents "
                                        "= \"2\"\nbezout = \"4\"\nmixed-volume = \"2\"\nmilnor-thom = \"2\"\n");
  check_invalid(bounds, {{"bezout = \"4\"", "bezout = \"1/2\"", "", "'bezout' is not a number of things"},
                         {"bezout = \"4\"", "bezout = \"-4\"", "", "'bezout' is not a number of things"},
                         {"[\"x\"]", "[\"x\", \"lambda\"]", "", "'lambda' is the multiplier"},
                         {"x^2 = 1", "x^2 > 1", "", "one equation was expected"},
                         {"x^2 = 1", "1 = 1", "", "no variable occurs"},
                         {"[[bounds]]", "[[bound]]", "", "the tables [[bounds]] are missing"}});
}

TEST_CASE("claims that cannot be read: real numbers") {
  const std::string real = claim_text("real",
                                      "[[real]]\nvariables = [\"m\"]\nassume = [\"m > 0\"]\ndefine = [\"A = m + "
                                      "1\"]\nlimit = \"A/m\"\nof = \"m\"\ntends-to = \"1\"\n");
  check_invalid(real, {{"A/m", "T(A)", "", "this is no operation here"},
                       {"A/m", "B", "", "the name 'B' is not declared"},
                       {"[\"m\"]", "[\"2\"]", "", "'2' is not a name"},
                       {"[\"m\"]", "[\"sigma\"]", "", "'sigma' is not a name"},
                       {"[\"m\"]", "[\"m\", \"m\"]", "", "'m' stands twice"},
                       {"[\"m\"]", "[]", "", "no variables"},
                       {"A = m + 1", "m + 1", "", "a definition was expected"},
                       {"A = m + 1", "m = 1", "", "the name 'm' stands twice"},
                       {"m > 0", "m", "", "a comparison was expected"},
                       {"tends-to = \"1\"", "tends-to = \"m\"", "", "'m' is not a number"},
                       {"tends-to = \"1\"", "tends-to = \" \"", "", "a number was expected"},
                       {"of = \"m\"", "of = \"k\"", "", "'of' is no variable"},
                       {"of = \"m\"", "of = \"m\"\nbounded = \"m\"", "", "exactly one of conclude, bounded and limit"},
                       {"[[real]]", "[[reals]]", "", "the tables [[real]] are missing"}});
  const std::string homogeneous = claim_text(
      "homogeneous",
      "[[matrix]]\nname = \"Z\"\nrows = \"n\"\ncolumns = \"N\"\n[[matrix]]\nname = \"P\"\nrows = \"n\"\ncolumns = "
      "\"n\"\nrole = \"permutation\"\n[homogeneous]\nscalars = [\"c\"]\nassume = [\"c > 0\"]\ndegree = \"2\"\nleft = "
      "\"sigma(c*Z)\"\nright = \"c^2*sigma(Z)\"\n");
  check_invalid(homogeneous,
                {{"sigma(c*Z)", "sigma(c)", "", "sigma of a number"},
                 {"sigma(c*Z)", "Z^2", "", "a power of a matrix"},
                 {"sigma(c*Z)", "Z + P", "", "a sum of different sizes"},
                 {"sigma(c*Z)", "Z/P", "", "division by a matrix"},
                 {"sigma(c*Z)", "Z*P", "", "a product of sizes that do not fit"},
                 {"sigma(c*Z)", "P", "", "left and right are no matrices of one size"},
                 {"sigma(c*Z)", "c", "", "left and right are no matrices of one size"},
                 {"name = \"Z\"", "name = \"sigma\"", "", "'sigma' is not a name"},
                 {"name = \"P\"", "name = \"Z\"", "", "the name 'Z' stands twice"},
                 {"columns = \"n\"\nrole", "columns = \"N\"\nrole", "", "not a permutation matrix"},
                 {"role = \"permutation\"", "role = \"data\"", "", "not a permutation matrix"},
                 {"degree = \"2\"", "degree = \"2\"\nsigma = \"rowwise\"", "", "'sigma' can only be \"elementwise\""},
                 {"degree = \"2\"", "degree = \"2\"\nactivation = [\"1\"]", "", "'activation' needs two numbers"},
                 {"degree = \"2\"", "degree = \"c\"\nactivation = [\"1\", \"0\"]", "",
                  "the degree of a given activation must be an integer"},
                 {"[[matrix]]\nname = \"Z\"\nrows = \"n\"\ncolumns = \"N\"\n[[matrix]]\nname = \"P\"\nrows = "
                  "\"n\"\ncolumns = \"n\"\nrole = \"permutation\"\n",
                  "", "", "the tables [[matrix]] are missing"},
                 {"degree = \"2\"", "degree = \"0\"\nactivation = [\"1\", \"0\"]", "", "an integer in 1..1000"}});
}

TEST_CASE("claims that cannot be read: hidden units and forward passes") {
  const std::string units = claim_text(
      "permutations",
      "[permutations]\nclaim = \"minimum > 0\"\n[[permutations.instance]]\nouter = [\"1, 2\"]\npreactivation = [\"1\", "
      "\"-2\"]\ndegree = 1\nactivation = [\"1\", \"-1\"]\nscale = \"2\"\nalpha = \"1/2\"\n");
  check_invalid(units, {{"minimum > 0", "minimum", "", "a comparison was expected"},
                        {"minimum > 0", "maximum > 0", "", "'minimum' must stand on the left"},
                        {"[\"1, 2\"]", "[\"1, 2\", \"1\"]", "", "the rows differ in length"},
                        {"[\"1, 2\"]", "[]", "", "a matrix without rows"},
                        {"[\"1, 2\"]", "[\"1\"]", "", "the shapes do not fit"},
                        {"degree = 1", "degree = 0", "", "'degree' is out of range"},
                        {"scale = \"2\"", "scale = \"0\"", "", "scale or alpha is out of range"},
                        {"alpha = \"1/2\"", "alpha = \"2\"", "", "scale or alpha is out of range"},
                        {"alpha = \"1/2\"", "alpha = \"-1\"", "", "scale or alpha is out of range"},
                        {"[\"1\", \"-1\"]", "[]", "", "no numbers in 'activation'"},
                        {"[[permutations.instance]]", "[[permutations.case]]", "", "no instances"}});
  const std::string passes = claim_text("forward-passes",
                                        "[forward-passes]\nwidths = [2, 3, 2]\nsamples = 2\ndegree = 1\nactivation = "
                                        "[\"1\", \"0\"]\nseeds = [1]\nscales = [\"2\"]\nalphas = [\"1/2\"]\n");
  check_invalid(passes, {{"[2, 3, 2]", "[2, 3]", "", "fewer than two layers"},
                         {"[2, 3, 2]", "[2, 0, 2]", "", "not an integer in range"},
                         {"[2, 3, 2]", "[]", "", "no numbers in 'widths'"},
                         {"scales = [\"2\"]", "scales = [\"0\"]", "", "a scale that is not positive"},
                         {"alphas = [\"1/2\"]", "alphas = [\"2\"]", "", "an alpha outside of [0, 1]"},
                         {"alphas = [\"1/2\"]", "alphas = [\"-1\"]", "", "an alpha outside of [0, 1]"},
                         {"samples = 2", "samples = 0", "", "'samples' is out of range"}});
}
