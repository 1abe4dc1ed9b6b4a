#include "claim/matrix_names.hpp"

namespace isthmus {

void MatrixNames::add(const std::string& name, const MatrixSymbol& symbol) { plain_.emplace(name, symbol); }

void MatrixNames::add(const std::string& family, long index, const MatrixSymbol& symbol) {
  families_[family].emplace(index, symbol);
}

const MatrixSymbol* MatrixNames::find(std::string_view name) const {
  const auto found = plain_.find(name);
  return found == plain_.end() ? nullptr : &found->second;
}

const MatrixSymbol* MatrixNames::find(std::string_view family, long index) const {
  const auto members = families_.find(family);
  if (members == families_.end()) return nullptr;
  const auto found = members->second.find(index);
  return found == members->second.end() ? nullptr : &found->second;
}

std::string MatrixNames::to_string() const {
  std::string text;
  for (const auto& [name, symbol] : plain_) text += (text.empty() ? "" : ", ") + name;
  for (const auto& [name, members] : families_) {
    if (members.empty()) continue;
    text += (text.empty() ? "" : ", ") + name + "[" + std::to_string(members.begin()->first) + ".." +
            std::to_string(members.rbegin()->first) + "]";
  }
  return text;
}

bool is_reserved_name(std::string_view name) {
  for (const std::string_view reserved :
       {"T", "I", "inv", "det", "rank", "zero", "prod_up", "prod_down", "length", "trace", "pinv", "leaky"}) {
    if (name == reserved) return true;
  }
  return false;
}

}  // namespace isthmus
