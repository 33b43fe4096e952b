import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { allCases } from '../cases/allCases';
import { caseTable, listedCases } from './caseTable';

const [first, second] = allCases;

describe('caseTable', () => {
  it('says of each case where it holds', () => {
    const result = { id: first.id, title: first.title, seconds: 1 };
    const page = caseTable({
      cases: [first, second],
      sandbox: [{ ...result, outcome: 'passed' }],
      real: [{ ...result, outcome: 'failed' }],
    });
    expect(page).toContain(
      `| \`${first.id}\` | ${first.title} | yes | **no** |`,
    );
    expect(page).toContain(
      `| \`${second.id}\` | ${second.title} | not run | not run |`,
    );
    expect(page).toContain(
      '2 cases: 1 hold on simulated clusters, 0 on real ones.',
    );
  });

  it('counts a case once that was skipped in one run and held in another', () => {
    const result = { id: first.id, title: first.title, seconds: 1 };
    const page = caseTable({
      cases: [first],
      sandbox: [
        { ...result, outcome: 'skipped', reason: 'There is no `kubectl`' },
        { ...result, outcome: 'passed' },
        { ...result, outcome: 'passed' },
      ],
      real: [],
    });
    expect(page).toContain('1 cases: 1 hold on simulated clusters');
  });

  it('lets a failure in one run win', () => {
    const result = { id: first.id, title: first.title, seconds: 1 };
    const page = caseTable({
      cases: [first],
      sandbox: [
        { ...result, outcome: 'passed' },
        { ...result, outcome: 'failed' },
      ],
      real: [],
    });
    expect(page).toContain(`| ${first.title} | **no** |`);
  });

  it('is in the docs with all cases', () => {
    const root = resolvePackagePath('velero-contract', '../..');
    const page = readFileSync(resolve(root, 'docs/contract-cases.md'), 'utf8');
    expect(listedCases(page).sort()).toEqual(
      allCases.map(({ id }) => id).sort(),
    );
  });

  it('names no case twice', () => {
    const ids = allCases.map(({ id }) => id);
    expect([...new Set(ids)]).toEqual(ids);
  });
});
