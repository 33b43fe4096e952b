import { AccessFixture } from './AccessFixture';
import { AccessRow } from './AccessRow';
import { unproven } from './entityRows';

const administrators = [401, 403, 403, 403, 403, 403, 403, 403, 200];
const everybody = [401, 403, 403, 200, 200, 200, 200, 200, 200];

const refused = { status: 409, error: 'RestoreRefusedError' };

/** Of somebody's request those know who decide on it, or own what is restored to. */
const concerned = [401, 403, 403, 404, 404, 200, 200, 200, 200];

function decision(name: string, answers: number[], body: object): AccessRow {
  return {
    route: `POST /restore-requests/{id}/${name}`,
    ask: async (fixture: AccessFixture) => ({
      path: { id: await fixture.pending() },
      secret: 'id',
      body,
    }),
    answers,
  };
}

/** What is asked about restores by request. */
export const restoreRows: AccessRow[] = [
  {
    route: 'POST /restore-requests/preview',
    ask: async ({ wish }) => ({ body: { wish } }),
    answers: everybody,
  },
  {
    route: 'POST /restore-policies/evaluate',
    ask: async ({ wish }) => ({ body: { wish } }),
    answers: administrators,
  },
  {
    route: 'POST /restore-requests',
    ask: async ({ wish, key }) => ({ body: { wish, key: key() } }),
    answers: [401, 403, 403, refused, refused, 201, 201, 201, 201],
  },
  ...['mine', 'waiting'].map(view => ({
    route: 'GET /restore-requests',
    about: `\`view=${view}\``,
    ask: async () => ({ query: { view } }),
    answers: everybody,
  })),
  {
    route: 'GET /restore-requests',
    about: '`view=all`',
    ask: async () => ({ query: { view: 'all' } }),
    answers: administrators,
  },
  {
    route: 'GET /restore-requests',
    about: '`entityRef` of the entity',
    ask: async () => ({
      query: { entityRef: 'component:default/payments-api' },
    }),
    answers: [401, 403, 403, unproven, unproven, unproven, 200, 200, 200],
  },
  {
    route: 'GET /restore-requests/export',
    ask: async () => ({}),
    answers: administrators,
  },
  {
    route: 'GET /restore-requests/options',
    ask: async () => ({}),
    // Everybody learns of themselves, and be it that there is nothing that they may do.
    answers: [401, 403, 200, 200, 200, 200, 200, 200, 200],
  },
  {
    route: 'GET /restore-requests/{id}/checks',
    ask: async fixture => ({
      path: { id: await fixture.waiting() },
      secret: 'id',
    }),
    answers: concerned,
  },
  {
    route: 'GET /restore-requests/{id}',
    ask: async fixture => ({
      path: { id: await fixture.waiting() },
      secret: 'id',
    }),
    answers: concerned,
  },
  {
    route: 'GET /restore-requests/{id}/events',
    ask: async fixture => ({
      path: { id: await fixture.waiting() },
      secret: 'id',
    }),
    answers: concerned,
  },
  decision('approve', [401, 403, 403, 404, 404, 200, 403, 200, 200], {}),
  decision('reject', [401, 403, 403, 404, 404, 200, 403, 200, 200], {
    text: 'Not today',
  }),
  decision('cancel', [401, 403, 403, 404, 404, 403, 200, 403, 200], {}),
  decision('comments', concerned, { text: 'Why?' }),
];
