#pragma once

#include <fstream>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

#include "claim/set_language.hpp"

namespace isthmus {

/// A row of a case file.
struct CaseRow {
  std::string name;
  std::string variables;
  std::string set;
  std::size_t components;
  bool exact;  ///< else undecided is the right answer today

  SemialgebraicSet parsed() const { return parse_set(set, {parse_names(variables, "variables"), {}, ""}); }
};

/// Reads name, variables, set, components, source, status, today; tab separated, with a header. Throws on another
/// shape.
inline std::vector<CaseRow> read_case_file(const std::string& path) {
  std::ifstream in(path);
  if (!in) throw std::runtime_error("cannot read " + path);
  std::vector<CaseRow> rows;
  std::string line;
  std::getline(in, line);
  while (std::getline(in, line)) {
    std::istringstream fields(line);
    std::vector<std::string> field;
    for (std::string text; std::getline(fields, text, '\t');) field.push_back(text);
    if (field.size() != 7 || (field[6] != "exact" && field[6] != "undecided"))
      throw std::runtime_error(path + ": a malformed row: " + line);
    rows.push_back({field[0], field[1], field[2], std::stoul(field[3]), field[6] == "exact"});
  }
  return rows;
}

}  // namespace isthmus
