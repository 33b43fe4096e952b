import { ClaimedNamespace } from 'backstage-plugin-velero-common';

/** The namespaces that a refusal for want of proof names; `undefined` for any other error. */
export function unprovenNamespacesOf(
  error: Error | undefined,
): ClaimedNamespace[] | undefined {
  const body = (error as { body?: { error?: RefusalBody } } | undefined)?.body;
  return body?.error?.name === 'OwnershipNotProvenError'
    ? body.error.namespaces ?? []
    : undefined;
}

interface RefusalBody {
  name?: string;
  namespaces?: ClaimedNamespace[];
}
