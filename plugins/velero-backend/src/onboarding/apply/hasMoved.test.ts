import { hasMoved } from './hasMoved';

const spec = {
  provider: 'aws',
  objectStorage: { bucket: 'docs', prefix: 'eu' },
  config: { region: 'eu', checksumAlgorithm: '' },
};

describe('hasMoved', () => {
  it.each<[string, object | null | undefined, boolean]>([
    ['a new location', null, false],
    ['one that nothing was written of', undefined, false],
    ['the same place', spec, false],
    ['another credential', { ...spec, credential: { name: 'v2' } }, false],
    [
      'another setting',
      { ...spec, config: { region: 'eu', checksumAlgorithm: 'CRC32' } },
      false,
    ],
    [
      'another bucket',
      { ...spec, objectStorage: { bucket: 'other', prefix: 'eu' } },
      true,
    ],
    ['another prefix', { ...spec, objectStorage: { bucket: 'docs' } }, true],
    ['another region', { ...spec, config: { region: 'us' } }, true],
    ['another provider', { ...spec, provider: 'gcp' }, true],
  ])('%s', (_name, before, expected) => {
    const record = {
      id: 'a',
      title: 'a',
      state: 'done' as const,
      before: before && { labels: {}, annotations: {}, spec: { ...before } },
    };
    expect(hasMoved(record, spec)).toBe(expected);
  });
});
