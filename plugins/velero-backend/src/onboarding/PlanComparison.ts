import {
  meaningOfPhase,
  PlannedChange,
  TenantClusterPlan,
  TenantPlan,
} from 'backstage-plugin-velero-common';
import { Stores } from '../store/Stores';
import { Credentials } from './Credentials';
import { LiveObject } from './LiveObjects';
import { plannedChanges } from './plannedChanges';

/** Backups of a schedule among which a good one is. */
const NEWEST = 100;

/** Compares plans with what their clusters have, and with what is known beside. */
export class PlanComparison {
  readonly #credentials: Credentials;
  readonly #queries: Pick<Stores['queries'], 'newestOf'>;

  constructor(options: {
    credentials: Credentials;
    queries: Pick<Stores['queries'], 'newestOf'>;
  }) {
    this.#credentials = options.credentials;
    this.#queries = options.queries;
  }

  /** @param objects - the locations and schedules that are there */
  async changes(
    plan: TenantPlan,
    objects: LiveObject[],
  ): Promise<PlannedChange[]> {
    const secrets = new Set<string>();
    const backups = new Map<string, string>();
    for (const planned of plan.clusters) {
      for (const name of await this.#writtenSecrets(planned)) {
        secrets.add(`${planned.cluster}/${name}`);
      }
      const backup = await this.#backupOf(planned);
      if (backup !== undefined) {
        backups.set(planned.cluster, backup);
      }
    }
    return plannedChanges(plan, { objects, secrets, backups });
  }

  async #writtenSecrets({
    cluster,
    credentials,
  }: TenantClusterPlan): Promise<string[]> {
    const written = [];
    for (const credential of credentials) {
      if (await this.#credentials.isWritten(cluster, credential)) {
        written.push(credential.object.metadata.name);
      }
    }
    return written;
  }

  /** Names the backup that stands in for a first one: it is complete, or on its way. */
  async #backupOf({
    cluster,
    veleroNamespace: namespace,
    firstBackup: name,
  }: TenantClusterPlan): Promise<string | undefined> {
    if (name === undefined) {
      return undefined;
    }
    const key = { cluster, namespace, name };
    const backups = await this.#queries.newestOf(key, NEWEST);
    const isComplete = ({ phase }: { phase: string }) =>
      meaningOfPhase(phase).outcome === 'ok';
    const found =
      backups.find(isComplete) ?? backups.find(({ unfinished }) => unfinished);
    return found?.name;
  }
}
