# shellcheck shell=bash disable=SC2034 # its variables are read by `services`
# Redis: one server, and a cluster of three masters. Sourced; see mariadb.sh for what each server has.

# As chatd wants it in earnest: nothing that was acknowledged is lost, nothing is evicted.
REDIS_SAFE=(--bind 127.0.0.1 --appendonly yes --appendfsync always --save "" --maxmemory-policy noeviction)

redis_ports=1
# openssl makes the certificates of tests that speak TLS.
redis_install() { install_programs redis-server:redis-server redis-cli:redis-tools openssl:openssl; }

redis_start() {
    redis_server "$1" server "$2"
    wait_for "$1" 30 redis_says "$2" PONG PING
}

redis_value() { echo "redis://127.0.0.1:$2"; }

# FOLDER NAME PORT OPTIONS…
redis_server() {
    local folder=$1 name=$2 port=$3
    shift 3
    mkdir "$folder/$name"
    spawn "$folder" "$folder/$name.log" redis-server --port "$port" --dir "$folder/$name" "${REDIS_SAFE[@]}" "$@"
}

# Whether a command is answered with a text that holds ANSWER: redis_says PORT ANSWER COMMAND…
redis_says() {
    local port=$1 expected=$2 answer
    shift 2
    answer=$(timeout 5 redis-cli -h 127.0.0.1 -p "$port" "$@") && [[ $answer == *"$expected"* ]]
}

# The servers' ports, then those of the bus between them.
redis_cluster_ports=6
redis_cluster_install() { redis_install; }

redis_cluster_start() {
    local folder=$1 node
    shift
    local ports=("$@")
    for node in 0 1 2; do
        redis_server "$folder" "node-$node" "${ports[node]}" --cluster-enabled yes --cluster-port "${ports[node + 3]}" \
            --cluster-node-timeout 2000
    done
    for node in 0 1 2; do wait_for "$folder" 30 redis_says "${ports[node]}" PONG PING; done
    redis-cli --cluster create "127.0.0.1:${ports[0]}" "127.0.0.1:${ports[1]}" "127.0.0.1:${ports[2]}" \
        --cluster-replicas 0 --cluster-yes >"$folder/create.log" 2>&1
    # Every node has to have heard of it, not only the one that was asked first.
    for node in 0 1 2; do wait_for "$folder" 60 redis_says "${ports[node]}" cluster_state:ok CLUSTER INFO; done
}

redis_cluster_value() { echo "redis+cluster://127.0.0.1:$2,127.0.0.1:$3,127.0.0.1:$4"; }
