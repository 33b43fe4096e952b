import { ProtectionRow } from './ProtectionRow';
import { World } from './world';

/** A schedule that works, and takes a part only. */
function withSpec(spec: Record<string, unknown>): World {
  return {
    schedules: [{ name: 'nightly', spec }],
    backups: [{ schedule: 'nightly', ago: 9, spec }],
  };
}

const databases = { labelSelector: { matchLabels: { app: 'db' } } };

/** Copies that are young enough, of a part of the namespace. */
export const partialRows: ProtectionRow[] = [
  [
    'Only what carries a label',
    'partial',
    'Partly protected. Last good copy 9 hours ago, next tomorrow at 02:00 UTC. Schedule nightly takes some objects only, by label app=db.',
    withSpec(databases),
  ],
  [
    'Only what carries one of two labels',
    'partial',
    'Partly protected. Last good copy 9 hours ago, next tomorrow at 02:00 UTC. Schedule nightly takes some objects only, by label app=db or app=web.',
    withSpec({
      orLabelSelectors: [
        { matchLabels: { app: 'db' } },
        { matchLabels: { app: 'web' } },
      ],
    }),
  ],
  [
    'Only Secrets',
    'partial',
    'Partly protected. Last good copy 9 hours ago, next tomorrow at 02:00 UTC. Schedule nightly takes only secrets.',
    withSpec({ includedResources: ['secrets'] }),
  ],
  [
    'Everything but Secrets',
    'partial',
    'Partly protected. Last good copy 9 hours ago, next tomorrow at 02:00 UTC. Schedule nightly leaves out secrets.',
    withSpec({ excludedNamespaceScopedResources: ['secrets'] }),
  ],
  [
    'Volumes turned off',
    'partial',
    'Partly protected. Last good copy 9 hours ago, next tomorrow at 02:00 UTC. Schedule nightly does not copy what is in volumes.',
    withSpec({ snapshotVolumes: false }),
  ],
  [
    'Without what lies outside of namespaces, so without volumes',
    'partial',
    'Partly protected. Last good copy 9 hours ago, next tomorrow at 02:00 UTC. Schedule nightly does not copy what is in volumes, because it leaves out persistentvolumes.',
    withSpec({ includeClusterResources: false }),
  ],
  [
    'A policy chooses the volumes',
    'partial',
    'Partly protected. Last good copy 9 hours ago, next tomorrow at 02:00 UTC. Schedule nightly leaves the choice of volumes to the policy skip-nfs.',
    withSpec({ resourcePolicy: { kind: 'configmap', name: 'skip-nfs' } }),
  ],
  [
    'Only the volumes',
    'partial',
    'Partly protected. Last good copy 9 hours ago, next tomorrow at 02:00 UTC. Schedule nightly takes only pvc and pv.',
    withSpec({ includedResources: ['pvc', 'pv'] }),
  ],
  [
    'By label, and all of it by hand a while ago',
    'partial',
    'Partly protected. Last good copy 9 hours ago, next tomorrow at 02:00 UTC. Schedule nightly takes some objects only, by label app=db.',
    {
      ...withSpec(databases),
      backups: [{ schedule: 'nightly', ago: 9, spec: databases }, { ago: 200 }],
    },
  ],
  [
    'By label, and all of it by a schedule that is paused',
    'partial',
    'Partly protected. Last good copy 9 hours ago, next tomorrow at 02:00 UTC. Schedule nightly takes some objects only, by label app=db.',
    {
      schedules: [
        { name: 'nightly', spec: databases },
        { name: 'whole', paused: true },
      ],
      backups: [
        { schedule: 'nightly', ago: 9, spec: databases },
        { schedule: 'whole', ago: 10 },
      ],
    },
  ],
  [
    'The schedule of the volumes has not run yet',
    'partial',
    'Partly protected. Last good copy 9 hours ago, next tomorrow at 02:00 UTC. Schedule volumes has never run.',
    {
      schedules: [
        { name: 'nightly', spec: { snapshotVolumes: false } },
        {
          name: 'volumes',
          age: 3,
          ranAgo: -1,
          spec: { includedResources: ['pvc', 'pv'] },
        },
      ],
      backups: [
        { schedule: 'nightly', ago: 9, spec: { snapshotVolumes: false } },
      ],
    },
  ],
  [
    'Copies by hand of a part, young enough for the annotation',
    'partial',
    'Partly protected. Last good copy 3 hours ago. The backup takes some objects only, by label app=db.',
    { backups: [{ ago: 3, spec: databases }], rpo: '24h' },
  ],
  [
    'Copies by hand without volumes, young enough for the annotation',
    'partial',
    'Partly protected. Last good copy 3 hours ago. The backup does not copy what is in volumes.',
    { backups: [{ ago: 3, spec: { snapshotVolumes: false } }], rpo: '24h' },
  ],
  [
    'A label selector that cannot be read',
    'partial',
    'Partly protected. Last good copy 9 hours ago, next tomorrow at 02:00 UTC. Schedule nightly takes some objects only, by label ?.',
    withSpec({ labelSelector: 'odd' }),
  ],
  [
    'A template that is too large to be kept by the portal',
    'partial',
    'Partly protected. Last good copy 9 hours ago, next tomorrow at 02:00 UTC. What schedule nightly takes is not known, because the portal does not hold its spec.',
    { ...withSpec({}), schedules: [{ name: 'nightly', isCut: true }] },
  ],
];
