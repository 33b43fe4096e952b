import { readRestoreWish } from '../readRestoreWish';

/** One that can be read. */
export const WISH = {
  backup: { cluster: 'prod-eu', veleroNamespace: 'velero', name: 'nightly' },
  namespaces: [{ source: 'shop', target: 'shop-restore-1' }],
  reason: 'The prices are gone',
};

/** What is wrong with a wish, a line each. */
export const problemsOfWish = (input: unknown) =>
  readRestoreWish(input).refusals.map(
    ({ code, field, message }) => `${code} ${field}: ${message}`,
  );
