#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "checker/session.hpp"

namespace isthmus::check {

/// A question about one set, as the command line states it.
struct Query {
  std::string set;
  std::vector<std::string> variables;   ///< --vars: coordinates in front of those that occur
  std::vector<std::string> parameters;  ///< --forall
  std::string assumption;               ///< --assume; "" is no assumption
  std::optional<std::string> from;      ///< --from and --to: is there a path?
  std::optional<std::string> to;
};

/// The same, read.
struct Question {
  Set set;
  std::optional<std::pair<std::vector<Rational>, std::vector<Rational>>> ends;  ///< two points of the set
};

/// Throws InvalidClaim, with line and column where they are known, for what cannot be read, and for points outside of
/// the set.
Question read_question(const Query& query);

/// Section 10 of proofs/FORMAT.md: the sentence that the certificate establishes about the set.
std::string check_question(const Question& question, const Json& certificate, Session& session);
/// The same of a query that is still to be read.
std::string check_query(const Query& query, const Json& certificate, Session& session);

/// The set of a query; names are parameters, then --vars, then those that occur, in order of appearance. Throws
/// InvalidClaim.
Set query_set(const Query& query);

/// "x=1/2, y=3": one value for each coordinate of the set, in any order. Throws InvalidClaim.
std::vector<Rational> read_point(const std::string& text, const Set& set);

}  // namespace isthmus::check
