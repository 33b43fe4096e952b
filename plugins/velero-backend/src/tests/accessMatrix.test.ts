import { readFileSync } from 'node:fs';
import { AccessFixture } from '../access/__testUtils__/matrix/AccessFixture';
import { accessMatrix } from '../access/__testUtils__/matrix/accessMatrix';
import {
  AccessAnswer,
  AccessQuestion,
  AccessRow,
} from '../access/__testUtils__/matrix/AccessRow';
import { accessPage, PAGE } from '../access/__testUtils__/matrix/accessPage';
import { AccessRole, roles } from '../access/__testUtils__/matrix/roles';
import { Question } from '../__testUtils__/startPortal';
import { spec } from '../router/openapi';

jest.setTimeout(60_000);

const NAMES: Record<number, string> = {
  401: 'AuthenticationError',
  403: 'NotAllowedError',
  404: 'NotFoundError',
};

/** What answers are told apart by. */
function outcome(status: number, error?: string): string {
  return status < 400 ? `${status}` : `${status} ${error}`;
}

function outcomeOf(answer: AccessAnswer): string {
  return typeof answer === 'number'
    ? outcome(answer, NAMES[answer])
    : outcome(answer.status, answer.error);
}

function pathOf({ route }: AccessRow, { path = {}, query }: AccessQuestion) {
  const filled = route
    .split(' ')[1]
    .replace(/\{(\w+)\}/g, (_, part) => encodeURIComponent(path[part]));
  return query ? `${filled}?${new URLSearchParams(query)}` : filled;
}

describe('what every route answers to whom', () => {
  let fixture: AccessFixture;

  beforeAll(async () => {
    fixture = await AccessFixture.start();
  });

  afterAll(() => fixture?.stop());

  async function ask(row: AccessRow, role: AccessRole, asked: AccessQuestion) {
    const method = row.route.split(' ')[0].toLowerCase() as Question['method'];
    const path = pathOf(row, asked);
    const { authorization } = role;
    const { body } = asked;
    const answer = await fixture.portal.ask(
      { method, path, body },
      authorization,
    );
    if (answer.status === 202) {
      await fixture.ended(answer.body.id);
    }
    return answer;
  }

  it('has a row for every route of the OpenAPI document, and none besides', () => {
    const documented = Object.entries(spec.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map(method => `${method.toUpperCase()} ${path}`),
    );
    const listed = new Set(accessMatrix.map(({ route }) => route));
    expect([...listed].sort()).toEqual(documented.sort());
  });

  it('is in the docs as it is here', () => {
    expect(readFileSync(PAGE, 'utf8')).toBe(accessPage());
  });

  it.each(
    accessMatrix.map(
      row => [[row.route, row.about].filter(Boolean).join(' '), row] as const,
    ),
  )('%s', async (_name, row) => {
    const answered: Record<string, string> = {};
    const expected: Record<string, string> = {};
    const telling: string[] = [];
    for (const [index, role] of roles.entries()) {
      const asked = await row.ask(fixture);
      const { status, body } = await ask(row, role, asked);
      answered[role.id] = outcome(status, body.error?.name);
      expected[role.id] = outcomeOf(row.answers[index]);
      if (row.answers[index] === 404) {
        const missing = { ...asked.path, [asked.secret!]: 'not-there' };
        const other = await ask(row, role, { ...asked, path: missing });
        const secret = asked.path![asked.secret!];
        const hidden = body.error?.message.replaceAll(secret, 'not-there');
        if (other.body.error.message !== hidden) {
          telling.push(role.id);
        }
      }
    }
    expect(answered).toEqual(expected);
    // What is hidden and what is not there are answered alike.
    expect(telling).toEqual([]);
  });
});
