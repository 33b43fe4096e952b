import { badRequest } from './ApiError';
import { errorMessage } from './errorMessage';
import { isRecord } from './KubernetesObject';

/** Where a list in pages goes on. */
export interface ContinuePosition {
  /** The state that all pages show; -1 for whatever is current. */
  revision: number;
  /** The last key of the page before. */
  after: string;
}

export function encodeContinue(position: ContinuePosition): string {
  const { revision, after } = position;
  const token = { v: 'meta.k8s.io/v1', rv: revision, start: `${after}\u0000` };
  return Buffer.from(JSON.stringify(token)).toString('base64url');
}

export function decodeContinue(text: string): ContinuePosition {
  const token = parse(Buffer.from(text, 'base64url').toString());
  if (
    !isRecord(token) ||
    token.v !== 'meta.k8s.io/v1' ||
    typeof token.rv !== 'number' ||
    typeof token.start !== 'string'
  ) {
    throw badRequest(
      'invalid continue token: continue key is not valid: the token is not one of this server',
    );
  }
  return { revision: token.rv, after: token.start.slice(0, -1) };
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch (error) {
    throw badRequest(
      `invalid continue token: continue key is not valid: ${errorMessage(
        error,
      )}`,
    );
  }
}
