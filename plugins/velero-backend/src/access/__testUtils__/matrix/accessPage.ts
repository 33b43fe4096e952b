import { resolve } from 'node:path';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { accessMatrix } from './accessMatrix';
import { AccessRow } from './AccessRow';
import { roles } from './roles';

/** Where the page lies among the docs. */
export const PAGE = resolve(
  resolvePackagePath('backstage-plugin-velero-backend', '../..'),
  'docs/access-matrix.md',
);

/** The page of the docs that says what every route answers to whom, as Markdown. */
export function accessPage(): string {
  return [
    '# Who is answered what',
    '',
    'What each route below `/api/velero` answers to whom, where the permission policy of the portal allows everything but',
    'to `denied`. A test asks all of it of a portal and a simulated cluster. Made by `npm run access:table`.',
    '',
    ...table(['Who', 'That is'], roles.map(whoIs)),
    '',
    '`401` no user is signed in, `403` it is not theirs or not allowed, `404` it is not there, or nobody else’s business:',
    'the answer is the same, so that nobody learns by asking what there is. `400` and `409` say what stands in the way. A',
    'wish for a restore may be looked at by everybody; of what is not theirs they learn that it is refused.',
    '',
    ...table(
      ['Route', ...roles.map(({ id }) => id)],
      accessMatrix.map(cellsOf),
    ),
    '',
  ].join('\n');
}

function whoIs({ id, title }: (typeof roles)[number]): string[] {
  return [`\`${id}\``, title];
}

function cellsOf({ route, about, answers }: AccessRow): string[] {
  const name = `\`${route}\`${about ? `, ${about}` : ''}`;
  return [
    name,
    ...answers.map(answer =>
      String(typeof answer === 'number' ? answer : answer.status),
    ),
  ];
}

function table(head: string[], rows: string[][]): string[] {
  return [head, head.map(() => '---'), ...rows].map(
    cells => `| ${cells.join(' | ')} |`,
  );
}
