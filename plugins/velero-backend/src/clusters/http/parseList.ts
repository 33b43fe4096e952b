import { KubernetesPage } from '../ClusterConnection';
import {
  isJsonObject,
  isKubernetesObject,
  malformed,
  parseJsonObject,
} from './json';

const WHAT = 'The list from the cluster';

export function parseList(text: Buffer): KubernetesPage {
  const list = parseJsonObject(text, WHAT);
  const items = list.items ?? [];
  const { metadata } = list;
  if (!isJsonObject(metadata) || !Array.isArray(items)) {
    throw malformed(WHAT);
  }
  const { resourceVersion, continue: continueToken } = metadata;
  if (typeof resourceVersion !== 'string' || !items.every(isKubernetesObject)) {
    throw malformed(WHAT);
  }
  return {
    items,
    resourceVersion,
    ...(typeof continueToken === 'string' &&
      continueToken && { continueToken }),
  };
}
