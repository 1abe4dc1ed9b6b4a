#pragma once

#include <algorithm>
#include <cstdint>
#include <random>
#include <string>
#include <vector>

#include "checker/claim.hpp"
#include "checker/claim_check.hpp"
#include "checker/json.hpp"
#include "checker/nodes.hpp"
#include "checker/outcome.hpp"
#include "checker/session.hpp"
#include "support/claim_tables.hpp"

namespace isthmus::check::test {

using isthmus::test::claim_text;
using isthmus::test::equation;
using isthmus::test::hypothesis;
using isthmus::test::identity;
using isthmus::test::matrix;
using isthmus::test::scalar;

/// A claim that two matrices are equal.
inline std::string identity_claim(const std::string& declarations, const std::string& left, const std::string& right) {
  return claim_text("identity", declarations + identity(left, right));
}

/// JSON written with ' for ".
inline std::string json(std::string text) {
  std::replace(text.begin(), text.end(), '\'', '"');
  return text;
}

/// What the checker says of a whole certificate: "accepted: ..", "rejected: ..", "declined: ..", "invalid: ..".
inline std::string outcome_of(const std::string& claim, const std::string& certificate) {
  try {
    Session session;
    const auto read = read_json(json(certificate) + "\n");
    return "accepted: " + check_claim(claim, "t.toml", *read, session);
  } catch (const Rejection& problem) {
    return std::string("rejected: ") + problem.what();
  } catch (const Declined& problem) {
    return std::string("declined: ") + problem.what();
  } catch (const InvalidClaim& problem) {
    return std::string("invalid: ") + problem.what();
  }
}

/// The same of the entries for the instances, written with ' for ".
inline std::string outcome(const std::string& claim, const std::string& verdict, const std::string& instances,
                           const std::string& scope = "all") {
  return outcome_of(claim, "{'format':1,'claim':'t','verdict':'" + verdict + "','scope':'" + scope +
                               "','lemmas':[],'instances':[" + instances + "]}");
}

inline bool accepted(const std::string& outcome) { return outcome.starts_with("accepted"); }
/// Rejected by this rule, with this in the message.
inline bool rejected(const std::string& outcome, const std::string& rule, const std::string& message) {
  return outcome.starts_with("rejected") && contains(outcome, ": " + rule + ": ") && contains(outcome, message);
}

/// Whether an entry that is accepted for the one instance rests on the theorem.
inline bool trusts(const std::string& claim, const std::string& verdict, const std::string& entry,
                   const std::string& theorem, const std::string& scope = "all") {
  Session session;
  const auto certificate = read_json(json("{'format':1,'claim':'t','verdict':'" + verdict + "','scope':'" + scope +
                                          "','lemmas':[],'instances':[" + entry + "]}") +
                                     "\n");
  check_claim(claim, "t.toml", *certificate, session);
  return session.trusted.contains(theorem);
}

/// Small random numbers: the same seed gives the same ones everywhere (so two draws in one expression stand in braces,
/// which are evaluated from left to right).
class Dice {
 public:
  explicit Dice(std::uint64_t seed) : engine_(seed) {}
  std::size_t below(std::size_t n) { return static_cast<std::size_t>(engine_() % n); }
  long between(long low, long high) { return low + static_cast<long>(below(static_cast<std::size_t>(high - low + 1))); }
  Rational rational() { return Rational{between(-5, 5), between(1, 3)}; }

 private:
  std::mt19937_64 engine_;
};

}  // namespace isthmus::check::test
