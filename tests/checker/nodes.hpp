#pragma once

#include <string>

#include "support/texts.hpp"

// Parts of certificates that many of the tests are made of, with ' for ".

namespace isthmus::check::test {

using isthmus::test::contains;
using isthmus::test::replaced;

inline const std::string kUnit = "[['1','0'],['0','1']]";
inline const std::string kContradiction = "{'rule':'contradiction','factors':[]}";
inline const std::string kWhole = "{'rule':'line','gaps':['0']}";
inline const std::string kSplit = "{'rule':'line','gaps':['-1','1']}";  ///< at 0

inline std::string contradiction(const std::string& factors) {
  return "{'rule':'contradiction','factors':[" + factors + "]}";
}

/// Nodes for the coordinates x and y.
inline std::string product_of(const std::string& x, const std::string& y) {
  return "{'rule':'product','factors':[{'coordinates':['x'],'count':" + x + "},{'coordinates':['y'],'count':" + y +
         "}]}";
}

}  // namespace isthmus::check::test
