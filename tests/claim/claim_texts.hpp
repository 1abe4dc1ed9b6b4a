#pragma once

#include <string>

#include "support/texts.hpp"

namespace isthmus::test {

/// The keys that every claim has, on lines 1 to 13; what follows begins on line 14.
inline std::string heading(const std::string& kind) {
  return "format = 1\n"
         "id = \"example-1\"\n"
         "title = \"A title\"\n"
         "statement = \"A statement.\"\n"
         "kind = \"" +
         kind +
         "\"\n"
         "expected = \"proved\"\n"
         "variant = \"as printed\"\n"
         "[source]\n"
         "paper = \"A paper\"\n"
         "label = \"Proposition 1\"\n"
         "page = 5\n"
         "quote = \"A sentence.\"\n"
         "\n";
}

/// Proposition 4.3: three layers with a skip connection.
inline std::string skip_network() {
  return heading("components") + R"toml([dimensions]
n = [1, 2]
[[matrix]]
name = "W1"
role = "weight"
rows = "n"
columns = "n"
[[matrix]]
name = "W2"
role = "weight"
rows = "n"
columns = "n"
[[matrix]]
name = "W3"
role = "weight"
rows = "n"
columns = "n"
[[matrix]]
name = "X"
role = "data"
rows = "n"
columns = "n"
[[matrix]]
name = "Y"
role = "target"
rows = "n"
columns = "n"
[[scalar]]
name = "eps"
role = "parameter"
[[hypothesis]]
text = "det(X) != 0"
[[hypothesis]]
text = "det(Y) != 0"
[[hypothesis]]
text = "eps != 0"
[components]
network = "W3*(W2*W1*X + eps*X)"
target = "Y"
count = "4 - n"
)toml";
}

/// Corollary 4.2 for unequal widths: a chain of variable length.
inline std::string chain() {
  return heading("components") + R"toml([dimensions]
d = [[1, 1, 1], [2, 3, 2], [1, 2, 2, 1]]
[[matrix]]
name = "W"
role = "weight"
index = "i = 1..length(d)-1"
rows = "d[i]"
columns = "d[i-1]"
[[matrix]]
name = "X"
role = "data"
rows = "d[0]"
columns = "d[0]"
[[matrix]]
name = "Y"
role = "target"
rows = "d[length(d)-1]"
columns = "d[0]"
[[hypothesis]]
text = "det(X) != 0"
[[hypothesis]]
text = "rank(Y) = d[0]"
[components]
network = "prod_down(i = length(d)-1..1, W[i])*X"
target = "Y"
at-most = "2^(length(d)-2)"
)toml";
}

/// Proposition 4.1: the two maps.
inline std::string inverse_maps() {
  return heading("inverse-maps") + R"toml([dimensions]
h = [1, 2]
l = [2, 3]
[[matrix]]
name = "g"
role = "group"
index = "i = 1..l-1"
rows = "h"
columns = "h"
[[matrix]]
name = "W"
role = "weight"
index = "i = 1..l"
rows = "h"
columns = "h"
[[matrix]]
name = "X"
role = "data"
rows = "h"
columns = "h"
[[matrix]]
name = "Y"
role = "target"
rows = "h"
columns = "h"
[[hypothesis]]
text = "det(X) != 0"
[[hypothesis]]
text = "det(Y) != 0"
[domain]
coordinates = ["g"]
[[domain.condition]]
text = "det(g[i]) != 0"
index = "i = 1..l-1"
[codomain]
coordinates = ["W"]
[[codomain.condition]]
text = "prod_down(i = l..1, W[i])*X = Y"
[[forward]]
name = "W[1]"
value = "g[1]*inv(X)"
[[forward]]
name = "W[i]"
value = "g[i]"
index = "i = 2..l-1"
[[forward]]
name = "W[l]"
value = "Y*prod_up(i = 1..l-1, inv(g[i]))"
[[backward]]
name = "g[1]"
value = "W[1]*X"
[[backward]]
name = "g[i]"
value = "W[i]"
index = "i = 2..l-1"
)toml";
}

/// The loss is invariant under the action of GL_h^{l-1}.
inline std::string invariance() {
  return heading("identity") + R"toml([[dimensions]]
h = [1]
l = [2, 3, 4]
[[dimensions]]
h = [2, 3]
l = [2]
[[matrix]]
name = "W"
role = "weight"
index = "i = 1..l"
rows = "h"
columns = "h"
[[matrix]]
name = "g"
role = "group"
index = "i = 1..l-1"
rows = "h"
columns = "h"
[[matrix]]
name = "X"
role = "data"
rows = "h"
columns = "h"
[[hypothesis]]
text = "det(g[i]) != 0"
index = "i = 1..l-1"
[identity]
left = "W[l]*inv(g[l-1])*prod_down(i = l-1..2, g[i]*W[i]*inv(g[i-1]))*g[1]*W[1]*X"
right = "prod_down(i = l..1, W[i])*X"
)toml";
}

/// A set of the set language with parameters.
inline std::string plain_set() {
  return heading("components") + R"toml([components]
parameters = ["x", "e"]
assumption = "x != 0 and e != 0"
variables = ["w1", "w2", "w3"]
set = "w3*(w2*w1*x + e*x) = 1"
count = "3"
)toml";
}

/// Proposition 3.5.
inline std::string product() {
  return heading("product") + R"toml([[factor]]
variables = ["x", "y"]
set = "x*y != 0"
count = "4"
[[factor]]
variables = ["z"]
set = "z^2 > 1"
count = "2"
[product]
count = "8"
)toml";
}

/// Proposition A.8 (2).
inline std::string orbits() {
  return heading("orbits") + R"toml([orbits]
variables = ["x", "y"]
set = "x != 0 or y != 0"
count = "1"
[[orbits.orbit]]
parameters = ["a", "b"]
assumption = "a != 0 or b != 0"
set = "a*y = b*x and (x != 0 or y != 0)"
count = "2"
[orbits.action]
variables = ["g"]
group = "g != 0"
images = ["g*x", "g*y"]
)toml";
}

/// Proof of Proposition 4.3: the minimum is the union of two sets.
inline std::string cover() {
  std::string text = replaced(skip_network(), "kind = \"components\"", "kind = \"cover\"");
  text.replace(text.find("[components]"), std::string::npos, R"toml([cover]
network = "W3*(W2*W1*X + eps*X)"
target = "Y"
[[cover.part]]
name = "S1"
conditions = ["det(W1) != 0", "det(W2*W1*X + eps*X) != 0"]
[[cover.part]]
name = "S0"
conditions = ["W1 = 0"]
)toml");
  return text;
}

}  // namespace isthmus::test
