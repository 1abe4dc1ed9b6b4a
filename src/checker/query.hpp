#pragma once

#include <optional>
#include <string>
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

/// Section 10 of proofs/FORMAT.md: the sentence that the certificate establishes about the set. Throws InvalidClaim if
/// the query itself cannot be read.
std::string check_query(const Query& query, const Json& certificate, Session& session);

/// The set of a query; names are parameters, then --vars, then those that occur, in order of appearance.
Set query_set(const Query& query);

/// "x=1/2, y=3": one value for each coordinate of the set, in any order. Throws InvalidClaim.
std::vector<Rational> read_point(const std::string& text, const Set& set);

}  // namespace isthmus::check
