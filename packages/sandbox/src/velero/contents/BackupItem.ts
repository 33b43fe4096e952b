import { KubernetesObject } from '../../api/KubernetesObject';
import { qualifiedName, ResourceType } from '../../api/ResourceType';

/** An object that a backup takes, or that a restore puts back. */
export interface BackupItem {
  type: ResourceType;
  object: KubernetesObject;
}

/** As resource lists name it: `apps/v1/Deployment`. */
export function kindOf({ object }: BackupItem): string {
  return `${object.apiVersion}/${object.kind}`;
}

/** As Velero's log and archives name it: `deployments.apps`. */
export function resourceOf({ type }: BackupItem): string {
  return qualifiedName(type);
}

/** Tells an item from all others. */
export function itemKey(item: BackupItem): string {
  const { namespace = '', name } = item.object.metadata;
  return `${resourceOf(item)} ${namespace}/${name}`;
}
