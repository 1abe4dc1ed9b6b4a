#include "plane/plain_decomposition.hpp"

#include <algorithm>
#include <vector>

#include "decompose/union_find.hpp"
#include "decompose/gaps.hpp"
#include "exact/algebraic_point.hpp"
#include "exact/error.hpp"
#include "exact/minimal_polynomial.hpp"

namespace isthmus {

namespace {

using Signs = std::vector<int>;

struct Section {
  RealRoot y;
  std::size_t curve;
};

/// A vertical strip between two events: sectors[i] is below sections[i].
struct Strip {
  Rational x;
  std::vector<Section> sections;
  std::vector<std::size_t> section_cells;
  std::vector<std::size_t> sector_cells;
};

class PlainDecomposition {
 public:
  explicit PlainDecomposition(const SemialgebraicSet& set) : formula_(set.formula) {
    for (const Atom& atom : formula_.atoms())
      for (const auto& power : atom.polynomial.factor().powers)
        if (std::find(factors_.begin(), factors_.end(), power.factor) == factors_.end())
          factors_.push_back(power.factor);
    shear();
    find_events();
    if (!feasible()) return;
    for (const Rational& x : gap_samples(events_)) add_strip(x);
    for (std::size_t i = 0; i < events_.size(); ++i) add_event(events_[i], strips_[i], strips_[i + 1]);
  }

  bool feasible() const {
    long degree = 0;
    for (const Polynomial& p : curves_) degree = std::max(degree, p.degree(1));
    return std::all_of(events_.begin(), events_.end(), [&](const RealRoot& event) {
      return event.is_point() || event.polynomial().degree() * degree <= 24;
    });
  }

  std::size_t count() const {
    UnionFind groups(signs_.size());
    std::size_t outside = 0;
    std::vector<bool> inside;
    for (const Signs& signs : signs_) {
      inside.push_back(holds_for(signs));
      if (!inside.back()) ++outside;
    }
    for (const auto& [a, b] : adjacent_)
      if (inside[a] && inside[b]) groups.join(a, b);
    return groups.sets() - outside;
  }

 private:
  /// Curves without vertical lines and asymptotes.
  void shear() {
    if (factors_.empty()) return;
    const PolynomialRing ring = factors_.front().ring();
    const Polynomial x = Polynomial::variable(ring, 0);
    const Polynomial y = Polynomial::variable(ring, 1);
    for (long k = 3;; ++k) {
      curves_.clear();
      for (const Polynomial& p : factors_) curves_.push_back(p.compose({x + Rational(k) * y, y}, ring));
      if (std::all_of(curves_.begin(), curves_.end(),
                      [](const Polynomial& p) { return p.degree(1) > 0 && p.leading_coefficient(1).is_constant(); }))
        return;
    }
  }

  void find_events() {
    std::vector<UnivariatePolynomial> found;
    const auto add = [&](const Polynomial& p) {
      if (p.is_constant()) return;
      for (const auto& [factor, exponent] : p.to_univariate(0).factor())
        if (std::find(found.begin(), found.end(), factor) == found.end()) found.push_back(factor);
    };
    for (std::size_t i = 0; i < curves_.size(); ++i) {
      if (curves_[i].degree(1) > 1) add(discriminant(curves_[i], 1));
      for (std::size_t j = 0; j < i; ++j) add(resultant(curves_[i], curves_[j], 1));
    }
    for (const UnivariatePolynomial& p : found)
      for (const RealRoot& root : isolate_real_roots(p)) events_.push_back(with_minimal_polynomial(root));
    std::sort(events_.begin(), events_.end());
  }

  std::vector<Section> sections_over(const Rational& x) const {
    std::vector<Section> sections;
    for (std::size_t c = 0; c < curves_.size(); ++c)
      for (RealRoot& root : isolate_real_roots(curves_[c].substitute(0, x).to_univariate(1)))
        sections.push_back({std::move(root), c});
    std::sort(sections.begin(), sections.end(), [](const Section& a, const Section& b) { return a.y < b.y; });
    return sections;
  }

  Signs signs_at(const Rational& x, const Rational& y) const {
    Signs signs;
    for (const Polynomial& p : curves_) signs.push_back(p.evaluate({x, y}).sign());
    return signs;
  }

  std::size_t add_cell(Signs signs) {
    signs_.push_back(std::move(signs));
    return signs_.size() - 1;
  }

  void add_strip(const Rational& x) {
    Strip strip{x, sections_over(x), {}, {}};
    std::vector<RealRoot> roots;
    for (const Section& section : strip.sections) roots.push_back(section.y);
    const std::vector<Rational> gaps = gap_samples(roots);
    for (std::size_t i = 0; i < gaps.size(); ++i) {
      strip.sector_cells.push_back(add_cell(signs_at(x, gaps[i])));
      if (i + 1 == gaps.size()) break;
      Signs signs = signs_at(x, gaps[i]);
      signs[strip.sections[i].curve] = 0;
      strip.section_cells.push_back(add_cell(signs));
    }
    for (std::size_t i = 0; i < strip.sections.size(); ++i) {
      adjacent_.emplace_back(strip.sector_cells[i], strip.section_cells[i]);
      adjacent_.emplace_back(strip.section_cells[i], strip.sector_cells[i + 1]);
    }
    strips_.push_back(std::move(strip));
  }

  /// Numbers among which are the heights of all points over the event.
  std::vector<RealRoot> possible_heights(const RealRoot& event) const {
    std::vector<RealRoot> heights;
    for (const Polynomial& p : curves_) {
      UnivariatePolynomial eliminant;
      if (event.is_point()) {
        eliminant = p.substitute(0, event.lower()).to_univariate(1);
      } else {
        std::vector<Polynomial::Term> terms;
        for (long e = 0; e <= event.polynomial().degree(); ++e)
          terms.push_back({Rational(event.polynomial().coefficient(e)), {static_cast<unsigned>(e), 0}});
        eliminant =
            p.depends_on(0) ? resultant(Polynomial(p.ring(), terms), p, 0).to_univariate(1) : p.to_univariate(1);
      }
      for (const RealRoot& root : isolate_real_roots(eliminant)) heights.push_back(with_minimal_polynomial(root));
    }
    std::sort(heights.begin(), heights.end());
    heights.erase(std::unique(heights.begin(), heights.end()), heights.end());
    return heights;
  }

  bool some_curve_reaches(const std::vector<Rational>& heights, const Rational& left, const Rational& right) const {
    for (const Polynomial& p : curves_)
      for (const Rational& y : heights) {
        const Polynomial q = p.substitute(1, y);
        if (!q.is_constant() && has_root_in(q.to_univariate(0), left, right)) return true;
      }
    return false;
  }

  static std::size_t below(const std::vector<Section>& sections, const Rational& y) {
    return static_cast<std::size_t>(
        std::count_if(sections.begin(), sections.end(), [&](const Section& s) { return s.y.compare(y) < 0; }));
  }

  void add_event(RealRoot event, const Strip& before, const Strip& after) {
    const std::vector<RealRoot> heights = possible_heights(event);
    const std::vector<Rational> cuts = gap_samples(heights);
    Rational left = before.x;
    Rational right = after.x;
    while (some_curve_reaches(cuts, left, right)) {
      if (event.is_point()) {
        left = midpoint(left, event.lower());
        right = midpoint(right, event.lower());
      } else {
        event.refine();
        if (event.is_point()) continue;
        left = std::max(left, event.lower());
        right = std::min(right, event.upper());
      }
    }
    const std::vector<Section> at_left = sections_over(left);
    const std::vector<Section> at_right = sections_over(right);
    std::vector<std::size_t> verticals;
    for (const Rational& cut : cuts) {
      verticals.push_back(add_cell(signs_at(right, cut)));
      adjacent_.emplace_back(verticals.back(), before.sector_cells[below(at_left, cut)]);
      adjacent_.emplace_back(verticals.back(), after.sector_cells[below(at_right, cut)]);
    }
    for (std::size_t i = 0; i < heights.size(); ++i) {
      const std::size_t point = add_cell(signs_at(right, cuts[i]));
      adjacent_.emplace_back(point, verticals[i]);
      adjacent_.emplace_back(point, verticals[i + 1]);
      attach(point, before, below(at_left, cuts[i]), below(at_left, cuts[i + 1]));
      attach(point, after, below(at_right, cuts[i]), below(at_right, cuts[i + 1]));
      for (std::size_t c = 0; c < curves_.size(); ++c)
        if (signs_[point][c] != 0 && sign_at(curves_[c], {event, heights[i]}) == 0) signs_[point][c] = 0;
    }
  }

  /// The sections first, .., last-1 of a strip end at a point, between the sectors first, .., last.
  void attach(std::size_t point, const Strip& strip, std::size_t first, std::size_t last) {
    for (std::size_t i = first; i <= last; ++i) adjacent_.emplace_back(point, strip.sector_cells[i]);
    for (std::size_t i = first; i < last; ++i) {
      adjacent_.emplace_back(point, strip.section_cells[i]);
      signs_[point][strip.sections[i].curve] = 0;
    }
  }

  bool holds_for(const Signs& signs) const {
    return formula_.evaluate([&](const Atom& atom) {
      const Factorisation f = atom.polynomial.factor();
      int sign = f.unit.sign();
      for (const auto& power : f.powers) {
        const auto at = std::find(factors_.begin(), factors_.end(), power.factor) - factors_.begin();
        for (int e = 0; e < power.exponent; ++e) sign *= signs[static_cast<std::size_t>(at)];
      }
      return holds(atom.relation, sign) ? Truth::yes : Truth::no;
    }) == Truth::yes;
  }

  Formula formula_;
  std::vector<Polynomial> factors_;
  std::vector<Polynomial> curves_;  ///< the factors after the shear
  std::vector<RealRoot> events_;
  std::vector<Strip> strips_;
  std::vector<Signs> signs_;  ///< of each cell
  std::vector<std::pair<std::size_t, std::size_t>> adjacent_;
};

}  // namespace

std::optional<std::size_t> count_by_plain_decomposition(const SemialgebraicSet& set) {
  const PlainDecomposition decomposition(set);
  if (!decomposition.feasible()) return std::nullopt;
  return decomposition.count();
}

}  // namespace isthmus
