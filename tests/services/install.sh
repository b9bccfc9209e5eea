# shellcheck shell=bash disable=SC2034 # its variables are read by `services`
# What has to be on the machine: programs by apt-get, Java, and the jars of the search engines by Maven. Sourced.

CACHE=${XDG_CACHE_HOME:-$HOME/.cache}/chatd-test-services

# Says to Debian's packages that a server which was installed is not to be started: ours run in folders of their own.
POLICY=/usr/sbin/policy-rc.d

# Whether this call has had apt-get read anew what there is.
LISTS_ARE_FRESH=

# Servers live where only root looks by default.
PATH=$PATH:/usr/local/sbin:/usr/sbin:/sbin

# Runs a command as root; false where that cannot be.
as_root() {
    if [ "$(id -u)" -eq 0 ]; then
        "$@"
    elif command -v sudo >/dev/null; then
        sudo "$@"
    else
        return 1
    fi
}

# Installs the packages of every PROGRAM:PACKAGE[,PACKAGE] whose program is missing.
install_programs() {
    local pair more packages=()
    for pair in "$@"; do
        if ! command -v "${pair%%:*}" >/dev/null && [ ! -e "${pair%%:*}" ]; then
            IFS=, read -r -a more <<<"${pair#*:}"
            packages+=("${more[@]}")
        fi
    done
    [ "${#packages[@]}" -gt 0 ] || return 0
    mapfile -t packages < <(printf '%s\n' "${packages[@]}" | sort -u)
    apt_install "${packages[@]}"
}

apt_install() {
    local ask="install them yourself (apt-get install $*), name servers of your own in CHATD_TEST_… variables, or set \
CHATD_TEST=embedded to do without"
    command -v apt-get >/dev/null || fail "these packages are missing, and there is no apt-get here: $*. Please $ask"
    as_root true || fail "these packages are missing, and installing needs root or sudo: $*. Please $ask"
    say "installing $*"
    # One call at a time on this machine, since the policy is one for all.
    (
        flock 7
        forbid_starting
        trap permit_starting EXIT
        apt_update
        as_root env DEBIAN_FRONTEND=noninteractive apt-get -q -y -o DPkg::Lock::Timeout=300 -o Dpkg::Use-Pty=0 \
            install --no-install-recommends "$@"
    ) 7>"/tmp/.chatd-test-services-apt.$(id -u)" >"$STATE/apt.log" 2>&1 9>&- || {
        tail -n 25 "$STATE/apt.log" >&2
        fail "apt-get could not install $*. Please $ask"
    }
    rm -f "$STATE/apt.log"
    LISTS_ARE_FRESH=yes
}

# Lists that are stale may do, so going on without is worth a try.
apt_update() {
    [ -n "$LISTS_ARE_FRESH" ] || as_root apt-get -q -o DPkg::Lock::Timeout=300 update || true
}

forbid_starting() {
    [ -e "$POLICY" ] && return
    # shellcheck disable=SC2016 # "$0" is for the shell that as_root starts
    as_root sh -c 'printf "#!/bin/sh\n# by chatd tests/services, while it installs\nexit 101\n" >"$0" && chmod 755 "$0"' "$POLICY"
}

permit_starting() {
    if grep -q 'by chatd tests/services' "$POLICY" 2>/dev/null; then as_root rm -f "$POLICY"; fi
}

# A Java with a compiler, of a version between LEAST and MOST: sets JAVA. Installs the oldest that fits where there is none.
find_java() {
    local least=$1 most=$2 version
    choose_java "$least" "$most" && return
    for version in 17 21 25; do
        if [ "$version" -ge "$least" ] && [ "$version" -le "$most" ] && known_package "openjdk-$version-jdk-headless"; then
            apt_install "openjdk-$version-jdk-headless"
            choose_java "$least" "$most" && return
        fi
    done
    fail "a JDK of version $least to $most is needed, and this system has no package of one: please install one below" \
        "/usr/lib/jvm, or name it in JAVA_HOME"
}

# Whether apt-get could install a package; its lists may be missing on a new machine.
known_package() {
    listed "$1" && return
    as_root true || return 1
    apt_update >/dev/null 2>&1
    LISTS_ARE_FRESH=yes
    listed "$1"
}

listed() { [[ $(apt-cache show "$1" 2>/dev/null) == *"Package: $1"* ]]; }

choose_java() {
    local home version
    for home in "${JAVA_HOME:-}" /usr/lib/jvm/*; do
        # javac beside it: the nodes are started from their source.
        if [ ! -x "$home/bin/java" ] || [ ! -x "$home/bin/javac" ]; then continue; fi
        version=$("$home/bin/java" -version 2>&1 | sed -n '1s/.*version "\([0-9]*\).*/\1/p')
        if [ -n "$version" ] && [ "$version" -ge "$1" ] && [ "$version" -le "$2" ]; then
            JAVA=$home/bin/java
            return
        fi
    done
    return 1
}

# By its whole name: where it cannot be had, Maven then says why.
COPY_JARS=org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies

# The folder with the jars of an engine (a profile of pom.xml), fetched once for all checkouts: sets JARS.
fetch_jars() {
    local profile=$1 pom=$HERE/search/pom.xml fresh try
    JARS=$CACHE/$profile-$(cksum <"$pom" | cut -d' ' -f1)
    [ -d "$JARS" ] && return
    install_programs mvn:maven
    say "fetching the jars of $profile"
    mkdir -p "$CACHE"
    fresh=$(mktemp -d "$CACHE/fetching.XXXXXX")
    for try in 1 2 3; do
        if mvn -B -q -f "$pom" -P "$profile" "$COPY_JARS" -DincludeScope=runtime -DoutputDirectory="$fresh" \
            >"$STATE/mvn-$profile.log" 2>&1 9>&-; then
            # Another checkout may have been faster.
            mv -T "$fresh" "$JARS" 2>/dev/null || rm -rf "$fresh"
            rm -f "$STATE/mvn-$profile.log"
            return
        fi
        say "Maven failed ($try of 3)"
    done
    rm -rf "$fresh"
    tail -n 25 "$STATE/mvn-$profile.log" >&2
    fail "the jars of $profile could not be fetched; Maven's words stand above"
}
