#pragma once

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "checker/claims.hpp"

namespace isthmus::check::test {

/// What is changed in a text that is accepted, and the refusal that this must meet.
struct Refusal {
  std::string old;
  std::string by;
  std::string rule;  ///< "declined" and "invalid" for those
  std::string message;
};

inline bool is_refused(const std::string& result, const std::string& rule, const std::string& message) {
  const bool other = rule == "declined" || rule == "invalid";
  return other ? result.starts_with(rule) && contains(result, message) : rejected(result, rule, message);
}

/// The good entry is accepted, refused with a further key, and refused as its row says after each change.
inline void check_refusals(const std::string& claim, const std::string& verdict, const std::string& good,
                           const std::vector<Refusal>& rows, const std::string& scope = "all") {
  INFO("good: " << good);
  const std::string first = outcome(claim, verdict, good, scope);
  INFO(first);
  CHECK(accepted(first));
  const std::string further = outcome(claim, verdict, "{'note':1" + (good == "{}" ? "}" : "," + good.substr(1)), scope);
  INFO("a further key: " << further);
  CHECK(rejected(further, "encoding", "key 'note'"));
  for (const auto& [old, by, rule, message] : rows) {
    const std::string result = outcome(claim, verdict, replaced(good, old, by), scope);
    INFO(old << " -> " << by << ": " << result);
    CHECK(is_refused(result, rule, message));
  }
}

inline void check_refused(const std::string& claim, const std::string& verdict, const std::string& entry,
                          const std::string& rule, const std::string& message, const std::string& scope = "all") {
  const std::string result = outcome(claim, verdict, entry, scope);
  INFO(entry << ": " << result);
  CHECK(is_refused(result, rule, message));
}

/// The claim can be read, and cannot be after each change.
inline void check_invalid(const std::string& claim, const std::vector<Refusal>& rows) {
  CHECK_NOTHROW(read_claim(claim, "t.toml"));
  for (const auto& [old, by, rule, message] : rows) {
    std::string problem;
    try {
      read_claim(replaced(claim, old, by), "t.toml");
    } catch (const InvalidClaim& error) {
      problem = error.what();
    } catch (const Declined& error) {
      problem = std::string("declined: ") + error.what();
    }
    INFO(old << " -> " << by << ": " << problem);
    CHECK(!problem.empty());
    CHECK(contains(problem, message));
  }
}

}  // namespace isthmus::check::test
