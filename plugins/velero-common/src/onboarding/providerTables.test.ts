import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { providerTables } from './__testUtils__/providerTables';

const PAGE = resolve(__dirname, '../../../../docs/onboarding-providers.md');

const START = '<!-- prettier-ignore-start -->\n';
const END = '\n<!-- prettier-ignore-end -->\n';

/** Puts the tables between the marks of a page. */
function withTables(page: string): string {
  const [before] = page.split(START);
  const after = page.slice(page.indexOf(END) + END.length);
  return `${before}${START}\n${providerTables()}\n${END}${after}`;
}

describe('docs/onboarding-providers.md', () => {
  it('shows what the presets say; UPDATE_DOCS=1 writes it anew', () => {
    const page = readFileSync(PAGE, 'utf8');
    if (process.env.UPDATE_DOCS) {
      writeFileSync(PAGE, withTables(page));
    }
    expect(readFileSync(PAGE, 'utf8')).toBe(withTables(page));
  });
});
