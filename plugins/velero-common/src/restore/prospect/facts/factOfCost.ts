import { storageServiceOf } from '../../../storage/storageServiceOf';
import {
  StoragePrice,
  StorageService,
  storageServices,
} from '../../../storage/storageServices';
import { formatBytes } from '../../../velero/formatBytes';
import { SnapshotVolume } from '../../RestoreSnapshot';
import { ProspectCase } from '../ProspectCase';
import { RestoreFact } from '../RestoreFact';
import { savedVolumes } from '../savedVolumes';

/** Providers count gigabytes by tens. */
const GIGABYTE = 1e9;

/** What the storage service takes for the data that leaves it. */
export function factOfCost(prospectCase: ProspectCase): RestoreFact {
  const { location } = prospectCase.snapshot;
  const id = location && storageServiceOf(location);
  if (!id) {
    return notKnown('the prices of this store are not known to the portal');
  }
  const { [id]: service } = storageServices;
  const { egress, title } = service;
  if (egress?.amount === 0) {
    return factFrom(service, `Nothing: ${title} is free to read from`, egress);
  }
  const volumes = savedVolumes(prospectCase)?.filter(isInStore);
  if (!egress || !volumes) {
    return notKnown(
      egress
        ? 'the volumes in the backup are not known'
        : `what ${title} takes depends on the region`,
    );
  }
  return estimate(service, egress, volumes);
}

/** Snapshots stay in the cloud of their cluster, and are not read from the store. */
function isInStore({ method, dataMoved }: SnapshotVolume): boolean {
  return method === 'PodVolumeBackup' || dataMoved;
}

function estimate(
  service: StorageService,
  egress: StoragePrice,
  volumes: SnapshotVolume[],
): RestoreFact {
  const bytes = bytesOf(volumes);
  if (bytes === undefined) {
    return notKnown('the size of a volume is not known');
  }
  const amount = (bytes / GIGABYTE) * egress.amount;
  return factFrom(
    service,
    bytes > 0
      ? `${costPhrase(amount, egress)} for reading ${formatBytes(bytes)} from ${
          service.title
        }, ${basisPhrase(service, egress)}`
      : `Nothing: no data of volumes is read from ${service.title}`,
    { ...egress, amount: Math.round(amount * 100) / 100 },
  );
}

function bytesOf(volumes: SnapshotVolume[]): number | undefined {
  return volumes.reduce(
    (sum: number | undefined, { bytes }) =>
      sum === undefined || bytes === undefined ? undefined : sum + bytes,
    0,
  );
}

function costPhrase(amount: number, { currency }: StoragePrice): string {
  return amount < 0.01
    ? `Less than 0.01 ${currency}`
    : `About ${amount.toFixed(2)} ${currency}`;
}

function basisPhrase(
  { asOf }: StorageService,
  { amount, currency, note }: StoragePrice,
): string {
  const more = note ? `, ${note}` : '';
  return `if the cluster is not in its region. An estimate by its list price of ${amount} ${currency} a GB${more} (${asOf})`;
}

function factFrom(
  { source }: StorageService,
  words: string,
  { amount, currency }: StoragePrice,
): RestoreFact {
  return {
    id: 'cost',
    known: true,
    words,
    price: { amount, currency },
    source,
  };
}

function notKnown(because: string): RestoreFact {
  return { id: 'cost', known: false, words: `Not known: ${because}` };
}
