import { readFile } from 'node:fs/promises';
import { ClusterError } from '../ClusterError';
import { errorCode } from '../http/networkError';

/** Reads a file that the configuration points to. The error names the setting and not the path. */
export async function readSettingFile(
  path: string,
  what: string,
): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    throw new ClusterError(
      'unreachable',
      `The ${what} cannot be read (${errorCode(error)})`,
    );
  }
}
