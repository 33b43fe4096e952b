import { FleetVelero } from 'backstage-plugin-velero-common';
import { ClusterConnection } from '../clusters/ClusterConnection';
import { ClusterError } from '../clusters/ClusterError';
import { isJsonObject, JsonObject } from '../clusters/http/json';

/** What the pods of a Velero server tell of it; what is absent is not known. */
export type ServerWorkloads = Pick<
  FleetVelero,
  'pluginImages' | 'zone' | 'nodeAgent'
>;

const TIME_LIMIT = 5_000;

/** Of Velero's image, when nothing says another one. */
const USUAL_ZONE = 'UTC';

/** Reads the Deployment of a Velero server and its node agent; Velero itself knows them by these names only. */
export async function readServerWorkloads(server: {
  namespace: string;
  connection: ClusterConnection;
}): Promise<ServerWorkloads> {
  const { namespace, connection } = server;
  const key = { namespace, signal: AbortSignal.timeout(TIME_LIMIT) };
  const [deployment, daemonSet] = await Promise.all([
    asKnown(
      connection.get({ ...key, resource: 'deployments', name: 'velero' }),
    ),
    asKnown(
      connection.get({ ...key, resource: 'daemonsets', name: 'node-agent' }),
    ),
  ]);
  return {
    ...(deployment && serverParts(deployment)),
    ...(daemonSet !== undefined && {
      nodeAgent: daemonSet !== null && hasPods(daemonSet),
    }),
  };
}

/** Nothing where it is not known, as where the portal may not read it; `null` where there is none. */
async function asKnown(
  object: Promise<object>,
): Promise<JsonObject | null | undefined> {
  try {
    return { ...(await object) };
  } catch (error) {
    if (!(error instanceof ClusterError)) {
      throw error;
    }
    return error.kind === 'not-found' ? null : undefined;
  }
}

function serverParts({ spec }: JsonObject): ServerWorkloads {
  const pod = at(at(spec, 'template'), 'spec');
  const container = objectsAt(pod, 'containers').find(
    ({ name }) => name === 'velero',
  );
  const zone = container && zoneOf(container);
  return {
    pluginImages: objectsAt(pod, 'initContainers').flatMap(({ image }) =>
      typeof image === 'string' ? [image] : [],
    ),
    ...(zone && { zone }),
  };
}

/** Nothing where it comes from elsewhere, as from a ConfigMap or the clock of the node. */
function zoneOf(container: JsonObject): string | undefined {
  const entry = objectsAt(container, 'env').find(({ name }) => name === 'TZ');
  if (entry) {
    return entry.valueFrom ? undefined : String(entry.value || USUAL_ZONE);
  }
  const isElsewhere =
    objectsAt(container, 'envFrom').length > 0 ||
    objectsAt(container, 'volumeMounts').some(
      ({ mountPath }) => mountPath === '/etc/localtime',
    );
  return isElsewhere ? undefined : USUAL_ZONE;
}

/** One that fits no node has none. */
function hasPods({ status }: JsonObject): boolean {
  return at(status, 'desiredNumberScheduled') !== 0;
}

function objectsAt(value: unknown, key: string): JsonObject[] {
  const list = at(value, key);
  return Array.isArray(list) ? list.filter(isJsonObject) : [];
}

function at(value: unknown, key: string): unknown {
  return isJsonObject(value) ? value[key] : undefined;
}
