import { InputError } from '@backstage/errors';

/** The archive would hold the credentials of all storage locations, and Velero does not support it. */
export function assertNotVelero(
  namespaces: string[],
  targets: Array<{ cluster: string; veleroNamespaces: string[] }>,
  cluster: string,
) {
  const own = targets
    .filter(target => target.cluster === cluster)
    .flatMap(target => target.veleroNamespaces);
  const unfit = namespaces.find(namespace => own.includes(namespace));
  if (unfit) {
    throw new InputError(
      `Velero itself works in namespace '${unfit}' of cluster '${cluster}', which cannot be backed up by it`,
    );
  }
}
