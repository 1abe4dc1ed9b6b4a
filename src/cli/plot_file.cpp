#include "cli/plot_file.hpp"

#include "exact/error.hpp"
#include "figure/figure.hpp"

namespace isthmus {
namespace {

constexpr double kPngScale = 2;

}  // namespace

void require_plot_suffix(const std::filesystem::path& file) {
  const std::string suffix = file.extension();
  const bool known = suffix == ".svg" || suffix == ".png" || suffix == ".html" || suffix == ".obj";
  require(known, "-o " + file.string() + ": " +
                     (suffix.empty() ? "the file has no suffix" : "the suffix '" + suffix + "' is unknown") +
                     "; it says what is written: .svg, .png, .html, or .obj for sets in 3 variables");
}

void require_plottable(const std::filesystem::path& file, std::size_t dimension) {
  require(file.extension() != ".obj" || dimension == 3,
          "-o " + file.string() + ": OBJ files hold surfaces in space, the set has " + std::to_string(dimension) +
              (dimension == 1 ? " variable" : " variables") + "; .svg, .png and .html are possible");
}

void require_canvas_suffix(const std::filesystem::path& file, const std::string& option) {
  const std::string suffix = file.extension();
  require(file.empty() || suffix == ".svg" || suffix == ".png",
          option + " " + file.string() + ": the suffix says what is written: .svg or .png");
}

std::string canvas_file_contents(const std::filesystem::path& file, const Canvas& canvas) {
  return file.extension() == ".png" ? png_bytes(canvas, kPngScale) : svg_text(canvas);
}

std::string plot_file_contents(const std::filesystem::path& file, const Picture& picture) {
  const std::string suffix = file.extension();
  if (suffix == ".html") return html_page(picture);
  if (suffix == ".obj") return obj_text(picture);
  return canvas_file_contents(file, figure(picture));
}

}  // namespace isthmus
