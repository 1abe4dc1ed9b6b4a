# Sourced by tests/run and proofs/run, from the root of the repository.
#
#   isthmus_install                   installs the packages of debian-packages.txt that are missing
#   isthmus_build <preset> [args]     configures the preset and builds it; args go to `cmake --build`
#   isthmus_jobs                      prints how many jobs this machine runs at once

isthmus_jobs() { nproc 2>/dev/null || echo 1; }

# Prints the packages of the list that this release of Debian needs and has not installed, one per line.
isthmus_missing_packages() {
  local release package releases status
  release=$(. /etc/os-release && echo "${VERSION_ID:-}")
  while read -r package releases; do
    [[ -z $package || ( -n $releases && " $releases " != *" $release "* ) ]] && continue
    status=$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null) || status=
    [[ $status == installed ]] || echo "$package"
  done < <(sed 's/#.*//' cmake/debian-packages.txt)
}

isthmus_install() {
  local missing as_root=()
  if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
    echo "not Debian: install the libraries of cmake/debian-packages.txt yourself" >&2
    return 0
  fi
  mapfile -t missing < <(isthmus_missing_packages)
  (( ${#missing[@]} )) || return 0
  (( EUID == 0 )) || as_root=(sudo)
  echo "installing: ${missing[*]}"
  "${as_root[@]}" apt-get update -q -o Acquire::Retries=3 </dev/null &&
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
      apt-get install -y -q -o Acquire::Retries=3 --no-install-recommends "${missing[@]}" </dev/null
}

isthmus_build() {
  local preset=$1 launcher=()
  shift
  if command -v ccache >/dev/null; then launcher=(-DCMAKE_CXX_COMPILER_LAUNCHER=ccache); fi
  cmake --preset "$preset" "${launcher[@]}" </dev/null && cmake --build --preset "$preset" -j "$(isthmus_jobs)" "$@" </dev/null
}
