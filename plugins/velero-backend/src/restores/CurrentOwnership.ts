import { AuthService } from '@backstage/backend-plugin-api';
import {
  Entity,
  parseEntityRef,
  RELATION_CHILD_OF,
  RELATION_MEMBER_OF,
  RELATION_OWNED_BY,
} from '@backstage/catalog-model';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { OwnedNamespace } from '../store/NamespaceStore';
import { RestoreRequester } from '../store/RestoreRequestStore';

/** Groups are nested no deeper than this; a circle ends here, too. */
const MAXIMUM_DEPTH = 10;

/** Somebody, as they are now. */
export interface CurrentPerson {
  userRef: string;
  ownershipRefs: string[];
  administrator: boolean;
  /** Whether a namespace with these owners is theirs. */
  isOwn(namespace: OwnedNamespace): Promise<boolean>;
}

/**
 * Tells who somebody is now, who is not there to be asked: what was theirs when they asked counts only as far as the
 * catalog still says so.
 */
export class CurrentOwnership {
  readonly #catalog: CatalogService;
  readonly #auth: AuthService;
  readonly #administrators: string[];

  constructor(options: {
    catalog: CatalogService;
    auth: AuthService;
    administrators: string[];
  }) {
    this.#catalog = options.catalog;
    this.#auth = options.auth;
    this.#administrators = options.administrators;
  }

  /** Tells who somebody is by the catalog alone. */
  async now(userRef: string): Promise<CurrentPerson> {
    const refs = await this.#refsOf(userRef);
    return this.#personOf(userRef, [...refs], this.#isAdministrator(refs));
  }

  /** @param person - with the references that they had when they asked */
  async of(
    person: Pick<
      RestoreRequester,
      'userRef' | 'ownershipRefs' | 'administrator'
    >,
  ): Promise<CurrentPerson> {
    const { userRef } = person;
    const now = await this.#refsOf(userRef);
    return this.#personOf(
      userRef,
      person.ownershipRefs.filter(ref => now.has(ref)),
      person.administrator && this.#isAdministrator(now),
    );
  }

  /** The groups and users among owners, and those to whom entities among them belong. */
  async peopleOf(owners: string[]): Promise<string[]> {
    const people = owners.filter(isPerson);
    const entities = await this.#entities(
      owners.filter(owner => !isPerson(owner)),
    );
    return [
      ...new Set([
        ...people,
        ...entities.flatMap(entity => targetsOf(entity, RELATION_OWNED_BY)),
      ]),
    ];
  }

  #isAdministrator(refs: Set<string>): boolean {
    return this.#administrators.some(ref => refs.has(ref));
  }

  #personOf(
    userRef: string,
    ownershipRefs: string[],
    administrator: boolean,
  ): CurrentPerson {
    return {
      userRef,
      ownershipRefs,
      administrator,
      isOwn: namespace =>
        administrator
          ? Promise.resolve(namespace.owners.length > 0)
          : this.#isOwn(namespace, ownershipRefs),
    };
  }

  /** The user, the groups that they are in, and the groups that these are in. Nobody where the user is gone. */
  async #refsOf(userRef: string): Promise<Set<string>> {
    const refs = new Set<string>();
    let next = [userRef];
    for (let depth = 0; depth < MAXIMUM_DEPTH && next.length > 0; depth++) {
      const found = await this.#entities(next);
      next.filter((_, i) => found[i]).forEach(ref => refs.add(ref));
      next = found
        .flatMap(entity => [
          ...targetsOf(entity, RELATION_MEMBER_OF),
          ...targetsOf(entity, RELATION_CHILD_OF),
        ])
        .filter(ref => !refs.has(ref));
    }
    return refs;
  }

  async #isOwn(
    { owners }: OwnedNamespace,
    ownershipRefs: string[],
  ): Promise<boolean> {
    const people = await this.peopleOf(owners);
    return [...owners, ...people].some(ref => ownershipRefs.includes(ref));
  }

  async #entities(entityRefs: string[]): Promise<Array<Entity | undefined>> {
    if (entityRefs.length === 0) {
      return [];
    }
    const credentials = await this.#auth.getOwnServiceCredentials();
    const { items } = await this.#catalog.getEntitiesByRefs(
      { entityRefs, fields: ['kind', 'metadata', 'relations'] },
      { credentials },
    );
    return items;
  }
}

function isPerson(ref: string): boolean {
  return ['group', 'user'].includes(parseEntityRef(ref).kind);
}

function targetsOf(entity: Entity | undefined, relation: string): string[] {
  return (entity?.relations ?? [])
    .filter(({ type }) => type === relation)
    .map(({ targetRef }) => targetRef);
}
