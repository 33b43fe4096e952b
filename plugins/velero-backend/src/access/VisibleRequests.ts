import { RestorePerson } from '../restores/Restores';
import { NamespaceKey } from '../store/NamespaceStore';
import { StoredRestoreRequest } from '../store/RestoreRequestStore';
import { EntityAccess } from './EntityAccess';
import { UserCredentials } from './InventoryService';
import { NamespaceOwnership } from './NamespaceOwnership';
import { ownNamespaces } from './ownNamespaces';

/**
 * Tells which requests somebody may open: those that they asked for, may decide on, or of whose targets one was theirs before. Lists show
 * these and no others, also by entity and of drills. A request tells of all its namespaces at once, in its reason and its
 * outcome too, so none is shown in part; and what leads to a page that is not found helps nobody.
 */
export class VisibleRequests {
  readonly #ownership: NamespaceOwnership;
  readonly #entities: EntityAccess;

  constructor(options: {
    ownership: NamespaceOwnership;
    entities: EntityAccess;
  }) {
    this.#ownership = options.ownership;
    this.#entities = options.entities;
  }

  /** Leaves those that somebody may open, in their order. */
  async of(
    requests: StoredRestoreRequest[],
    person: RestorePerson,
    credentials: UserCredentials,
  ): Promise<StoredRestoreRequest[]> {
    const others = requests.filter(request => !isNamed(request, person));
    const own = await ownNamespaces({
      namespaces: await this.#ownership.find(others.flatMap(targetsOf)),
      reader: person,
      credentials,
      entities: this.#entities,
    });
    const names = new Set(own.map(nameOf));
    return requests.filter(
      request =>
        isNamed(request, person) ||
        targetsOf(request).some(target => names.has(nameOf(target))),
    );
  }
}

/** What somebody decides through: `platform` stands for administrators. */
export function refsOf(person: RestorePerson): string[] {
  const { ownershipRefs, administrator } = person;
  return [...ownershipRefs, ...(administrator ? ['platform'] : [])];
}

/** Whether the request itself names somebody, as whoever asked or may decide. */
function isNamed(
  { requester, owners, approvals }: StoredRestoreRequest,
  person: RestorePerson,
): boolean {
  const refs = refsOf(person);
  const deciding = approvals.flatMap(({ from }) => from);
  return (
    person.administrator ||
    requester.userRef === person.userRef ||
    [...owners, ...deciding].some(ref => refs.includes(ref))
  );
}

/** Those that were there: one that the restore makes says by itself that it is somebody's, as the backup has it. */
function targetsOf({ wish, binding }: StoredRestoreRequest): NamespaceKey[] {
  const { cluster } = wish.backup;
  return wish.namespaces
    .map(({ target }) => ({ cluster, namespace: target }))
    .filter(target => binding.namespaces[nameOf(target)] !== 'absent');
}

function nameOf({ cluster, namespace }: NamespaceKey): string {
  return `${cluster}/${namespace}`;
}
