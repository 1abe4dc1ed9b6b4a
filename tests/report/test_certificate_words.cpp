#include <doctest/doctest.h>

#include <string>

#include "report/certificate_words.hpp"

using namespace isthmus;

namespace {

bool says(const std::string& certificate, const std::string& words) {
  return certificate_in_words(certificate).find(words) != std::string::npos;
}

}  // namespace

TEST_CASE("a certificate in words says what its rules and keys mean") {
  const std::string squares =
      R"({"format":1,"instances":[{"model":{},"squares":["A"],"consequences":{"equations":[],"cofactors":[]}}]})";
  CHECK(says(squares, "squares (section 9: what is left is the sum of the squared norms of these): [A]"));
  CHECK(says(squares, "consequences (section 9: the expression is a combination of what is known to be zero)"));
  const std::string ray = R"({"instances":[{"model":{"S":[["1"]]},"direction":{"S":[["0"]]}}]})";
  CHECK(says(ray, "direction (section 9: along the ray from the model in this direction the value jumps)"));
  CHECK(says(R"({"instances":[{"eigenvalue":"-1","size":1,"model":{}}]})", "eigenvalue (section 9: a negative"));
  CHECK(says(R"({"count":{"rule":"line","gaps":["0"]}})", "line (section 5: on the line"));
  CHECK(says(R"({"count":{"rule":"unheard of","gaps":["0"]}})", "unheard of (see proofs/FORMAT.md)"));
  CHECK(says("", "no certificate"));
}
