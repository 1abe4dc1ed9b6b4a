#pragma once

#include <string>
#include <vector>

#include "figure/canvas.hpp"
#include "plot/barrier_graph.hpp"

namespace isthmus {

/// The figure of a graph under a heading, with its axes and small notes below.
Canvas graph_figure(const FunctionGraph& graph, const std::string& title, const std::string& result,
                    const std::vector<std::string>& notes);

}  // namespace isthmus
