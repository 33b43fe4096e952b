/** Whether there is a process with this id. */
export function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // Others' processes may not be signalled, but they are there.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
