import { mockApis } from '@backstage/frontend-test-utils';
import { veleroTranslationRef } from '../../translation';
import {
  clustersProblemsOf,
  credentialProblemsOf,
  planProblemsOf,
  storageProblemsOf,
} from './fieldProblems';

const provider = 'aws-s3';

const snapshot = mockApis.translation().getTranslation(veleroTranslationRef);
const t = snapshot.ready ? snapshot.t : undefined!;

describe('problems of fields', () => {
  it.each([
    [undefined, 1],
    [[], 1],
    [[{ cluster: 'eu-west', namespaces: ['payments'] }], 0],
  ])('of the clusters %j are %s', (value, count) => {
    expect(clustersProblemsOf(value, t)).toHaveLength(count);
  });

  it.each([
    [undefined, ['Choose the provider of the storage']],
    [{}, ['Choose the provider of the storage']],
    [{ provider } as const, ['Region is missing']],
    [
      { provider, values: { region: 'Frankfurt' } } as const,
      ['Region looks like eu-central-1'],
    ],
    [{ provider, values: { region: 'eu-west-1' } } as const, []],
  ])('of the storage %j are %j', (value, problems) => {
    expect(storageProblemsOf(value, t)).toEqual(problems);
  });

  it.each([
    [undefined, 1],
    [{}, 1],
    [{ given: {} }, 0],
    [{ existingSecret: { name: 'a', key: 'cloud' } }, 0],
  ])('of the credential %j are %s', (value, count) => {
    expect(credentialProblemsOf(value, t)).toHaveLength(count);
  });

  it.each([
    [undefined, 1],
    [{}, 1],
    [{ digest: '' }, 0],
    [{ digest: 'abc' }, 0],
  ])('of the plan %j are %s', (value, count) => {
    expect(planProblemsOf(value, t)).toHaveLength(count);
  });
});
