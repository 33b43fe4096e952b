import { PlanWarning, TenantPlan } from 'backstage-plugin-velero-common';
import { CredentialStore } from '../store/CredentialStore';

/** Tells Secrets of an earlier credential that the portal wrote from those that only have names like it. */
export class OldSecrets {
  readonly #store: Pick<CredentialStore, 'find'>;

  constructor(store: Pick<CredentialStore, 'find'>) {
    this.#store = store;
  }

  /** Leaves in a plan those that the portal may remove, and warns of each of the others. */
  async sortOut(
    plan: TenantPlan,
  ): Promise<{ plan: TenantPlan; warnings: PlanWarning[] }> {
    const warnings: PlanWarning[] = [];
    const clusters = await Promise.all(
      plan.clusters.map(async planned => {
        const { cluster, veleroNamespace: namespace } = planned;
        const oldSecrets: string[] = [];
        for (const name of planned.oldSecrets) {
          const key = { cluster, namespace, name };
          if (await this.#store.find(key)) {
            oldSecrets.push(name);
          } else {
            warnings.push(staying(key));
          }
        }
        return { ...planned, oldSecrets };
      }),
    );
    return { plan: { ...plan, clusters }, warnings };
  }
}

function staying(key: {
  cluster: string;
  namespace: string;
  name: string;
}): PlanWarning {
  const { cluster, namespace, name } = key;
  return {
    code: 'secret-stays',
    field: 'storage.credential',
    message: `Secret '${name}' in cluster '${cluster}' has the credential that was used before. It is not the portal's, and stays. Remove it yourself where nothing else uses it: kubectl -n ${namespace} delete secret ${name}`,
  };
}
