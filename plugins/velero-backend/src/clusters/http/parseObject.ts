import { KubernetesObject } from '../ClusterConnection';
import { isKubernetesObject, malformed, parseJson } from './json';

/** Reads a single object. */
export function parseObject(text: Buffer): KubernetesObject {
  const value = parseJson(text, 'An object');
  if (!isKubernetesObject(value)) {
    throw malformed('An object');
  }
  return value;
}
