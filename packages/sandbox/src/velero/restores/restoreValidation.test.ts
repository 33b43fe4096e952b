import { RestoreFixture } from '../../testing/RestoreFixture';
import { NON_RESTORABLE } from './nonRestorable';

const EITHER_OR =
  'Either a backup or schedule must be specified as a source for the restore, but not both';
const NONE_COMPLETED = 'No completed backups found for schedule';

describe('the validation of restores', () => {
  let fixture: RestoreFixture;

  beforeAll(async () => {
    fixture = await RestoreFixture.startRestores();
    await fixture.backedUp('one');
  });

  afterAll(() => fixture.stop());

  it.each<[string, object, string[]]>([
    ['no source', {}, [EITHER_OR]],
    ['two sources', { backupName: 'one', scheduleName: 's' }, [EITHER_OR]],
    [
      'an unknown backup',
      { backupName: 'zzz' },
      [
        'Error retrieving backup: can\'t find backup velero/zzz: Backup.velero.io "zzz" not found',
      ],
    ],
    [
      'an unknown policy',
      { backupName: 'one', existingResourcePolicy: 'overwrite' },
      ['Invalid ExistingResourcePolicy: overwrite'],
    ],
    [
      'an unknown schedule',
      { scheduleName: 'zzz' },
      ['No backups found for schedule', NONE_COMPLETED],
    ],
    [
      'what is never restored',
      { backupName: 'one', includedResources: ['nodes'] },
      [
        'nodes are non-restorable resources',
        'Invalid included/excluded resource lists: excludes list cannot contain an item in the includes list: nodes',
      ],
    ],
    [
      'unknown modifiers',
      {
        backupName: 'one',
        resourceModifier: { kind: 'ConfigMap', name: 'nope' },
      },
      ['failed to get resource modifiers configmap velero/nope'],
    ],
    [
      'two selectors',
      { backupName: 'one', labelSelector: {}, orLabelSelectors: [{}] },
      [
        'encountered labelSelector as well as orLabelSelectors in restore spec, only one can be specified',
      ],
    ],
  ])('refuses %s', async (what, spec, errors) => {
    const name = what.replace(/ /g, '-');
    const { status } = await fixture.restore(name, spec, 'FailedValidation');
    expect(status).toEqual({
      phase: 'FailedValidation',
      validationErrors: errors,
    });
  });

  it('writes into the spec what it made of it', async () => {
    const spec = { backupName: 'one', excludedResources: ['secrets'] };
    const restore = await fixture.restore('completed', spec);
    expect(restore.spec).toEqual({
      backupName: 'one',
      excludedResources: ['secrets', ...NON_RESTORABLE],
      itemOperationTimeout: '4h0m0s',
    });
  });

  it('takes of a schedule the newest backup that is Completed, and names both', async () => {
    const { objects } = fixture.sandbox.cluster('a');
    const backups = [
      {
        name: 's-1',
        phase: 'Completed',
        startTimestamp: '2026-11-20T00:00:00Z',
      },
      {
        name: 's-2',
        phase: 'Completed',
        startTimestamp: '2026-11-21T00:00:00Z',
      },
      {
        name: 's-3',
        phase: 'PartiallyFailed',
        startTimestamp: '2026-11-22T00:00:00Z',
      },
    ];
    for (const { name, ...status } of backups) {
      const labels = { 'velero.io/schedule-name': 's' };
      objects.put('backups', {
        metadata: { name, namespace: 'velero', labels },
        spec: { storageLocation: 'main' },
        status,
      });
    }
    await fixture.create('restores', {
      metadata: { name: 'scheduled' },
      spec: { scheduleName: 's' },
    });
    const { spec } = await fixture.phase('restores', 'scheduled', 'Failed');
    expect(spec).toMatchObject({ scheduleName: 's', backupName: 's-2' });
    const again = await fixture.restore('again', spec, 'FailedValidation');
    expect(again.status.validationErrors).toEqual([EITHER_OR]);
  });
});
