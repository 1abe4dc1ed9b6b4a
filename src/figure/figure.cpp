#include "figure/figure.hpp"

#include "figure/flat_figure.hpp"
#include "figure/space_figure.hpp"

namespace isthmus {

Canvas figure(const Picture& picture) {
  if (const auto* flat = std::get_if<FlatDrawing>(&picture.drawing)) return flat_figure(picture, *flat);
  return space_figure(picture, std::get<SpaceDrawing>(picture.drawing));
}

}  // namespace isthmus
