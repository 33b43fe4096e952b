import { httpRequest } from '../network/httpRequest';
import { Region } from './Region';

interface EtcdStatus {
  header: { revision: string };
}

/** Has etcd drop every state but the present one, as the API server has it do every five minutes. */
export async function forgetHistory({ ports, run }: Region): Promise<void> {
  const call = async (path: string, message: object) => {
    const { status, body } = await httpRequest({
      url: `http://127.0.0.1:${ports.etcd}/v3/${path}`,
      method: 'POST',
      body: JSON.stringify(message),
      signal: run.signal,
    });
    if (status !== 200) {
      throw new Error(`etcd answers ${path} with ${status}: ${body}`);
    }
    return JSON.parse(body);
  };
  const { header }: EtcdStatus = await call('maintenance/status', {});
  await call('kv/compaction', { revision: header.revision, physical: true });
}
