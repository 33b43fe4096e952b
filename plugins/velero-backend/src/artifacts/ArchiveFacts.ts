import { JsonObject } from '../clusters/http/json';
import { ArtifactArchive } from './ArtifactArchive';
import { claimFrom, hostsFrom, nodeSelectorFrom } from './archivedFacts';
import { hasRestoreHook } from './hasRestoreHook';
import { ArchivedObject } from './ArchivedObject';

/** Of each sort; nobody reads more, and whoever may write into the bucket could fill the memory. */
const MAXIMUM = 1_000;

/** Kubernetes has none that are longer. */
const LONGEST_NAME = 253;

const CLAIMS = 'persistentvolumeclaims';

/** Resources whose objects take host names for themselves. */
const HOSTS = [
  'ingresses.networking.k8s.io',
  'httproutes.gateway.networking.k8s.io',
  'routes.route.openshift.io',
];

/** Gathers what bears on a restore. An object may come twice, in two folders. */
export class ArchiveFacts {
  readonly #hooks = new Map<string, ArtifactArchive['hooks'][number]>();
  readonly #claims = new Map<string, ArtifactArchive['claims'][number]>();
  readonly #hosts = new Map<string, ArtifactArchive['hosts'][number]>();
  readonly #selectors = new Map<
    string,
    ArtifactArchive['nodeSelectors'][number]
  >();
  #isWhole = true;

  /** Whether objects of a resource tell anything. */
  static isOf(resource: string): boolean {
    return (
      resource === 'pods' || resource === CLAIMS || HOSTS.includes(resource)
    );
  }

  add(object: ArchivedObject) {
    const { resource, namespace, name: pod, content } = object;
    if (resource === 'pods' && hasRestoreHook(content)) {
      this.#hooks.set(`${namespace}/${pod}`, { namespace, pod });
    }
    if (content) {
      this.#addFacts(object, content);
    } else {
      this.#isWhole = false;
    }
  }

  all(): ArtifactArchive {
    return {
      hooks: [...this.#hooks.values()],
      claims: [...this.#claims.values()],
      hosts: [...this.#hosts.values()],
      nodeSelectors: [...this.#selectors.values()],
      isWhole: this.#isWhole,
    };
  }

  #addFacts(object: ArchivedObject, content: JsonObject) {
    const { resource } = object;
    if (resource === 'pods') {
      this.#keep(this.#selectors, object, nodeSelectorFrom(object, content));
    } else if (resource === CLAIMS) {
      this.#keep(this.#claims, object, claimFrom(object, content));
    } else {
      this.#keep(this.#hosts, object, hostsFrom(object, content));
    }
  }

  #keep<T>(
    facts: Map<string, T>,
    { resource, namespace, name }: ArchivedObject,
    fact: T | undefined,
  ) {
    const key = `${resource}/${namespace}/${name}`;
    if (fact === undefined) {
      return;
    }
    const isKept = facts.size < MAXIMUM || facts.has(key);
    if (isKept && name.length <= LONGEST_NAME) {
      facts.set(key, fact);
    } else {
      this.#isWhole = false;
    }
  }
}
