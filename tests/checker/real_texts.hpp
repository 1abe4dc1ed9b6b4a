#pragma once

#include <string>

#include "support/claim_tables.hpp"

// Claims about real powers, and parts of their certificates with ' for ".

namespace isthmus::check::test {

using isthmus::test::claim_text;

inline std::string real_claim(const std::string& variables, const std::string& assume, const std::string& what) {
  return claim_text("real", "[[real]]\nvariables = [" + variables + "]\nassume = [" + assume + "]\n" + what + "\n");
}

/// k > 0, m > 1: k = k_, m = m_ + 1.
inline std::string above(const std::string& conclusion) {
  return real_claim("\"k\", \"m\"", "\"k > 0\", \"m > 1\"", "conclude = [\"" + conclusion + "\"]");
}
inline const std::string kShown = "['sign','m_+1','>0'],['sign','m_+2','>0']";
inline const std::string kU = ",['power','u','m_+1','k_','1']";
inline const std::string kV = ",['power','v','m_+2','k_','1']";

inline std::string one_case(const std::string& steps) {
  return "{'model':{'k':'1','m':'2'},'cases':[{'steps':[" + steps + "],'bounds':[{'above':0},{'above':1}]}]}";
}
/// One more sign of a polynomial, by these facts.
inline std::string positive(const std::string& p, const std::string& facts) {
  return ",['sign','" + p + "','>0',[" + facts + "]]";
}

}  // namespace isthmus::check::test
