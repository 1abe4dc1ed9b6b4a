#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>
#include <set>

#include "claim/claim_file.hpp"

using namespace isthmus;

namespace {

const std::string kSource = ISTHMUS_SOURCE_DIR;

std::string joined(const std::vector<std::string>& texts, const std::string& separator) {
  std::string result;
  for (const std::string& text : texts) result += (result.empty() ? "" : separator) + text;
  return result;
}

std::string for_all(const std::vector<std::string>& names, const std::string& conditions) {
  if (names.empty()) return "this target";
  return "all " + joined(names, ", ") + (conditions.empty() || conditions == "true" ? "" : " with " + conditions);
}

std::string scope_of(const Setting& setting) {
  std::vector<std::string> names;
  std::vector<std::string> hypotheses;
  for (const MatrixSymbol& symbol : setting.symbols) {
    if (symbol.role != Role::weight) names.push_back(symbol.name);
  }
  for (const MatrixCondition& each : setting.hypotheses) hypotheses.push_back(each.to_string());
  return for_all(names, joined(hypotheses, ", "));
}

/// The number and the scope of a claim of the atlas.
struct Columns {
  std::string count;
  std::string scope;

  void operator()(const SetComponents& body) {
    const SemialgebraicSet& set = body.set.set;
    const auto& names = set.ring.names();
    count = body.set.count.to_string();
    scope = for_all({names.begin(), names.begin() + static_cast<std::ptrdiff_t>(set.parameter_count)},
                    set.assumption.to_string());
  }
  void operator()(const NetworkComponents& body) { add(body.instances); }
  void operator()(const ArgminComponents& body) { add(body.instances); }
  template <class Other>
  void operator()(const Other&) {
    FAIL("a claim of the atlas of another kind");
  }

 private:
  void add(const std::vector<NetworkComponents::Instance>& instances) {
    REQUIRE(instances.size() == 1);
    count = instances[0].count.to_string();
    scope = scope_of(instances[0].setting);
  }
};

std::string escaped(const std::string& text) {
  std::string result;
  for (const char c : text) result += c == '|' ? std::string("\\|") : std::string(1, c);
  return result;
}

std::string row_of(const Claim& claim) {
  Columns columns;
  std::visit(columns, claim.body);
  return "| " + escaped(claim.title) + " | " + columns.count + " | " + escaped(claim.statement) + " | " +
         escaped(columns.scope) + " |";
}

std::vector<std::string> rows_of_page() {
  std::ifstream page(kSource + "/docs/atlas.md");
  std::vector<std::string> rows;
  for (std::string line; std::getline(page, line);) {
    if (line.starts_with("## Not")) break;
    if (line.starts_with("| ") && !line.starts_with("| Architecture")) rows.push_back(line);
  }
  return rows;
}

}  // namespace

TEST_CASE("the table of docs/atlas.md is what the claims of the atlas say") {
  std::vector<std::string> expected;
  for (const Claim& claim : read_claims({kSource + "/proofs/catalogue/atlas"})) {
    CHECK(claim.expected == Verdict::proved);
    expected.push_back(row_of(claim));
  }
  const std::vector<std::string> rows = rows_of_page();
  for (const std::string& row : expected) {
    INFO("missing on the page: " << row);
    CHECK(std::find(rows.begin(), rows.end(), row) != rows.end());
  }
  for (const std::string& row : rows) {
    INFO("on the page without a claim: " << row);
    CHECK(std::find(expected.begin(), expected.end(), row) != expected.end());
  }
  CHECK(rows == expected);
}

TEST_CASE("the atlas has every two-layer linear net of widths 1 and 2, for every rank of the target") {
  std::set<std::string> found;
  for (const Claim& claim : read_claims({kSource + "/proofs/catalogue/atlas"})) found.insert(claim.id);
  for (int n = 1; n <= 2; ++n) {
    for (int h = 1; h <= 2; ++h) {
      for (int k = 1; k <= 2; ++k) {
        for (int r = 0; r <= std::min(n, k); ++r) {
          const std::string id = "atlas-linear-" + std::to_string(n) + "-" + std::to_string(h) + "-" +
                                 std::to_string(k) + "-rank-" + std::to_string(r);
          INFO(id);
          CHECK(found.contains(id));
        }
      }
    }
  }
}
