import { findBuiltTools } from 'real-velero';
import { ContractTarget } from './ContractTarget';

const REASON =
  'The tools whose output is known are built by `npm run test:real`';

/** The command line tools of the versions that run on real servers: others print other things. */
export async function findTools(): Promise<
  Pick<ContractTarget, 'tools' | 'lacks'>
> {
  const built = await findBuiltTools();
  if (!built) {
    return { tools: {}, lacks: { veleroCli: REASON, kubectl: REASON } };
  }
  const { velero, kubectl } = built;
  return { tools: { velero, kubectl }, lacks: {} };
}
