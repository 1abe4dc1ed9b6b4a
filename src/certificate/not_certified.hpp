#pragma once

#include "exact/error.hpp"

namespace isthmus {

/// An answer is known, but its evidence cannot be written in the certificate format (proofs/FORMAT.md). The message
/// says what stands in the way; the answer itself is not in doubt.
class NotCertified : public Error {
 public:
  using Error::Error;
};

}  // namespace isthmus
