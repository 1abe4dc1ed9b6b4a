// Walls that separate: section 6 of proofs/FORMAT.md.

#include <optional>
#include <stdexcept>
#include <utility>
#include <vector>

#include "checker/algebraic_fibre.hpp"
#include "checker/open_set.hpp"

namespace isthmus::check {
namespace {

/// A wall piece on the way up: alpha is a root of a level-k polynomial over the sample of a cell, t = x_k.
struct Piece {
  const AlgebraicNumber& alpha;
  std::size_t wall_level;
  Rational lower;  ///< of the interval of t around alpha
  Rational upper;
  const Cell* left;  ///< the cells beside the piece
  const Cell* right;
};

/// The coefficients, in x, of a polynomial in t and x.
AlgebraicFibre fibre_of(const Polynomial& p, std::size_t t, std::size_t x) {
  AlgebraicFibre fibre(p.degree(x) + 1, std::vector<Integer>(p.degree(t) + 1));
  for (const Polynomial::Term& term : p.terms()) fibre[term.exponents[x]][term.exponents[t]] = term.coefficient;
  return fibre;
}

class Walls {
 public:
  Walls(const Projection& projection, const CellCondition& condition, const std::vector<std::size_t>& numbers,
        const Json& walls)
      : projection_(projection), condition_(condition), numbers_(numbers), walls_(walls), signs_(projection.levels()) {}

  void check(const Cell& root) {
    walk(root, 1, unspecialised(projection_));
    walls_.require(used_ == walls_.size(), "open", "more walls than there are to lift");
  }

 private:
  void walk(const Cell& cell, std::size_t level, const Specialised& polynomials) {
    if (cell.kind != Cell::Kind::split) return;
    for (std::size_t i = 0; i < cell.children.size(); ++i) {
      if (cell.children[i].kind != Cell::Kind::split) continue;
      signs_[level - 1] = cell.signs[i];
      walk(cell.children[i], level + 1, specialised(polynomials, projection_, level, cell.samples[i]));
    }
    for (std::size_t i = 0; i + 1 < cell.children.size(); ++i) {
      const Cell& left = cell.children[i];
      const Cell& right = cell.children[i + 1];
      signs_[level - 1] = cell.signs[i];
      signs_[level - 1][cell.owner[i]] = SignSet::only(0);
      if (is_outside(left, right) || condition_.truth(signs_) == Truth::no || have_one_number(left, right)) continue;
      refuse_crossing(left, right, walls_);
      walls_.require(used_ < walls_.size(), "open", "a wall is not lifted");
      const Univariate g = polynomials[level - 1][cell.owner[i]].univariate(projection_.variable(level));
      const AlgebraicNumber alpha(g, cell.samples[i], cell.samples[i + 1]);
      lift(walls_[used_++], level + 1, polynomials,
           {alpha, level, cell.samples[i], cell.samples[i + 1], &left, &right});
    }
    signs_[level - 1].clear();
  }

  /// One entry [y, l, r, sub] for each gap between the roots of the polynomials of `level` over the piece.
  void lift(const Json& json, std::size_t level, const Specialised& polynomials, const Piece& piece) {
    json.require(level <= projection_.levels(), "open", "a wall is lifted beyond the last level");
    const std::size_t t = projection_.variable(piece.wall_level);
    const std::size_t x = projection_.variable(level);
    check_gaps(json, polynomials[level - 1], t, x, piece.alpha);
    for (const auto& entry : json.elements()) {
      const Rational y = (*entry)[0].rational();
      Piece above = piece;
      above.lower = (*entry)[1].rational();
      above.upper = (*entry)[2].rational();
      check_interval(*entry, piece, above);
      std::vector<SignSet> signs;
      for (const Polynomial& p : polynomials[level - 1]) {
        const Univariate f = p.at(x, y).univariate(t);
        entry->require(!f.is_zero() && RootCounter(f).within(above.lower, above.upper) == 0, "open",
                       "a polynomial has a root beside the wall");
        signs.push_back(SignSet::only(f.sign_at(above.lower)));
      }
      above.left = child_at(*piece.left, polynomials[level - 1], t, above.lower, x, y, *entry);
      above.right = child_at(*piece.right, polynomials[level - 1], t, above.upper, x, y, *entry);
      signs_[level - 1] = std::move(signs);
      check_sub((*entry)[3], level, x, y, polynomials, above);
    }
    signs_[level - 1].clear();
  }

  void check_sub(const Json& sub, std::size_t level, std::size_t x, const Rational& y, const Specialised& polynomials,
                 const Piece& piece) {
    if (is_outside(*piece.left, *piece.right) || condition_.truth(signs_) == Truth::no) {
      return sub.require(sub.is_text("out"), "open", "expected \"out\"");
    }
    if (have_one_number(*piece.left, *piece.right)) {
      return sub.require(sub.is_text("same"), "open", "expected \"same\"");
    }
    refuse_crossing(*piece.left, *piece.right, sub);
    Specialised above(polynomials.size());
    for (std::size_t i = level; i < polynomials.size(); ++i) {
      for (const Polynomial& p : polynomials[i]) above[i].push_back(p.at(x, y).primitive());
    }
    lift(sub, level + 1, above, piece);
  }

  /// The samples hit every gap between the real roots of the product of the polynomials at alpha.
  static void check_gaps(const Json& json, const std::vector<Polynomial>& stack, std::size_t t, std::size_t x,
                         const AlgebraicNumber& alpha) {
    json.require(json.size() > 0, "open", "a wall without samples");
    std::vector<AlgebraicFibre> fibres;
    for (const Polynomial& p : stack) {
      fibres.push_back(fibre_of(p, t, x));
      json.require(!vanishes_identically(alpha, fibres.back()), "open",
                   "a polynomial vanishes identically over the wall");
    }
    const FibreRootCounter roots(alpha, std::move(fibres));
    std::size_t below = 0;
    for (const auto& entry : json.elements()) {
      entry->require(entry->size() == 4, "open", "expected a sample, two ends and what is over it");
      const Rational y = (*entry)[0].rational();
      entry->require(!roots.vanishes_at(y), "open", "the sample is a root over the wall");
      const std::size_t now = roots.below(y);
      const bool next = now == below || (now == below + 1 && entry != json.elements().front());
      entry->require(next, "open", "a gap over the wall is passed over");
      below = now;
    }
    json.require(below == roots.all(), "open", "the last gap over the wall is passed over");
  }

  /// lower < alpha < upper inside of the interval below; there alpha is the only root of its polynomial, a simple one.
  static void check_interval(const Json& entry, const Piece& below, const Piece& above) {
    entry.require(below.lower <= above.lower && above.lower < above.upper && above.upper <= below.upper, "open",
                  "the ends are not in the interval of the entry above");
    const Univariate& q = above.alpha.polynomial();
    entry.require(q.sign_at(above.lower) * q.sign_at(above.upper) < 0, "open", "the ends do not enclose the wall");
  }

  /// The cell over `cell` that holds the point with t = end and x = y.
  static const Cell* child_at(const Cell& cell, const std::vector<Polynomial>& stack, std::size_t t,
                              const Rational& end, std::size_t x, const Rational& y, const Json& entry) {
    if (cell.kind != Cell::Kind::split) return &cell;
    std::size_t below = 0;
    for (const Polynomial& p : stack) below += RootCounter(p.at(t, end).univariate(x)).below(y);
    entry.require(below < cell.children.size(), "open", "no cell has so many roots below");
    return &cell.children[below];
  }

  static bool is_outside(const Cell& left, const Cell& right) {
    return left.kind == Cell::Kind::out || right.kind == Cell::Kind::out;
  }

  /// Whether the leaves below both cells, if there are any, all have one number.
  bool have_one_number(const Cell& left, const Cell& right) const {
    std::optional<std::size_t> number;
    for (const Cell* cell : {&left, &right}) {
      for (std::size_t leaf = cell->first_leaf; leaf < cell->end_leaf; ++leaf) {
        if (number && *number != numbers_[leaf]) return false;
        number = numbers_[leaf];
      }
    }
    return true;
  }

  /// Two leaves with different numbers, and the formula true on the wall between them.
  void refuse_crossing(const Cell& left, const Cell& right, const Json& place) const {
    const bool leaves = left.kind == Cell::Kind::in && right.kind == Cell::Kind::in;
    place.require(!leaves || condition_.truth(signs_) != Truth::yes, "open",
                  "a wall joins the leaves " + std::to_string(left.first_leaf) + " and " +
                      std::to_string(right.first_leaf) + " of different components");
  }

  const Projection& projection_;
  const CellCondition& condition_;
  const std::vector<std::size_t>& numbers_;
  const Json& walls_;
  SignTable signs_;
  std::size_t used_ = 0;
};

}  // namespace

void check_walls(const Projection& projection, const CellCondition& condition, const CellTree& tree,
                 const std::vector<std::size_t>& numbers, const Json& walls) {
  Walls(projection, condition, numbers, walls).check(tree.root());
}

}  // namespace isthmus::check
