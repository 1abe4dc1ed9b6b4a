#pragma once

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "checker/claims.hpp"
#include "checker/rule_outcomes.hpp"

namespace isthmus::check::test {

/// What is changed in a node that is accepted, and the message of the refusal.
struct NodeRow {
  std::string old;
  std::string by;
  std::string message;
};

/// The node establishes what `numbers` says, is refused with a further key in any of its nodes, and with the message of
/// each row. `count(node)` is what the checker says.
template <typename Count>
void check_node_rows(const Count& count, const std::string& good, const std::string& numbers,
                     const std::vector<NodeRow>& rows) {
  INFO(good);
  CHECK(count(good) == numbers);
  for (std::size_t at = good.find("{'rule'"); at != std::string::npos; at = good.find("{'rule'", at + 1)) {
    const std::string result = count(std::string(good).insert(at + 1, "'note':1,"));
    INFO("a further key at " << at << ": " << result);
    CHECK(contains(result, "unknown key 'note'"));
  }
  for (const auto& [old, by, message] : rows) {
    const std::string result = count(replaced(good, old, by));
    INFO(old << " -> " << by << ": " << result);
    CHECK(result.starts_with("rejected"));
    CHECK(contains(result, message));
  }
}

}  // namespace isthmus::check::test
