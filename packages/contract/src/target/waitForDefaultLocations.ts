import { KubernetesClient } from '../kubernetes/KubernetesClient';
import { Patience } from '../fixture/Patience';
import { Region } from './ContractTarget';

/** A backup that comes before its location was checked fails for good, so cases begin afterwards. */
export async function waitForDefaultLocations(
  regions: Region[],
  signal: AbortSignal = new AbortController().signal,
) {
  const patience = new Patience({ speed: 1, signal });
  for (const {
    url,
    caData,
    tokens,
    veleroNamespace,
    defaultLocation,
  } of regions) {
    const kube = new KubernetesClient({
      url,
      caData,
      token: tokens.admin,
      signal,
    });
    await patience.until(
      `location '${defaultLocation}' is Available`,
      async () => {
        const { status } = await kube.get({
          resource: 'backupstoragelocations',
          namespace: veleroNamespace,
          name: defaultLocation,
        });
        return status?.phase === 'Available';
      },
      { seconds: 60 },
    );
    await kube.close();
  }
}
