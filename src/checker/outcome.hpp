#pragma once

#include <stdexcept>
#include <string>
#include <utility>

namespace isthmus::check {

/// The certificate does not establish the claim: a rule's condition fails. Exit status 1.
class Rejection : public std::runtime_error {
 public:
  /// `rule` as in proofs/FORMAT.md; `place` is the path in the certificate, as "certificate.steps[2].count".
  Rejection(std::string rule, std::string place, const std::string& message)
      : std::runtime_error(place + ": " + rule + ": " + message), rule_(std::move(rule)), place_(std::move(place)) {}
  const std::string& rule() const noexcept { return rule_; }
  const std::string& place() const noexcept { return place_; }

 private:
  std::string rule_;
  std::string place_;
};

/// Nothing was established and nothing refuted: out of the checker's scope or beyond its limits. Exit status 2.
class Declined : public std::runtime_error {
 public:
  explicit Declined(const std::string& message) : std::runtime_error(message) {}
  Declined(const std::string& place, const std::string& message)
      : std::runtime_error(place + ": " + message), has_place_(true) {}
  bool has_place() const noexcept { return has_place_; }

 private:
  bool has_place_ = false;
};

/// f(); what it declines without naming a place is declined at place().
template <class Place, class F>
decltype(auto) declining_at(const Place& place, const F& f) {
  try {
    return f();
  } catch (const Declined& declined) {
    if (declined.has_place()) throw;
    throw Declined(place(), declined.what());
  }
}

/// The claim, the set text or the command line cannot be read, so there is nothing to check. Exit status 3, as for
/// every other error.
class InvalidClaim : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

}  // namespace isthmus::check
