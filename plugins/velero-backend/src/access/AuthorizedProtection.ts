import {
  ClaimedNamespace,
  HistoryResponse,
  NamespaceToProtect,
  ProtectionResponse,
} from 'backstage-plugin-velero-common';
import { ProtectionInventory } from '../inventory/ProtectionInventory';
import { NamespaceKey } from '../store/NamespaceStore';
import { EntityGate } from './EntityGate';
import { EntityReference, ProtectionService } from './InventoryService';
import { Tiers } from './readTiers';
import { targetOfEntity } from './targetOfEntity';

/** Tells of the protection of those namespaces only that are proven to be the reader's. */
export class AuthorizedProtection implements ProtectionService {
  readonly #gate: EntityGate;
  readonly #protection: ProtectionInventory;
  readonly #tiers: Tiers;

  constructor(options: {
    gate: EntityGate;
    protection: ProtectionInventory;
    tiers: Tiers;
  }) {
    this.#gate = options.gate;
    this.#protection = options.protection;
    this.#tiers = options.tiers;
  }

  async getProtection(question: EntityReference): Promise<ProtectionResponse> {
    const { entity, claimed, readable, clusters } = await this.#gate.open(
      question,
    );
    const response = await this.#protection.protection({
      namespaces: toProtect(claimed, readable),
      clusters,
      ...targetOfEntity(entity, this.#tiers),
    });
    return { ...response, clusters };
  }

  async getHistory(
    question: EntityReference & { days: number },
  ): Promise<HistoryResponse> {
    const { readable, clusters } = await this.#gate.open(question);
    const history = await this.#protection.history({
      namespaces: readable,
      clusters,
      days: question.days,
    });
    return { ...history, clusters };
  }
}

/** A namespace that the policy keeps from the reader is as one that is not proven: nothing is told of it. */
function toProtect(
  claimed: ClaimedNamespace[],
  readable: NamespaceKey[],
): NamespaceToProtect[] {
  return claimed.map(({ cluster, namespace }) => ({
    ...(cluster && { cluster }),
    namespace,
    proven: readable.some(
      key => key.cluster === cluster && key.namespace === namespace,
    ),
  }));
}
