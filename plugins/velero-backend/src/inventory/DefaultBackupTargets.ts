import { BackupOptionLocation } from 'backstage-plugin-velero-common';
import { OwnedNamespace } from '../store/NamespaceStore';
import { ObjectQueries } from '../store/ObjectQueries';
import { BackupTarget, BackupTargets } from './BackupTargets';
import { Inventory } from './Inventory';
import { locationProblem } from './locationProblem';
import { toLocationSummary } from './toLocation';

/** The most that is looked at of schedules and locations; no service has as many. */
const LIMIT = 200;

/** The location that a server takes when none is marked as the default. */
const DEFAULT_NAME = 'default';

interface UsedLocations {
  /** Those that hold or will hold the namespaces, as `<veleroNamespace>/<name>`. */
  all: Set<string>;
  /** Those that schedules of nothing but the namespaces write to. */
  own: Set<string>;
}

/** Finds out from the store. */
export class DefaultBackupTargets implements BackupTargets {
  readonly #inventory: Pick<Inventory, 'locations' | 'schedules'>;
  readonly #queries: ObjectQueries;

  constructor(options: {
    inventory: Pick<Inventory, 'locations' | 'schedules'>;
    stores: { queries: ObjectQueries };
  }) {
    this.#inventory = options.inventory;
    this.#queries = options.stores.queries;
  }

  async find(namespaces: OwnedNamespace[]): Promise<BackupTarget[]> {
    const clusters = [...new Set(namespaces.map(({ cluster }) => cluster))];
    const found = await Promise.all(
      clusters.map(cluster =>
        this.#findIn(
          cluster,
          namespaces.filter(namespace => namespace.cluster === cluster),
        ),
      ),
    );
    return found.flat();
  }

  async #findIn(
    cluster: string,
    namespaces: OwnedNamespace[],
  ): Promise<BackupTarget[]> {
    const used = await this.#usedBy(namespaces);
    const rows = await this.#queries.locationsIn(cluster);
    const veleroNamespaces = [...new Set(rows.map(row => row.namespace))];
    const targets = veleroNamespaces.map(veleroNamespace => {
      const known = rows
        .filter(row => row.namespace === veleroNamespace)
        .map(toLocationSummary);
      const isDefault = defaultOf(known);
      const locations = known
        .filter(
          location => isDefault(location) || used.all.has(textOf(location)),
        )
        .map(({ cluster: _, veleroNamespace: __, ...location }) =>
          toOption({ ...location, default: isDefault(location) }),
        );
      const own = (name: string) =>
        used.own.has(textOf({ veleroNamespace, name }));
      const storageLocation = chooseLocation(locations, own);
      return {
        cluster,
        veleroNamespace,
        veleroNamespaces,
        locations,
        ...(storageLocation && { storageLocation }),
      };
    });
    const fitting = targets.filter(({ locations }) => locations.length > 0);
    return fitting.length > 0 ? fitting : targets;
  }

  async #usedBy(readable: OwnedNamespace[]): Promise<UsedLocations> {
    const question = { readable, filter: {}, limit: LIMIT };
    const locations = await this.#inventory.locations(question);
    const schedules = await this.#inventory.schedules(question);
    const own = schedules.items.flatMap(
      ({ shared, location, veleroNamespace }) =>
        location && !shared ? [{ veleroNamespace, name: location.name }] : [],
    );
    return {
      all: new Set(locations.items.map(textOf)),
      own: new Set(own.map(textOf)),
    };
  }
}

/**
 * Takes the location that the schedules of the namespaces write to, so that all copies lie together; else the one that
 * Velero would take; else the only one. One that cannot be used now is passed over.
 */
function chooseLocation(
  locations: BackupOptionLocation[],
  own: (name: string) => boolean,
): string | undefined {
  const usable = locations.filter(({ problem }) => !problem);
  const rules = [
    usable.filter(({ name }) => own(name)),
    usable.filter(location => location.default),
    usable,
  ];
  return rules.find(({ length }) => length === 1)?.[0].name;
}

function defaultOf(locations: Array<{ name: string; default: boolean }>) {
  const marked = locations.some(location => location.default);
  return (location: { name: string; default: boolean }) =>
    marked ? location.default : location.name === DEFAULT_NAME;
}

function toOption(
  location: Omit<BackupOptionLocation, 'problem'>,
): BackupOptionLocation {
  const { name, provider, bucket, prefix, accessMode, phase, message } =
    location;
  const problem = locationProblem({
    phase,
    message,
    accessMode: accessMode ?? 'ReadWrite',
  });
  return {
    name,
    provider,
    bucket,
    prefix,
    accessMode,
    default: location.default,
    phase,
    message,
    ...(problem && { problem }),
  };
}

function textOf(location: { veleroNamespace: string; name: string }): string {
  return `${location.veleroNamespace}/${location.name}`;
}
