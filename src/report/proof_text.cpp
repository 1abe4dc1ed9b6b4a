#include "report/proof_text.hpp"

#include <fmt/format.h>

#include <sstream>

namespace isthmus {

std::string indented(const std::string& text, const std::string& indent) {
  std::istringstream stream(text);
  std::string result;
  for (std::string line; std::getline(stream, line);) result += (line.empty() ? "" : indent + line) + "\n";
  return result;
}

std::string steps_text(const ProofRecord& proof) {
  if (proof.steps.empty()) return "";
  std::string text = "steps\n";
  for (std::size_t i = 0; i < proof.steps.size(); ++i) {
    text += fmt::format("  {}. {}\n", i + 1, proof.steps[i].rule);
    for (const std::string& line : proof.steps[i].lines) text += indented(line, "     ");
  }
  return text;
}

std::string witness_text(const ProofRecord& proof) {
  if (proof.witness.empty()) return "";
  std::string text = "witness\n";
  for (const std::string& line : proof.witness) text += indented(line, "  ");
  return text;
}

std::string theorems_text(const ProofRecord& proof) {
  if (proof.theorems.empty()) return "";
  std::string text = "rests on\n";
  for (const std::string& theorem : proof.theorems) text += "  " + theorem + "\n";
  return text;
}

}  // namespace isthmus
