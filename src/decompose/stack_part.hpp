#pragma once

#include <cstdint>
#include <map>
#include <vector>

#include "decompose/cell_tree.hpp"
#include "decompose/lifting_state.hpp"

namespace isthmus {

/// The gaps of a stack whose owners are known, by the roots beside them only.
class StackPart {
 public:
  /// The stack above the point of the state, which must outlive this and be there again at each call.
  StackPart(const LiftingState& state, const RootOwners& owners);

  /// The simplest rational in the gap above so many roots. Throws InternalError if the roots beside it are seen not to
  /// be those of the owners.
  Rational sample(std::size_t place);

 private:
  RealRoot& root(std::size_t m);

  const LiftingState* state_;
  const RootOwners* owners_;
  std::vector<std::size_t> number_;  ///< of each root, among those of its owner
  std::map<std::uint32_t, std::vector<RealRoot>> roots_;
};

}  // namespace isthmus
