#include "checker/claim_samples.hpp"
#include "checker/curve_texts.hpp"

using namespace isthmus::check::test;

// Texts in claim files, and certificates as a whole.

TEST_CASE("claims that cannot be read: ids, sources, strings of all sorts") {
  const std::string claim =
      replaced(claim_text("components", "[components]\nvariables = [\"x\"]\nset = \"x^2 > 1\"\ncount = \"2\"\n"),
               "paper = \"t\"", "paper = \"t\"\nlabel = \"t\"");
  const std::string id = "an id consists of letters";
  check_invalid(claim, {{"id = \"t\"", "id = \"\"", "", id},
                        {"id = \"t\"", "id = \".t\"", "", id},
                        {"id = \"t\"", "id = \"-t\"", "", id},
                        {"label = \"t\"", "label = \" \"", "", "the text is blank"},
                        {"title = \"t\"\n", "", "", "the key 'title' is missing"},
                        {"variant = \"beyond\"", "variant = \"other\"", "", "'other' is not one of the values"}});
  CHECK_NOTHROW(isthmus::check::read_claim(replaced(claim, "label = \"t\"\n", ""), "t.toml"));
  // Brackets in strings are no tables in each other.
  const std::string many(150, '[');
  for (const std::string& text : {"\"" + many + "\"", "'" + many + "'", "\"\"\"a\" " + many + "\"\"\"",
                                  "'''a' " + many + "'''", "\"a\\\" " + many + "\""}) {
    INFO(text);
    CHECK_NOTHROW(isthmus::check::read_claim(replaced(claim, "statement = \"t\"", "statement = " + text), "t.toml"));
  }
  const std::string escaped = replaced(claim, "statement = \"t\"", "statement = 'a\\'");
  CHECK_NOTHROW(isthmus::check::read_claim(replaced(escaped, "label = \"t\"", "label = \"" + many + "\""), "t.toml"));
}

TEST_CASE("numbers, indices and functions in claims about matrices") {
  const std::string claim =
      identity_claim("[dimensions]\nn = [1]\nh = [[1, 1]]\n" + matrix("A", "data", "n", "n", "i = 1..2") +
                         matrix("B", "data", "n", "n") + scalar("s") + hypothesis("B = 0"),
                     "B", "B");
  const auto said = [](const std::string& text, const std::string& index = "") {
    return "text = \"" + text + "\"" + (index.empty() ? "" : "\nindex = \"" + index + "\"");
  };
  for (const std::string& text :
       {said("A[i] = i*A[i]", "i = 1..2"), said("B = h[0]*B"), said("B = length(h)*B"), said("0 = B"), said("0 = s"),
        said("rank(B) = 1"), said("B = prod_up(i = 1..2, A[i])")})
    CHECK_NOTHROW(isthmus::check::read_claim(replaced(claim, "text = \"B = 0\"", text), "t.toml"));
  const std::string index = "the name of something else";
  const auto refused = [&](const std::string& text, const std::string& message) {
    check_invalid(claim, {{"text = \"B = 0\"", text, "", message}});
  };
  refused(said("B = prod_up(i = 1..2)"), "takes 2 argument(s)");
  refused(said("B = leaky(B)"), "takes 2 argument(s)");
  refused(said("rank(B, B) = 1"), "takes 1 argument(s)");
  refused(said("rank = 1"), "'rank' is not declared");
  refused(said("B = s"), "differ in shape, or one is a scalar");
  refused(said("B = prod_up(i = 1..2, prod_up(i = 1..2, A[i]))"), index);
  for (const std::string name : {"T", "A", "B", "n"}) refused(said("B = 0", name + " = 1..2"), index);
  for (const std::string range : {"i = 1", "i > 1", "2 = 1..2", "1..2"})
    refused(said("B = 0", range), "an index and its range were expected");
  const std::string sizes = "name = \"B\"\nrole = \"data\"\nrows = \"n\"\ncolumns = \"";
  check_invalid(claim, {{sizes + "n\"", sizes + "length(h, h)\"", "", "is no function of integers"},
                        {sizes + "n\"", sizes + "length(2)\"", "", "is no function of integers"},
                        {sizes + "n\"", sizes + "length(q)\"", "", "'q' is no tuple of dimensions"},
                        {sizes + "n\"", sizes + "1^5000000\"", "", "an exponent above"}});
  check_invalid(sample::kReal, {{"tends-to = \"1\"", "tends-to = \"2*3\"", "", "is not a number"},
                                {"tends-to = \"1\"", "tends-to = \"m/2\"", "", "is not a number"},
                                {"tends-to = \"1\"", "tends-to = \"2/m\"", "", "is not a number"}});
}

TEST_CASE("certificates of claims: lemmas, scopes, objects") {
  const std::string claim =
      claim_text("components", "[components]\nvariables = [\"x\"]\nset = \"x^2 > 1\"\ncount = \"2\"\n");
  const std::string lemma = "{'coordinates':['y'],'formula':'y^2 > 1','count':{'rule':'line','gaps':['-2','0','2']}}";
  const std::string text = "{'format':1,'claim':'t','verdict':'proved','scope':'all','lemmas':[" + lemma +
                           "],'instances':[{'model':{},'count':{'rule':'lemma','lemma':0,'names':['x']}}]}";
  CHECK(accepted(outcome_of(claim, text)));
  CHECK(rejected(outcome_of(claim, replaced(text, "'0','2'", "'2'")), "line", "roots"));
  CHECK(rejected(outcome_of(claim, replaced(text, "'model':{}", "'model':[]")), "encoding", "an object"));
  const std::string again =
      replaced(text, "{'rule':'lemma','lemma':0,'names':['x']}", "{'rule':'line','gaps':['-2','0','2']}");
  CHECK(accepted(outcome_of(claim, again)));
  CHECK(rejected(outcome_of(claim, replaced(again, "'0','2'", "'2'")), "line", "roots"));
  CHECK(rejected(outcome(sample::kSame, "proved", "[]"), "encoding", "an object"));
  const std::string transposes =
      identity_claim("[dimensions]\nn = [2]\n" + matrix("A", "data", "n", "n"), "T(n*A)", "T(2*A)");
  CHECK(accepted(outcome(transposes, "proved", "{'model':{},'eliminate':[]}")));
  CHECK(rejected(outcome(transposes, "proved", "{'model':{},'eliminate':[]}", "all dimensions"), "scope", "stated"));
  const std::string wrong = identity_claim(matrix("A", "data", "1", "1"), "A", "2*A");
  CHECK(accepted(outcome(wrong, "refuted", "{'instance':0,'model':{'A':[['1']]}}")));
  CHECK(
      rejected(outcome(wrong, "refuted", "{'instance':0,'model':{'A':[['1']]}}", "all dimensions"), "scope", "stated"));
  const std::string doubled = replaced(sample::kHomogeneous, "4*sigma", "2*sigma");
  const std::string values = "{'instance':0,'model':{},'matrices':{'Z':[['1']]},'sigma':['1','1']}";
  CHECK(accepted(outcome(doubled, "refuted", values)));
  CHECK(rejected(outcome(doubled, "refuted", values, "all dimensions"), "scope", "stated"));
}

TEST_CASE("vacuous claims about families, orbits and matrices") {
  const std::string orbits = replaced(sample::kPieces, "[[orbits.orbit]]\n",
                                      "[[orbits.orbit]]\nparameters = [\"p\"]\nassumption = \"p > 0 and p < 0\"\n");
  const std::string entry = "{'instance':0,'which':0,'proof':" + kContradiction + "}";
  CHECK(accepted(outcome(orbits, "vacuous", entry)));
  CHECK(rejected(outcome(orbits, "vacuous", replaced(entry, "'which'", "'note':1,'which'")), "encoding", "'note'"));
  CHECK(rejected(outcome(replaced(orbits, "p > 0 and p < 0", "p > 0"), "vacuous", entry), "contradiction", ""));
  CHECK(rejected(outcome(orbits, "vacuous", replaced(entry, "'which':0", "'which':1")), "encoding", "not below 1"));
  const std::string family = claim_text("components",
                                        "[components]\nparameters = [\"a\"]\nassumption = \"a > 0 and a < 0\"\n"
                                        "variables = [\"x\"]\nset = \"x^2 = a\"\ncount = \"2\"\n");
  const std::string proof = "{'instance':0,'proof':" + kContradiction + "}";
  CHECK(accepted(outcome(family, "vacuous", proof)));
  CHECK(rejected(outcome(family, "vacuous", replaced(proof, "'proof'", "'note':1,'proof'")), "encoding", "'note'"));
  const std::string numbers = identity_claim(scalar("s") + hypothesis("s > 0") + hypothesis("s < 0"), "s", "2*s");
  CHECK(accepted(outcome(numbers, "vacuous", proof)));
  CHECK(rejected(outcome(numbers, "vacuous", replaced(proof, "'proof'", "'note':1,'proof'")), "encoding", "'note'"));
}

TEST_CASE("claims that cannot be read: exponents and definitions of curves") {
  const std::string curve = hyperbola("2", "squared-chord = \"5/4\"\n");
  for (const std::string y : {"t^(-1)", "t^-1", "(1/t)^1", "(t^(-2))*t", "1/t - t + t"})
    CHECK_NOTHROW(isthmus::check::read_claim(replaced(curve, "\"1/t\"", "\"" + y + "\""), "t.toml"));
  const std::string level = "the curve does not lie on the level set";
  const std::string definition = "a definition was expected";
  check_invalid(curve, {{"\"1/t\"", "\"t\"", "", level},
                        {"\"1/t\"", "\"t^(-2)\"", "", level},
                        {"\"1/t\"", "\"t^1.5\"", "", "an exponent above 1000"},
                        {"\"1/t\"", "\"t^1001\"", "", "an exponent above 1000"},
                        {"\"1/t\"", "\"t^(1+1)\"", "", "an exponent is an integer here"},
                        {"\"1/t\"", "\"t^(2*1)\"", "", "an exponent is an integer here"},
                        {"\"1/t\"", "\"t^f(2)\"", "", "an exponent is an integer here"},
                        {"parameter", "define = [\"A > t\"]\nparameter", "", definition},
                        {"parameter", "define = [\"t + 1 = t\"]\nparameter", "", definition}});
}

TEST_CASE("values that are not defined at a model") {
  const std::string square = matrix("A", "data", "2", "2");
  const std::string zero = "{'instance':0,'model':{'A':[['0','0'],['0','0']]}}";
  CHECK(accepted(outcome(identity_claim(square, "leaky(1/2, inv(A))", "A"), "refuted", zero)));
  CHECK(rejected(outcome(identity_claim(square + hypothesis("inv(A) = A"), "A", "2*A"), "refuted", zero), "model",
                 "a hypothesis fails"));
}
