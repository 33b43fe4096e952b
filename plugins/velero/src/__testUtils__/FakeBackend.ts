import { registerMswTestHooks } from '@backstage/frontend-test-utils';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { backupOptions, createdBackup } from './backupNowFixtures';
import {
  answer,
  backup,
  backupDetails,
  location,
  restoreDetails,
  schedule,
} from './fixtures';
import { drills, drillSchedule } from './drillFixtures';
import { tenantPlan } from './onboardingFixtures';
import { history, protection } from './protectionFixtures';
import {
  preview,
  requestChecks,
  requestDetails,
  requests,
  restoreOptions,
} from './restoreFixtures';

export const BACKEND_URL = 'http://localhost:7007/api/velero';

const ENTITY_RESOURCES = [
  'backups',
  'schedules',
  'locations',
  'restores',
  'protection',
  'history',
  'backup-options',
  'drills',
] as const;

/** What is stored beside a backup or restore. */
const FILES = ['logs', 'results', 'resources', 'volumes'] as const;

type Resource =
  | (typeof ENTITY_RESOURCES)[number]
  | (typeof FILES)[number]
  | 'running'
  | 'details'
  | 'restore'
  | 'create'
  | 'tenant-namespaces'
  | 'tenant-plan'
  | 'restore-preview'
  | 'restore-request'
  | 'restore-options'
  | 'restore-checks'
  | 'restore-requests'
  | 'request-restore'
  | 'restore-decision'
  | 'run-drill'
  | 'set-drills'
  | 'remove-drills';
type Answer = (url: URL) => Response | Promise<Response>;

/** Plays our backend plugin over HTTP. Answers can be changed while a component looks on. */
export class FakeBackend {
  readonly requests: { resource: Resource; url: URL; body?: unknown }[] = [];
  #answers: Record<Resource, Answer> = defaultAnswers();

  /** Makes a fake backend for the tests of the current file or block. */
  static forTests(): FakeBackend {
    const backend = new FakeBackend();
    const entityUrl = `${BACKEND_URL}/entities/by-name/:kind/:namespace/:name`;
    const server = setupServer(
      ...ENTITY_RESOURCES.map(resource =>
        http.get(`${entityUrl}/${resource}`, backend.#handle(resource)),
      ),
      http.get(
        `${BACKEND_URL}/clusters/:cluster/backups/:namespace/:name`,
        backend.#handle('details'),
      ),
      http.get(
        `${BACKEND_URL}/clusters/:cluster/restores/:namespace/:name`,
        backend.#handle('restore'),
      ),
      ...FILES.map(file =>
        http.get(
          `${BACKEND_URL}/clusters/:cluster/:type/:namespace/:name/${file}`,
          backend.#handle(file),
        ),
      ),
      http.post(`${entityUrl}/backups`, backend.#handle('create')),
      http.post(`${entityUrl}/drills`, backend.#handle('run-drill')),
      http.put(`${entityUrl}/drill-schedule`, backend.#handle('set-drills')),
      http.delete(
        `${entityUrl}/drill-schedule`,
        backend.#handle('remove-drills'),
      ),
      http.get(
        `${BACKEND_URL}/tenants/namespaces`,
        backend.#handle('tenant-namespaces'),
      ),
      http.post(`${BACKEND_URL}/tenants/plan`, backend.#handle('tenant-plan')),
      http.post(
        `${BACKEND_URL}/restore-requests/preview`,
        backend.#handle('restore-preview'),
      ),
      http.get(
        `${BACKEND_URL}/restore-requests`,
        backend.#handle('restore-requests'),
      ),
      http.post(
        `${BACKEND_URL}/restore-requests`,
        backend.#handle('request-restore'),
      ),
      http.get(
        `${BACKEND_URL}/restore-requests/options`,
        backend.#handle('restore-options'),
      ),
      http.get(
        `${BACKEND_URL}/restore-requests/:id/checks`,
        backend.#handle('restore-checks'),
      ),
      http.get(
        `${BACKEND_URL}/restore-requests/:id`,
        backend.#handle('restore-request'),
      ),
      http.post(
        `${BACKEND_URL}/restore-requests/:id/:decision`,
        backend.#handle('restore-decision'),
      ),
    );
    registerMswTestHooks(server);
    beforeEach(() => {
      backend.requests.length = 0;
      backend.#answers = defaultAnswers();
    });
    return backend;
  }

  answer(resource: Resource, body: object | ((url: URL) => object)): void {
    this.#answers[resource] = url =>
      HttpResponse.json(typeof body === 'function' ? body(url) : body);
  }

  /** Answers as something between the backend and the browser might. */
  answerWith(resource: Resource, response: () => Response): void {
    this.#answers[resource] = response;
  }

  /** Keeps answers back until what it gives is called. */
  hold(resource: Resource): () => void {
    const kept = this.#answers[resource];
    let release = () => {};
    const released = new Promise<void>(resolve => {
      release = resolve;
    });
    this.#answers[resource] = async url => {
      await released;
      return kept(url);
    };
    return release;
  }

  /** Gives the log; a stream comes as it is written. */
  answerLog(log: string | ReadableStream<Uint8Array>): void {
    this.#answers.logs = () =>
      new HttpResponse(log, { headers: { 'content-type': 'text/plain' } });
  }

  refuse(
    resource: Resource,
    statusCode: number,
    error: { name: string; message: string; [key: string]: unknown },
  ): void {
    this.#answers[resource] = () =>
      HttpResponse.json(
        { error, response: { statusCode } },
        { status: statusCode },
      );
  }

  refuseAll(...[statusCode, error]: DropFirst<FakeBackend['refuse']>): void {
    for (const resource of [...ENTITY_RESOURCES, 'running'] as const) {
      this.refuse(resource, statusCode, error);
    }
  }

  urlsOf(resource: Resource): URL[] {
    return this.requests
      .filter(request => request.resource === resource)
      .map(({ url }) => url);
  }

  bodiesOf(resource: Resource): unknown[] {
    return this.requests
      .filter(request => request.resource === resource)
      .map(({ body }) => body);
  }

  #handle(route: Resource) {
    return async ({ request }: { request: Request }) => {
      const url = new URL(request.url);
      const resource = url.searchParams.has('unfinished') ? 'running' : route;
      const body = request.body ? await request.json() : undefined;
      this.requests.push({ resource, url, body });
      return this.#answers[resource](url);
    };
  }
}

type DropFirst<T extends (...args: never[]) => unknown> =
  Parameters<T> extends [unknown, ...infer Rest] ? Rest : never;

function defaultAnswers(): Record<Resource, Answer> {
  return {
    backups: () => HttpResponse.json(answer([backup()])),
    running: () => HttpResponse.json(answer([])),
    schedules: () => HttpResponse.json(answer([schedule()])),
    locations: () => HttpResponse.json(answer([location()])),
    restores: () => HttpResponse.json(answer([])),
    protection: () => HttpResponse.json(protection()),
    history: () => HttpResponse.json(history()),
    'backup-options': () => HttpResponse.json(backupOptions()),
    create: () => HttpResponse.json(createdBackup(), { status: 201 }),
    'tenant-namespaces': () => HttpResponse.json({ items: [] }),
    'tenant-plan': () => HttpResponse.json(tenantPlan()),
    'restore-preview': () => HttpResponse.json(preview()),
    'restore-request': () => HttpResponse.json(requestDetails()),
    'restore-options': () => HttpResponse.json(restoreOptions()),
    'restore-checks': () => HttpResponse.json(requestChecks()),
    'restore-requests': () => HttpResponse.json(requests()),
    'request-restore': () =>
      HttpResponse.json(requestDetails(), { status: 201 }),
    'restore-decision': () => HttpResponse.json(requestDetails()),
    drills: () => HttpResponse.json(drills()),
    'run-drill': () =>
      HttpResponse.json(requestDetails({ state: 'approved' }), { status: 201 }),
    'set-drills': () => HttpResponse.json(drillSchedule()),
    'remove-drills': () => HttpResponse.json({ removed: true }),
    details: () => HttpResponse.json(backupDetails()),
    restore: () => HttpResponse.json(restoreDetails()),
    logs: () => new HttpResponse(''),
    results: () => HttpResponse.json({ items: [], truncated: false }),
    resources: () =>
      HttpResponse.json({ items: [], totalItems: 0, truncated: false }),
    volumes: () =>
      HttpResponse.json({ items: [], totalItems: 0, truncated: false }),
  };
}
