import { storageProviders } from '../../storage/storageProviders';
import {
  PlannedCredential,
  TenantClusterPlan,
  TenantPlan,
} from '../TenantPlan';
import { codeBlock } from '../../markdown/codeBlock';
import { codeSpan, plainOrCode } from '../../markdown/codeSpan';
import { labelOf } from '../tenantNames';
import { SEALED_PLACEHOLDER } from './credentialManifest';
import { CredentialReference, ManifestOptions } from './ManifestOptions';
import { remoteKeyOf } from './remoteKeyOf';

/** What whoever reviews and applies the files has to know. */
export function readmeOf(
  plan: TenantPlan,
  { credential }: ManifestOptions,
): string {
  const credentials = plan.clusters.flatMap(cluster =>
    cluster.credentials.map(planned =>
      credentialLine(plan, cluster, planned, credential),
    ),
  );
  const secrets = plan.clusters.flatMap(
    ({ cluster, veleroNamespace, existingSecrets }) =>
      existingSecrets.map(
        ({ name, key }) =>
          `- ${plainOrCode(cluster)}: the Secret ${codeSpan(
            `${veleroNamespace}/${name}`,
          )} with the key ${codeSpan(key)} has to be there.`,
      ),
  );
  return `${[
    `# Backups of ${plan.tenant}`,
    '## Where they are',
    plan.places.map(placeLine).join('\n'),
    '## Before',
    [...credentials, ...secrets, ...plan.needs.map(need => `- ${need}.`)].join(
      '\n',
    ),
    '## Apply',
    codeBlock('bash', plan.clusters.map(applyLine).join('\n')),
  ].join('\n\n')}\n`;
}

function placeLine({
  provider,
  bucket,
  prefix,
  writer,
  readers,
}: TenantPlan['places'][number]): string {
  const place = [bucket, prefix].filter(Boolean).join('/');
  const { title } = storageProviders[provider];
  const names = readers.map(plainOrCode).join(', ');
  const read = names && `, read by ${names}`;
  return `- ${plainOrCode(writer)}: ${codeSpan(place)} of ${title}${read}`;
}

function credentialLine(
  { tenant }: TenantPlan,
  { cluster, veleroNamespace }: TenantClusterPlan,
  { object, key, provider, given }: PlannedCredential,
  reference: CredentialReference,
): string {
  const secret = codeSpan(`${veleroNamespace}/${object.metadata.name}`);
  const form = storageProviders[provider].credential.title.toLowerCase();
  const what = `the Secret ${secret}, with the file ${codeSpan(key)} (${form})`;
  const start = `- ${plainOrCode(cluster)}:`;
  switch (reference.type) {
    case 'external-secret':
      return `${start} the store of secrets ${codeSpan(
        reference.store,
      )} gives ${what}, from ${codeSpan(
        remoteKeyOf(tenant, given, reference),
      )}.`;
    case 'sealed-secret':
      return `${start} put the output of kubeseal in place of ${codeSpan(
        SEALED_PLACEHOLDER,
      )}, for ${what}.`;
    default:
      return `${start} make ${what}.`;
  }
}

function applyLine({ cluster }: TenantClusterPlan): string {
  return `kubectl --context ${shellWord(cluster)} apply -k overlays/${labelOf(
    cluster,
  )}`;
}

/** The name of a cluster is free text, and the line is there to be copied. */
function shellWord(text: string): string {
  return /^[A-Za-z0-9_@%+=:,./-]+$/.test(text)
    ? text
    : `'${text.replace(/'/g, `'\\''`)}'`;
}
