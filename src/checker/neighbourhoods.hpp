#pragma once

#include <memory>
#include <string>
#include <vector>

#include "checker/session.hpp"

namespace isthmus::check {

/// A locally closed part of a set and its thin open neighbourhoods (the rules `thicken` and `thicken-pieces`, section
/// 5). Each conjunct has strict atoms only, or none.
class Piece {
 public:
  /// Of the set's formula; infinitesimals and the ball are read from the node, the names of earlier ones are taken.
  /// A piece without infinitesimals must be open: it is its own neighbourhood.
  Piece(const Set& set, const Json& node, std::vector<std::string>& names, const std::string& rule);

  const std::vector<std::size_t>& infinitesimals() const noexcept { return infinitesimals_; }
  const Formula& formula() const noexcept { return formula_; }
  bool has_strict_conjunct() const;
  /// S_(e,d), in a ring of `variables` names.
  Formula neighbourhood(std::size_t variables) const;

 private:
  void check_conjuncts(const Json& node, const std::string& rule) const;
  Formula grown(const Atom& atom, std::size_t variables) const;
  Formula shrunk(const Atom& atom, std::size_t variables) const;
  Formula euclidean_ball(std::size_t variables) const;
  Formula maximum_ball(std::size_t variables) const;

  std::vector<std::size_t> coordinates_;
  std::vector<std::size_t> infinitesimals_;
  Formula formula_;
  enum class Ball { none, euclidean, maximum } ball_;
};

/// What no point may satisfy if the set of a formula is closed in its union with another: the other one, the closure of
/// the piece as far as its conjuncts tell, not the piece.
Formula leaving(const Formula& piece, const Formula& other);

/// The same polynomial in a ring with more variables behind its own.
Polynomial in_larger_ring(const Polynomial& p, std::size_t variables);
Formula in_larger_ring(const Formula& formula, std::size_t variables);

}  // namespace isthmus::check
