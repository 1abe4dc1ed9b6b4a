#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "claim/set_language.hpp"
#include "exact/matrix.hpp"
#include "laws/random_source.hpp"

namespace isthmus {

/// A set whose number of components is known for a reason that needs no program. Shared by tests and benchmarks.
struct KnownSet {
  std::string name;
  std::function<SemialgebraicSet()> make;
  std::optional<std::size_t> components;  ///< nullopt: timed only, compared between orders
  std::string reason;
  bool quick = true;  ///< part of the tests; the others are for benchmarks
};

namespace known {

inline PolynomialRing numbered_ring(const std::string& letter, std::size_t n) {
  std::vector<std::string> names;
  for (std::size_t i = 1; i <= n; ++i) names.push_back(letter + std::to_string(i));
  return PolynomialRing(names);
}

inline PolynomialMatrix generic_matrix(const PolynomialRing& ring, std::size_t n, std::size_t first = 0) {
  PolynomialMatrix m(ring, n, n);
  for (std::size_t i = 0; i < n; ++i)
    for (std::size_t j = 0; j < n; ++j) m.at(i, j) = Polynomial::variable(ring, first + n * i + j);
  return m;
}

inline SemialgebraicSet general_linear_group(std::size_t n) {
  const PolynomialRing ring = numbered_ring("a", n * n);
  return complement_of(ring, {determinant(generic_matrix(ring, n))});
}

inline SemialgebraicSet product_plus_identity(std::size_t n) {
  const PolynomialRing ring = numbered_ring("a", 2 * n * n);
  return complement_of(ring, {determinant(generic_matrix(ring, n) * generic_matrix(ring, n, n * n) +
                                          PolynomialMatrix::identity(ring, n))});
}

inline SemialgebraicSet symmetric_matrices(std::size_t n) {
  const PolynomialRing ring = numbered_ring("s", n * (n + 1) / 2);
  PolynomialMatrix m(ring, n, n);
  std::size_t next = 0;
  for (std::size_t i = 0; i < n; ++i)
    for (std::size_t j = i; j < n; ++j) m.at(j, i) = m.at(i, j) = Polynomial::variable(ring, next++);
  return complement_of(ring, {determinant(m)});
}

/// K_n = x_n K_{n-1} + K_{n-2}.
inline SemialgebraicSet continuant(std::size_t n) {
  const PolynomialRing ring = numbered_ring("x", n);
  Polynomial before(ring, Rational(1));
  Polynomial current = Polynomial::variable(ring, 0);
  for (std::size_t i = 1; i < n; ++i) {
    Polynomial next = Polynomial::variable(ring, i) * current + before;
    before = std::move(current);
    current = std::move(next);
  }
  return complement_of(ring, {current});
}

/// The polynomial t^d + c_{d-2} t^{d-2} + .. + c_0 has d distinct complex roots.
inline SemialgebraicSet reduced_discriminant(std::size_t degree) {
  std::vector<std::string> names;
  for (std::size_t i = 0; i + 1 < degree; ++i) names.push_back("c" + std::to_string(degree - 2 - i));
  const PolynomialRing ring(names);
  names.push_back("t");
  const PolynomialRing with_t(names);
  Polynomial p = pow(Polynomial::variable(with_t, degree - 1), static_cast<unsigned>(degree));
  for (std::size_t i = 0; i + 1 < degree; ++i)
    p += Polynomial::variable(with_t, i) *
         pow(Polynomial::variable(with_t, degree - 1), static_cast<unsigned>(degree - 2 - i));
  return complement_of(ring, {discriminant(p, degree - 1).in_ring(ring)});
}

/// Hyperplanes sum_j i^j x_j = i^n: any n meet in one point, no n+1 do.
inline SemialgebraicSet general_hyperplanes(std::size_t dimension, std::size_t count) {
  const PolynomialRing ring = numbered_ring("x", dimension);
  std::vector<Polynomial> planes;
  for (std::size_t i = 1; i <= count; ++i) {
    const Rational t(static_cast<long>(i));
    Polynomial plane(ring, -pow(t, static_cast<long>(dimension)));
    for (std::size_t j = 0; j < dimension; ++j) plane += pow(t, static_cast<long>(j)) * Polynomial::variable(ring, j);
    planes.push_back(plane);
  }
  return complement_of(ring, planes);
}

/// All monomials up to the degree, with coefficients from -9 to 9.
inline Polynomial full_polynomial(const PolynomialRing& ring, unsigned degree, RandomSource& random) {
  Polynomial sum(ring, Rational(1));
  for (std::size_t i = 0; i < ring.size(); ++i) sum += Polynomial::variable(ring, i);
  std::vector<Polynomial::Term> terms = pow(sum, degree).terms();
  for (Polynomial::Term& term : terms) term.coefficient = Rational(random.between(-9, 9));
  return Polynomial(ring, terms);
}

inline SemialgebraicSet dense_complement(const std::vector<std::string>& names, const std::vector<unsigned>& degrees,
                                         std::uint64_t seed) {
  RandomSource random(seed);
  const PolynomialRing ring(names);
  std::vector<Polynomial> polynomials;
  for (unsigned degree : degrees) polynomials.push_back(full_polynomial(ring, degree, random));
  return complement_of(ring, polynomials);
}

inline KnownSet written(const std::string& name, const std::string& text, std::size_t components,
                        const std::string& reason) {
  return {name, [text] { return parse_set(text); }, components, reason, true};
}

}  // namespace known

inline std::vector<KnownSet> known_sets() {
  using namespace known;
  std::vector<KnownSet> sets{
      written("depth 3", "w3*w2*w1 = 1", 4, "signs of w1 and w2; Zhao et al. 2025, Corollary 4.2"),
      written("depth 3 with skip", "w3*(w2*w1+1) = 1", 3, "graph over w1*w2 != -1; Zhao et al. 2025, Proposition 4.3"),
      written("hyperbolic cylinder over a line", "x*z+y-1 != 0", 2, "a graph y = 1-x*z has two sides"),
      written("quadric cone", "x1*x4-(x2-1)*(x3-1) != 0", 2, "GL_2 after a translation"),
      written("even root over a wall", "x*z^2+2*y*z-x != 0", 2, "x = -2*y*z/(z^2-1) off z = 1, -1, where it is y != 0"),
      written("elliptope", "2*x*y*z-x^2-y^2-z^2+1 != 0", 6, "Breiding, Sturmfels, Wang: inside, 4 cones, outside"),
      written("elliptope and 6 planes",
              "2*x*y*z-x^2-y^2-z^2+1 != 0 and x != 1 and x != -1 and y != 1 and y != -1 and z != 1 and z != -1", 43,
              "Breiding, Sturmfels, Wang, Computing arrangements of hypersurfaces"),
      written("3 spheres", "x^2+y^2+z^2 != 4 and (x-1)^2+y^2+z^2 != 4 and x^2+(y-1)^2+z^2 != 4", 8,
              "inversion at a common point of all three: planes in general position, which leave 8 pieces"),
      written("SL_2", "a*d-b*c = 1", 1, "SL_2(R) is connected"),
      written("mutually inverse 2x2 matrices", "a*x+b*z = 1 and a*y+b*w = 0 and c*x+d*z = 0 and c*y+d*w = 1", 2,
              "GL_2"),
      written("dual pair of vectors", "u1*v1+u2*v2 = 1", 1,
              "fibres over u != 0 are affine, the plane minus a point is connected"),
      written("net of sextics",
              "x != 0 and x+1 != 0 and 3*x-1 != 0 and 3*x+y+6 != 0 and 3*x+y-3 != 0 and "
              "9*x^3-3*x^2*y+x*y^2-3*x-y+2 != 0",
              17, "HypersurfaceRegions.jl, test/runtests.jl"),
  };
  const auto add = [&](const std::string& name, std::function<SemialgebraicSet()> make,
                       std::optional<std::size_t> components, const std::string& reason, bool quick) {
    sets.push_back({name, std::move(make), components, reason, quick});
  };
  for (std::size_t n = 2; n <= 4; ++n)
    add(
        "det " + std::to_string(n) + "x" + std::to_string(n), [n] { return general_linear_group(n); }, 2,
        "the sign of the determinant", true);
  for (std::size_t n = 2; n <= 3; ++n)
    add(
        "det(A*B+I) " + std::to_string(n) + "x" + std::to_string(n), [n] { return product_plus_identity(n); }, 2,
        "det(A*B+I) is the determinant of [[I, -A], [B, I]]: either sign is connected", true);
  for (std::size_t n = 2; n <= 4; ++n)
    add(
        "symmetric " + std::to_string(n) + "x" + std::to_string(n), [n] { return symmetric_matrices(n); }, n + 1,
        "Sylvester's law of inertia: one component per signature", true);
  for (std::size_t n : {1, 2, 3, 5, 8, 10, 15, 18})
    add(
        "continuant K" + std::to_string(n), [n] { return continuant(n); }, n + 1,
        "x_i -> (-1)^i x_i gives det of a symmetric tridiagonal matrix; one component per signature", n <= 8);
  for (std::size_t d = 3; d <= 6; ++d)
    add(
        "discriminant of degree " + std::to_string(d), [d] { return reduced_discriminant(d); }, d / 2 + 1,
        "one component per number of pairs of complex roots", d <= 5);
  for (std::size_t n : {3, 6, 20})
    add(
        std::to_string(n) + " lines", [n] { return general_hyperplanes(2, n); }, 1 + n + n * (n - 1) / 2,
        "lines in general position, Steiner 1826", n <= 6);
  for (std::size_t n : {4, 6, 12})
    add(
        std::to_string(n) + " planes", [n] { return general_hyperplanes(3, n); },
        1 + n + n * (n - 1) / 2 + n * (n - 1) * (n - 2) / 6, "planes in general position, Steiner 1826", n <= 6);
  const std::vector<std::string> xy{"x", "y"};
  const std::vector<std::string> xyz{"x", "y", "z"};
  const std::vector<std::string> xyzw{"x", "y", "z", "w"};
  for (unsigned d : {5u, 8u, 10u})
    add(
        "two dense curves of degree " + std::to_string(d),
        [=] {
          return dense_complement(xy, {d, d}, 1);
        },
        std::nullopt, "", false);
  for (unsigned d : {3u, 4u, 5u, 6u})
    add(
        "dense surface of degree " + std::to_string(d), [=] { return dense_complement(xyz, {d}, 1); }, std::nullopt, "",
        false);
  for (std::size_t k : {3, 4})
    add(
        std::to_string(k) + " dense quadrics in R^3",
        [=] { return dense_complement(xyz, std::vector<unsigned>(k, 2), 1); }, std::nullopt, "", false);
  add(
      "dense cubic in R^4", [=] { return dense_complement(xyzw, {3}, 1); }, std::nullopt, "", false);
  add(
      "2 dense quadrics in R^5",
      [] {
        return dense_complement({"x", "y", "z", "w", "v"}, {2, 2}, 1);
      },
      std::nullopt, "", false);
  for (std::size_t k : {2, 3})
    add(
        std::to_string(k) + " dense quadrics in R^4",
        [=] { return dense_complement(xyzw, std::vector<unsigned>(k, 2), 1); }, std::nullopt, "", false);
  return sets;
}

}  // namespace isthmus
