import AxeBuilder from '@axe-core/playwright';
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { eventually } from './support/eventually.mjs';
import { openAs, restorePoints, tabOf } from './support/pages.mjs';
import { startPortalAndBrowser } from './support/portal.mjs';
import { breakLocation, listBackups } from './support/sandbox.mjs';

describe('back up now', () => {
  let portal;

  before(async () => {
    portal = await startPortalAndBrowser();
  });

  after(() => portal?.stop());

  const open = async (context, prepare) => {
    const user = 'payments-owner';
    const path = tabOf('payments-api');
    const page = await openAs({ portal, context, user, path, prepare });
    await page.getByRole('button', { name: 'Back up now' }).click();
    const dialog = page.getByRole('dialog', { name: 'Back up now' });
    await dialog.getByRole('combobox', { name: 'Cluster' }).waitFor();
    return { page, dialog };
  };

  /** Those that this portal had made. */
  const made = async cluster =>
    (await listBackups(portal, cluster)).filter(({ metadata }) =>
      metadata.name.startsWith(`payments-api-${cluster}-`),
    );

  test('makes a backup, and shows how it goes up to its end', async context => {
    const { page, dialog } = await open(context);
    const cluster = dialog.getByRole('combobox', { name: 'Cluster' });
    await cluster.selectOption('us-east');
    await dialog.getByRole('checkbox', { name: 'payments-db' }).uncheck();
    const keepFor = dialog.getByRole('textbox', { name: /^Keep for/ });
    await keepFor.fill('2d');
    const submit = dialog.getByRole('button', { name: 'Make the backup' });
    assert.ok(await submit.isDisabled());
    await dialog.getByText('write it in hours, as 48h').waitFor();
    const found = await new AxeBuilder({ page }).include('form').analyze();
    assert.deepEqual(found.violations, []);

    await keepFor.fill('48h');
    await keepFor.press('Enter');
    await dialog.getByText(/^Cluster us-east has taken backup /).waitFor();
    await eventually(async () =>
      assert.match(
        await dialog.getByRole('status').first().innerText(),
        /(Queued|InProgress|Finalizing|Completed)/,
      ),
    );
    await eventually(async () =>
      assert.match(
        await dialog.getByRole('status').first().innerText(),
        /^Completed[^]*The backup is complete/,
      ),
    );
    const [backup, ...others] = await made('us-east');
    assert.deepEqual(others, []);
    assert.deepEqual(backup.spec.includedNamespaces, ['payments']);
    assert.equal(backup.spec.storageLocation, 'payments');
    assert.match(backup.spec.ttl, /^48h/);

    await dialog.getByRole('button', { name: 'Close' }).click();
    await page
      .getByRole('combobox', { name: 'Cluster' })
      .selectOption('us-east');
    await eventually(async () => {
      const names = await restorePoints(page).allInnerTexts();
      assert.ok(names.join().includes(backup.metadata.name), names.join());
    });
  });

  test('makes nothing in a location that is not available, and says what Velero says', async context => {
    let isDeaf = false;
    const { dialog } = await open(context, page =>
      page.route('**/backup-options', async route => {
        const response = await route.fetch();
        // Also an answer that was on its way already must not arrive.
        await (isDeaf ? route.abort() : route.fulfill({ response }));
      }),
    );
    // The dialog does not hear of it, so that it is the cluster that is asked.
    isDeaf = true;
    await breakLocation(portal, 'eu-west', 'payments');
    const submit = dialog.getByRole('button', { name: 'Make the backup' });
    await submit.click();
    await dialog
      .getByText(
        /^No backup was made: storage location 'payments' of cluster 'eu-west' cannot be used\. It is Unavailable\. Velero says: BackupStorageLocation "payments" is unavailable: /,
      )
      .waitFor();

    isDeaf = false;
    const payments = dialog.getByRole('radio', {
      name: 'payments',
      exact: true,
    });
    await eventually(async () => assert.ok(await payments.isDisabled()));
    assert.ok(await payments.isChecked());
    assert.ok(await submit.isDisabled());
    assert.deepEqual(await made('eu-west'), []);
  });

  test('is not offered to those who own nothing', async context => {
    const path = tabOf('payments-api');
    const page = await openAs({ portal, context, user: 'visitor', path });
    await page
      .getByText(/Ownership of .* is not proven/)
      .first()
      .waitFor();
    const button = page.getByRole('button', { name: 'Back up now' });
    assert.equal(await button.count(), 0);
  });
});
