import { deepEqual, equal, match } from 'node:assert/strict';
import { ContractCase } from '../ContractCase';
import { CaseContext } from '../fixture/CaseContext';
import {
  madeIn,
  onboarded,
  planned,
  TenantFixture,
  withTenant,
} from '../fixture/TenantFixture';
import { Need } from '../target/ContractTarget';

/** Something in a request that the object store does not take. */
interface Refused {
  id: string;
  title: string;
  needs?: Need[];
  /** What is another in the storage of the request; it may be made so that it is. */
  storage?(context: CaseContext): Promise<StorageParts>;
  /** What is said by Velero, which says what the store says. */
  says: RegExp;
  /** Has the store refuse what it takes otherwise; gives what ends that. */
  disturb?(context: CaseContext): Promise<() => Promise<void>>;
}

interface StorageParts {
  bucket?: string;
  values?: Record<string, string>;
}

const REFUSED: Refused[] = [
  {
    id: 'wrong-bucket',
    title: 'With a bucket that does not exist',
    storage: async ({ names }) => ({ bucket: names.of('nowhere') }),
    says: /StatusCode: 404, .*NoSuchBucket/s,
  },
  {
    id: 'wrong-region',
    title: 'With the region of another store',
    storage: async () => ({ values: { region: 'ap-south-2' } }),
    says: /AuthorizationHeaderMalformed: .*ap-south-2.* is wrong; expecting/s,
  },
  {
    id: 'silent-store',
    title: 'With the address of a store that does not answer',
    storage: async ({ objectStore }) => ({
      values: { endpoint: silentUrl(objectStore.outsideUrl!) },
    }),
    says: /request send failed, .*dial tcp .*connection refused/s,
  },
  {
    id: 'foreign-bucket',
    title: 'With a bucket of somebody else',
    needs: ['storeDisturbance'],
    storage: async ({ names, objectStore }) => {
      const bucket = names.of('theirs');
      await objectStore.disturb!.createForeignBucket(bucket);
      return { bucket };
    },
    says: /StatusCode: 403, .*AccessDenied/s,
  },
  {
    id: 'skewed-clock',
    title: 'While the clocks of Velero and the store are far apart',
    needs: ['storeDisturbance'],
    says: /StatusCode: 403, .*RequestTimeTooSkewed/s,
    disturb: async ({ a, b, objectStore }) => {
      const { skewClock } = objectStore.disturb!;
      await skewClock(true);
      return async () => {
        await skewClock(false);
        // What cases after this one back up goes there.
        for (const region of [a, b]) {
          const { defaultLocation } = region.region;
          await region.phase(
            'backupstoragelocations',
            defaultLocation,
            'Available',
          );
        }
      };
    },
  },
];

/** Nothing listens at the first port, which no service has used for decades. */
function silentUrl(url: string): string {
  const silent = new URL(url);
  silent.port = '1';
  return silent.href.replace(/\/$/, '');
}

/** All is as before in both regions, and the right request makes what this one did not. */
async function refused(
  context: CaseContext,
  { storage, says, disturb }: Refused,
) {
  const { a, b, names } = context;
  await withTenant(context, async tenant => {
    const parts = (await storage?.(context)) ?? {};
    const wrong = { ...tenant, request: withStorage(tenant, parts) };
    await planned(a, wrong);
    const calm = await disturb?.(context);
    const { state, clusters } = await onboarded(a, wrong, tenant.right).finally(
      calm,
    );
    equal(state, 'failed');
    for (const { state: outcome, message = '' } of clusters) {
      equal(outcome, 'undone', message);
      match(message, /^Velero cannot use location '/);
      match(message, says);
    }
    deepEqual(await madeIn(a, names.prefix), []);
    deepEqual(await madeIn(b, names.prefix), []);
    const right = await onboarded(a, tenant, tenant.right);
    equal(right.state, 'succeeded');
  });
}

function withStorage(
  { request }: TenantFixture,
  { values, ...parts }: StorageParts,
): object {
  const { storage } = request as { storage: { values: object } };
  return {
    ...request,
    storage: {
      ...storage,
      ...parts,
      values: { ...storage.values, ...values },
    },
  };
}

export const onboardingRefusals: ContractCase[] = REFUSED.map(
  (entry): ContractCase => ({
    id: `onboarding/${entry.id}`,
    title: `${entry.title} the portal tells what Velero says, and takes back all that it has made`,
    needs: [
      'portalUser',
      'rbac',
      'objectStore',
      'secondRegion',
      ...(entry.needs ?? []),
    ],
    exclusive: true,
    run: context => refused(context, entry),
  }),
);
