import { isDeepStrictEqual } from 'node:util';
import { ClusterApi } from '../../api/ClusterApi';
import { errorMessage } from '../../api/errorMessage';
import { isRecord, KubernetesObject } from '../../api/KubernetesObject';
import { ResourceType } from '../../api/ResourceType';
import { ArchivedItem } from '../contents/contentsArchive';
import { ItemFilter } from '../contents/ItemFilter';
import { resolveResources, resourceNamed } from '../contents/resourceNames';
import { RestoreSpec } from '../VeleroObjects';
import { mergedAccount } from './mergedAccount';
import { patchBetween } from './patchBetween';
import { RestoreOrigin, stripped, untied } from './prepareItem';
import { noteAttempt, noteCreated, noteSkipped } from './restoreNotes';
import { ResourceModifiers } from './ResourceModifiers';
import { RestoreAction, RestoreRecord } from './RestoreRecord';
import { TargetNamespaces } from './TargetNamespaces';
import { VolumesToProvision } from './VolumesToProvision';

const WRITER = { manager: 'velero-server' };

interface Placed {
  item: ArchivedItem;
  type: ResourceType;
  /** Where it goes. */
  namespace?: string;
  /** What is to be put there. */
  object: KubernetesObject;
}

/** Puts single items back into a cluster, by the rules for what is there already. */
export class ItemRestorer {
  readonly #spec: RestoreSpec;
  readonly #origin: RestoreOrigin;
  readonly #api: ClusterApi;
  readonly #record: RestoreRecord;
  readonly #namespaces: TargetNamespaces;
  readonly #volumes: VolumesToProvision;
  readonly #modifiers?: ResourceModifiers;

  constructor(options: {
    spec: RestoreSpec;
    origin: RestoreOrigin;
    api: ClusterApi;
    record: RestoreRecord;
    archive: ArchivedItem[];
    modifiers?: ResourceModifiers;
  }) {
    this.#modifiers = options.modifiers;
    this.#spec = options.spec;
    this.#origin = options.origin;
    this.#api = options.api;
    this.#record = options.record;
    this.#namespaces = new TargetNamespaces(options);
    this.#volumes = new VolumesToProvision(options.archive);
  }

  restore(item: ArchivedItem) {
    const isNamespace = item.resource === 'namespaces';
    const original = isNamespace ? item.name : item.namespace;
    const namespace = original && this.#namespaces.targetOf(original);
    if (original && !this.#namespaces.ensure(original)) {
      return;
    }
    if (!isNamespace && !isOver(item)) {
      this.#volumeOf(item)?.forEach(volume => this.restore(volume));
      this.#restoreInto(item, namespace);
    }
  }

  /** A claim brings its volume along unless nothing outside of namespaces may come. */
  #volumeOf(item: ArchivedItem): ArchivedItem[] | undefined {
    return this.#spec.includeClusterResources === false
      ? undefined
      : this.#volumes.ofClaim(item);
  }

  #restoreInto(item: ArchivedItem, namespace?: string) {
    const kind = `${item.object.apiVersion}/${item.object.kind}`;
    if (this.#record.has(kind, item.name, namespace)) {
      return;
    }
    const action = this.#put(item, namespace);
    this.#record.note({ kind, name: item.name, namespace, action });
  }

  #put(item: ArchivedItem, namespace?: string): RestoreAction {
    const type = resourceNamed(item.resource);
    if (!type) {
      this.#record.warn(
        namespace,
        `error getting updated resource client for namespace "${
          namespace ?? ''
        }", resource "${
          item.resource
        }": the server could not find the requested resource`,
      );
      return 'failed';
    }
    if (this.#volumes.isProvisioned(item)) {
      return 'skipped';
    }
    noteAttempt(this.#record, item, type);
    const object = this.#prepared(item, namespace);
    const placed = { item, type, namespace, object };
    const existing = this.#api.find({ type, name: item.name, namespace });
    return existing
      ? this.#meet(placed, existing.object)
      : this.#create(placed);
  }

  #prepared(item: ArchivedItem, namespace?: string): KubernetesObject {
    const freshVolume = this.#volumes.isFresh(item);
    const plainObject = stripped(item.object, this.#origin);
    const object = this.#modified(
      item,
      untied(item.resource, plainObject, { freshVolume }),
      namespace,
    );
    return {
      ...object,
      metadata: { ...object.metadata, ...(namespace && { namespace }) },
    };
  }

  /** A rule that cannot be applied is an error, and the object goes back as it was. */
  #modified(
    { resource }: ArchivedItem,
    object: KubernetesObject,
    namespace?: string,
  ): KubernetesObject {
    try {
      return this.#modifiers?.apply(resource, object) ?? object;
    } catch (error) {
      this.#record.fail(namespace, errorMessage(error));
      return object;
    }
  }

  #create({ item, type, namespace, object }: Placed): RestoreAction {
    try {
      const { managedFields, ...metadata } = object.metadata;
      const input = { ...object, metadata };
      const created = this.#api.create(type, namespace, input, WRITER).object;
      // Who owned which fields is put back too, so that the object equals the stored one from then on.
      this.#api.store.put(type, {
        ...created,
        ...(this.#restoresStatus(item) && { status: item.object.status }),
        metadata: { ...created.metadata, managedFields },
      });
      noteCreated(this.#record, item, namespace);
      return 'created';
    } catch (error) {
      const { resource, name } = item;
      const what = `${resource}/${namespace ? `${namespace}/` : ''}${name}`;
      this.#record.fail(
        namespace,
        `error restoring ${what}: ${errorMessage(error)}`,
      );
      return 'failed';
    }
  }

  #restoresStatus({ resource, object }: ArchivedItem): boolean {
    const { restoreStatus } = this.#spec;
    const filter = new ItemFilter(
      resolveResources(restoreStatus?.includedResources),
      resolveResources(restoreStatus?.excludedResources),
    );
    return (
      restoreStatus !== undefined &&
      object.status !== undefined &&
      filter.includes(resource)
    );
  }

  /** What is there counts as equal only when the owners of its fields are the same too. */
  #meet(placed: Placed, existing: KubernetesObject): RestoreAction {
    const { item, object } = placed;
    const present = stripped(existing, this.#origin);
    if (isDeepStrictEqual(plain(present), plain(object))) {
      noteSkipped(this.#record, item);
      return this.#refreshLabels(placed, existing);
    }
    if (item.resource === 'serviceaccounts') {
      return this.#merge(placed, present, existing);
    }
    return this.#spec.existingResourcePolicy === 'update'
      ? this.#update(placed, existing)
      : this.#refuse(placed);
  }

  #refreshLabels(placed: Placed, existing: KubernetesObject): RestoreAction {
    if (this.#spec.existingResourcePolicy === 'update') {
      const { labels } = placed.object.metadata;
      this.#patch(placed, existing, { ...existing.metadata, labels });
    }
    return 'skipped';
  }

  /** Accounts are never refused: they gain what they lack. */
  #merge(
    placed: Placed,
    present: KubernetesObject,
    existing: KubernetesObject,
  ): RestoreAction {
    const desired = mergedAccount(present, placed.object);
    if (isDeepStrictEqual(plain(desired), plain(present))) {
      return 'skipped';
    }
    const metadata = { ...existing.metadata, ...desired.metadata };
    this.#patch({ ...placed, object: desired }, existing, metadata);
    return 'updated';
  }

  #update(placed: Placed, existing: KubernetesObject): RestoreAction {
    try {
      const { labels, annotations } = placed.object.metadata;
      const metadata = { ...existing.metadata, labels, annotations };
      this.#patch(placed, existing, metadata);
      return 'updated';
    } catch (error) {
      this.#record.warn(placed.namespace, errorMessage(error));
      return 'failed';
    }
  }

  #patch(
    { type, item, namespace, object }: Placed,
    existing: KubernetesObject,
    metadata: KubernetesObject['metadata'],
  ) {
    const { status } = existing;
    const next = {
      ...object,
      metadata,
      ...(status !== undefined && { status }),
    };
    const patch = patchBetween(plain(existing), plain(next));
    this.#api.patch({ type, name: item.name, namespace }, patch, WRITER);
  }

  #refuse({ item, namespace }: Placed): RestoreAction {
    const { kind } = item.object;
    const what = this.#spec.existingResourcePolicy
      ? `${kind} ${JSON.stringify(item.name)}`
      : `${kind}:${item.name}`;
    this.#record.warn(
      namespace,
      `could not restore, ${what} already exists. Warning: the in-cluster version is different than the backed-up version`,
    );
    return 'failed';
  }
}

/** Pods and jobs that have ended are not put back, nor what a node makes by itself. */
function isOver({ resource, object }: ArchivedItem): boolean {
  const status = isRecord(object.status) ? object.status : {};
  return (
    resource === 'pods' &&
    (['Failed', 'Succeeded'].includes(String(status.phase)) ||
      object.metadata.annotations?.['kubernetes.io/config.mirror'] !==
        undefined)
  );
}

/** As it travels: a field without a value is none. */
function plain(object: object): Record<string, unknown> {
  return JSON.parse(JSON.stringify(object));
}
