import { VeleroDiscovery } from '../ClusterConnection';
import { isJsonObject, malformed, parseJsonObject } from './json';
import { VELERO_RESOURCES } from './resources';

const WHAT = "The cluster's list of resources";

export function parseDiscovery(text: Buffer): VeleroDiscovery {
  const { resources } = parseJsonObject(text, WHAT);
  if (!Array.isArray(resources)) {
    throw malformed(WHAT);
  }
  const served = new Set(
    resources.filter(isJsonObject).map(resource => resource.name),
  );
  return {
    installed: true,
    resources: VELERO_RESOURCES.filter(resource => served.has(resource)),
  };
}
