import { PermissionsService } from '@backstage/backend-plugin-api';
import {
  AuthorizeResult,
  ResourcePermission,
} from '@backstage/plugin-permission-common';
import {
  createVeleroNamespaceConditionalDecision,
  veleroNamespaceConditions,
} from '../access/conditionExports';
import { RestoreRequestFixture } from '../restores/__testUtils__/RestoreRequestFixture';

jest.setTimeout(60_000);

type Decide = PermissionsService['authorizeConditional'];

/** Grants a permission for some namespaces, and all others without a condition. */
const onlyFor =
  (name: string, ...namespaces: string[]): Decide =>
  async requests =>
    requests.map(({ permission }) =>
      permission.name === name
        ? createVeleroNamespaceConditionalDecision(
            permission as ResourcePermission<'velero-namespace'>,
            veleroNamespaceConditions.inNamespace({ namespaces }),
          )
        : { result: AuthorizeResult.ALLOW },
    );

const denied =
  (...names: string[]): Decide =>
  async requests =>
    requests.map(({ permission }) => ({
      result: names.includes(permission.name)
        ? AuthorizeResult.DENY
        : AuthorizeResult.ALLOW,
    }));

describe('a request for a restore asks the permission policy', () => {
  let fixture: RestoreRequestFixture;

  afterEach(() => fixture?.stop());

  const start = async (decide: Decide) => {
    fixture = await RestoreRequestFixture.start({ single: true, decide });
  };

  it('for the target', async () => {
    await start(onlyFor('velero.restore.request', 'payments'));
    const { status, body } = await fixture.request(
      fixture.wish({
        namespaces: [{ source: 'payments', target: 'payments-db' }],
      }),
    );
    expect(status).toBe(409);
    expect(body.error.message).toContain("'payments-db' of cluster 'eu'");
  });

  it('for a new target', async () => {
    await start(onlyFor('velero.restore.request', 'payments'));
    const { status, body } = await fixture.request(fixture.wish());
    expect(status).toBe(409);
    expect(body.error.message).toContain(
      "'payments-restore-1' of cluster 'eu'",
    );
  });

  it('not for scratch namespaces, whose names nobody can know', async () => {
    await start(onlyFor('velero.restore.request', 'payments'));
    const drill = { drill: true, namespaces: [{ source: 'payments' }] };
    const { body } = await fixture.preview({ ...fixture.wish(), ...drill });
    expect(body).toMatchObject({ allow: true, reasons: [] });
  });

  it.each([
    ['denied', denied('velero.restore.request')],
    ['granted for some', onlyFor('velero.restore.request', 'payments')],
  ])('for a whole backup, where it is %s', async (_name, decide) => {
    await start(decide);
    const wish = fixture.wish({ namespaces: [], wholeBackup: 'nightly' });
    for (const answer of [
      await fixture.preview(wish, 'engineer'),
      await fixture.request(wish, 'engineer'),
    ]) {
      expect(answer.status).toBe(403);
      expect(answer.body.error.message).toContain('velero.restore.request');
    }
    const options = await fixture.list('/options', 'engineer');
    expect(options.body).toMatchObject({ wholeBackup: false });
  });

  it('for the decision on a whole backup', async () => {
    await start(onlyFor('velero.restore.approve', 'payments'));
    const wish = fixture.wish({ namespaces: [], wholeBackup: 'nightly' });
    const { body } = await fixture.request(wish, 'engineer');
    const { status } = await fixture.decide(
      body.id,
      'approve',
      'second-engineer',
    );
    expect(status).toBe(403);
  });

  it('for the source', async () => {
    await start(onlyFor('velero.restore.request', 'payments-db'));
    const { status, body } = await fixture.request(fixture.wish());
    expect(status).toBe(409);
    expect(body.error.message).toContain(
      "Namespace 'payments' in the backup is not proven to be yours",
    );
  });

  it('for the source of a drill that is decided on, whose target nobody has named', async () => {
    const decide = onlyFor('velero.restore.approve', 'payments');
    fixture = await RestoreRequestFixture.start({ decide });
    const backup = {
      cluster: 'us',
      veleroNamespace: 'velero',
      name: 'nightly',
    };
    const { existing: _, ...wish } = fixture.wish({ backup, drill: true });
    const { body } = await fixture.request({
      ...wish,
      namespaces: [{ source: 'payments' }],
    });
    expect(body).toMatchObject({ state: 'pending' });
    await fixture.decide(body.id, 'approve', 'engineer').expect(200);
  });

  it('for each target that is decided on', async () => {
    await start(onlyFor('velero.restore.approve', 'payments-db'));
    const { body } = await fixture.request(fixture.inPlace());
    for (const decision of ['approve', 'reject'] as const) {
      const text = { text: 'no' };
      const answer = await fixture.decide(
        body.id,
        decision,
        'payments-peer',
        text,
      );
      expect(answer.status).toBe(403);
      expect(answer.body.error.message).toContain('velero.restore.approve');
    }
    const { body: request } = await fixture.get(body.id);
    expect(request.state).toBe('pending');
  });

  it('whether to show any, to whoever may neither ask nor decide', async () => {
    const names = ['velero.restore.request', 'velero.restore.approve'];
    await start(denied(...names));
    for (const query of ['', '?view=waiting', '?view=all', '/some-id']) {
      const { status, body } = await fixture.list(query, 'engineer');
      expect(status).toBe(403);
      expect(body.error.message).toBe(
        `You lack the permission ${names.join(' or ')}`,
      );
    }
  });

  it('and lists none of an entity to them', async () => {
    const names = ['velero.restore.request', 'velero.restore.approve'];
    await start(async (requests, { credentials }) => {
      const { userEntityRef } = credentials.principal as {
        userEntityRef?: string;
      };
      return userEntityRef === 'user:default/payments-peer'
        ? denied(...names)(requests, { credentials })
        : requests.map(() => ({ result: AuthorizeResult.ALLOW }));
    });
    const { body } = await fixture.request(fixture.inPlace());
    const query = '?entityRef=component%3Adefault%2Fpayments-api';
    const { body: own } = await fixture.list(query);
    expect(own.items).toMatchObject([{ id: body.id }]);
    await fixture.get(body.id, 'payments-peer').expect(403);
    const { status, body: list } = await fixture.list(query, 'payments-peer');
    expect({ status, items: list.items }).toEqual({ status: 200, items: [] });
  });

  it('and shows what is decided on to whoever may decide alone', async () => {
    await start(denied('velero.restore.request'));
    const { status } = await fixture.list('?view=waiting', 'engineer');
    expect(status).toBe(200);
  });
});
