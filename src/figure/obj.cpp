#include <fmt/format.h>

#include <map>

#include "exact/error.hpp"
#include "figure/figure.hpp"
#include "figure/page.hpp"
#include "figure/palette.hpp"

namespace isthmus {
namespace {

/// Line by line: what belongs to one owner.
using Groups = std::map<Owner, std::string>;

class ObjWriter {
 public:
  ObjWriter(const Picture& picture, const SpaceDrawing& drawing) : picture_(picture), drawing_(drawing) {
    for (const SpaceFace& face : drawing.faces) {
      // A wall between two components is a side of each.
      add_face(face, face.front, false);
      if (face.back != face.front) add_face(face, face.back, true);
    }
    for (const SpaceSegment& segment : drawing.segments)
      groups_[segment.owner] +=
          fmt::format("l {} {}\n", vertex(segment.ends[0], segment.owner), vertex(segment.ends[1], segment.owner));
    for (const auto& [point, owner] : drawing.dots) groups_[owner] += fmt::format("p {}\n", vertex(point, owner));
  }

  std::string text() const {
    std::string text = fmt::format("# isthmus: {}\n# {}\n", one_line(picture_.set), one_line(result_text(picture_)));
    for (const std::string& note : picture_.notes) text += fmt::format("# {}\n", one_line(note));
    text += vertices_;
    for (const auto& [owner, elements] : groups_)
      text += fmt::format("g {}\n{}", owner ? fmt::format("component_{}", *owner + 1) : "unknown", elements);
    return text;
  }

 private:
  static std::string one_line(std::string text) {
    for (char& c : text)
      if (c == '\n' || c == '\r') c = ' ';
    return text;
  }

  void add_face(const SpaceFace& face, const Owner& owner, bool turned) {
    std::string line = "f";
    for (std::size_t i = 0; i < face.corners.size(); ++i)
      line += fmt::format(" {}", vertex(face.corners[turned ? face.corners.size() - 1 - i : i], owner));
    groups_[owner] += line + "\n";
  }

  /// The number of a vertex in the colour of its owner.
  std::size_t vertex(std::size_t index, const Owner& owner) {
    const auto [known, added] = numbers_.emplace(std::pair(index, owner), numbers_.size() + 1);
    if (added) {
      const SpacePoint& p = drawing_.vertices[index];
      const Colour colour = colour_of(owner, picture_.components ? kFaint : component_colour(0));
      const auto place = [&](std::size_t v, double unit) { return to_double(picture_.box[v].at(unit)); };
      vertices_ += fmt::format("v {:.7g} {:.7g} {:.7g} {:.3f} {:.3f} {:.3f}\n", place(0, p.x), place(1, p.y),
                               place(2, p.z), colour.red / 255.0, colour.green / 255.0, colour.blue / 255.0);
    }
    return known->second;
  }

  const Picture& picture_;
  const SpaceDrawing& drawing_;
  std::map<std::pair<std::size_t, Owner>, std::size_t> numbers_;
  std::string vertices_;
  Groups groups_;
};

}  // namespace

std::string obj_text(const Picture& picture) {
  const auto* space = std::get_if<SpaceDrawing>(&picture.drawing);
  require(space != nullptr, "OBJ files hold surfaces in space");
  return ObjWriter(picture, *space).text();
}

}  // namespace isthmus
