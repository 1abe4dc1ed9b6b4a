#include "checker/traces.hpp"

#include <algorithm>

#include "checker/outcome.hpp"

namespace isthmus::check {
namespace {

using Kind = Matrix::Kind;

bool has_trace(const Matrix& e) { return e.is(Kind::trace) || std::any_of(e.parts.begin(), e.parts.end(), has_trace); }

}  // namespace

Coefficient Traces::number(const Rational& value) const {
  const std::size_t variables = words_.scalars().size();
  return {Polynomial(variables, value), Polynomial(variables, 1)};
}

void Traces::add_term(TraceSum& sum, const Coefficient& c, const Word& word) const {
  if (c.numerator.is_zero()) return;
  const auto [found, added] = sum.emplace(word, c);
  if (!added) found->second = found->second + c;
  if (found->second.numerator.is_zero()) sum.erase(found);
}

/// One name for all words with the trace of this one, none of whose rotations cancels.
void Traces::add_first_of_rotations(TraceSum& sum, const Coefficient& c, const Word& word) const {
  Word first = word;
  Coefficient factor = number(1);
  const auto look_at = [&](Word each, const Coefficient& coefficient) {
    for (std::size_t turn = 0; turn < each.size(); ++turn) {
      std::rotate(each.begin(), each.begin() + 1, each.end());
      if (!WordOrder{}(each, first)) continue;
      first = each;
      factor = coefficient;
    }
  };
  look_at(word, number(1));
  const WordSum transposed = words_.transpose(words_.product_of(word));
  if (transposed.terms.size() == 1) {
    const auto& [other, coefficient] = *transposed.terms.begin();
    if (other.size() == word.size()) look_at(other, coefficient);
  }
  add_term(sum, c * factor, first);
}

void Traces::add_trace(TraceSum& sum, const Coefficient& c, const Word& word) const {
  Word turned = word;
  for (std::size_t turn = 0; turn < word.size(); ++turn) {
    const WordSum product = words_.product_of(turned);
    const bool cancels = product.terms.size() != 1 || product.terms.begin()->first != turned;
    if (cancels) {
      for (const auto& [shorter, each] : product.terms) {
        if (!shorter.empty()) {
          add_trace(sum, c * each, shorter);
          continue;
        }
        if (words_.any_size()) throw Declined("the trace of the identity depends on its size");
        add_term(sum, c * each * number(static_cast<long>(turned.front().shape.rows)), {});
      }
      return;
    }
    std::rotate(turned.begin(), turned.begin() + 1, turned.end());
  }
  add_first_of_rotations(sum, c, word);
}

void Traces::add(TraceSum& sum, const Coefficient& c, const Matrix& e) const {
  if (!has_trace(e)) return add_term(sum, c * words_.scalar(e), {});
  if (e.is(Kind::sum)) {
    for (const Matrix& part : e.parts) add(sum, c, part);
    return;
  }
  if (e.is(Kind::trace)) {
    for (const auto& [word, each] : words_.normal_form(e.parts[0]).terms) {
      if (!word.empty()) {
        add_trace(sum, c * each, word);
        continue;
      }
      if (words_.any_size()) throw Declined("the trace of the identity depends on its size");
      add_term(sum, c * each * number(static_cast<long>(e.parts[0].shape.rows)), {});
    }
    return;
  }
  if (!e.is(Kind::product)) throw Declined("no combination of traces: " + to_string(e));
  Coefficient factor = c;
  const Matrix* traced = nullptr;
  for (const Matrix& part : e.parts) {
    if (!has_trace(part)) {
      factor = factor * words_.scalar(part);
    } else if (traced != nullptr) {
      throw Declined("a product of traces: " + to_string(e));
    } else {
      traced = &part;
    }
  }
  add(sum, factor, *traced);
}

TraceSum Traces::of(const Matrix& scalar) const {
  TraceSum sum;
  add(sum, number(1), scalar);
  return sum;
}

}  // namespace isthmus::check
