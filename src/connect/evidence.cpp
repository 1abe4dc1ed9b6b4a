#include "connect/evidence.hpp"

#include <algorithm>

#include "connect/log_lines.hpp"
#include "connect/open_path.hpp"

namespace isthmus {

namespace {

OpenEvidence::Cell cell_of(const OpenComponents& open, std::size_t leaf) {
  const std::int32_t cell = open.tree().leaves()[leaf];
  return {open.tree().name(cell), open.tree().sample(cell, open.projection().levels()), open.component_of_leaf(leaf)};
}

std::string text(const Point& point) {
  std::string result;
  for (const Rational& x : point) result += (result.empty() ? "" : ", ") + x.to_string();
  return "(" + result + ")";
}

std::string text(const std::vector<std::size_t>& name) {
  std::string result;
  for (std::size_t position : name) result += (result.empty() ? "" : ".") + std::to_string(position);
  return result.empty() ? "whole space" : result;
}

std::vector<OpenEvidence::Witness> separators_of(const OpenComponents& open) {
  std::vector<OpenEvidence::Witness> witnesses;
  for (std::size_t s = 0; s < open.separators().size(); ++s) {
    OpenEvidence::Witness witness{open.condition().factors()[open.separators()[s]], {}};
    for (std::size_t c = 0; c < open.count(); ++c) witness.signs.push_back(open.separator_signs(c)[s]);
    witnesses.push_back(std::move(witness));
  }
  return witnesses;
}

std::string text(const OpenEvidence::Witness& witness) {
  std::string signs;
  for (int sign : witness.signs) signs += sign > 0 ? " +" : " -";
  return witness.polynomial.to_string() + ", signs on the components:" + signs;
}

/// In a tree of regions the way from the samples to a wall crosses many walls below: the log is content with the place.
std::string way_of(const OpenComponents& open, const Join& join) {
  if (join.merge)
    return "root " + std::to_string(join.merge->wall_root + 1) + " over " +
           text(open.tree().sample(join.merge->wall_cell, open.tree().cell(join.merge->wall_cell).level));
  const bool place_only = join.crossing && open.tree().has_regions();
  const std::vector<Point> points =
      place_only ? std::vector<Point>{join.crossing->left, join.crossing->right} : path_of_join(open, join);
  std::string path;
  for (const Point& p : points) path += (path.empty() ? "" : " - ") + text(p);
  return path;
}

void add_joins(const OpenComponents& open, std::size_t limit, std::vector<std::string>& lines) {
  for (std::size_t j = 0; j < std::min(limit, open.joins().size()); ++j) {
    const Join& join = open.joins()[j];
    const std::string cells = "cell " + std::to_string(join.first + 1) + " to cell " + std::to_string(join.second + 1);
    const bool through_wall = join.path.empty();
    add_line(lines, 2, cells + (through_wall ? ", through a wall" : "") + ": " + way_of(open, join));
  }
  if (open.joins().size() > limit) add_line(lines, 2, "and " + std::to_string(open.joins().size() - limit) + " more");
}

void add_regions(const OpenComponents& open, std::vector<std::string>& lines) {
  std::vector<std::size_t> cells(open.projection().levels());
  std::vector<std::size_t> regions(open.projection().levels());
  for (std::size_t i = 0; i < open.tree().cells().size(); ++i) {
    const CellTree::Cell& cell = open.tree().cells()[i];
    if (cell.level == 0 || cell.level == open.projection().levels()) continue;
    ++cells[cell.level];
    if (cell.region == static_cast<std::int32_t>(i)) ++regions[cell.level];
  }
  add_line(lines, 0, "regions, over one cell of which the next coordinate is decomposed:");
  for (std::size_t k = 1; k < open.projection().levels(); ++k)
    add_line(lines, 2,
             open.projection().ring().name(k - 1) + ": " + std::to_string(regions[k]) + " of " +
                 std::to_string(cells[k]) + " cells");
}

}  // namespace

OpenEvidence evidence_of(const OpenComponents& open) {
  OpenEvidence evidence;
  evidence.variables = open.projection().ring().names();
  evidence.projection = open.projection().describe();
  for (std::size_t leaf = 0; leaf < open.tree().leaves().size(); ++leaf) evidence.cells.push_back(cell_of(open, leaf));
  for (const Join& join : open.joins()) evidence.joins.push_back({join.first, join.second, path_of_join(open, join)});
  evidence.separation = open.separation();
  evidence.separators = separators_of(open);
  return evidence;
}

std::vector<std::string> evidence_lines(const OpenComponents& open, std::size_t limit) {
  std::vector<std::string> lines{"projection:"};
  for (const std::string& factor : open.projection().describe()) add_line(lines, 2, factor);
  const std::size_t cells = open.tree().leaves().size();
  if (open.tree().has_regions()) add_regions(open, lines);
  add_line(lines, 0, "open cells of the set, by the numbers of roots below, with a point of each:");
  for (std::size_t leaf = 0; leaf < std::min(limit, cells); ++leaf) {
    const OpenEvidence::Cell cell = cell_of(open, leaf);
    add_line(lines, 2,
             "cell " + std::to_string(leaf + 1) + " [" + text(cell.name) + "] " + text(cell.sample) + ", component " +
                 std::to_string(cell.component + 1));
  }
  if (cells > limit) add_line(lines, 2, "and " + std::to_string(cells - limit) + " more");
  if (!open.joins().empty()) {
    add_line(lines, 0,
             open.tree().has_regions()
                 ? "joins, at walls between points beside them (a cell lies over a whole region of lower dimension):"
                 : "joins, piecewise linear inside the set (no polynomial of the set changes its truth along a segment):");
    add_joins(open, limit, lines);
  }
  if (open.separation() == Separation::trivial) return lines;
  add_line(lines, 0,
           open.separation() == Separation::signs
               ? "separators: these polynomials vanish nowhere on the set"
               : "separated: every wall of the decomposition that lies in the set was crossed; "
                 "polynomials without zero on the set:");
  for (const OpenEvidence::Witness& witness : separators_of(open)) add_line(lines, 2, text(witness));
  return lines;
}

}  // namespace isthmus
