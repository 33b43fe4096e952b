import { randomUUID } from 'node:crypto';
import { AccessRow } from './AccessRow';

const ENTITY = '/entities/by-name/{kind}/{namespace}/{name}';

const path = {
  kind: 'component',
  namespace: 'default',
  name: 'payments-api',
};

/** An entity is no secret, as everybody sees it in the catalog; what it claims is proven or not. */
export const unproven = { status: 403, error: 'OwnershipNotProvenError' };

/** What those get whose entity it is not. */
const others = [unproven, unproven, unproven];

const read = [401, 403, 403, ...others, 200, 200, 200];
const readByPlugins = [401, 200, 403, ...others, 200, 200, 200];
const made = [401, 403, 403, ...others, 201, 201, 201];
const refused = [401, 403, 403, ...others, 403, 403, 403];

const target = { cluster: 'eu', namespaces: ['payments'] };

const drills = { ...target, cron: '0 3 * * 1' };

/** Drills of an entity, and when they are made. */
const drillRows: AccessRow[] = [
  { route: `GET ${ENTITY}/drills`, ask: async () => ({ path }), answers: read },
  {
    route: `POST ${ENTITY}/drills`,
    ask: async ({ key }) => ({ path, body: { key: key() } }),
    answers: made,
  },
  {
    route: `PUT ${ENTITY}/drill-schedule`,
    ask: async () => ({ path, body: drills }),
    answers: read,
  },
  {
    route: `PUT ${ENTITY}/drill-schedule`,
    about: 'of a namespace of others',
    ask: async () => ({ path, body: { ...drills, namespaces: ['shop'] } }),
    answers: refused,
  },
  {
    route: `GET ${ENTITY}/drill-schedule`,
    ask: async () => ({ path }),
    answers: read,
  },
  {
    route: `DELETE ${ENTITY}/drill-schedule`,
    ask: async () => ({ path }),
    answers: read,
  },
];

/** What is asked about an entity. */
export const entityRows: AccessRow[] = [
  ...['backups', 'schedules', 'locations', 'restores', 'backup-options'].map(
    list => ({
      route: `GET ${ENTITY}/${list}`,
      ask: async () => ({ path }),
      answers: read,
    }),
  ),
  ...['protection', 'history'].map(fact => ({
    route: `GET ${ENTITY}/${fact}`,
    ask: async () => ({ path }),
    answers: readByPlugins,
  })),
  {
    route: `POST ${ENTITY}/backups`,
    ask: async () => ({ path, body: { ...target, requestId: randomUUID() } }),
    answers: made,
  },
  {
    route: `POST ${ENTITY}/backups`,
    about: 'of a namespace of others',
    ask: async () => ({ path, body: { ...target, namespaces: ['shop'] } }),
    answers: refused,
  },
  {
    route: `POST ${ENTITY}/schedules`,
    ask: async () => ({
      path,
      body: { ...target, name: 'matrix', cron: '@daily', dryRun: true },
    }),
    answers: read,
  },
  ...drillRows,
];
