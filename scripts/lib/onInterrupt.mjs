/** Calls `stop` on the first Ctrl-C, SIGTERM or closed terminal, then exits; `kill` on the second. */
export function onInterrupt({ stop, kill, exitCode = 0 }) {
  let isStopping = false;
  const handle = async () => {
    if (isStopping) {
      kill();
      process.exit(130);
    }
    isStopping = true;
    process.stdout.write('\nStopping … (Ctrl-C again kills)\n');
    await stop();
    process.exit(exitCode);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, handle);
  }
}
