import { AccessFixture } from './AccessFixture';

/** One route, asked about one thing by everybody. */
export interface AccessRow {
  /** As in the OpenAPI document, such as `GET /clusters`. */
  route: string;
  /** What tells rows of one route apart. */
  about?: string;
  /** What is asked, where the path alone does not say it. Each role asks anew. */
  ask(fixture: AccessFixture): Promise<AccessQuestion>;
  /** The answer to each of the roles, in their order. */
  answers: AccessAnswer[];
}

/** A status, with the name of an error that is not the one which it usually has. */
export type AccessAnswer = number | { status: number; error: string };

export interface AccessQuestion {
  /** Fills the braces of the route. */
  path?: Record<string, string>;
  query?: Record<string, string>;
  body?: object;
  /** Which of the parts of the path is nobody else's business: a stranger is told the same of what is not there. */
  secret?: string;
}
