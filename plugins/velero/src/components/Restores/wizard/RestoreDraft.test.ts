import { backup } from '../../../__testUtils__/fixtures';
import { wish } from '../../../__testUtils__/restoreFixtures';
import { draftOf, emptyDraft, proposeTarget, wishOf } from './RestoreDraft';

const point = backup({ namespaces: ['shop', 'shop-db'] });

describe('the draft of a wish', () => {
  it.each([
    [[], 'shop-restore-1'],
    [['shop-restore-1', 'shop-restore-2'], 'shop-restore-3'],
    [['shop-restore-2', 'other'], 'shop-restore-1'],
  ])('with %j taken proposes %s', (used, proposed) => {
    expect(proposeTarget('shop', used)).toBe(proposed);
  });

  it('wishes for all namespaces of the restore point when nothing is chosen', () => {
    expect(wishOf(emptyDraft(), point, []).namespaces).toEqual([
      { source: 'shop', target: 'shop-restore-1' },
      { source: 'shop-db', target: 'shop-db-restore-1' },
    ]);
  });

  it('does not wish for namespaces that another restore point had', () => {
    const draft = { ...emptyDraft(), sources: ['shop', 'gone'] };
    expect(wishOf({ ...draft, place: 'same' }, point, []).namespaces).toEqual([
      { source: 'shop', target: 'shop' },
    ]);
  });

  it('leaves out what was left open', () => {
    const draft = { ...emptyDraft(), reason: ' lost ', ticket: ' ' };
    expect(wishOf(draft, point, [])).toEqual({
      backup: {
        cluster: 'eu-west',
        veleroNamespace: 'velero',
        name: point.name,
      },
      namespaces: expect.any(Array),
      volumes: 'restore',
      existing: 'none',
      reason: 'lost',
    });
  });

  it.each([
    [
      'a name that was proposed',
      wish(),
      ['payments-restore-1'],
      'payments-restore-2',
    ],
    [
      'a name that was typed',
      wish({ namespaces: [{ source: 'payments', target: 'payments-test' }] }),
      [],
      'payments-test',
    ],
    [
      'the same namespace',
      wish({ namespaces: [{ source: 'payments', target: 'payments' }] }),
      [],
      'payments',
    ],
  ])('asks for the same again, with %s', (_, before, used, target) => {
    const { namespaces, ...rest } = wishOf(draftOf(before), backup(), used);
    expect(namespaces).toEqual([{ source: 'payments', target }]);
    expect(rest).toEqual({ ...before, namespaces: undefined });
  });

  it('asks for all that was narrowed again', () => {
    const before = wish({
      kinds: ['configmaps'],
      labels: { app: 'web', tier: 'front' },
      modifier: 'storage',
      ticket: 'OPS-1',
      volumes: 'none',
      existing: 'update',
    });
    expect(wishOf(draftOf(before), backup(), [])).toEqual(before);
  });

  it('asks for a whole backup again, without what was typed to confirm it', () => {
    const before = wish({ namespaces: [], wholeBackup: 'x' });
    const draft = draftOf(before);
    expect(draft).toMatchObject({ whole: true, confirmation: '' });
    expect(wishOf(draft, backup(), []).namespaces).toEqual([]);
  });
});
