#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "checker/set.hpp"

namespace isthmus::check {

/// What a count node established: the set has exactly `number` connected components. `locate` names, by a number below
/// `number`, the component of a rational point (one value per coordinate) that lies in the set; nothing if the rule
/// cannot tell.
struct Count {
  using Locate = std::function<std::optional<std::size_t>(const std::vector<Rational>&)>;
  std::size_t number;
  Locate locate;
};

/// A set counted once for several uses.
struct Lemma {
  Set set;
  Count count;
};

/// What one run of the checker carries along: the lemmas established so far, the theorems trusted so far.
struct Session {
  std::vector<Lemma> lemmas;
  std::set<std::string> trusted;
  std::size_t depth = 0;  ///< nodes that are being checked

  void trust(const std::string& theorem) { trusted.insert(theorem); }
};

/// One level of nested proof and count nodes; declines beyond the limit.
class Nested {
 public:
  explicit Nested(Session& session);
  ~Nested() { --session_.depth; }
  Nested(const Nested&) = delete;
  Nested& operator=(const Nested&) = delete;

 private:
  Session& session_;
};

/// Section 4: refuses unless the node shows that the set has no point over any admitted parameter value.
void check_empty(const Set& set, const Json& node, Session& session);

/// Section 5: what the node establishes about a set without parameters.
Count check_count(const Set& set, const Json& node, Session& session);

/// Section 8: the number of components in each region of the parameter space; the regions cover the assumption.
std::vector<std::size_t> check_counts(const Set& set, const Json& node, Session& session);

/// A point of the certificate that lies in the set; refused by the rule otherwise.
std::vector<Rational> point_in(const Set& set, const Json& point, const std::string& rule);

/// Section 7: reads and checks lemmas, and adds them to the session.
void check_lemmas(const Json& lemmas, Session& session);

}  // namespace isthmus::check
