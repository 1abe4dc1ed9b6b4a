#pragma once

#include <cstddef>

namespace isthmus::check {

/// Bounds the processor time and the memory of this process from now on. When the time is used up the process prints
/// that and ends with status 2; when the memory is, allocations throw std::bad_alloc.
void limit_time_and_memory(std::size_t seconds, std::size_t megabytes);

}  // namespace isthmus::check
