import { Finding, quoted, refusal, warning } from '../../input/Finding';
import { isObjectName } from '../../velero/isObjectName';
import { givenNameOf } from '../credentialVersion';
import { DraftStorage, TenantDraft } from '../TenantDraft';
import { isNamePart } from '../tenantNames';
import { TenantCredential } from '../TenantRequest';

/** Secrets of Velero itself, or of whoever set it up. */
const SECRETS_OF_VELERO = ['velero-repo-credentials', 'cloud-credentials'];

/** A tenant uses its own credential: whoever names another one's Secret could read and delete what it leads to. */
export function checkCredentials(draft: TenantDraft): Finding[] {
  return draft.storages.flatMap(storage => {
    const { credential } = storage;
    if ('existingSecret' in credential) {
      return checkExisting(draft, storage, credential.existingSecret);
    }
    return 'given' in credential
      ? checkGiven(draft, storage, credential)
      : checkIdentity(draft, storage);
  });
}

function checkExisting(
  { request, fleet }: TenantDraft,
  { path }: DraftStorage,
  { name, key }: { name: string; key: string },
): Finding[] {
  const field = `${path}.credential.existingSecret`;
  const isName = isObjectName(name);
  if (!isName || !/^[-._a-zA-Z0-9]{1,253}$/.test(key)) {
    return [
      refusal(
        'name-invalid',
        isName ? `${field}.key` : `${field}.name`,
        `${quoted(isName ? key : name)} is no ${
          isName ? 'key' : 'name'
        } of a Secret`,
        'Give name and key of a Secret in Velero’s namespace',
      ),
    ];
  }
  const start = `${request.tenant}--`;
  const isAllowed =
    fleet.settings.sharedSecrets.includes(name) ||
    (request.scope === 'platform' && !SECRETS_OF_VELERO.includes(name)) ||
    name.startsWith(start);
  return isAllowed
    ? [
        warning(
          'secret-must-exist',
          field,
          `The Secret ${name} with the key ${key} has to be in Velero’s namespace of each cluster; the portal cannot look`,
        ),
      ]
    : [
        refusal(
          'credential-not-tenants',
          `${field}.name`,
          `Secret ${quoted(name)} is not known to be the tenant’s`,
          `Use one whose name begins with ${start}, or have it listed in velero.onboarding.sharedSecrets`,
        ),
      ];
}

function checkGiven(
  draft: TenantDraft,
  storage: DraftStorage,
  credential: Extract<TenantCredential, { given: unknown }>,
): Finding[] {
  const field = `${storage.path}.credential.given`;
  const name = givenNameOf(credential);
  if (!isNamePart(name) || name.length > 40) {
    return [
      refusal(
        'name-invalid',
        `${field}.name`,
        `${quoted(name)} cannot be part of the name of a Secret`,
        'Use at most 40 lowercase letters, digits and single hyphens',
      ),
    ];
  }
  const { current, wanted = 0 } = storage.version ?? {};
  return [
    ...conflicts(draft, storage, name, field),
    ...(current && wanted < current
      ? [
          refusal(
            'credential-version',
            `${field}.version`,
            `Version ${current} of the credential is in use`,
            `Give a version above ${current} to change the credential, or none to keep it`,
          ),
        ]
      : []),
  ];
}

/** Values that travel under one name are one credential. */
function conflicts(
  draft: TenantDraft,
  storage: DraftStorage,
  name: string,
  field: string,
): Finding[] {
  const earlier = draft.storages
    .slice(0, draft.storages.indexOf(storage))
    .find(
      ({ credential }) =>
        'given' in credential && givenNameOf(credential) === name,
    );
  const isOther =
    earlier?.provider &&
    storage.provider &&
    (earlier.provider.id !== storage.provider.id ||
      earlier.version?.wanted !== storage.version?.wanted);
  return isOther
    ? [
        refusal(
          'credential-conflict',
          `${field}.name`,
          `${earlier.path} uses the credential ${quoted(name)} for ${
            earlier.provider!.title
          } or in another version`,
          'Give each credential a name of its own',
        ),
      ]
    : [];
}

function checkIdentity(
  { request, fleet }: TenantDraft,
  { path, provider }: DraftStorage,
): Finding[] {
  const field = `${path}.credential.serverIdentity`;
  if (provider && !provider.serverIdentity) {
    return [
      refusal(
        'server-identity',
        field,
        `${provider.title} knows no account of Velero’s pod`,
        'Give a credential',
      ),
    ];
  }
  return request.scope === 'platform' || fleet.settings.serverIdentityForTenants
    ? []
    : [
        refusal(
          'server-identity',
          field,
          'Velero’s own account may reach the buckets of others',
          'Give a credential for the tenant’s bucket, or have velero.onboarding.serverIdentityForTenants set',
        ),
      ];
}
