import { sentenceOfReason } from '../protection/sentenceOfReason';
import { coverageCases } from './__testUtils__/coverageCases';
import { readBackupScope } from './BackupScope';
import { coverageOf } from './coverageOf';

describe.each(Object.entries(coverageCases))('coverage: %s', (_, rows) => {
  it.each(rows)('%j: objects %s, volumes %s', (...row) => {
    const [spec, objects, volumes, sentence = ''] = row;
    const coverage = coverageOf(readBackupScope(spec), 'payments');
    expect(coverage).toMatchObject({ objects, volumes });
    expect(coverage.reasons.map(sentenceOfReason).join(' ')).toBe(sentence);
    expect(coverage.extent === 'full').toBe(sentence === '');
  });
});

describe('readBackupScope', () => {
  it.each([null, 'text', 42, [], true])('reads %j without failing', spec => {
    expect(coverageOf(readBackupScope(spec), 'payments').extent).toBe(
      'partial',
    );
  });

  it.each([
    { includedResources: 'pods', orLabelSelectors: {}, resourcePolicy: [] },
    { labelSelector: null, orLabelSelectors: null, snapshotVolumes: null },
  ])('passes over odd parts of %j', spec => {
    expect(coverageOf(readBackupScope(spec), 'payments').extent).toBe('full');
  });

  it.each([
    [{ matchLabels: [] }],
    [{ matchExpressions: { key: 'app' } }],
    [{ matchLabels: { app: 5 } }],
    [{ matchExpressions: [null] }],
  ])('never takes the odd selector %j for everything', labelSelector => {
    expect(
      coverageOf(readBackupScope({ labelSelector }), 'payments').objects,
    ).toBe('partial');
  });
});
