#pragma once

#include "checker/refusals.hpp"

// Claims of the kind curvature about simple curves, with more keys of their table [[curve]].

namespace isthmus::check::test {

/// The parabola (t, t^2), t in [0, 1].
inline std::string parabola(const std::string& more) {
  return claim_text("curvature",
                    "[[curve]]\nparameter = \"t\"\ncoordinates = [\"t\", \"t^2\"]\nfrom = \"0\"\nto = \"1\"\n" + more);
}

/// The hyperbola (t, 1/t) from 1 on.
inline std::string hyperbola(const std::string& to, const std::string& more) {
  return claim_text("curvature",
                    "[[curve]]\nvariables = [\"x\", \"y\"]\nresiduals = [\"x*y - 1\"]\nparameter = \"t\"\n"
                    "coordinates = [\"t\", \"1/t\"]\nfrom = \"1\"\nto = \"" +
                        to + "\"\n" + more);
}

/// The circle x^2 + y^2 = 1 from (1, 0) to (-1, 0), as an arc of a level set.
inline std::string circle(const std::string& more) {
  return claim_text(
      "curvature",
      "[[curve]]\nvariables = [\"x\", \"y\"]\nloss = \"x^2 + y^2\"\nlevel = \"1\"\nstart = [\"1\", \"0\"]\n"
      "end = [\"-1\", \"0\"]\n" +
          more);
}

/// An entry for a false claim.
inline std::string refuted(const std::string& what, const std::string& more) {
  return "{'instance':0,'refuted':'" + what + "'" + more + "}";
}

/// An entry for a claim about curves, which speaks of instances only.
inline void refuse(const std::string& claim, const std::string& verdict, const std::string& entry,
                   const std::string& rule, const std::string& message) {
  check_refused(claim, verdict, entry, rule, message, "instances");
}

}  // namespace isthmus::check::test
