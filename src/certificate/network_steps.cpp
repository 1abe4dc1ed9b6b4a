#include "certificate/network_steps.hpp"

namespace isthmus {
namespace {

/// "1" for a factor that is not there.
std::string text_of(const std::optional<MatrixExpression>& factor) { return factor ? factor->to_string() : "1"; }

struct StepWriter {
  Json operator()(const ZeroStep& step) const { return Json::array({"zero", step.symbol.name}); }

  Json operator()(const LeastSquaresStep& step) const {
    return Json::array({"least-squares", step.network.to_string(), text_of(step.data)});
  }

  Json operator()(const EquationStep& step) const {
    return Json::array({"equation", text_of(step.left), text_of(step.right), step.after.network.to_string(),
                        step.after.target.to_string()});
  }

  Json operator()(const CancelStep& step) const {
    return Json::array({"cancel", text_of(step.left), text_of(step.right), step.after.network.to_string(),
                        step.after.target.to_string()});
  }

  Json operator()(const AbsorbStep& step) const {
    return Json::array({"absorb", step.weight.name, step.at_front ? "front" : "back", step.data.to_string(),
                        text_of(step.rest), step.replacement.name});
  }

  Json operator()(const RankStep& step) const {
    Json node = Json::array({"rank", step.left.name, step.right.name, text_of(step.middle), text_of(step.before),
                             step.known.to_string(), text_of(step.after)});
    for (const auto& each : {step.new_left, step.new_right})
      if (each) node.push_back(each->name);
    return node;
  }

  Json operator()(const ChangeStep& step) const {
    return Json::array({"change", step.weight.name, step.replacement.name, step.value.to_string()});
  }

  Json operator()(const SolveStep& step) const {
    return Json::array({"solve", step.weight.name, text_of(step.left), text_of(step.right)});
  }

  Json operator()(const SplitStep& step) const {
    Json pieces = Json::array();
    for (const MatrixExpression& piece : step.pieces) pieces.push_back(piece.to_string());
    return Json::array({"split", step.index, std::move(pieces)});
  }

  Json operator()(const FreeStep& step) const {
    return Json::array({"free", step.index, step.weight.name, step.at_front ? "front" : "back", step.rest.to_string(),
                        step.replacement.name});
  }

  Json operator()(const ScaleStep& step) const {
    return Json::array({"scale", step.index, step.scalar.to_string(), step.rest.to_string()});
  }
};

Json rows_of(const Matrix& matrix) {
  Json rows = Json::array();
  for (std::size_t i = 0; i < matrix.rows(); ++i) {
    Json row = Json::array();
    for (std::size_t j = 0; j < matrix.columns(); ++j) row.push_back(matrix.at(i, j).to_string());
    rows.push_back(std::move(row));
  }
  return rows;
}

}  // namespace

Json step_node(const NetworkStep& step) { return std::visit(StepWriter{}, step); }

Json model_node(const Assignment& values, const Setting& setting) {
  Json node = Json::object();
  for (const MatrixSymbol& symbol : setting.symbols) {
    const auto value = values.find(symbol.name);
    if (value != values.end()) node[symbol.name] = rows_of(value->second);
  }
  return node;
}

Json names_node(const std::vector<MatrixSymbol>& symbols) {
  Json names = Json::array();
  for (const MatrixSymbol& symbol : symbols) names.push_back(symbol.name);
  return names;
}

Json eliminations_node(const std::vector<Eliminated>& eliminated) {
  Json node = Json::array();
  for (const Eliminated& each : eliminated) node.push_back(Json::array({each.symbol.name, each.value.to_string()}));
  return node;
}

}  // namespace isthmus
