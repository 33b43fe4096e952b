import { coverageCases } from '../../scope/__testUtils__/coverageCases';
import { CoverageRow } from '../../scope/__testUtils__/CoverageRow';
import { protectionCases } from './protectionCases';
import { ProtectionRow } from './ProtectionRow';

/** The examples of the documentation, in Markdown: they are the rows that the tests go through. */
export function exampleTables(): string {
  return [
    '## Examples: what a spec takes',
    'Of the namespace `payments`, by the spec of a backup or the template of a schedule.',
    ...sectionsOf(
      coverageCases,
      ['Spec', 'Objects', 'Volumes', 'What is said'],
      coverageCells,
    ),
    '## Examples: protection',
    'It is Monday, 2026-11-23, 11:00 UTC. Unless the situation says otherwise, there is one namespace, `payments` in the cluster `eu`, and the schedule `nightly` runs each day at 02:00.',
    ...sectionsOf(
      protectionCases,
      ['Situation', 'State', 'What is said'],
      protectionCells,
    ),
  ].join('\n\n');
}

function sectionsOf<TRow>(
  sections: Record<string, TRow[]>,
  head: string[],
  cellsOf: (row: TRow) => string[],
): string[] {
  return Object.entries(sections).flatMap(([title, rows]) => [
    `### ${title}`,
    [head, head.map(() => '---'), ...rows.map(cellsOf)].map(lineOf).join('\n'),
  ]);
}

function lineOf(cells: string[]): string {
  return `| ${cells.join(' | ')} |`;
}

function coverageCells([spec, objects, volumes, sentence]: CoverageRow) {
  return [codeOf(spec), objects, volumes, textOf(sentence ?? '')];
}

function protectionCells([situation, state, sentence]: ProtectionRow) {
  return [textOf(situation), state, textOf(sentence)];
}

/** A spec as it may be written in YAML, on one line. */
function codeOf(spec: unknown): string {
  if (spec === undefined) {
    return '(not kept by the portal)';
  }
  const text = JSON.stringify(spec)
    .replace(/"([A-Za-z]+)":/g, '$1: ')
    .replace(/,/g, ', ')
    .replace(/^\{(.+)\}$/, '$1');
  return `\`${text.replace(/\|/g, '\\|')}\``;
}

function textOf(text: string): string {
  return text.replace(/[|*_<[\]]/g, character => `\\${character}`);
}
