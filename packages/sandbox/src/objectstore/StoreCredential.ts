/** Opens the buckets of an object store. */
export interface StoreCredential {
  accessKeyId: string;
  secretAccessKey: string;
}

/** What the buckets of a sandbox take unless told otherwise. */
export const DEFAULT_CREDENTIAL: StoreCredential = {
  accessKeyId: 'sandbox',
  secretAccessKey: 'sandbox',
};

/** The text of a credentials file, as Secrets hold it. */
export function credentialsFile(credential: StoreCredential): string {
  const { accessKeyId, secretAccessKey } = credential;
  return `[default]\naws_access_key_id=${accessKeyId}\naws_secret_access_key=${secretAccessKey}\n`;
}

/** Reads the pair of one profile; undefined when it is not there as a whole. */
export function parseCredentialsFile(
  text: string,
  profile = 'default',
): StoreCredential | undefined {
  const values = new Map<string, string>();
  let current = '';
  for (const line of text.split('\n').map(part => part.trim())) {
    const [, section] = /^\[(?:profile\s+)?(.*)\]$/.exec(line) ?? [];
    const [, key, value] = /^(\w+)\s*=\s*(.*)$/.exec(line) ?? [];
    current = section?.trim() ?? current;
    if (key && current === profile) {
      values.set(key, value);
    }
  }
  const accessKeyId = values.get('aws_access_key_id');
  const secretAccessKey = values.get('aws_secret_access_key');
  return accessKeyId && secretAccessKey
    ? { accessKeyId, secretAccessKey }
    : undefined;
}
