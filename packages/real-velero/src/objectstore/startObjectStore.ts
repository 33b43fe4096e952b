import { randomBytes } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { httpRequest } from '../network/httpRequest';
import { findFreePort } from '../network/ports';
import { ServerProcess } from '../processes/ServerProcess';
import { RealObjectStore } from '../RealVelero';
import { Run } from '../Run';

export const BUCKET = 'tenant-backups';

const REGION = 'us-east-1';

/** An object store that does not speak TLS yet: the certificate comes from the first cluster. */
export interface PlainObjectStore extends Omit<RealObjectStore, 'secure'> {
  readonly port: number;
  readonly securePort: number;
}

/** Starts the S3 server, with a bucket in it. */
export async function startObjectStore(run: Run): Promise<PlainObjectStore> {
  const folder = path.join(run.folder, 's3');
  const home = path.join(run.folder, 's3-home');
  await mkdir(path.join(folder, BUCKET), { recursive: true });
  await mkdir(home);
  const port = await findFreePort();
  const url = `http://127.0.0.1:${port}`;
  const accessKey = randomBytes(8).toString('hex');
  const secretKey = randomBytes(24).toString('hex');
  const name = 's3';
  const process = await ServerProcess.start(run, {
    name,
    line: [
      ...[run.tools.s3, '--port', `127.0.0.1:${port}`, '--region', REGION],
      ...['--health', '/health', 'posix', folder],
    ],
    env: {
      ...run.env(home),
      ROOT_ACCESS_KEY: accessKey,
      ROOT_SECRET_KEY: secretKey,
    },
    folder: run.folder,
    logFile: run.logFile(name),
    isReady: async signal => {
      const answer = await httpRequest({ url: `${url}/health`, signal });
      return answer.status === 200;
    },
  });
  const securePort = await findFreePort();
  const keys = { accessKey, secretKey };
  return { url, port, securePort, region: REGION, ...keys, folder, process };
}
