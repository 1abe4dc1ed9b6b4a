#include "cli/help.hpp"

namespace isthmus {

std::string set_language_help() {
  return R"(
The set language
  SET    one or more conditions, joined by 'and', 'or', 'not' and parentheses; also 'true' and 'false'
  condition  p OP q  with OP one of  =  ==  !=  <  <=  >  >=  (no chains: 'x > 0 and x < 1', not '0 < x < 1')
  p, q   polynomials: + - * / ^ (also **), integers, fractions 3/7, decimals, read exactly (0.1 is 1/10);
         division by constants only; write every product: 2*x*y, not 2xy
  POINT  one value for each variable: 'x=1/2, y=3'
  The variables are those that occur, in the order of their appearance. --vars x,y,z adds others or orders them; they are
  the coordinates of the space, so 'x > 0' on the line and 'x > 0' in the plane (--vars x,y) are two sets.
)";
}

std::string program_help() {
  return R"(
Exit status: 0 as expected, or decided; 1 some verdict differs from the expected one; 2 something stayed undecided;
3 bad input or usage; 4 internal error. A query that is decided but whose certificate cannot be written (--certificate;
standard error says why) ends with 2.
'isthmus COMMAND --help' explains a command and the set language.
)";
}

std::string components_help() {
  return set_language_help() + R"(
Examples
  isthmus components 'w3*(w2*w1+1) = 1'
  isthmus components 'x^2+y^2 < 1 and x*y != 0' --json
  isthmus components 'x*y != 0' --certificate quadrants.json
  isthmus components 'w3*(w2*w1*x+e*x) = y' --forall x,y,e --assume 'x != 0 and y != 0 and e != 0'
)";
}

std::string connect_help() {
  return set_language_help() + R"(
Examples
  isthmus connect 'x*y != 0' --from 'x=1, y=1' --to 'x=2, y=3'
  isthmus connect 'z*(x*y+1) = 1' --from 'x=0, y=0, z=1' --to 'x=1, y=-2, z=-1'
  isthmus connect 'x^2+y^2 > 1' --from 'x=2, y=0' --to 'x=-2, y=0' --json
)";
}

std::string sample_help() {
  return set_language_help() + R"(
Examples
  isthmus sample 'x*y != 0'
  isthmus sample 'x^2+y^2 < 1' -n 5
  isthmus sample 'a*x^2 = 1' --forall a --assume 'a > 0' --json
)";
}

std::string plot_help() {
  return set_language_help() + R"(
The number of components is proved as by 'components', and the samples are marked. On the line and in the plane all cells
of the set are drawn, each in the colour of the component that it exactly belongs to. In space a mesh is drawn: points
of each of its pieces are located exactly, the others have the colour of their neighbours; what is smaller than a cell
of the mesh may be missing. A boundary that does not belong to the set is dashed, in space transparent. If the count
stays undecided, the set is drawn in one colour, the picture says so, and the exit status is 2.

Examples
  isthmus plot 'x^2+y^2 < 1 and x*y != 0' -o quarters.svg
  isthmus plot 'w3*(w2*w1+1) = 1' -o minima.html
  isthmus plot 'y^2 = x^3-x' -o curve.png --box 'x=-2..3, y=-4..4'
)";
}

std::string verify_help() {
  return R"(
Each claim is proved again from nothing in a process of its own. The last line is 'N passed, N failed, N skipped': passed
claims have their expected verdict, failed ones another, skipped ones stayed undecided.

Examples
  isthmus verify
  isthmus verify --only '4.2*' --jobs 2 --log logs
  isthmus verify my-claim.toml --time-limit 60 --json result.json
)";
}

std::string barrier_help() {
  return R"(
Two minima of |Y - W_l sigma(W_{l-1} f)|^2, sigma homogeneous of degree k, whose last two layers are W_l, W_{l-1} and
W_l m^-k, m W_{l-1}. At the place alpha of the segment between them the loss is
(1 - (1 - alpha + alpha m^-k) (1 - alpha + alpha m)^k)^2 |Y|^2.
Numbers are integers, fractions 3/7 or decimals, read exactly. With --exceed the degree is 1 unless it is given.

Examples
  isthmus barrier --degree 1 --scale 2
  isthmus barrier --degree 3/2 --scale 10 --alpha 1/3 --norm2 5 --bits 200 --json
  isthmus barrier --degree 2 --exceed 1000
  isthmus barrier --degree 1 --scale 4 --plot segment.svg --plot-scales heights.svg
)";
}

std::string permute_help() {
  return R"(
FILE (TOML, or JSON if it ends in .json) holds X, Y and two points from, to of {W_l .. W_1 X = Y}, each the list of its square
weights W_1, .., W_l; a matrix is a list of rows, a number a string "3/7" or an integer:

  X = [[1, 0], [0, 1]]
  Y = [["1/2", 0], [0, 2]]
  from = [[[1, 0], [0, 1]], [["1/2", 0], [0, 2]]]
  to = [[[-1, 0], [0, 1]], [["-1/2", 0], [0, 2]]]

The answer: permutations P_1, .., P_{l-1} so that (P_1 W_1, P_2 W_2 P_1^-1, .., W_l P_{l-1}^-1) lies in the component of the
second point, the weights after permuting, and an exact path; or, for 1 x 1 weights, that there are none.

Examples
  isthmus permute minima.toml
  isthmus permute minima.json --json
)";
}

std::string curve_help() {
  return R"(
A curve is given by rational functions of a parameter, or as exp(tM)w by a matrix M and a point w. Numbers are integers,
fractions 3/7 or decimals, read exactly. Every number printed is exact or lies between two rational numbers. With D the
distance of the ends and kappa_max D <= 2, d_max = 1/kappa_max - sqrt(1/kappa_max^2 - D^2/4); if moreover the total curvature is
at most pi, no point of the chord is further than d_max from the curve (docs/curves.md, Theorem 1). Exit status 2 if that stays
undecided.

Examples
  isthmus curve --coordinates '1 - t^2, t - t^3' --from -9/10 --to 9/10
  isthmus curve --coordinates 'x, 1/x' --parameter x --from 1/2 --to 2 --digits 9 --json
  isthmus curve --generator '0, -1; 1, 0' --start '1, 0' --from 0 --to 2/3*pi
)";
}

std::string explain_help() {
  return R"(
Examples
  isthmus explain 4.2
  isthmus explain my-claim my-claim.toml
)";
}

}  // namespace isthmus
