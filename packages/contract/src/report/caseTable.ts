import { ContractCase } from '../ContractCase';
import { CaseResult } from '../runner/CaseResult';

const WORDS = { passed: 'yes', failed: '**no**', skipped: 'not run' };

export interface CaseTableOptions {
  cases: ContractCase[];
  sandbox: CaseResult[];
  real: CaseResult[];
}

/** The page of the docs that lists all cases and where they hold, as Markdown. */
export function caseTable({ cases, sandbox, real }: CaseTableOptions): string {
  const areas = [...new Set(cases.map(areaOf))].sort();
  const count = (results: CaseResult[]) =>
    cases.filter(({ id }) => outcome(results, id) === WORDS.passed).length;
  const sections = areas.map(area => [
    `## ${area}`,
    '',
    '| Case | What is true | Sandbox | Real |',
    '| --- | --- | --- | --- |',
    ...cases
      .filter(contractCase => areaOf(contractCase) === area)
      .map(({ id, title }) =>
        row([`\`${id}\``, title, outcome(sandbox, id), outcome(real, id)]),
      ),
    '',
  ]);
  return [
    '# Cases of the contract',
    '',
    `${cases.length} cases: ${count(
      sandbox,
    )} hold on simulated clusters, ${count(
      real,
    )} on real ones. Made by \`npm run contract:table\` from the last runs.`,
    '',
    ...sections.flat(),
  ].join('\n');
}

/** The ids of the cases that such a page lists. */
export function listedCases(page: string): string[] {
  return [...page.matchAll(/^\| `([^`]+)`/gm)].map(([, id]) => id);
}

function areaOf({ id }: ContractCase): string {
  return id.split('/')[0];
}

function outcome(results: CaseResult[], id: string): string {
  const outcomes = results
    .filter(candidate => candidate.id === id)
    .map(({ outcome: how }) => how);
  // A case that one run had to skip may have run in another, with command line tools at hand.
  const worst = (['failed', 'passed', 'skipped'] as const).find(how =>
    outcomes.includes(how),
  );
  return WORDS[worst ?? 'skipped'];
}

function row(cells: string[]): string {
  return `| ${cells.map(cell => cell.replace(/\|/g, '\\|')).join(' | ')} |`;
}
