import { IncomingMessage, ServerResponse } from 'node:http';
import { errorMessage } from '../api/errorMessage';
import { isRecord } from '../api/KubernetesObject';
import { parseFaults } from '../faults/ClusterFaults';
import { SandboxCluster } from '../SandboxCluster';
import { readText } from './readBody';
import { sendJson } from './respond';

const FAULTS_PATH = /^\/clusters\/([^/]+)\/faults$/;

/** Lets somebody outside see the sandbox and switch faults: `GET /` and `POST /clusters/<name>/faults`. */
export function controlRoute(clusters: SandboxCluster[]) {
  return async (
    request: IncomingMessage,
    response: ServerResponse,
    url: URL,
  ) => {
    if (request.headers.origin) {
      // A page in the reader's browser must not switch off the reader's sandbox.
      sendProblem(response, 403, 'The sandbox takes no requests of web pages');
      return;
    }
    const [, name] = FAULTS_PATH.exec(url.pathname) ?? [];
    if (name && request.method === 'POST') {
      const cluster = clusters.find(candidate => candidate.name === name);
      await switchFaults(request, response, name, cluster);
    } else if (url.pathname === '/' && request.method === 'GET') {
      sendJson(response, 200, { clusters: clusters.map(describeCluster) });
    } else {
      const usage = 'GET /sandbox or POST /sandbox/clusters/<name>/faults';
      sendProblem(response, 404, `The sandbox answers ${usage}`);
    }
  };
}

function describeCluster({ name, url, faults, requests }: SandboxCluster) {
  return {
    name,
    url,
    faults: faults.current,
    requests: requests.snapshot(),
  };
}

async function switchFaults(
  request: IncomingMessage,
  response: ServerResponse,
  name: string,
  cluster?: SandboxCluster,
) {
  if (!cluster) {
    sendProblem(response, 404, `There is no cluster '${name}'`);
    return;
  }
  try {
    applyFaults(cluster, JSON.parse(await readText(request)));
    sendJson(response, 200, { name, faults: cluster.faults.current });
  } catch (error) {
    sendProblem(response, 400, errorMessage(error));
  }
}

/** `cutWatches` is no state but something that happens once. */
function applyFaults({ faults }: SandboxCluster, body: unknown) {
  if (!isRecord(body)) {
    throw new Error('Faults are a JSON object such as {"down": true}');
  }
  const { cutWatches, ...states } = body;
  faults.set(parseFaults(states));
  if (cutWatches) {
    faults.cutWatches();
  }
}

function sendProblem(response: ServerResponse, code: number, error: string) {
  sendJson(response, code, { error });
}
