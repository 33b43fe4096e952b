import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';

const TIME_LIMIT = 240_000;
const VELERO = 'velero';

/** A real cluster, as its administrator works in it: with `kubectl`. */
export class RealRegion {
  #program;
  #kubeconfig;

  /** @param cluster and @param tools are those of `real-velero` */
  constructor(cluster, tools) {
    this.name = cluster.name;
    this.#program = tools.kubectl;
    this.#kubeconfig = cluster.kubeconfig;
  }

  /** Grants the portal's account what is in folders of `deploy/rbac`, and answers with a token of it. */
  async grant(folders) {
    for (const folder of folders) {
      await this.#run(['apply', '-k', folder]);
    }
    const args = ['create', 'token', 'velero-portal', '--duration', '2h'];
    return (await this.#run([...args, '--namespace', VELERO])).trim();
  }

  async apply(...objects) {
    const list = { apiVersion: 'v1', kind: 'List', items: objects };
    await this.#run(['apply', '-f', '-'], JSON.stringify(list));
  }

  /** One object, as `backup/first`; an error when it is not there. */
  async get(reference, namespace = VELERO) {
    const args = ['get', reference, '--namespace', namespace];
    return JSON.parse(await this.#run([...args, '--output', 'json']));
  }

  /** The objects of some kinds, as `secrets,schedules`. */
  async list(kinds, namespace = VELERO) {
    return (await this.get(kinds, namespace)).items;
  }

  /** Removes an object, and waits until it is gone. */
  async remove(reference, namespace = VELERO) {
    await this.#run(['delete', reference, '--namespace', namespace]);
  }

  /** Waits until an object is there. */
  async waitFor(reference, namespace = VELERO) {
    await this.#wait('create', reference, namespace);
  }

  /** Waits until Velero calls an object so. */
  async waitForPhase(reference, phase) {
    const condition = `jsonpath={.status.phase}=${phase}`;
    await this.#wait(condition, reference, VELERO);
  }

  async #wait(condition, reference, namespace) {
    const args = ['wait', reference, '--namespace', namespace];
    const timeout = `--timeout=${TIME_LIMIT / 1000}s`;
    await this.#run([...args, `--for=${condition}`, timeout]);
  }

  /** The API server is reached by a proxy in this process, so that nothing may block here. */
  async #run(args, input = '') {
    const child = spawn(
      this.#program,
      ['--kubeconfig', this.#kubeconfig, ...args],
      { timeout: TIME_LIMIT },
    );
    child.stdin.end(input);
    const ended = new Promise((resolve, reject) => {
      child.once('close', resolve);
      child.once('error', reject);
    });
    const [code, output, problems] = await Promise.all([
      ended,
      text(child.stdout),
      text(child.stderr),
    ]);
    if (code !== 0) {
      const line = `kubectl ${args.join(' ')}`;
      throw new Error(`${line} in region ${this.name}: ${problems}`);
    }
    return output;
  }
}
