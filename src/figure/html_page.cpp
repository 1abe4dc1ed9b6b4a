#include <fmt/format.h>

#include "figure/figure.hpp"
#include "figure/space_page.hpp"
#include "report/markup.hpp"

namespace isthmus {
namespace {

/// The wheel magnifies around the pointer, dragging moves, a double click shows everything again.
constexpr const char* kZoom = R"js(
const svg = document.querySelector("svg"), whole = svg.viewBox.baseVal, size = [whole.width, whole.height];
let box = [0, 0, ...size], held = null;
const show = () => svg.setAttribute("viewBox", box.join(" "));
const place = e => {
  const r = svg.getBoundingClientRect();
  return [(e.clientX - r.left) / r.width, (e.clientY - r.top) / r.height];
};
svg.addEventListener("wheel", e => {
  e.preventDefault();
  const [u, v] = place(e), scale = Math.exp(e.deltaY * 0.001);
  const width = Math.min(size[0], box[2] * scale), height = width * size[1] / size[0];
  box = [box[0] + u * (box[2] - width), box[1] + v * (box[3] - height), width, height];
  show();
}, { passive: false });
svg.addEventListener("pointerdown", e => { held = place(e); svg.setPointerCapture(e.pointerId); });
svg.addEventListener("pointermove", e => {
  if (!held) return;
  const [u, v] = place(e);
  box[0] -= (u - held[0]) * box[2];
  box[1] -= (v - held[1]) * box[3];
  held = [u, v];
  show();
});
svg.addEventListener("pointerup", () => { held = null; });
svg.addEventListener("dblclick", () => { box = [0, 0, ...size]; show(); });
)js";

}  // namespace

std::string html_page(const Picture& picture) {
  if (const auto* space = std::get_if<SpaceDrawing>(&picture.drawing)) return space_page(picture, *space);
  return fmt::format(
      "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<title>{}</title>\n"
      "<style>body {{ margin: 1em; background: #fff; font: 13px sans-serif; color: #222 }} "
      "svg {{ width: min(96vw, 90vh); height: auto; touch-action: none; cursor: grab }}</style>\n</head>\n<body>\n{}"
      "<p>Wheel: magnify. Drag: move. Double click: show everything.</p>\n<script>{}</script>\n</body>\n</html>\n",
      escaped(picture.set), svg_text(figure(picture)), kZoom);
}

}  // namespace isthmus
