#pragma once

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "claim/claim_file.hpp"
#include "exact/matrix.hpp"
#include "prove/proof.hpp"

namespace isthmus::test {

inline Proof proof_of(const std::string& id) {
  const std::string folder = std::string(ISTHMUS_SOURCE_DIR) + "/proofs/catalogue/";
  return prove(read_claim_file(folder + id.substr(0, 1) + "/" + id + ".toml"));
}

inline Proof refutation(const std::string& id) {
  const Proof proof = proof_of(id);
  CAPTURE(id);
  REQUIRE(proof.verdict == Verdict::refuted);
  return proof;
}

inline Rational q(const char* text) { return Rational::parse(text); }
inline Rational det2(const Matrix& m) { return m.at(0, 0) * m.at(1, 1) - m.at(0, 1) * m.at(1, 0); }
inline Rational leaky(const Rational& slope, const Rational& x) { return x.sign() < 0 ? slope * x : x; }

/// The matrix behind "name = " in a line of a witness: "[[1, 0], [0, 1/2]]", or a number.
inline Matrix value_in(const std::string& line, const std::string& name) {
  const std::size_t begin = line.find(name + " = ");
  REQUIRE(begin != std::string::npos);
  std::vector<std::vector<Rational>> rows;
  std::string number;
  int depth = 0;
  for (std::size_t i = begin + name.size() + 3; i <= line.size(); ++i) {
    const char c = i < line.size() ? line[i] : ',';
    if (c == '[' && ++depth == 2) rows.emplace_back();
    const bool ends = c == ',' || c == ']';
    if (ends && !number.empty()) {
      if (rows.empty()) rows.emplace_back();
      rows.back().push_back(Rational::parse(number));
      number.clear();
    }
    if (c == ']') --depth;
    if (ends && depth == 0) break;
    if (c != '[' && !ends && c != ' ') number += c;
  }
  Matrix result(rows.size(), rows[0].size());
  for (std::size_t i = 0; i < rows.size(); ++i) {
    for (std::size_t j = 0; j < rows[i].size(); ++j) result.set(i, j, rows[i][j]);
  }
  return result;
}

inline std::vector<std::string> lines_with(const std::vector<std::string>& lines, const std::string& part) {
  std::vector<std::string> found;
  for (const std::string& line : lines) {
    if (line.find(part) != std::string::npos) found.push_back(line);
  }
  return found;
}

/// The first such line of the witness of a refutation.
inline std::string line_with(const Proof& proof, const std::string& part) {
  REQUIRE(proof.verdict == Verdict::refuted);
  const auto lines = lines_with(proof.witness, part);
  REQUIRE(lines.size() >= 1);
  return lines[0];
}

}  // namespace isthmus::test
