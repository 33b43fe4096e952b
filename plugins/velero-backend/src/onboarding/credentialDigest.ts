import { scrypt } from 'node:crypto';
import { promisify } from 'node:util';

const derive = promisify<string, string, number, Buffer>(scrypt);

/**
 * Tells whether two credentials are the same without keeping either. It is slow on purpose: whoever reads the database
 * must not be able to try out passwords.
 */
export async function credentialDigest(
  tenant: string,
  text: string,
): Promise<string> {
  const key = await derive(text, `velero-for-backstage/${tenant}`, 32);
  return key.toString('hex');
}
