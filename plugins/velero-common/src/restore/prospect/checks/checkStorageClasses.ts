import { comesFromElsewhere } from '../../destinationOf';
import { ok, RestoreCheck, warn } from '../../RestoreCheck';
import { modifierRemedy } from '../modifierRemedy';
import { namesPhrase } from '../namesPhrase';
import { notReadRemedy } from '../notReadRemedy';
import { ProspectCase } from '../ProspectCase';
import { restoresKind } from '../restoresKind';
import { ProspectClaim, ProspectStorageClass } from '../RestoreProspect';

const ID = 'storage-classes';
const CLAIMS = 'persistentvolumeclaims';

/** A claim whose storage class is not there stays without a volume, and its pods wait for it. */
export function checkStorageClasses(
  prospectCase: ProspectCase,
): RestoreCheck[] {
  const { archive, storageClasses } = prospectCase.prospect;
  if (!restoresKind(prospectCase, CLAIMS)) {
    return [];
  }
  const unread = [archive, storageClasses].find(({ value }) => !value);
  if (unread && !unread.value) {
    return [
      warn(
        ID,
        `It is not known whether the cluster has the storage classes of the claims: ${unread.problem}`,
        { remedy: notReadRemedy(unread) },
      ),
    ];
  }
  return findings(prospectCase, archive.value!.claims, storageClasses.value!);
}

function findings(
  prospectCase: ProspectCase,
  claims: ProspectClaim[],
  classes: ProspectStorageClass[],
): RestoreCheck[] {
  const found = [
    ...missingFindings(prospectCase, claims, classes),
    ...defaultFinding(claims, classes),
  ];
  const isElsewhere = prospectCase.snapshot.pairs.some(comesFromElsewhere);
  return found.length === 0 && isElsewhere
    ? [ok(ID, 'The cluster has the storage classes of all claims')]
    : found;
}

function missingFindings(
  prospectCase: ProspectCase,
  claims: ProspectClaim[],
  classes: ProspectStorageClass[],
): RestoreCheck[] {
  const { name: cluster } = prospectCase.snapshot.cluster;
  const present = classes.map(({ name }) => name);
  const missing = claims.flatMap(({ storageClass }) =>
    storageClass && !present.includes(storageClass) ? storageClass : [],
  );
  return [...new Set(missing)].map(name =>
    warn(
      ID,
      `Cluster '${cluster}' has no storage class '${name}', which these claims name: ${claimsPhrase(
        claims.filter(({ storageClass }) => storageClass === name),
      )}`,
      { subject: name, remedy: modifierRemedy(prospectCase) },
    ),
  );
}

function defaultFinding(
  claims: ProspectClaim[],
  classes: ProspectStorageClass[],
): RestoreCheck[] {
  const open = claims.filter(({ storageClass }) => storageClass === undefined);
  return open.length > 0 && !classes.some(({ isDefault }) => isDefault)
    ? [
        warn(
          ID,
          `These claims name no storage class, and the cluster has no default: ${claimsPhrase(
            open,
          )}`,
          { remedy: 'Have one of its storage classes made the default' },
        ),
      ]
    : [];
}

function claimsPhrase(claims: ProspectClaim[]): string {
  return namesPhrase(
    claims.map(({ namespace, name }) => `${namespace}/${name}`),
  );
}
