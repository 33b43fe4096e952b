import { resourceTypeOf } from '../../api/ResourceType';
import { LogEntry } from '../files/logLines';
import { BackupSpec } from '../VeleroObjects';
import { BackupItem, itemKey } from './BackupItem';
import { collectItems } from './collectItems';
import { ItemSource } from './ItemSource';
import {
  includesNamespace,
  leavesNoneOut,
  missingNamespaces,
  selectNamespaces,
} from './namespaceMatching';
import { copyPodVolumes, PodVolumeCopy } from './podVolumes';
import { relatedItems } from './relatedItems';
import { ResourceFilter, resourceFilter } from './ResourceFilter';

/** What a backup takes and what goes wrong. */
export interface BackupReport {
  /** How many items were found at first; the backup may leave out some and add others. */
  collected: number;
  /** How many of the namespaces that exist are meant. */
  namespaces: number;
  items: BackupItem[];
  /** Counted and listed, but not stored. */
  failed: BackupItem[];
  copies: PodVolumeCopy[];
  problems: LogEntry[];
}

interface ReportOptions {
  source: ItemSource;
  veleroNamespace: string;
}

class BackupReporter {
  readonly #spec: BackupSpec;
  readonly #options: ReportOptions;
  readonly #filter: ResourceFilter;
  readonly #namespaces: string[];
  readonly #taken = new Set<string>();
  readonly #report: BackupReport = {
    collected: 0,
    namespaces: 0,
    items: [],
    failed: [],
    copies: [],
    problems: [],
  };

  constructor(spec: BackupSpec, options: ReportOptions) {
    this.#spec = spec;
    this.#options = options;
    this.#namespaces = options.source
      .list(resourceTypeOf('namespaces'))
      .map(({ metadata }) => metadata.name);
    const allNamespaces = leavesNoneOut(spec, this.#namespaces);
    this.#filter = resourceFilter(spec, { allNamespaces });
  }

  report(): BackupReport {
    const { source } = this.#options;
    this.#noteMissingNamespaces();
    const collected = collectItems({
      spec: this.#spec,
      source,
      filter: this.#filter,
    });
    this.#report.collected = collected.length;
    this.#report.namespaces = selectNamespaces(
      this.#spec,
      this.#namespaces,
    ).length;
    collected.forEach(item => this.#take(item));
    this.#takeDefinitions();
    return this.#report;
  }

  /** A pattern that matches nothing is no error, a name that does not exist is one. */
  #noteMissingNamespaces() {
    if (!this.#filter.includes(resourceTypeOf('namespaces'))) {
      return;
    }
    for (const name of missingNamespaces(this.#spec, this.#namespaces)) {
      this.#report.problems.push({
        level: 'error',
        message: `fail to get the namespace ${name} specified in backup.Spec.IncludedNamespaces`,
        source: 'pkg/backup/item_collector.go:890',
        fields: { resource: 'namespaces' },
      });
    }
  }

  #take(item: BackupItem) {
    const key = itemKey(item);
    if (this.#taken.has(key) || !this.#admits(item)) {
      return;
    }
    this.#taken.add(key);
    const stored = item.type.plural !== 'pods' || this.#copyVolumes(item);
    (stored ? this.#report.items : this.#report.failed).push(item);
    for (const related of relatedItems(item, this.#options.source)) {
      this.#take(related);
    }
  }

  /** Each item is looked at again, since it may come along with another one. */
  #admits({ type, object }: BackupItem): boolean {
    const { namespace, labels, deletionTimestamp } = object.metadata;
    if (labels?.['velero.io/exclude-from-backup'] === 'true') {
      return false;
    }
    const fits = namespace
      ? includesNamespace(this.#spec, namespace) && this.#filter.includes(type)
      : type.plural === 'namespaces' || !this.#filter.excludes(type);
    return fits && !deletionTimestamp;
  }

  #copyVolumes({ object }: BackupItem): boolean {
    const { copies, problems, failed } = copyPodVolumes(object, {
      ...this.#options,
      allVolumes: this.#spec.defaultVolumesToFsBackup,
    });
    this.#report.copies.push(...copies);
    this.#report.problems.push(...problems);
    return !failed;
  }

  /** The definitions of custom resources come along with what they define, unless the spec speaks of them. */
  #takeDefinitions() {
    const type = resourceTypeOf('customresourcedefinitions');
    if (this.#filter.includes(type) || this.#filter.excludes(type)) {
      return;
    }
    const custom = this.#report.items.filter(item => item.type.custom);
    for (const { plural, group } of custom.map(item => item.type)) {
      const object = this.#options.source.find(type, `${plural}.${group}`);
      if (object) {
        this.#take({ type, object });
      }
    }
  }
}

/** What a backup of that spec takes of these objects. */
export function reportOf(
  spec: BackupSpec,
  options: ReportOptions,
): BackupReport {
  return new BackupReporter(spec, options).report();
}
