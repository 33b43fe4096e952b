import {
  ClaimedNamespace,
  explicitTargetOf,
  HistoryResponse,
  NamespaceToProtect,
  ProtectionResponse,
  VELERO_RPO_ANNOTATION,
} from 'backstage-plugin-velero-common';
import { ProtectionInventory } from '../inventory/ProtectionInventory';
import { NamespaceKey } from '../store/NamespaceStore';
import { EntityGate } from './EntityGate';
import { EntityReference, ProtectionService } from './InventoryService';

/** Tells of the protection of those namespaces only that are proven to be the reader's. */
export class AuthorizedProtection implements ProtectionService {
  readonly #gate: EntityGate;
  readonly #protection: ProtectionInventory;

  constructor(options: { gate: EntityGate; protection: ProtectionInventory }) {
    this.#gate = options.gate;
    this.#protection = options.protection;
  }

  async getProtection(question: EntityReference): Promise<ProtectionResponse> {
    const { entity, claimed, readable, clusters } = await this.#gate.open(
      question,
    );
    const annotation = entity.metadata.annotations?.[VELERO_RPO_ANNOTATION];
    const response = await this.#protection.protection({
      namespaces: toProtect(claimed, readable),
      ...explicitTargetOf({ annotation }),
    });
    return { ...response, clusters };
  }

  async getHistory(
    question: EntityReference & { days: number },
  ): Promise<HistoryResponse> {
    const { readable, clusters } = await this.#gate.open(question);
    const history = await this.#protection.history({
      namespaces: readable,
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
