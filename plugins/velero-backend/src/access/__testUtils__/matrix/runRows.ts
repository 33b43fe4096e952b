import { AccessRow } from './AccessRow';

const FILES = ['logs', 'results', 'resources', 'volumes'];

const own = [401, 403, 403, 404, 404, 200, 200, 200, 200];

const pathTo = (name: string) => ({
  path: { cluster: 'eu', veleroNamespace: 'velero', name },
  secret: 'name',
});

/** What is asked about a single backup or restore; of those of others nobody learns that they are there. */
export const runRows: AccessRow[] = [
  ...(['backups', 'restores'] as const).flatMap(kind => {
    const route = `GET /clusters/{cluster}/${kind}/{veleroNamespace}/{name}`;
    return [route, ...FILES.map(file => `${route}/${file}`)].map(each => ({
      route: each,
      ask: async () => pathTo('own'),
      answers: own,
    }));
  }),
  {
    route: 'GET /clusters/{cluster}/backups/{veleroNamespace}/{name}/logs',
    about: 'of a backup that holds namespaces of others, too',
    ask: async () => pathTo('shared'),
    answers: [401, 403, 403, 404, 403, 403, 403, 403, 200],
  },
];
