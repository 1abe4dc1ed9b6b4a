#include "report/permute_report.hpp"

#include <fmt/format.h>

#include "report/json_values.hpp"
#include "variety/evaluation.hpp"

namespace isthmus {
namespace {

std::string signs_text(const std::vector<int>& signs) {
  std::string text;
  for (const int sign : signs) text += (text.empty() ? "" : " ") + std::string(sign > 0 ? "+" : "-");
  return text;
}

Json rows_of(const Matrix& matrix) {
  Json rows = Json::array();
  for (std::size_t i = 0; i < matrix.rows(); ++i) {
    Json row = Json::array();
    for (std::size_t j = 0; j < matrix.columns(); ++j) row.push_back(matrix.at(i, j).to_string());
    rows.push_back(row);
  }
  return rows;
}

Json leg_of(const GeneralLinearPath::Leg& leg) {
  Json json;
  if (const auto* turn = std::get_if<PlaneTurn>(&leg.factor)) {
    json["turn"] = {turn->first + 1, turn->second + 1};
    json["reversed"] = turn->reversed;
  } else {
    const auto& stretch = std::get<TriangularStretch>(leg.factor);
    json["permutation"] = rows_of(stretch.permutation);
    json["lower"] = rows_of(stretch.lower);
    json["diagonal"] = rows_of(stretch.diagonal);
    json["upper"] = rows_of(stretch.upper);
  }
  json["start"] = rows_of(leg.start);
  return json;
}

}  // namespace

PermuteAnswer permute_answer(const ProductMinimum& minimum, const ProductMinimum::Weights& from,
                             const ProductMinimum::Weights& to) {
  minimum.require_point(from, "from");
  minimum.require_point(to, "to");
  PermuteAnswer answer{
      minimum.signs(from), minimum.signs(to), minimum.connected(from, to), minimum.joining(from, to), {}, {}};
  if (!answer.permutations) return answer;
  answer.permuted = minimum.permuted(from, *answer.permutations);
  answer.paths = minimum.path(answer.permuted, to);
  return answer;
}

std::string permute_report(const PermuteAnswer& answer) {
  std::string text = fmt::format("signs of the determinants of the weights: {} at from, {} at to\n",
                                 signs_text(answer.from_signs), signs_text(answer.to_signs));
  text += answer.connected ? "from and to lie in one component\n" : "from and to lie in two components\n";
  if (!answer.permutations)
    return text + "no permutation joins them: the weights are 1 x 1, so there is none but the identity\n";
  for (std::size_t i = 0; i < answer.permutations->size(); ++i) {
    text += fmt::format("P_{} = {}\n", i + 1, (*answer.permutations)[i].to_string());
  }
  for (std::size_t i = 0; i < answer.permuted.size(); ++i) {
    text += fmt::format("permuted W_{} = {}\n", i + 1, to_string(answer.permuted[i]));
  }
  for (std::size_t i = 0; i < answer.paths.size(); ++i) {
    text += fmt::format("path of W_{}\n", i + 1);
    for (const auto& leg : answer.paths[i].legs())
      text += fmt::format("  {}, times {}\n", leg.to_string(), to_string(leg.start));
  }
  return text + fmt::format("W_{} follows from the equation\n", answer.permuted.size());
}

std::string permute_json(const PermuteAnswer& answer) {
  Json json;
  json["schema"] = "isthmus.permute/1";
  json["status"] = "exact";
  json["from_signs"] = answer.from_signs;
  json["to_signs"] = answer.to_signs;
  json["connected"] = answer.connected;
  json["joined"] = answer.permutations.has_value();
  if (!answer.permutations) return json_text(json);
  json["permutations"] = Json::array();
  for (const Permutation& each : *answer.permutations) {
    Json images = Json::array();
    for (std::size_t i = 0; i < each.size(); ++i) images.push_back(each(i) + 1);
    json["permutations"].push_back(images);
  }
  json["permuted"] = Json::array();
  for (const Matrix& each : answer.permuted) json["permuted"].push_back(rows_of(each));
  json["paths"] = Json::array();
  for (const GeneralLinearPath& path : answer.paths) {
    Json legs = Json::array();
    for (const auto& leg : path.legs()) legs.push_back(leg_of(leg));
    json["paths"].push_back(legs);
  }
  return json_text(json);
}

}  // namespace isthmus
