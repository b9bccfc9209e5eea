# shellcheck shell=bash
# What all servers have in common: speaking, free ports, starting and stopping processes, waiting with a deadline.
# Knows no server by name. Sourced by `services` and `stack`.

# How long a server may take to end once it was asked to; after that it is killed.
STOP_WITHIN=20

say() { printf '%s\n' "$*" >&2; }

fail() {
    say "services: $*"
    exit 1
}

# COUNT ports of 127.0.0.1 that nobody listens on. Below the range that the kernel gives to outgoing connections: else a
# client that looks for a server which is down could be given the server's own port, and so keep it from coming back.
free_ports() {
    perl -MIO::Socket::INET -e '
        my ($count, $above) = @ARGV;
        my @held;
        for (my $tries = 0; @held < $count && $tries < 10_000; $tries++) {
            my $port = 10_001 + int rand($above - 10_001);
            my $held = IO::Socket::INET->new(Listen => 1, Proto => "tcp", LocalAddr => "127.0.0.1", LocalPort => $port);
            push @held, $held if $held;
        }
        die "no free ports\n" if @held < $count;
        print join(" ", map { $_->sockport } @held), "\n";
    ' "$1" "$(first_outgoing_port)"
}

first_outgoing_port() {
    local first=32768
    if [ -r /proc/sys/net/ipv4/ip_local_port_range ]; then
        read -r first _ </proc/sys/net/ipv4/ip_local_port_range
    fi
    # A machine that gives nearly all ports away leaves no room below.
    if [ "$first" -lt 12000 ]; then first=32768; fi
    echo "$first"
}

# When process PID began, in ticks since the machine did; nothing where it is gone or only waits to be buried. With the
# pid it names a process for good: pids are given anew.
began() {
    local stat rest
    stat=$(cat "/proc/$1/stat" 2>/dev/null) || return 0
    # The name in parentheses may hold blanks.
    read -r -a rest <<<"${stat##*) }"
    if [ "${rest[0]}" != Z ]; then echo "${rest[19]}"; fi
}

# Starts a server of its own session, so that Ctrl-C in a terminal does not reach it: spawn FOLDER LOG COMMAND…
# FOLDER/pids remembers it, FOLDER/commands how it was started: some servers show another command line as their own.
spawn() {
    local folder=$1 log=$2 pid
    shift 2
    # 9 is the lock of the state folder, which would else be held as long as the server lives.
    setsid "$@" >>"$log" 2>&1 </dev/null 9>&- &
    pid=$!
    echo "$pid $(began "$pid")" >>"$folder/pids"
    printf '%q ' "$@" >>"$folder/commands"
    echo >>"$folder/commands"
}

# The pids of FOLDER that live.
living() {
    local pid since
    [ -f "$1/pids" ] || return 0
    while read -r pid since; do
        if [ -n "$since" ] && [ "$(began "$pid")" = "$since" ]; then echo "$pid"; fi
    done <"$1/pids"
}

# Whether every process of FOLDER lives.
all_live() {
    [ -s "$1/pids" ] && [ "$(living "$1" | wc -l)" -eq "$(wc -l <"$1/pids")" ]
}

# Ends the processes of all FOLDERS, first kindly.
stop_processes() {
    local folder deadline=$((SECONDS + STOP_WITHIN)) pids
    for folder in "$@"; do
        living "$folder" | xargs -r kill -TERM 2>/dev/null || true
    done
    for folder in "$@"; do
        while pids=$(living "$folder") && [ -n "$pids" ]; do
            if [ "$SECONDS" -ge "$deadline" ]; then
                say "services: ${folder##*/} does not end within $STOP_WITHIN s and is killed"
                xargs -r kill -KILL <<<"$pids" 2>/dev/null || true
            fi
            sleep 0.05
        done
    done
}

# Polls COMMAND until it succeeds: wait_for FOLDER SECONDS COMMAND…. Fails at the deadline, and at once where a process of
# FOLDER has ended.
wait_for() {
    local folder=$1 deadline=$((SECONDS + $2))
    shift 2
    until "$@" >/dev/null 2>&1 && all_live "$folder"; do
        if ! all_live "$folder"; then
            say "services: ${folder##*/} has ended by itself"
            return 1
        fi
        if [ "$SECONDS" -ge "$deadline" ]; then
            say "services: ${folder##*/} is not ready in time"
            return 1
        fi
        sleep 0.1
    done
}

# The end of every log of FOLDER.
show_logs() {
    local log
    for log in "$1"/*.log; do
        [ -s "$log" ] || continue
        say "--- the end of $log"
        tail -n 25 "$log" >&2
    done
}

# Whether http://127.0.0.1:PORT/PATH answers 200, without a tool for it: answers_ok PORT PATH
answers_ok() {
    local status
    # The subshell closes the connection; an open that fails ends it.
    status=$(
        exec 8<>"/dev/tcp/127.0.0.1/$1" || exit 1
        printf 'GET %s HTTP/1.0\r\nHost: 127.0.0.1\r\n\r\n' "$2" >&8
        IFS= read -r -t 5 line <&8 && printf '%s' "$line"
    )
    [[ $status == HTTP/1.?" 200"* ]]
}
