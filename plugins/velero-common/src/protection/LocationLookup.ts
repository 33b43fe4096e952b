import { LocationRecord } from './records';

/** The name that Velero's server takes where no location is marked as the default. */
const SERVER_DEFAULT = 'default';

/** Finds the storage locations of one cluster. */
export class LocationLookup {
  readonly #locations: LocationRecord[];

  constructor(locations: LocationRecord[]) {
    this.#locations = locations;
  }

  find(veleroNamespace: string, name: string): LocationRecord | undefined {
    return this.#locations.find(
      location =>
        location.veleroNamespace === veleroNamespace && location.name === name,
    );
  }

  /** The location of backups that name none: the youngest that is marked as the default. */
  nameOfDefault(veleroNamespace: string): string {
    const marked = this.#locations
      .filter(
        location =>
          location.default && location.veleroNamespace === veleroNamespace,
      )
      .sort((a, b) => (a.createdAt ?? '').localeCompare(b.createdAt ?? ''));
    return marked[marked.length - 1]?.name ?? SERVER_DEFAULT;
  }
}
