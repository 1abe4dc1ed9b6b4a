#include "exact/root_clusters.hpp"

#if __has_include(<flint/acb_poly.h>)
#include <flint/acb_poly.h>
#else
#include <acb_poly.h>
#endif

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <limits>

namespace isthmus {

namespace {

constexpr double nowhere_near = -1e9;

/// The binary logarithm of an upper bound for the distance of two points, for choices only.
double log2_distance(const ComplexBall& a, const ComplexBall& b) {
  acb_t difference;
  acb_init(difference);
  arb_sub(acb_realref(difference), a.real.raw(), b.real.raw(), 64);
  arb_sub(acb_imagref(difference), a.imaginary.raw(), b.imaginary.raw(), 64);
  mag_t size;
  mag_init(size);
  acb_get_mag(size, difference);
  const double result = mag_is_zero(size) ? nowhere_near : mag_get_d_log2_approx(size);
  mag_clear(size);
  acb_clear(difference);
  return result;
}

/// The polynomial, to be expanded at points.
class Expansion {
 public:
  Expansion(const std::vector<Ball>& coefficients, long precision) : precision_(precision) {
    acb_poly_init(polynomial_);
    acb_poly_init(shifted_);
    for (std::size_t i = 0; i < coefficients.size(); ++i) {
      acb_t c;
      acb_init(c);
      acb_set_arb(c, coefficients[i].raw());
      acb_poly_set_coeff_acb(polynomial_, static_cast<slong>(i), c);
      acb_clear(c);
    }
  }
  Expansion(const Expansion&) = delete;
  Expansion& operator=(const Expansion&) = delete;
  ~Expansion() {
    acb_poly_clear(polynomial_);
    acb_poly_clear(shifted_);
  }

  void move_to(const ComplexBall& centre) {
    acb_t c;
    acb_init(c);
    arb_set(acb_realref(c), centre.real.raw());
    arb_set(acb_imagref(c), centre.imaginary.raw());
    acb_poly_taylor_shift(shifted_, polynomial_, c, precision_);
    acb_clear(c);
  }

  /// Pellet's test for `count` roots within 2^radius of the point.
  bool holds_roots(slong count, slong radius) const {
    mag_t term;
    mag_t others;
    mag_init(term);
    mag_init(others);
    for (slong i = 0; i <= acb_poly_degree(polynomial_); ++i) {
      if (i == count) continue;
      acb_get_mag(term, acb_poly_get_coeff_ptr(shifted_, i));
      mag_mul_2exp_si(term, term, radius * i);
      mag_add(others, others, term);
    }
    acb_get_mag_lower(term, acb_poly_get_coeff_ptr(shifted_, count));
    mag_mul_2exp_si(term, term, radius * count);
    const bool result = mag_cmp(term, others) > 0;
    mag_clear(term);
    mag_clear(others);
    return result;
  }

 private:
  long precision_;
  acb_poly_t polynomial_;
  acb_poly_t shifted_;
};

/// Groups approximate roots until every group passes Pellet's test.
class ClusterSearch {
 public:
  ClusterSearch(const std::vector<Ball>& coefficients, long precision)
      : precision_(precision),
        expansion_(coefficients, precision),
        points_(approximate_complex_roots(coefficients, precision)) {}

  std::optional<std::vector<RootCluster>> run() {
    std::vector<std::vector<std::size_t>> groups;
    for (std::size_t i = 0; i < points_.size(); ++i) groups.push_back({i});
    std::vector<RootCluster> found;
    while (!groups.empty()) {
      std::vector<std::size_t> group = std::move(groups.back());
      groups.pop_back();
      if (auto cluster = enclose(group)) {
        found.push_back(std::move(*cluster));
        continue;
      }
      if (groups.empty()) return std::nullopt;
      const std::size_t next = nearest(group, groups);
      groups[next].insert(groups[next].end(), group.begin(), group.end());
      std::swap(groups[next], groups.back());
    }
    return disjoint(std::move(found));
  }

 private:
  ComplexBall middle(const std::vector<std::size_t>& group) const {
    ComplexBall sum;
    const Ball size(Rational(static_cast<long>(group.size())), precision_);
    for (const std::size_t i : group) {
      sum.real = add(sum.real, points_[i].real, precision_);
      sum.imaginary = add(sum.imaginary, points_[i].imaginary, precision_);
    }
    sum.real = div(sum.real, size, precision_);
    sum.imaginary = div(sum.imaginary, size, precision_);
    arb_get_mid_arb(sum.real.raw(), sum.real.raw());
    arb_get_mid_arb(sum.imaginary.raw(), sum.imaginary.raw());
    return sum;
  }

  /// A disc with exactly the roots near the points of the group, and room around it.
  std::optional<RootCluster> enclose(const std::vector<std::size_t>& group) {
    ComplexBall centre = middle(group);
    double inner = nowhere_near;
    double outer = -nowhere_near;
    for (std::size_t i = 0; i < points_.size(); ++i) {
      const double distance = log2_distance(points_[i], centre);
      if (std::find(group.begin(), group.end(), i) != group.end())
        inner = std::max(inner, distance);
      else
        outer = std::min(outer, distance);
    }
    const double size = std::max(0.0, log2_distance(centre, ComplexBall{}));
    outer = std::min(outer, std::max(size, inner) + 8);
    inner = std::max(inner, outer - static_cast<double>(precision_) / 3);
    constexpr int radii_tried = 6;
    for (int i = 0; i < radii_tried; ++i) {
      const auto radius = static_cast<slong>(std::floor(inner + (outer - inner) * (i + 1) / (radii_tried + 1)));
      if (auto cluster = enclose_within(centre, radius, group.size())) return cluster;
    }
    return std::nullopt;
  }

  std::optional<RootCluster> enclose_within(ComplexBall centre, slong radius, std::size_t count) {
    ComplexBall on_axis = centre;
    on_axis.imaginary = Ball();
    const bool real = log2_distance(centre, on_axis) <= static_cast<double>(radius);
    if (real) centre = on_axis;
    expansion_.move_to(centre);
    if (!expansion_.holds_roots(static_cast<slong>(count), radius)) return std::nullopt;
    mag_t size;
    mag_init(size);
    mag_set_ui_2exp_si(size, 1, radius);
    arb_add_error_mag(centre.real.raw(), size);
    arb_add_error_mag(centre.imaginary.raw(), size);
    mag_clear(size);
    return RootCluster{centre, static_cast<long>(count), real};
  }

  std::size_t nearest(const std::vector<std::size_t>& group,
                      const std::vector<std::vector<std::size_t>>& others) const {
    std::size_t best = 0;
    double least = std::numeric_limits<double>::infinity();
    for (std::size_t g = 0; g < others.size(); ++g)
      for (const std::size_t i : others[g])
        for (const std::size_t j : group) {
          const double distance = log2_distance(points_[i], points_[j]);
          if (distance >= least) continue;
          least = distance;
          best = g;
        }
    return best;
  }

  static std::optional<std::vector<RootCluster>> disjoint(std::vector<RootCluster> clusters) {
    for (std::size_t i = 0; i < clusters.size(); ++i) {
      if (!clusters[i].real && clusters[i].box.imaginary.contains_zero()) return std::nullopt;
      for (std::size_t j = 0; j < i; ++j)
        if (overlap(clusters[i].box, clusters[j].box)) return std::nullopt;
    }
    std::stable_sort(clusters.begin(), clusters.end(), [](const RootCluster& a, const RootCluster& b) {
      if (a.real != b.real) return a.real;
      return a.real && arb_lt(a.box.real.raw(), b.box.real.raw()) != 0;
    });
    return clusters;
  }

  long precision_;
  Expansion expansion_;
  std::vector<ComplexBall> points_;
};

}  // namespace

std::optional<std::vector<RootCluster>> root_clusters(const std::vector<Ball>& coefficients, long precision) {
  return ClusterSearch(coefficients, precision).run();
}

}  // namespace isthmus
