import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { eventually } from './support/eventually.mjs';
import { expectAccessible } from './support/expectAccessible.mjs';
import { openAs, tabOf } from './support/pages.mjs';
import { startPortalAndBrowser } from './support/portal.mjs';
import { stateOf } from './support/restores.mjs';
import { listNamespaces } from './support/sandbox.mjs';

describe('drills', () => {
  let portal;

  before(async () => {
    portal = await startPortalAndBrowser();
  });

  after(() => portal?.stop());

  test('prove a backup, leave nothing behind, and are made by themselves', async context => {
    const options = { portal, context, user: 'payments-owner' };
    const page = await openAs({ ...options, path: tabOf('payments-api') });
    const region = page.getByRole('region', { name: 'Restore drills' });
    await region.getByText('Never proven').waitFor();
    await expectAccessible(page);

    await region.getByRole('button', { name: 'Run a drill' }).click();
    await region.getByText('The drill has been asked for').waitFor();
    await region.getByRole('link', { name: 'Show the drill' }).first().click();
    await page.waitForURL(/restore-requests\/[0-9a-f-]+$/);
    await page.getByRole('heading', { name: /^Drill of payments/ }).waitFor();
    await stateOf(page, 'Succeeded');
    await page
      .getByText('Proven: this backup can be restored')
      .waitFor({ timeout: 90_000 });
    await page
      .getByText('The scratch namespaces are gone')
      .waitFor({ timeout: 90_000 });
    await expectAccessible(page);
    await eventually(async () => {
      // Which one has the newest backup depends on the minute.
      const namespaces = await Promise.all(
        ['eu-west', 'us-east'].map(cluster => listNamespaces(portal, cluster)),
      );
      const left = namespaces.flat().filter(name => name.includes('-drill-'));
      assert.deepEqual(left, []);
    });

    await page.goBack();
    await region.getByText(/^Last proven restore: /).waitFor();
    await region
      .getByRole('combobox', { name: 'Drills by themselves' })
      .selectOption({ label: 'Weekly, on Mondays' });
    await region.getByRole('button', { name: 'Save the times' }).click();
    await region.getByText(/^Next drill in /).waitFor();
    await expectAccessible(page);
  });
});
