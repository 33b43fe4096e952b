import { gunzipSync } from 'node:zlib';
import { DirectObject } from '../api/DirectObjects';
import { KubernetesObject } from '../api/KubernetesObject';
import { ResourceName } from '../api/ResourceType';
import { VeleroFixture } from './VeleroFixture';

/** A namespace `team-a` with things in it, and backups and restores of it. */
export class RestoreFixture extends VeleroFixture {
  static async startRestores(
    options: Parameters<typeof VeleroFixture.start>[0] = {},
  ): Promise<RestoreFixture> {
    // Without synchronisation, which would bring deleted Backups back.
    const timing = { sync: 60_000, ...options.timing };
    const { sandbox, elapsed } = await VeleroFixture.launch({
      ...options,
      timing,
    });
    const fixture = new RestoreFixture(sandbox, elapsed);
    await fixture.location('main');
    await fixture.namespace('team-a');
    await fixture.configMap('team-a', 'c1', 'one');
    return fixture;
  }

  async namespace(name: string, metadata: object = {}) {
    const body = { metadata: { name, ...metadata } };
    await this.client().create('/api/v1/namespaces', body);
  }

  async configMap(namespace: string, name: string, value: string) {
    const metadata = { name, labels: { name } };
    const path = `/api/v1/namespaces/${namespace}/configmaps`;
    await this.client().create(path, { metadata, data: { value } });
  }

  /** An object without HTTP, in the first cluster. */
  object(resource: ResourceName, name: string, namespace?: string) {
    const { objects } = this.sandbox.cluster('a');
    return objects.get(resource, name, namespace) as
      | (KubernetesObject & { data?: Record<string, string> })
      | undefined;
  }

  /** Puts an object in without HTTP, in the first cluster. */
  put(resource: ResourceName, object: DirectObject) {
    this.sandbox.cluster('a').objects.put(resource, object);
  }

  async deleteNamespace(name: string) {
    const path = `/api/v1/namespaces/${name}`;
    await this.client().request(path, { method: 'DELETE' });
  }

  /** A backup that ends as it should. */
  async backedUp(name: string, spec: object = {}, phase = 'Completed') {
    await this.backup(name, { includedNamespaces: ['team-a'], ...spec });
    return this.phase('backups', name, phase);
  }

  async restore(name: string, spec: object, phase = 'Completed') {
    await this.create('restores', { metadata: { name }, spec });
    return this.phase('restores', name, phase);
  }

  /** What a link to a file gives; undefined when there is no such file. */
  async download(kind: string, name: string): Promise<Buffer | undefined> {
    const request = `${kind}-${name}`.toLowerCase();
    await this.create('downloadrequests', {
      metadata: { name: request },
      spec: { target: { kind, name } },
    });
    const { status } = await this.phase(
      'downloadrequests',
      request,
      'Processed',
    );
    const response = await fetch(status.downloadURL);
    return response.status === 200
      ? Buffer.from(await response.arrayBuffer())
      : undefined;
  }

  async text(kind: string, name: string): Promise<string> {
    const content = await this.download(kind, name);
    return content ? gunzipSync(content).toString() : 'no file';
  }

  async json(kind: string, name: string) {
    return JSON.parse(await this.text(kind, name));
  }
}
