# shellcheck shell=bash disable=SC2034 # its variables are read by `services`
# MariaDB: one server, and a Galera cluster of three. Each server has four functions: NAME_install, NAME_start FOLDER
# PORTS…, NAME_value FOLDER PORTS… (what its variable is set to) and how many NAME_ports it needs. Sourced.

mariadb_ports=1
mariadb_install() { install_programs mariadbd:mariadb-server mariadb-install-db:mariadb-server mariadb:mariadb-client; }

mariadb_start() {
    local folder=$1 port=$2 user
    user=$(id -un)
    new_datadir "$folder/data" "$user" "$folder/install.log"
    spawn "$folder" "$folder/server.log" mariadbd --no-defaults --user="$user" \
        --datadir="$folder/data" --port="$port" "${MARIADB_SMALL[@]}"
    wait_for "$folder" 60 mariadb_says "$port" 'SELECT 1'
}

mariadb_value() { echo "mysql://root@127.0.0.1:$2"; }

# Few and small caches; what is durable by default stays durable. The socket's path is below the data folder, since those
# of sockets must be short.
MARIADB_SMALL=(--bind-address=127.0.0.1 --socket=socket --pid-file=pid --skip-name-resolve --max-connections=500
    --innodb-buffer-pool-size=96M --innodb-log-file-size=48M)

new_datadir() {
    mariadb-install-db --no-defaults --datadir="$1" --user="$2" --auth-root-authentication-method=normal \
        --skip-test-db >"$3" 2>&1
}

mariadb_says() {
    mariadb --no-defaults --protocol=tcp --host=127.0.0.1 --port="$1" --user=root --connect-timeout=2 \
        --skip-column-names --batch --execute="$2"
}

# Galera: a port for clients, one for the group, two for the transfer of state, each node.
galera_ports=12
galera_install() {
    mariadb_install
    install_programs wsrep_sst_rsync:mariadb-server /usr/lib/libgalera_smm.so:galera-4 rsync:rsync ss:iproute2 lsof:lsof
}

galera_start() {
    local folder=$1 user node group data
    shift
    local ports=("$@")
    data=$folder/data
    mkdir "$data"
    user=$(id -un)
    if [ "$(id -u)" -eq 0 ]; then
        # The transfer of state refuses root, and the user mysql may not reach the checkout.
        user=mysql
        data=$(mktemp -d /tmp/chatd-galera.XXXXXX)
        chown mysql: "$data"
        echo "$data" >"$folder/elsewhere"
    fi
    for node in 0 1 2; do new_datadir "$data/$node" "$user" "$folder/install-$node.log"; done
    for node in 0 1 2; do
        group=gcomm://
        if [ "$node" -gt 0 ]; then group=gcomm://127.0.0.1:${ports[1]}; fi
        galera_node "$folder" "$user" "$data/$node" "chatd-${ports[0]}" "$group" "${ports[@]:node * 4:4}"
        # One after the other: a donor serves one joiner at a time.
        wait_for "$folder" 90 galera_synced "${ports[node * 4]}"
    done
}

galera_node() {
    local folder=$1 user=$2 data=$3 name=$4 group=$5 port=$6 gcast=$7 ist=$8 sst=$9
    spawn "$folder" "$folder/node-${data##*/}.log" mariadbd --no-defaults --user="$user" --datadir="$data" \
        --port="$port" "${MARIADB_SMALL[@]}" --binlog-format=ROW --innodb-autoinc-lock-mode=2 --wsrep-on=ON \
        --wsrep-provider=/usr/lib/libgalera_smm.so --wsrep-cluster-name="$name" \
        --wsrep-cluster-address="$group" --wsrep-node-address=127.0.0.1 --wsrep-sst-method=rsync \
        --wsrep-sst-receive-address="127.0.0.1:$sst" --wsrep-provider-options="base_host=127.0.0.1;base_port=$gcast;\
gmcast.listen_addr=tcp://127.0.0.1:$gcast;ist.recv_addr=127.0.0.1:$ist;gcache.size=32M"
}

galera_synced() {
    [ "$(mariadb_says "$1" "SELECT variable_value FROM information_schema.global_status \
        WHERE variable_name = 'wsrep_local_state_comment'")" = Synced ]
}

galera_value() {
    echo "mysql://root@127.0.0.1:$2,mysql://root@127.0.0.1:$6,mysql://root@127.0.0.1:${10}"
}
