import {
  parseCredentialsFile,
  StoreCredential,
} from '../../objectstore/StoreCredential';
import { VeleroContext } from '../VeleroContext';
import { BackupStorageLocation } from '../VeleroObjects';
import { isAws } from './providerConfig';

type LocationSpec = NonNullable<BackupStorageLocation['spec']>;

/** The content of the Secret that a location names; undefined when it names none. Throws Velero's words. */
export function credentialContent(
  { credential }: LocationSpec,
  { client }: VeleroContext,
): string | undefined {
  if (!credential) {
    return undefined;
  }
  const { name = '', key } = credential;
  const problem = 'unable to get credentials: unable to get key for secret';
  const secret = client.secret(name);
  if (!secret) {
    throw new Error(`${problem}: Secret "${name}" not found`);
  }
  const value = secret.data?.[key];
  if (value === undefined) {
    throw new Error(
      `${problem}: "${name}" secret is missing data for key "${key}"`,
    );
  }
  return Buffer.from(value, 'base64').toString();
}

/** What signs a location's requests. Those that name no credential use the server's own, which is right. */
export function locationCredential(
  spec: LocationSpec,
  content: string | undefined,
  { buckets }: VeleroContext,
): StoreCredential {
  if (content === undefined || !isAws(spec.provider)) {
    return buckets.credential;
  }
  const credential = parseCredentialsFile(content, spec.config?.profile);
  if (!credential) {
    throw new Error(
      'rpc error: code = Unknown desc = failed to refresh cached credentials, static credentials are empty',
    );
  }
  return credential;
}
