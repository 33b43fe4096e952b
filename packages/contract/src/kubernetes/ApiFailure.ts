import { KubernetesStatus } from './objects';

/** An API server's refusal. */
export class ApiFailure extends Error {
  readonly code: number;
  readonly status: KubernetesStatus;

  constructor(request: string, code: number, body: unknown) {
    const status = (
      typeof body === 'object' && body ? body : { message: String(body) }
    ) as KubernetesStatus;
    super(`${request}: ${code} ${status.message ?? ''}`);
    this.name = 'ApiFailure';
    this.code = code;
    this.status = status;
  }
}

/** The refusal that something is expected to end with. */
export async function refusal(attempt: Promise<unknown>): Promise<ApiFailure> {
  const outcome = await attempt.then(
    result => ({ result }),
    error => ({ error }),
  );
  if ('error' in outcome && outcome.error instanceof ApiFailure) {
    return outcome.error;
  }
  if ('error' in outcome) {
    throw outcome.error;
  }
  throw new Error(
    `The API server was expected to refuse, but gave ${JSON.stringify(
      outcome.result,
    )}`,
  );
}
