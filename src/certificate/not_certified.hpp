#pragma once

#include "exact/error.hpp"

namespace isthmus {

/// An answer is known, but its evidence cannot be written in the certificate format (proofs/FORMAT.md). The message
/// says what stands in the way; the answer itself is not in doubt.
class NotCertified : public Error {
 public:
  using Error::Error;
};

/// The evidence could be written, but it is estimated to take too long to make.
class TooHardToCertify : public NotCertified {
 public:
  using NotCertified::NotCertified;
};

}  // namespace isthmus
