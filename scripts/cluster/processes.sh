# Sourced by cluster-flink, cluster-spark and check-s3: their libraries, and the processes that they start.
# Needs: project, work (the cluster's folder). Sets: java.

java=java
if [[ -n ${JAVA_HOME:-} ]]; then java=$JAVA_HOME/bin/java; fi

fail() {
  echo "$(basename "$0"): $*" >&2
  exit 1
}

# fetch POM: its dependencies into $work/lib, once; without a network if Maven has them already.
fetch() {
  if [[ ! -f $work/lib/.complete || $1 -nt $work/lib/.complete ]]; then
    echo "$(basename "$0"): fetching libraries (once) ..." >&2
    copy_dependencies "$1" --offline >/dev/null 2>&1 || copy_dependencies "$1" >&2
    touch "$work/lib/.complete"
  fi
}

copy_dependencies() {
  rm -rf "${work:?}/lib"
  mvn --batch-mode --quiet --no-transfer-progress "${@:2}" --file "$1" \
    dependency:copy-dependencies -DincludeScope=runtime "-DoutputDirectory=$work/lib"
}

# choose_port [GIVEN]: a port of which it and the next one are free, or the one given; kept in
# $work/port for the commands that come later.
choose_port() {
  local port=${1:-}
  while [[ -z $port ]]; do
    port=$((20000 + RANDOM % 20000))
    if answers "$port" || answers $((port + 1)); then port=; fi
  done
  echo "$port" >"$work/port"
}

# answers PORT: whether somebody listens there.
answers() {
  (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null
}

# chosen_port: the port that choose_port has kept.
chosen_port() {
  if [[ -f $work/port ]]; then cat "$work/port"; else fail "it does not run: start it first"; fi
}

# launch NAME COMMAND...: a process in the background, with $work/NAME.log and $work/NAME.pid.
launch() {
  local name=$1
  shift
  "$@" >"$work/$name.log" 2>&1 </dev/null &
  echo $! >"$work/$name.pid"
}

# pids: the processes of this cluster that live, as NAME PID lines. A number is taken for ours only
# while the process that has it still carries our folder in its command line.
pids() {
  local file pid
  for file in "$work"/*.pid; do
    [[ -f $file ]] || continue
    pid=$(<"$file")
    if grep -q --null-data --fixed-strings -- "$work" "/proc/$pid/cmdline" 2>/dev/null; then
      echo "$(basename "$file" .pid) $pid"
    fi
  done
}

# await SECONDS WORDS COMMAND...: until the command succeeds.
await() {
  local seconds=$1 words=$2
  shift 2
  for ((i = 0; i < seconds * 5; i++)); do
    if "$@" >/dev/null 2>&1; then return; fi
    sleep 0.2
  done
  fail "$words within $seconds s; its logs are in $work"
}

# stop: every process of this cluster, by its own number.
stop() {
  local name pid
  while read -r name pid; do kill "$pid" 2>/dev/null || true; done < <(pids)
  for ((i = 0; i < 50; i++)); do
    [[ -n $(pids) ]] || break
    sleep 0.2
  done
  while read -r name pid; do kill -KILL "$pid" 2>/dev/null || true; done < <(pids)
  rm -f "$work"/*.pid "$work/port"
  rm -rf "$work/tmp"
}

# kill_worker NAME: ends one process as a crash does.
kill_worker() {
  local pid
  pid=$(pids | awk -v name="$1" '$1 == name { print $2 }')
  [[ -n $pid ]] || fail "no process $1; there are: $(pids | tr '\n' ' ')"
  kill -KILL "$pid"
}
