# Sourced by scripts that need servers of their own, after prerequisites.sh: starts them in "$work" on free ports, and stops what it started.

postgres=
elasticsearch=

free_port() { node -e "const s=require('net').createServer();s.listen(0,'127.0.0.1',()=>{console.log(s.address().port);s.close()})"; }

# Exports JOBMATCH_TEST_POSTGRESQL.
start_postgresql() {
  local bin port
  bin=$(ls -d /usr/lib/postgresql/*/bin | sort -V | tail -n 1)
  port=$(free_port)
  mkdir -p "$work/postgres"
  chown postgres "$work/postgres"
  chmod 711 "$work"
  su postgres -c "$bin/initdb -D $work/postgres/data -A trust -E UTF8 --locale=C.UTF-8" >"$work/postgres.log" 2>&1 &&
    su postgres -c "$bin/pg_ctl -D $work/postgres/data -l $work/postgres/log -o '-p $port -k $work/postgres -c listen_addresses=127.0.0.1 -c fsync=off -c max_connections=300' -w start" >>"$work/postgres.log" 2>&1 ||
    { cat "$work/postgres.log" >&2; fail "PostgreSQL did not start."; }
  postgres=$bin
  export JOBMATCH_TEST_POSTGRESQL="Host=127.0.0.1;Port=$port;Username=postgres;Database=postgres"
}

# The folder that holds bin/start.sh and bin/stop.sh: JOBMATCH_ELASTICSEARCH_HOME, by default ../shared/elasticsearch when it is there; false when there is none.
find_elasticsearch() {
  if [ -z "${JOBMATCH_ELASTICSEARCH_HOME:-}" ] && [ -x ../shared/elasticsearch/bin/start.sh ]; then
    JOBMATCH_ELASTICSEARCH_HOME=$(cd ../shared/elasticsearch && pwd)
    export JOBMATCH_ELASTICSEARCH_HOME
  fi
  [ -n "${JOBMATCH_ELASTICSEARCH_HOME:-}" ]
}

# start_elasticsearch HEAP: exports JOBMATCH_TEST_ELASTICSEARCH.
start_elasticsearch() {
  local port
  port=$(free_port)
  # Started by root, the server runs as another user, who has to get at its folder.
  chmod 711 "$work"
  elasticsearch=$JOBMATCH_ELASTICSEARCH_HOME
  "$elasticsearch/bin/start.sh" --port "$port" --data "$work/elasticsearch" --heap "$1" >"$work/elasticsearch.log" 2>&1 ||
    { cat "$work/elasticsearch.log" >&2; fail "Elasticsearch did not start."; }
  export JOBMATCH_TEST_ELASTICSEARCH="http://127.0.0.1:$port"
}

stop_servers() {
  [ -z "$elasticsearch" ] || "$elasticsearch/bin/stop.sh" --data "$work/elasticsearch" >/dev/null 2>&1
  [ -z "$postgres" ] || su postgres -c "$postgres/pg_ctl -D $work/postgres/data -m immediate stop" >/dev/null 2>&1
}
