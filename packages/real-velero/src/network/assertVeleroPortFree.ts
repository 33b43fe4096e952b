import { SetupError } from '../SetupError';
import { isFree } from './ports';

const PORT = 8080;

/** Refuses a start where Velero cannot listen: this port of its manager has no flag. */
export async function assertVeleroPortFree(
  reason: string,
  port = PORT,
): Promise<void> {
  if (!(await isFree(port))) {
    throw new SetupError(
      `Port ${port}, which Velero listens on whatever it is told, is in use: end what listens there (\`ss -ltnp 'sport = :${port}'\` names it), or run with the right to make network namespaces, where the port does not matter. Now ${reason}.`,
    );
  }
}
