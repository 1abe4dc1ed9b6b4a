#include "figure/graph_figure.hpp"

#include "figure/flat_axes.hpp"
#include "figure/palette.hpp"

namespace isthmus {

Canvas graph_figure(const FunctionGraph& graph, const std::string& title, const std::string& result,
                    const std::vector<std::string>& notes) {
  constexpr double height = 340;
  Page page = page_with_heading(title, result);
  page.bottom += 8;
  const FlatAxes axes(page, graph.box, height);
  axes.add_grid(page);
  axes.add_frame(page, graph.names);
  page.canvas.items.push_back(PathItem{{axes.at(graph.points)}, false, {std::nullopt, component_colour(0), 2}});
  for (const FlatPoint& mark : graph.marks)
    page.canvas.items.push_back(DiscItem{axes.at(mark), 4, {component_colour(4), Colour{0xff, 0xff, 0xff}, 1}});
  add_notes(page, notes);
  return std::move(page.canvas);
}

}  // namespace isthmus
