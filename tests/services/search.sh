# shellcheck shell=bash disable=SC2034 # its variables are read by `services`
# The search engines, one node each: OpenSearch 2.19 and 3.8, Elasticsearch 7.10. Sourced; see mariadb.sh for what each
# server has.

# Small, and quick to start: they live for minutes.
JVM_SMALL=(-Xms256m -Xmx512m -XX:+UseSerialGC -XX:TieredStopAtLevel=1)

opensearch_ports=2
opensearch_install() { find_java 17 21; fetch_jars opensearch; }
opensearch_start() { opensearch_install; search_node "$1" OpenSearchNode "$2" "$3"; }
opensearch_value() { echo "http://127.0.0.1:$2"; }

elasticsearch_ports=2
elasticsearch_install() { find_java 17 21; fetch_jars elasticsearch; }
elasticsearch_start() { elasticsearch_install; search_node "$1" ElasticsearchNode "$2" "$3"; }
elasticsearch_value() { echo "http://127.0.0.1:$2"; }

opensearch3_ports=2
opensearch3_install() { find_java 21 99; fetch_jars opensearch3; }
opensearch3_start() { opensearch3_install; search_node "$1" OpenSearchNode "$2" "$3"; }
opensearch3_value() { echo "http://127.0.0.1:$2"; }

# FOLDER CLASS HTTP_PORT TRANSPORT_PORT
search_node() {
    spawn "$1" "$1/node.log" "$JAVA" "${JVM_SMALL[@]}" -Djava.io.tmpdir="$1" -cp "$JARS/*" "$HERE/search/$2.java" \
        "$1/node" "$3" "$4"
    wait_for "$1" 180 answers_ok "$3" '/_cluster/health?wait_for_status=yellow&timeout=2s'
}
