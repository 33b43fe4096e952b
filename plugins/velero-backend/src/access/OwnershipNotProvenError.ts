import { CustomErrorBase } from '@backstage/errors';
import { ClaimedNamespace } from 'backstage-plugin-velero-common';

/**
 * Says what would prove an entity's claim. The text follows from the claim alone, never from what the cluster holds, so
 * that nobody learns by asking what exists.
 */
export class OwnershipNotProvenError extends CustomErrorBase {
  name = 'OwnershipNotProvenError' as const;
  readonly statusCode = 403;
  /** Goes into the answer beside the message. */
  readonly namespaces: ClaimedNamespace[];

  constructor(entityRef: string, namespaces: ClaimedNamespace[]) {
    const steps = namespaces.map(namespace => namespace.howToProve).join('; ');
    super(
      `It is not proven that you own the namespaces that ${entityRef} claims. They are shown to members of its owner once an administrator of the cluster has marked them: ${steps}`,
    );
    this.namespaces = namespaces;
  }
}
