import { storageProviders } from '../storage/storageProviders';
import { taskSecretNameOf } from './taskSecretNameOf';

describe('taskSecretNameOf', () => {
  it.each([
    ['credentials', 'accessKeyId', 'VELERO_CREDENTIALS_ACCESS_KEY_ID'],
    ['credentials', 'secretAccessKey', 'VELERO_CREDENTIALS_SECRET_ACCESS_KEY'],
    ['eu-2', 'accessKeyId', 'VELERO_EU_2_ACCESS_KEY_ID'],
  ])('names what %s has as %s', (given, field, expected) => {
    expect(taskSecretNameOf(given, field)).toBe(expected);
  });

  it('gives each field of every provider a name of its own that an expression of a template can hold', () => {
    for (const { credential } of Object.values(storageProviders)) {
      const names = credential.fields.map(({ name }) =>
        taskSecretNameOf('credentials', name),
      );
      expect(new Set(names).size).toBe(credential.fields.length);
      expect(names.join('')).toMatch(/^[A-Z0-9_]+$/);
    }
  });
});
