#include "plane_arrangement.hpp"

#include <map>
#include <sstream>

#include <CGAL/Arr_algebraic_segment_traits_2.h>
#include <CGAL/Arrangement_2.h>
#include <CGAL/CORE_BigInt.h>
#include <CGAL/Polynomial_traits_d.h>

namespace isthmus {

namespace {

using Coefficient = CORE::BigInt;
using Traits = CGAL::Arr_algebraic_segment_traits_2<Coefficient>;
using Arrangement = CGAL::Arrangement_2<Traits>;
using CurvePolynomial = Traits::Polynomial_2;

CurvePolynomial to_cgal(const PlanePolynomial& polynomial) {
  using PolynomialTraits = CGAL::Polynomial_traits_d<CurvePolynomial>;
  std::vector<std::pair<CGAL::Exponent_vector, Coefficient>> terms;
  for (const PlaneTerm& term : polynomial)
    terms.emplace_back(CGAL::Exponent_vector(static_cast<int>(term.x), static_cast<int>(term.y)),
                       Coefficient(term.coefficient.c_str()));
  return PolynomialTraits::Construct_polynomial()(terms.begin(), terms.end());
}

PlaneEdge describe(Arrangement::Halfedge_const_handle halfedge, std::size_t curve,
                   const std::map<const void*, std::size_t>& face_number) {
  if (halfedge->direction() != CGAL::ARR_LEFT_TO_RIGHT) halfedge = halfedge->twin();
  const auto& arc = halfedge->curve();
  PlaneEdge edge{curve, face_number.at(&*halfedge->face()), face_number.at(&*halfedge->twin()->face()),
                 arc.is_vertical(), "", 0};
  if (edge.vertical) return edge;
  std::ostringstream text;
  text << arc.boundary_in_x_range_interior();
  edge.x = text.str();
  edge.root = static_cast<std::size_t>(arc.arcno());
  return edge;
}

}  // namespace

PlaneArrangement arrange_in_plane(const std::vector<PlanePolynomial>& curves) {
  Traits traits;
  Arrangement arrangement(&traits);
  std::vector<Traits::Curve_2> input;
  std::map<std::size_t, std::size_t> curve_number;
  for (const PlanePolynomial& polynomial : curves) {
    input.push_back(traits.construct_curve_2_object()(to_cgal(polynomial)));
    curve_number.emplace(input.back().id(), input.size() - 1);
  }
  CGAL::insert(arrangement, input.begin(), input.end());

  PlaneArrangement result;
  result.faces = arrangement.number_of_faces();
  std::map<const void*, std::size_t> face_number;
  for (auto face = arrangement.faces_begin(); face != arrangement.faces_end(); ++face)
    face_number.emplace(&*face, face_number.size());
  for (auto edge = arrangement.edges_begin(); edge != arrangement.edges_end(); ++edge)
    result.edges.push_back(describe(edge, curve_number.at(edge->curve().curve().id()), face_number));
  return result;
}

}  // namespace isthmus
