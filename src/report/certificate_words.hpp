#pragma once

#include <string>

namespace isthmus {

/// A certificate as indented text: each rule with the section of proofs/FORMAT.md that describes it and what it does,
/// in words, then its data in the order of the certificate. For reading beside that page.
std::string certificate_in_words(const std::string& certificate);

}  // namespace isthmus
