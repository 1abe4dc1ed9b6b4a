#pragma once

#include <string>

#include "figure/canvas.hpp"
#include "plot/picture.hpp"

namespace isthmus {

inline constexpr double kPageWidth = 640;
inline constexpr double kPageMargin = 20;

/// An empty canvas under the heading: the set, and how many components it has.
struct Page {
  Canvas canvas;
  double bottom = 0;  ///< of what is drawn so far
};
Page page_with_heading(const std::string& title, const std::string& result);

/// "3 components, proved", "the set is empty, proved", "undecided: ..".
std::string result_text(const Picture& picture);

/// Adds a line for each component, its colour and a point of it, and the notes; ends the page.
void add_legend(Page& page, const Picture& picture);

/// Adds lines of small text.
void add_notes(Page& page, const std::vector<std::string>& notes);

/// The text on lines of at most `width` characters, broken behind spaces and operators if possible; at most `most`
/// lines.
std::vector<std::string> wrapped(const std::string& text, std::size_t width, std::size_t most);

}  // namespace isthmus
