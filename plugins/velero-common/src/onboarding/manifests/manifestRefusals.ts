import { Finding, quoted, Refusal, refusal } from '../../input/Finding';
import { isObjectName } from '../../velero/isObjectName';
import { ManifestOptions } from './ManifestOptions';
import { ExternalReference } from './remoteKeyOf';

/** Longer than any path in a store of secrets. */
const MAXIMUM_KEY = 1_024;

/**
 * Says what is wrong with how files refer to a credential. Whoever reviews them takes their README for the portal's words,
 * so that nothing goes into it but names.
 *
 * @public
 */
export function manifestRefusals({ credential }: ManifestOptions): Refusal[] {
  const findings =
    credential.type === 'external-secret'
      ? [...storeProblem(credential), ...keyProblems(credential)]
      : [];
  return findings.flatMap(finding => finding.refusal ?? []);
}

/** What comes over the network may lack the store. */
function storeProblem({ store }: Partial<ExternalReference>): Finding[] {
  const field = 'credential.store';
  const remedy =
    'Give the name of a SecretStore, or ClusterSecretStore, of the External Secrets Operator';
  if (!store) {
    return [refusal('missing', field, 'No store of secrets is named', remedy)];
  }
  return isObjectName(store)
    ? []
    : [
        refusal(
          'name-invalid',
          field,
          `${quoted(store)} is no name of a store of secrets`,
          remedy,
        ),
      ];
}

function keyProblems({ remoteKeys = {} }: ExternalReference): Finding[] {
  return Object.entries(remoteKeys)
    .filter(([, key]) => !isKey(key))
    .map(([name, key]) =>
      refusal(
        'name-invalid',
        `credential.remoteKeys.${name.slice(0, 63)}`,
        `${quoted(key)} is no key of a store of secrets`,
        `Give 1 to ${MAXIMUM_KEY} characters, without line breaks and others that are not seen`,
      ),
    );
}

function isKey(text: string): boolean {
  return text !== '' && text.length <= MAXIMUM_KEY && !/\p{C}/u.test(text);
}
