#include "decompose/stack_beyond_wall.hpp"

#include <algorithm>
#include <set>

#include "exact/error.hpp"

namespace isthmus {

namespace {

/// The places of neighbouring roots of two polynomials, or of one.
std::vector<std::size_t> neighbours(const RootOwners& owners, std::size_t i, std::size_t j) {
  std::vector<std::size_t> places;
  for (std::size_t m = 0; m + 1 < owners.size(); ++m) {
    const auto [lesser, greater] = std::minmax(owners[m], owners[m + 1]);
    if (lesser == std::min(i, j) && greater == std::max(i, j)) places.push_back(m);
  }
  return places;
}

/// Where only two polynomials have common zeros over the wall and none has multiple ones.
std::optional<RootOwners> beyond_one_meeting(const RootOwners& here, const WallEvents::Meeting& meeting) {
  constexpr int most_common_zeros = 2;
  if (meeting.order > most_common_zeros) return std::nullopt;
  const std::vector<std::size_t> places = neighbours(here, meeting.first, meeting.second);
  if (places.size() > 1) return std::nullopt;
  // Of order 2: zeros that change places in pairs do so at two places.
  if (meeting.order == 2) return here;
  ensure(places.size() == 1, "two roots change places over a wall, but none are neighbours beside it");
  RootOwners beyond = here;
  std::swap(beyond[places.front()], beyond[places.front() + 1]);
  return beyond;
}

/// Where zeros of one polynomial meet, and no others. Those that are real on this side only are neighbours there.
std::optional<RootOwners> beyond_multiple_zeros(const RootOwners& here, std::size_t polynomial,
                                                const std::function<std::size_t()>& roots_beyond) {
  const std::vector<std::size_t> places = neighbours(here, polynomial, polynomial);
  if (places.size() > 1) return std::nullopt;
  const auto roots_here = static_cast<std::size_t>(std::count(here.begin(), here.end(), polynomial));
  const std::size_t count_beyond = roots_beyond();
  if (places.empty() && count_beyond == roots_here) return here;
  if (places.empty() || count_beyond + 2 != roots_here) return std::nullopt;
  RootOwners beyond = here;
  const auto first = beyond.begin() + static_cast<std::ptrdiff_t>(places.front());
  beyond.erase(first, first + 2);
  return beyond;
}

/// Zeros of the polynomials that are not in `moving` meet none of these: between two of them there are as many roots of
/// others on both sides.
RootOwners rearranged(const RootOwners& here, const std::set<std::size_t>& moving, const RootOwners& moved) {
  RootOwners beyond;
  auto next = moved.begin();
  for (const std::uint32_t owner : here) {
    const bool moves = moving.count(owner) > 0;
    ensure(!moves || next != moved.end(), "a polynomial without multiple zeros over a wall loses a root there");
    beyond.push_back(moves ? *next++ : owner);
  }
  ensure(next == moved.end(), "a polynomial without multiple zeros over a wall gains a root there");
  return beyond;
}

}  // namespace

WallEvents WallEvents::of(const Projection& projection, std::size_t level, Projection::Id wall) {
  WallEvents events;
  for (std::size_t f = 0; f < projection.level(level).size(); ++f) {
    events.degrees_drop = events.degrees_drop || projection.leading_exponent(level, f, wall) > 0;
    if (const int order = projection.discriminant_exponent(level, f, wall)) events.multiple.emplace_back(f, order);
    for (std::size_t g = 0; g < f; ++g)
      if (const int order = projection.resultant_exponent(level, f, g, wall)) events.meetings.push_back({g, f, order});
  }
  return events;
}

std::optional<RootOwners> owners_beyond_wall(
    const RootOwners& here, const WallEvents& events,
    const std::function<RootOwners(const std::vector<std::size_t>&)>& roots_beyond) {
  if (events.degrees_drop) return std::nullopt;
  if (events.multiple.empty() && events.meetings.empty()) return here;
  if (!events.multiple.empty()) {
    if (events.multiple.size() > 1 || !events.meetings.empty()) return std::nullopt;
    const std::size_t polynomial = events.multiple.front().first;
    return beyond_multiple_zeros(here, polynomial, [&] { return roots_beyond({polynomial}).size(); });
  }
  if (events.meetings.size() == 1)
    if (auto beyond = beyond_one_meeting(here, events.meetings.front())) return beyond;
  std::set<std::size_t> moving;
  for (const WallEvents::Meeting& meeting : events.meetings) moving.insert({meeting.first, meeting.second});
  return rearranged(here, moving, roots_beyond({moving.begin(), moving.end()}));
}

}  // namespace isthmus
