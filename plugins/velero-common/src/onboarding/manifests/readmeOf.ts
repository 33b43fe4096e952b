import { storageProviders } from '../../storage/storageProviders';
import {
  PlannedCredential,
  TenantClusterPlan,
  TenantPlan,
} from '../TenantPlan';
import { labelOf } from '../tenantNames';
import { SEALED_PLACEHOLDER } from './credentialManifest';
import { CredentialReference, ManifestOptions } from './ManifestOptions';

/** What whoever reviews and applies the files has to know. */
export function readmeOf(
  plan: TenantPlan,
  { credential }: ManifestOptions,
): string {
  const credentials = plan.clusters.flatMap(cluster =>
    cluster.credentials.map(planned =>
      credentialLine(cluster, planned, credential),
    ),
  );
  const secrets = plan.clusters.flatMap(
    ({ cluster, veleroNamespace, existingSecrets }) =>
      existingSecrets.map(
        ({ name, key }) =>
          `- ${cluster}: the Secret \`${veleroNamespace}/${name}\` with the key \`${key}\` has to be there.`,
      ),
  );
  return [
    `# Backups of ${plan.tenant}`,
    '## Where they are',
    plan.places.map(placeLine).join('\n'),
    '## Before',
    [...credentials, ...secrets, ...plan.needs.map(need => `- ${need}.`)].join(
      '\n',
    ),
    '## Apply',
    `\`\`\`bash\n${plan.clusters.map(applyLine).join('\n')}\n\`\`\``,
    '',
  ]
    .join('\n\n')
    .replace(/\n+$/, '\n');
}

function placeLine({
  provider,
  bucket,
  prefix,
  writer,
  readers,
}: TenantPlan['places'][number]): string {
  const place = [bucket, prefix].filter(Boolean).join('/');
  const read = readers.length > 0 ? `, read by ${readers.join(', ')}` : '';
  return `- ${writer}: \`${place}\` of ${storageProviders[provider].title}${read}`;
}

function credentialLine(
  { cluster, veleroNamespace }: TenantClusterPlan,
  { object, key, provider }: PlannedCredential,
  reference: CredentialReference,
): string {
  const secret = `${veleroNamespace}/${object.metadata.name}`;
  const form = storageProviders[provider].credential.title.toLowerCase();
  const what = `the Secret \`${secret}\`, with the file \`${key}\` (${form})`;
  switch (reference.type) {
    case 'external-secret':
      return `- ${cluster}: the store of secrets \`${reference.store}\` gives ${what}.`;
    case 'sealed-secret':
      return `- ${cluster}: put the output of kubeseal in place of \`${SEALED_PLACEHOLDER}\`, for ${what}.`;
    default:
      return `- ${cluster}: make ${what}.`;
  }
}

function applyLine({ cluster }: TenantClusterPlan): string {
  const folder = labelOf(cluster);
  return `kubectl --context ${folder} apply -k overlays/${folder}`;
}
