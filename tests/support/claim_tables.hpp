#pragma once

#include <string>

// Tables of claim files.

namespace isthmus::test {

/// A claim with this body (the tables behind [source]).
inline std::string claim_text(const std::string& kind, const std::string& body) {
  return "format = 1\nid = \"t\"\ntitle = \"t\"\nstatement = \"t\"\nkind = \"" + kind +
         "\"\nexpected = \"proved\"\nvariant = \"beyond\"\n[source]\npaper = \"t\"\n" + body;
}

inline std::string matrix(const std::string& name, const std::string& role, const std::string& rows,
                          const std::string& columns, const std::string& index = "") {
  return "[[matrix]]\nname = \"" + name + "\"\nrole = \"" + role + "\"\nrows = \"" + rows + "\"\ncolumns = \"" +
         columns + "\"\n" + (index.empty() ? "" : "index = \"" + index + "\"\n");
}
inline std::string scalar(const std::string& name) {
  return "[[scalar]]\nname = \"" + name + "\"\nrole = \"parameter\"\n";
}
inline std::string hypothesis(const std::string& text) { return "[[hypothesis]]\ntext = \"" + text + "\"\n"; }
inline std::string equation(const std::string& table, const std::string& network, const std::string& target,
                            const std::string& count) {
  return "[" + table + "]\nnetwork = \"" + network + "\"\ntarget = \"" + target + "\"\n" + count + "\n";
}
inline std::string identity(const std::string& left, const std::string& right) {
  return "[identity]\nleft = \"" + left + "\"\nright = \"" + right + "\"\n";
}

}  // namespace isthmus::test
