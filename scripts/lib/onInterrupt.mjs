// npm passes on the signal that a terminal has sent to us already.
const ECHO_MILLIS = 500;

/** Calls `stop` on the first Ctrl-C, SIGTERM or closed terminal, then exits; `kill` on the second. */
export function onInterrupt({ stop, kill, exitCode = 0 }) {
  let stoppingSince;
  const handle = async () => {
    if (stoppingSince === undefined) {
      stoppingSince = Date.now();
      process.stdout.write('\nStopping … (Ctrl-C again kills)\n');
      await stop();
      process.exit(exitCode);
    }
    if (Date.now() - stoppingSince > ECHO_MILLIS) {
      kill();
      process.exit(130);
    }
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, handle);
  }
}
