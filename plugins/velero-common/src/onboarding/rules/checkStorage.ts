import { fieldProblemOf } from '../../storage/storageProviders';
import { Finding, quoted, refusal } from '../../input/Finding';
import { DraftStorage, TenantDraft } from '../TenantDraft';
import { defaultBucketOf, isNamePart } from '../tenantNames';
import { isCertificates } from './isCertificates';

/** Fields of the provider, bucket and certificate. */
export function checkStorage({ storages, request }: TenantDraft): Finding[] {
  const { tenant } = request;
  return storages.flatMap(storage => [
    ...checkFields(storage),
    // What follows from a wrong name is not wrong by itself.
    ...(storage.bucket === defaultBucketOf(tenant) && !isNamePart(tenant)
      ? []
      : checkBucket(storage)),
    ...checkCertificate(storage),
  ]);
}

function checkFields({ path, provider, values }: DraftStorage): Finding[] {
  if (!provider) {
    return [
      refusal(
        'missing',
        `${path}.provider`,
        'No provider is named, and the configuration has no default',
        'Name the provider of the bucket',
      ),
    ];
  }
  const names = [
    ...provider.fields.map(({ name }) => name),
    ...Object.keys(values),
  ];
  return [...new Set(names)].flatMap(name => {
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    const problem = fieldProblemOf(provider, name, value);
    return problem
      ? [
          refusal(
            'provider-field',
            `${path}.values.${name.slice(0, 63)}`,
            problem,
            `See ${provider.sources[0]}`,
          ),
        ]
      : [];
  });
}

function checkBucket({ path, provider, bucket }: DraftStorage): Finding[] {
  const problem = provider?.bucketRule.problemOf(bucket);
  return problem
    ? [
        refusal(
          'bucket-invalid',
          `${path}.bucket`,
          `${quoted(bucket)} is no name of a bucket of ${
            provider!.title
          }: ${problem}`,
          `Choose another name, see ${provider!.bucketRule.source}`,
        ),
      ]
    : [];
}

/** A whole certificate or several, and nothing that is to be kept from others. */
function checkCertificate({ path, caCert, provider }: DraftStorage): Finding[] {
  if (caCert === undefined) {
    return [];
  }
  const field = `${path}.caCert`;
  if (provider && provider.id !== 'other-s3') {
    return [
      refusal(
        'certificate-invalid',
        field,
        `${provider.title} has a certificate that everybody trusts`,
        'Leave the certificate out',
      ),
    ];
  }
  return isCertificates(caCert)
    ? []
    : [
        refusal(
          'certificate-invalid',
          field,
          'It holds something else than certificates in PEM',
          'Give the certificates of the authorities only, never a private key',
        ),
      ];
}
