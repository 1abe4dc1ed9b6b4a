#include "plane/curve_arrangement.hpp"

#include <CGAL/Arr_algebraic_segment_traits_2.h>
#include <CGAL/Arrangement_2.h>
#include <CGAL/CORE_BigInt.h>
#include <CGAL/Polynomial_traits_d.h>

#include <map>
#include <sstream>

#include "exact/ball_value.hpp"
#include "exact/error.hpp"

namespace isthmus {

namespace {

using Coefficient = CORE::BigInt;
using Traits = CGAL::Arr_algebraic_segment_traits_2<Coefficient>;
using Arrangement = CGAL::Arrangement_2<Traits>;
using Curve = Traits::Curve_2;
using CurvePolynomial = Traits::Polynomial_2;
using Abscissa = Traits::Algebraic_real_1;
using AbscissaPolynomial = Traits::Algebraic_kernel_d_1::Polynomial_1;
using Bound = Traits::Bound;
using StatusLine = Curve::Status_line_1;

CurvePolynomial to_cgal(const Polynomial& curve) {
  std::vector<std::pair<CGAL::Exponent_vector, Coefficient>> terms;
  for (const Polynomial::Term& term : curve.primitive().terms())
    terms.emplace_back(CGAL::Exponent_vector(static_cast<int>(term.exponents[0]), static_cast<int>(term.exponents[1])),
                       Coefficient(term.coefficient.numerator().to_string().c_str()));
  return CGAL::Polynomial_traits_d<CurvePolynomial>::Construct_polynomial()(terms.begin(), terms.end());
}

AbscissaPolynomial to_cgal(const UnivariatePolynomial& p) {
  std::vector<Coefficient> coefficients;
  for (long e = 0; e <= p.degree(); ++e) coefficients.emplace_back(p.coefficient(e).to_string().c_str());
  return AbscissaPolynomial(coefficients.begin(), coefficients.end());
}

Bound to_cgal(const Rational& value) {
  return Bound(Coefficient(value.numerator().to_string().c_str()),
               Coefficient(value.denominator().to_string().c_str()));
}

Abscissa to_cgal(const RealRoot& x) {
  if (x.is_point()) return Abscissa(to_cgal(x.lower()));
  return Abscissa(to_cgal(x.polynomial()), to_cgal(x.lower()), to_cgal(x.upper()));
}

Integer from_cgal(const Coefficient& value) {
  std::ostringstream text;
  text << value;
  return Integer::parse(text.str());
}

Rational from_cgal(const Bound& value) {
  CGAL::Fraction_traits<Bound>::Numerator_type numerator;
  CGAL::Fraction_traits<Bound>::Denominator_type denominator;
  CGAL::Fraction_traits<Bound>::Decompose()(value, numerator, denominator);
  return {from_cgal(numerator), from_cgal(denominator)};
}

UnivariatePolynomial from_cgal(const AbscissaPolynomial& p) {
  std::vector<Integer> coefficients;
  for (int e = 0; e <= p.degree(); ++e) coefficients.push_back(from_cgal(p[e]));
  return UnivariatePolynomial(coefficients).primitive_part();
}

Rational power_of_two(unsigned bits) { return pow(Rational(2), static_cast<long>(bits)); }

/// Finds the roots that CGAL's abscissas name, so that no interval depends on the course of CGAL's computations.
class AbscissaNames {
 public:
  RealRoot operator()(const Abscissa& x) {
    const Rational lower = from_cgal(x.low());
    const Rational upper = from_cgal(x.high());
    if (lower == upper) return RealRoot(lower);
    const UnivariatePolynomial p = from_cgal(x.polynomial());
    auto known = roots_.find(p.to_string());
    if (known == roots_.end()) known = roots_.emplace(p.to_string(), isolate_real_roots(p)).first;
    for (const RealRoot& root : known->second)
      if (root.compare(lower) > 0 && root.compare(upper) < 0) return root;
    throw InternalError("an abscissa of the arrangement is no root of its polynomial");
  }

 private:
  std::map<std::string, std::vector<RealRoot>> roots_;
};

/// Whether balls show that the derivative of a curve in y does not vanish at a point of it.
bool is_simple_root(const StatusLine& line, int number, const Polynomial& derivative) {
  AbscissaNames name;
  const RealRoot x = name(line.x());
  for (const unsigned bits : {24U, 96U}) {
    while ((from_cgal(line.upper_bound(number)) - from_cgal(line.lower_bound(number))) * power_of_two(bits) >
           Rational(1))
      line.refine(number);
    const long precision = 2 * static_cast<long>(bits) + 64;
    const Ball y = Ball::hull(from_cgal(line.lower_bound(number)), from_cgal(line.upper_bound(number)), precision);
    if (!value_on(derivative, {x.ball(static_cast<long>(bits)), y}, precision).contains_zero()) return true;
  }
  return false;
}

void require_regular(const std::vector<Polynomial>& curves) {
  for (const Polynomial& p : curves)
    require(p.ring().size() == 2 && p.degree(1) > 0 && p.leading_coefficient(1).is_constant(),
            "the curve " + p.to_string() + " has a vertical line or asymptote");
}

}  // namespace

struct CurveArrangement::Geometry {
  Traits traits;
  std::vector<Curve> curves;
  std::map<std::size_t, std::size_t> curve_number;
  Arrangement arrangement{&traits};
  std::vector<Traits::Point_2> points;

  explicit Geometry(const std::vector<Polynomial>& polynomials) {
    for (const Polynomial& p : polynomials) {
      curves.push_back(traits.construct_curve_2_object()(to_cgal(p)));
      curve_number.emplace(curves.back().id(), curves.size() - 1);
    }
    CGAL::insert(arrangement, curves.begin(), curves.end());
    for (std::size_t c = 0; c < curves.size(); ++c) split_at_multiple_roots(curves[c], polynomials[c].derivative(1));
  }

  /// Where one branch of a curve comes from either side CGAL makes no vertex, though the curve may be singular there.
  void split_at_multiple_roots(const Curve& curve, const Polynomial& derivative) {
    for (int i = 0; i < static_cast<int>(curve.number_of_status_lines_with_event()); ++i) {
      const auto line = curve.status_line_at_event(i);
      for (int j = 0; j < static_cast<int>(line.number_of_events()); ++j) {
        const auto branches = line.number_of_incident_branches(j);
        if (branches.first != 1 || branches.second != 1 || is_simple_root(line, j, derivative)) continue;
        CGAL::insert_point(arrangement, traits.construct_point_2_object()(line.x(), curve, j));
      }
    }
  }

  /// Adds to each vertex the curves of which it is an isolated point: those that no edge at the vertex would show.
  void find_isolated_points(std::vector<ArrangementVertex>& vertices) const {
    for (std::size_t c = 0; c < curves.size(); ++c)
      for (int i = 0; i < static_cast<int>(curves[c].number_of_status_lines_with_event()); ++i) {
        const auto line = curves[c].status_line_at_event(i);
        for (int j = 0; j < static_cast<int>(line.number_of_events()); ++j) {
          const auto branches = line.number_of_incident_branches(j);
          if (branches.first > 0 || branches.second > 0) continue;
          vertices[vertex_at(traits.construct_point_2_object()(line.x(), curves[c], j))].isolated_on.emplace_back(c, j);
        }
      }
  }

  std::size_t vertex_at(const Traits::Point_2& point) const {
    for (std::size_t v = 0; v < points.size(); ++v)
      if (traits.equal_2_object()(points[v], point)) return v;
    throw InternalError("an isolated point of a curve is no vertex of the arrangement");
  }
};

CurveArrangement::CurveArrangement(const std::vector<Polynomial>& curves) {
  require_regular(curves);
  const auto geometry = std::make_shared<Geometry>(curves);
  const Arrangement& arrangement = geometry->arrangement;
  std::map<const void*, std::size_t> face_number;
  for (auto face = arrangement.faces_begin(); face != arrangement.faces_end(); ++face)
    face_number.emplace(&*face, face_number.size());
  face_count_ = face_number.size();

  std::map<const void*, std::size_t> vertex_number;
  AbscissaNames name;
  for (auto vertex = arrangement.vertices_begin(); vertex != arrangement.vertices_end(); ++vertex) {
    vertex_number.emplace(&*vertex, vertex_number.size());
    geometry->points.push_back(vertex->point());
    abscissas_.push_back(name(vertex->point().x()));
    vertices_.emplace_back();
    if (vertex->is_isolated()) vertices_.back().face = face_number.at(&*vertex->face());
  }
  const auto number = [&](Arrangement::Vertex_const_handle vertex) -> std::optional<std::size_t> {
    if (vertex->is_at_open_boundary()) return std::nullopt;
    return vertex_number.at(&*vertex);
  };
  for (auto edge = arrangement.edges_begin(); edge != arrangement.edges_end(); ++edge) {
    Arrangement::Halfedge_const_handle half = edge;
    if (half->direction() != CGAL::ARR_LEFT_TO_RIGHT) half = half->twin();
    const auto& arc = half->curve();
    ArrangementEdge result{geometry->curve_number.at(arc.curve().id()),
                           static_cast<std::size_t>(arc.arcno()),
                           number(half->source()),
                           number(half->target()),
                           0,
                           0,
                           face_number.at(&*half->face()),
                           face_number.at(&*half->twin()->face())};
    if (result.left) result.root_at_left = static_cast<std::size_t>(arc.arcno(CGAL::ARR_MIN_END));
    if (result.right) result.root_at_right = static_cast<std::size_t>(arc.arcno(CGAL::ARR_MAX_END));
    edges_.push_back(result);
  }
  geometry->find_isolated_points(vertices_);
  geometry_ = geometry;
}

Enclosure CurveArrangement::enclose_abscissa(std::size_t vertex, unsigned bits) const {
  RealRoot x = abscissas_.at(vertex);
  x.refine_to(Rational(1) / power_of_two(bits));
  return {x.lower(), x.upper()};
}

Enclosure CurveArrangement::enclose_ordinate(std::size_t vertex, unsigned bits) const {
  const auto& point = geometry_->points.at(vertex).xy();
  for (;;) {
    const Enclosure y{from_cgal(point.lower_bound_y()), from_cgal(point.upper_bound_y())};
    if ((y.upper - y.lower) * power_of_two(bits) <= Rational(1)) return y;
    point.refine_y();
  }
}

std::size_t CurveArrangement::root_number(std::size_t curve, const RealRoot& x, const RealRoot& y) const {
  const auto line = geometry_->curves.at(curve).status_line_at_exact_x(to_cgal(x));
  const int roots = static_cast<int>(line.number_of_events());
  for (;;) {
    std::vector<int> enclosing;
    for (int j = 0; j < roots; ++j)
      if (y.compare(from_cgal(line.lower_bound(j))) >= 0 && y.compare(from_cgal(line.upper_bound(j))) <= 0)
        enclosing.push_back(j);
    require(!enclosing.empty(), "the point does not lie on the curve");
    if (enclosing.size() == 1) return static_cast<std::size_t>(enclosing.front());
    for (int j : enclosing) line.refine(j);
  }
}

}  // namespace isthmus
