import { Finding, quoted, refusal } from '../../input/Finding';
import { locationsOf, TenantDraft } from '../TenantDraft';

const MAXIMUM = 200;

/** Folders that Velero itself makes below a prefix. */
const FOLDERS_OF_VELERO = [
  'backups',
  'restores',
  'restic',
  'metadata',
  'plugins',
  'kopia',
];

/** A prefix is a path of plain folders. */
export function checkPrefix({ clusters }: TenantDraft): Finding[] {
  const found = new Map(
    clusters
      .flatMap(locationsOf)
      .map(location => [location.prefixPath, location.prefix]),
  );
  return [...found].flatMap(([field, prefix]) => {
    const problem = prefixProblem(prefix);
    return problem
      ? [
          refusal(
            'prefix-invalid',
            field,
            `Prefix ${quoted(prefix)} ${problem}`,
            'Use names of letters, digits, hyphens, underscores and dots, with a slash between two of them',
          ),
        ]
      : [];
  });
}

function prefixProblem(prefix: string): string | undefined {
  if (prefix === '') {
    return undefined;
  }
  if (prefix.length > MAXIMUM) {
    return `has more than ${MAXIMUM} characters`;
  }
  const folders = prefix.split('/');
  if (!folders.every(folder => /^[A-Za-z0-9][A-Za-z0-9._-]*$/.test(folder))) {
    return 'is no path of plain names';
  }
  const last = folders[folders.length - 1];
  return FOLDERS_OF_VELERO.includes(last)
    ? `ends with ${last}, which Velero makes by itself below a prefix`
    : undefined;
}
