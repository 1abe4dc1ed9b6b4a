#pragma once

#include <cstddef>
#include <functional>
#include <string_view>

namespace isthmus {

/// Told now and then what a long computation is doing: the stage and a count that grows. May be empty.
using Progress = std::function<void(std::string_view stage, std::size_t done)>;

}  // namespace isthmus
