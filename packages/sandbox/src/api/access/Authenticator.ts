import { unauthorized } from '../ApiError';
import { SandboxUser } from './SandboxUser';
import { ServiceAccountTokens } from './ServiceAccountTokens';
import { ANONYMOUS, authenticated, Subject } from './Subject';

/** Tells who sent a request by its bearer token. */
export class Authenticator {
  readonly #users: Map<string, Subject>;
  readonly #serviceAccounts: ServiceAccountTokens;

  constructor(options: {
    users: SandboxUser[];
    serviceAccounts: ServiceAccountTokens;
  }) {
    this.#users = new Map(
      options.users.map(({ token, name, groups }) => [
        token,
        authenticated(name, groups),
      ]),
    );
    this.#serviceAccounts = options.serviceAccounts;
  }

  authenticate(authorization?: string): Subject {
    if (!authorization) {
      return ANONYMOUS;
    }
    const token = /^Bearer (.+)$/.exec(authorization)?.[1] ?? '';
    const subject =
      this.#users.get(token) ?? this.#serviceAccounts.subjectOf(token);
    if (!subject) {
      throw unauthorized();
    }
    return subject;
  }
}
