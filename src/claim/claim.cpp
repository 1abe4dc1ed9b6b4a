#include "claim/claim.hpp"

namespace isthmus {

std::string to_string(Verdict verdict) {
  switch (verdict) {
    case Verdict::proved:
      return "proved";
    case Verdict::refuted:
      return "refuted";
    case Verdict::vacuous:
      return "vacuous";
    case Verdict::undecided:
      return "undecided";
  }
  throw InternalError("a verdict outside its enumeration");
}

std::string to_string(Variant variant) {
  switch (variant) {
    case Variant::as_printed:
      return "as printed";
    case Variant::repaired:
      return "repaired";
    case Variant::beyond:
      return "beyond";
  }
  throw InternalError("a variant outside its enumeration");
}

std::string Count::to_string() const {
  return relation == Relation::equal ? value.to_string() : isthmus::to_string(relation) + " " + value.to_string();
}

std::string Dimension::to_string() const {
  std::string text;
  for (const long value : values) text += (text.empty() ? "" : ", ") + std::to_string(value);
  return name + "=" + (tuple ? "(" + text + ")" : text);
}

std::string Setting::to_string() const {
  std::string text;
  for (const Dimension& dimension : dimensions) text += (text.empty() ? "" : ", ") + dimension.to_string();
  return text;
}

std::optional<std::size_t> Setting::index_of(std::string_view name) const {
  for (std::size_t i = 0; i < symbols.size(); ++i) {
    if (symbols[i].name == name) return i;
  }
  return std::nullopt;
}

}  // namespace isthmus
