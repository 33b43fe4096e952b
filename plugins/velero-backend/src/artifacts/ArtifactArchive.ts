import {
  ProspectClaim,
  ProspectHosts,
  ProspectNodeSelector,
} from 'backstage-plugin-velero-common';

/** A pod in a backup whose annotations have Velero run something when it is restored. */
export interface ArtifactHook {
  namespace: string;
  pod: string;
}

/** What is taken out of the archive of a backup; nothing else of it is kept. */
export interface ArtifactArchive {
  /** All of them. */
  hooks: ArtifactHook[];
  claims: ProspectClaim[];
  hosts: ProspectHosts[];
  nodeSelectors: ProspectNodeSelector[];
  /** False when claims, hosts or selectors were left out, as there are too many, or one cannot be read. */
  isWhole: boolean;
}
