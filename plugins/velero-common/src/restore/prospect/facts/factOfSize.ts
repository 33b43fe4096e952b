import { countPhrase } from '../../../protection/phrases';
import { formatBytes } from '../../../velero/formatBytes';
import { ProspectCase } from '../ProspectCase';
import { RestoreFact } from '../RestoreFact';
import { savedVolumes } from '../savedVolumes';

/** How much data of volumes comes back. */
export function factOfSize(prospectCase: ProspectCase): RestoreFact {
  const volumes = savedVolumes(prospectCase);
  if (!volumes) {
    const words =
      'Not known: the list of the volumes in the backup cannot be read';
    return { id: 'size', known: false, words };
  }
  if (volumes.length === 0) {
    const words = 'No data of volumes comes back';
    return { id: 'size', known: true, words, bytes: 0 };
  }
  return sizeOf(volumes.map(({ bytes }) => bytes));
}

function sizeOf(sizes: Array<number | undefined>): RestoreFact {
  const known = sizes.filter(size => size !== undefined);
  const count = countPhrase(sizes.length, 'volume');
  if (known.length === 0) {
    const words = `Not known: Velero does not say how much is in ${count}`;
    return { id: 'size', known: false, words };
  }
  const bytes = known.reduce((sum, size) => sum + size, 0);
  const words =
    known.length === sizes.length
      ? `${formatBytes(bytes)} in ${count}`
      : `At least ${formatBytes(bytes)} in ${count}; the size of ${
          sizes.length - known.length
        } of them is not known`;
  return { id: 'size', known: true, words, bytes };
}
