import {
  BackupOptionLocation,
  LocationSummary,
} from 'backstage-plugin-velero-common';
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
    const known = (await this.#queries.locationsIn([cluster])).map(
      toLocationSummary,
    );
    const veleroNamespaces = [
      ...new Set(known.map(location => location.veleroNamespace)),
    ];
    const targets = veleroNamespaces.map(veleroNamespace => ({
      cluster,
      veleroNamespace,
      veleroNamespaces,
      ...offerOf(
        known.filter(location => location.veleroNamespace === veleroNamespace),
        used,
      ),
    }));
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

/** What one server offers, of all its locations. */
function offerOf(
  known: LocationSummary[],
  used: UsedLocations,
): Pick<BackupTarget, 'locations' | 'storageLocation'> {
  const fallback = known.some(location => location.default)
    ? undefined
    : DEFAULT_NAME;
  const offered = known
    .map(location => ({
      ...location,
      default: location.default || location.name === fallback,
    }))
    .filter(location => location.default || used.all.has(textOf(location)));
  const storageLocation = chooseLocation(offered, used);
  return {
    locations: offered.map(toOption),
    ...(storageLocation && { storageLocation }),
  };
}

/**
 * Takes the location that the schedules of the namespaces write to, so that all copies lie together; else the one that
 * Velero would take; else the only one. One that cannot be used now is passed over.
 */
function chooseLocation(
  offered: LocationSummary[],
  used: UsedLocations,
): string | undefined {
  const usable = offered.filter(location => !problemOf(location));
  const rules = [
    usable.filter(location => used.own.has(textOf(location))),
    usable.filter(location => location.default),
    usable,
  ];
  return rules.find(({ length }) => length === 1)?.[0].name;
}

function toOption(summary: LocationSummary): BackupOptionLocation {
  const { name, provider, bucket, prefix, accessMode } = summary;
  const { default: isDefault, phase, message } = summary;
  const problem = problemOf(summary);
  return {
    name,
    provider,
    bucket,
    prefix,
    accessMode,
    default: isDefault,
    phase,
    message,
    ...(problem && { problem }),
  };
}

function problemOf(location: LocationSummary): string | undefined {
  const { phase, message, accessMode = 'ReadWrite' } = location;
  return locationProblem({ phase, message, accessMode });
}

function textOf(location: { veleroNamespace: string; name: string }): string {
  return `${location.veleroNamespace}/${location.name}`;
}
