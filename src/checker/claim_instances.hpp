#pragma once

#include <functional>
#include <string>
#include <vector>

#include "checker/claim.hpp"
#include "checker/session.hpp"

namespace isthmus::check {

/// One instance of a claim: how each verdict on it is checked.
struct ClaimInstance {
  std::string heading;
  std::function<void(const Json&, Session&)> prove;
  std::function<void(const Json&, Session&)> refute;
  std::function<void(const Json&, Session&)> refute_hypotheses;
};

/// The instances of a claim, in its order. They refer to it. `any_size`: what is proved is to hold in all dimensions.
std::vector<ClaimInstance> instances_of(const Claim& claim, bool any_size);

}  // namespace isthmus::check
