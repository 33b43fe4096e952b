// Runs as a process of its own that a test kills: starts a program, which starts another, and tells nothing more.
import { GuardedProcess } from '../processes/GuardedProcess';

const [, , folder, pids] = process.argv;

const held = new GuardedProcess({
  line: ['sh', '-c', `sleep 600 & echo $! > ${pids}; echo $$ >> ${pids}; wait`],
  env: { PATH: process.env.PATH },
  folder,
  logFile: `${folder}/held.log`,
});

// Without this the process would be free to end.
setInterval(() => held.hasEnded, 60_000);
