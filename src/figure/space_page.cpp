#include "figure/space_page.hpp"

#include <fmt/format.h>

#include "figure/axis.hpp"
#include "figure/page.hpp"
#include "figure/palette.hpp"
#include "report/markup.hpp"

namespace isthmus {
namespace {

constexpr const char* kStyle = R"(
body { margin: 1em; background: #fff; color: #222; font: 14px sans-serif }
canvas { width: min(90vw, 75vh); height: min(90vw, 75vh); touch-action: none; cursor: grab }
h1 { font-size: 16px; margin: 0 0 .3em } p, ul { margin: .3em 0; padding: 0; list-style: none }
i { display: inline-block; width: .8em; height: .8em; border-radius: .4em; margin-right: .5em }
.small { color: #777; font-size: 12px }
)";

/// Draws with the painter's algorithm: what is farther away first.
constexpr const char* kTurner = R"js(
const canvas = document.querySelector("canvas"), pen = canvas.getContext("2d");
let turn = 0.6, raise = 0.42, zoom = 1, held = null;
const mix = (c, light) => `rgb(${c.map(v => Math.round(v * light)).join()})`;
function draw() {
  const size = canvas.clientWidth, ratio = window.devicePixelRatio || 1;
  canvas.width = canvas.height = size * ratio;
  pen.setTransform(ratio, 0, 0, ratio, 0, 0);
  pen.lineJoin = pen.lineCap = "round";
  const c = Math.cos(turn), s = Math.sin(turn), C = Math.cos(raise), S = Math.sin(raise), scale = size * 0.52 * zoom;
  const right = [c, s, 0], up = [-S * s, S * c, C], near = [C * s, -C * c, S];
  const dot = (a, b) => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
  const at = p => {
    const q = p.map(v => v - 0.5);
    return [size / 2 + scale * dot(right, q), size / 2 - scale * dot(up, q), dot(near, q)];
  };
  const light = [0, 1, 2].map(i => -0.35 * right[i] + 0.5 * up[i] + 0.8 * near[i]);
  const places = vertices.map(at), items = [];
  const line = (a, b, colour, width) => {
    pen.beginPath(); pen.moveTo(a[0], a[1]); pen.lineTo(b[0], b[1]);
    pen.strokeStyle = colour; pen.lineWidth = width; pen.stroke();
  };
  for (const [corners, normal, front, back, belongs] of faces) {
    const bright = 0.62 + 0.38 * Math.min(1, Math.abs(dot(light, normal)));
    const colour = mix(colours[dot(near, normal) > 0 ? front : back], bright);
    const depth = corners.reduce((sum, i) => sum + places[i][2], 0) / corners.length;
    items.push([depth, () => {
      pen.beginPath();
      for (const i of corners) pen.lineTo(places[i][0], places[i][1]);
      pen.closePath();
      pen.globalAlpha = belongs ? 1 : 0.4;
      pen.fillStyle = colour; pen.fill();
      if (belongs) { pen.strokeStyle = colour; pen.lineWidth = 0.6; pen.stroke(); }
      pen.globalAlpha = 1;
    }]);
  }
  for (const [a, b, owner] of segments)
    items.push([(places[a][2] + places[b][2]) / 2, () => line(places[a], places[b], mix(colours[owner], 1), 2.6)]);
  for (const [point, owner, text] of dots) {
    const p = at(point);
    items.push([p[2] + 0.01, () => {
      pen.beginPath(); pen.arc(p[0], p[1], 4, 0, 7);
      pen.fillStyle = mix(colours[owner], 1); pen.fill();
      pen.strokeStyle = "#fff"; pen.lineWidth = 1; pen.stroke();
      pen.font = "bold 13px sans-serif"; pen.textAlign = "left"; pen.lineWidth = 3;
      pen.strokeText(text, p[0] + 6, p[1] - 6); pen.fillStyle = "#222"; pen.fillText(text, p[0] + 6, p[1] - 6);
    }]);
  }
  const edges = [];
  for (let axis = 0; axis < 3; axis++)
    for (const u of [0, 1]) for (const v of [0, 1]) {
      const a = [0, 0, 0], b = [0, 0, 0];
      b[axis] = 1; a[(axis + 1) % 3] = b[(axis + 1) % 3] = u; a[(axis + 2) % 3] = b[(axis + 2) % 3] = v;
      edges.push([at(a), at(b), axis]);
    }
  const nearest = Math.max(...edges.flatMap(e => [e[0][2], e[1][2]]));
  const front = e => e[0][2] > nearest - 1e-9 || e[1][2] > nearest - 1e-9;
  for (const e of edges) if (!front(e)) line(e[0], e[1], "#bbb", 1);
  items.sort((a, b) => a[0] - b[0]).forEach(item => item[1]());
  pen.setLineDash([4, 3]);
  for (const e of edges) if (front(e)) line(e[0], e[1], "#bbb", 1);
  pen.setLineDash([]);
  for (let axis = 0; axis < 3; axis++) {
    const own = edges.filter(e => e[2] === axis);
    const outer = axis === 2 ? e => -e[0][0] : e => e[0][1] + e[1][1];
    const [a, b] = own.reduce((e, f) => (outer(e) >= outer(f) ? e : f));
    pen.fillStyle = "#555"; pen.font = "11px sans-serif"; pen.textAlign = "center";
    const write = (text, t, aside, below) => {
      const x = a[0] + t * (b[0] - a[0]), y = a[1] + t * (b[1] - a[1]);
      pen.fillText(text, axis === 2 ? x - aside : x, axis === 2 ? y + 4 : y + below);
    };
    for (const [t, label] of ticks[axis]) write(label, t, 16, 14);
    pen.fillStyle = "#222"; pen.font = "bold 14px sans-serif";
    write(names[axis], 0.5, 36, 32);
  }
}
canvas.addEventListener("pointerdown", e => {
  held = [e.clientX, e.clientY];
  canvas.setPointerCapture(e.pointerId);
});
canvas.addEventListener("pointermove", e => {
  if (!held) return;
  turn -= (e.clientX - held[0]) * 0.01;
  raise = Math.max(-1.57, Math.min(1.57, raise + (e.clientY - held[1]) * 0.01));
  held = [e.clientX, e.clientY];
  requestAnimationFrame(draw);
});
canvas.addEventListener("pointerup", () => { held = null; });
canvas.addEventListener("wheel", e => {
  e.preventDefault();
  zoom *= Math.exp(-e.deltaY * 0.001);
  draw();
}, { passive: false });
canvas.addEventListener("dblclick", () => { turn = 0.6; raise = 0.42; zoom = 1; draw(); });
window.addEventListener("resize", draw);
draw();
)js";

std::string numbers(const SpacePoint& p) { return fmt::format("[{:.4g},{:.4g},{:.4g}]", p.x, p.y, p.z); }

std::string css(const Colour& c) { return fmt::format("#{:02x}{:02x}{:02x}", c.red, c.green, c.blue); }

/// Text that may stand between quotation marks in a script of a page.
std::string quoted(const std::string& text) {
  std::string result = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\' || c == '<' || static_cast<unsigned char>(c) < 0x20) {
      result += fmt::format("\\u{:04x}", static_cast<unsigned char>(c));
    } else {
      result += c;
    }
  }
  return result + "\"";
}

/// What is drawn, as constants of a script. Colour number 0 is that of pieces without owner.
std::string constants(const Picture& picture, const SpaceDrawing& drawing) {
  const auto number = [](const Owner& owner) { return owner ? *owner + 1 : 0; };
  std::string colours;
  for (std::size_t i = 0; i <= picture.components.value_or(0); ++i) {
    const Colour c = i > 0 ? component_colour(i - 1) : picture.components ? kFaint : component_colour(0);
    colours += fmt::format("[{},{},{}],", c.red, c.green, c.blue);
  }
  std::string vertices;
  for (const SpacePoint& p : drawing.vertices) vertices += numbers(p) + ",";
  std::string faces;
  for (const SpaceFace& face : drawing.faces) {
    std::string corners;
    for (std::size_t corner : face.corners) corners += fmt::format("{},", corner);
    faces += fmt::format("[[{}],{},{},{},{}],", corners, numbers(face.normal), number(face.front), number(face.back),
                         face.belongs ? 1 : 0);
  }
  std::string segments;
  for (const SpaceSegment& s : drawing.segments)
    segments += fmt::format("[{},{},{}],", s.ends[0], s.ends[1], number(s.owner));
  std::string dots;
  for (const auto& [vertex, owner] : drawing.dots)
    dots += fmt::format("[{},{},\"\"],", numbers(drawing.vertices[vertex]), number(owner));
  for (const DrawnSample& sample : picture.samples) {
    bool inside = sample.place.size() == 3;
    for (double value : sample.place) inside = inside && value >= 0 && value <= 1;
    if (!inside) continue;
    const std::string text = picture.samples.size() > 1 ? std::to_string(sample.component + 1) : "";
    dots += fmt::format("[{},{},{}],", numbers({sample.place[0], sample.place[1], sample.place[2]}),
                        sample.component + 1, quoted(text));
  }
  std::string marks;
  std::string names;
  for (std::size_t v = 0; v < 3; ++v) {
    marks += "[";
    for (const Tick& tick : ticks(picture.box[v], 5))
      marks += fmt::format("[{:.4g},{}],", tick.place, quoted(tick.label));
    marks += "],";
    names += quoted(picture.variables[v]) + ",";
  }
  return fmt::format(
      "const colours = [{}];\nconst vertices = [{}];\nconst faces = [{}];\nconst segments = [{}];\n"
      "const dots = [{}];\nconst ticks = [{}];\nconst names = [{}];\n",
      colours, vertices, faces, segments, dots, marks, names);
}

}  // namespace

std::string space_page(const Picture& picture, const SpaceDrawing& drawing) {
  std::string legend;
  for (const DrawnSample& sample : picture.samples)
    legend += fmt::format("<li><i style=\"background: {}\"></i>{}: {}</li>\n", css(component_colour(sample.component)),
                          sample.component + 1, escaped(sample.text));
  std::string notes;
  for (const std::string& note : picture.notes) notes += fmt::format("<p class=\"small\">{}</p>\n", escaped(note));
  return fmt::format(
      "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<title>{0}</title>\n<style>{1}</style>\n"
      "</head>\n<body>\n<h1>{0}</h1>\n<p>{2}</p>\n<canvas></canvas>\n<ul>\n{3}</ul>\n"
      "<p class=\"small\">Drag: turn. Wheel: magnify. Double click: as at first.</p>\n{4}<script>\n{5}{6}</script>\n"
      "</body>\n</html>\n",
      escaped(picture.set), kStyle, escaped(result_text(picture)), legend, notes, constants(picture, drawing), kTurner);
}

}  // namespace isthmus
