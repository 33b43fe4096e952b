import {
  CheckLevel,
  RestoreCheck,
  RestoreCheckId,
} from 'backstage-plugin-velero-common';

export const CHECK_GROUPS = [
  'rules',
  'backup',
  'namespaces',
  'contents',
  'surroundings',
  'further',
] as const;
export type CheckGroup = (typeof CHECK_GROUPS)[number];

/** Those of newer backends, which are not named here, stand at the end. */
const GROUP_OF: Record<RestoreCheckId, CheckGroup> = {
  policy: 'rules',
  approvals: 'rules',
  limits: 'rules',
  'quiet-hours': 'rules',
  drill: 'rules',
  'whole-backup': 'rules',
  backup: 'backup',
  'backup-age': 'backup',
  location: 'backup',
  'tenant-storage': 'backup',
  cluster: 'backup',
  'server-version': 'backup',
  'other-cluster': 'backup',
  source: 'namespaces',
  target: 'namespaces',
  existing: 'namespaces',
  'existing-objects': 'namespaces',
  quota: 'namespaces',
  gitops: 'namespaces',
  contents: 'contents',
  kinds: 'contents',
  'cluster-scoped': 'contents',
  volumes: 'contents',
  hooks: 'contents',
  modifier: 'contents',
  'storage-classes': 'surroundings',
  hosts: 'surroundings',
  'node-selectors': 'surroundings',
};

export const LEVELS: readonly CheckLevel[] = ['stop', 'warn', 'ok'];

/** Puts checks together by what they are about; in each group what stops comes first. */
export function groupChecks(
  checks: RestoreCheck[],
): Array<{ group: CheckGroup; checks: RestoreCheck[] }> {
  return CHECK_GROUPS.map(group => ({
    group,
    checks: checks
      .filter(({ id }) => (GROUP_OF[id] ?? 'further') === group)
      .sort((a, b) => LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level)),
  })).filter(entry => entry.checks.length > 0);
}

export function countLevel(checks: RestoreCheck[], level: CheckLevel): number {
  return checks.filter(check => check.level === level).length;
}
