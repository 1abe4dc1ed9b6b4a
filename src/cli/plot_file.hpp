#pragma once

#include <filesystem>
#include <string>

#include "figure/canvas.hpp"
#include "plot/picture.hpp"

namespace isthmus {

/// Throws InvalidInput, naming -o, unless the suffix of a file is one of those that are drawn.
void require_plot_suffix(const std::filesystem::path& file);
/// Throws InvalidInput, naming -o, if a set of this dimension is not drawn to files with this suffix.
void require_plottable(const std::filesystem::path& file, std::size_t dimension);

/// Throws InvalidInput, naming the option, unless the suffix is .svg or .png. The empty path is fine.
void require_canvas_suffix(const std::filesystem::path& file, const std::string& option);

/// In the format of the suffix.
std::string canvas_file_contents(const std::filesystem::path& file, const Canvas& canvas);
std::string plot_file_contents(const std::filesystem::path& file, const Picture& picture);

}  // namespace isthmus
