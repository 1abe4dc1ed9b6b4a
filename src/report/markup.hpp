#pragma once

#include <string>

namespace isthmus {

/// Text that may stand in XML and HTML, in attributes too; what XML 1.0 forbids altogether becomes '?'.
std::string escaped(const std::string& text);

}  // namespace isthmus
