import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { exampleTables } from './__testUtils__/exampleTables';

const PAGE = resolve(__dirname, '../../../../docs/protection.md');

/** Prettier would spread the columns over hundreds of characters. */
const START = '<!-- prettier-ignore-start -->\n';
const END = '\n<!-- prettier-ignore-end -->\n';

/** Puts the examples between the marks of a page. */
function withExamples(page: string): string {
  const [before] = page.split(START);
  const after = page.slice(page.indexOf(END) + END.length);
  return `${before}${START}\n${exampleTables()}\n${END}${after}`;
}

describe('docs/protection.md', () => {
  it('shows the rows that the tests go through; UPDATE_DOCS=1 writes them anew', () => {
    const page = readFileSync(PAGE, 'utf8');
    if (process.env.UPDATE_DOCS) {
      writeFileSync(PAGE, withExamples(page));
    }
    expect(readFileSync(PAGE, 'utf8')).toBe(withExamples(page));
  });
});
