import { NAMESPACE_OWNER_ANNOTATION } from 'backstage-plugin-velero-common';
import { KubernetesObject } from '../clusters/ClusterConnection';
import { fullOwnerRef } from './fullOwnerRef';

/** Whom an object names as its owner, for people; that its mark is of the same one has to be checked. */
export function ownerRefOfObject({
  metadata,
}: Pick<KubernetesObject, 'metadata'>): string {
  return fullOwnerRef(metadata.annotations?.[NAMESPACE_OWNER_ANNOTATION] ?? '');
}
