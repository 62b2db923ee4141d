# Sourced by cluster-flink and cluster-spark: their libraries, and the processes that they start.
# Needs: project, work (the cluster's folder). Sets: java.

java=java
if [[ -n ${JAVA_HOME:-} ]]; then java=$JAVA_HOME/bin/java; fi

fail() {
  echo "$(basename "$0"): $*" >&2
  exit 1
}

# fetch POM: its dependencies into $work/lib, once.
fetch() {
  if [[ ! -f $work/lib/.complete || $1 -nt $work/lib/.complete ]]; then
    echo "$(basename "$0"): fetching libraries (once) ..." >&2
    rm -rf "${work:?}/lib"
    mvn --batch-mode --quiet --no-transfer-progress --file "$1" dependency:copy-dependencies \
      -DincludeScope=runtime "-DoutputDirectory=$work/lib" >&2
    touch "$work/lib/.complete"
  fi
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
  rm -f "$work"/*.pid
}

# kill_worker NAME: ends one process as a crash does.
kill_worker() {
  local pid
  pid=$(pids | awk -v name="$1" '$1 == name { print $2 }')
  [[ -n $pid ]] || fail "no process $1; there are: $(pids | tr '\n' ' ')"
  kill -KILL "$pid"
}
