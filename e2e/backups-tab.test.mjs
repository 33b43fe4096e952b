import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { eventually } from './support/eventually.mjs';
import { expectAccessible } from './support/expectAccessible.mjs';
import { cellsOf, openAs, restorePoints, tabOf } from './support/pages.mjs';
import { startPortalAndBrowser } from './support/portal.mjs';
import { createBackup, setFaults } from './support/sandbox.mjs';

describe('the tab Backups', () => {
  let portal;

  before(async () => {
    portal = await startPortalAndBrowser();
  });

  after(() => portal?.stop());

  test('is found by the owner of a service and lists its restore points', async context => {
    const page = await openAs({ portal, context, user: 'payments-owner' });
    await page.getByRole('link', { name: 'Payments API' }).click();
    await page.getByRole('link', { name: 'Backups', exact: true }).click();

    await eventually(async () => {
      assert.equal(await restorePoints(page).count(), 25);
      const clusters = page.getByRole('region', { name: 'Clusters' });
      assert.equal(await clusters.getByText(/^Live/).count(), 2);
    });
    const locations = page.getByRole('table', { name: /^Storage locations/ });
    await locations.getByText('Egress free').first().waitFor();
    const seenFrom = (await cellsOf(page, 'Cluster')).join();
    assert.match(seenFrom, /eu-west/);
    assert.match(seenFrom, /us-east/);
  });

  test('says first whether the service is protected, and how the last 30 days were', async context => {
    const page = await openAs({
      portal,
      context,
      user: 'payments-owner',
      path: tabOf('payments-api'),
    });
    const protection = page.getByRole('region', {
      name: 'Protection',
      exact: true,
    });
    await eventually(async () =>
      assert.match(
        await protection.getByRole('status').first().innerText(),
        /^(Protected|Late|Failing|Partly protected)\. .*(UTC|ago)/,
      ),
    );
    const strip = page.getByRole('group', { name: /last 30 days/ });
    // The days come by a request of their own.
    await eventually(async () =>
      assert.equal(await strip.getByRole('button').count(), 30),
    );
    const today = new Date().toISOString().slice(0, 10);
    await strip.getByRole('button', { name: today }).focus();
    await page.keyboard.press('ArrowLeft');
    await eventually(async () => {
      const focused = await page.evaluate(
        () => globalThis.document.activeElement.ariaLabel,
      );
      assert.match(focused, /^\d{4}-\d\d-\d\d: ./);
      assert.ok(!focused.startsWith(today));
      assert.ok((await protection.innerText()).includes(focused));
    });
  });

  test('filters on the server and keeps the filters in the address', async context => {
    const page = await openAs({
      portal,
      context,
      user: 'payments-owner',
      path: tabOf('payments-api'),
    });
    const choose = (filter, value) =>
      page.getByRole('combobox', { name: filter }).selectOption(value);
    await choose('Cluster', 'us-east');
    await choose('Schedule', 'payments-us-east-all');

    const expectFiltered = () =>
      eventually(async () => {
        const clusters = await cellsOf(page, 'Cluster');
        const schedules = await cellsOf(page, 'Schedule');
        assert.ok(clusters.length > 0);
        assert.ok(clusters.every(text => text.startsWith('us-east')));
        assert.deepEqual([...new Set(schedules)], ['payments-us-east-all']);
      });
    await expectFiltered();
    await page.reload();
    await expectFiltered();
  });

  test('pages forward and back', async context => {
    const page = await openAs({
      portal,
      context,
      user: 'payments-owner',
      path: `${tabOf('payments-api')}?schedule=payments-eu-west-databases`,
    });
    const names = () => cellsOf(page, 'Started');
    await restorePoints(page).first().waitFor();
    const first = await names();

    await page.getByRole('button', { name: 'Next page' }).click();
    await eventually(async () => {
      const second = await names();
      assert.equal(second.length, 25);
      assert.ok(!second.includes(first[0]));
    });

    await page.getByRole('button', { name: 'Previous page' }).click();
    await eventually(async () => assert.deepEqual(await names(), first));
  });

  test('opens a restore point on a page of its own, and by its address', async context => {
    const page = await openAs({
      portal,
      context,
      user: 'payments-owner',
      path: tabOf('payments-api'),
    });
    await restorePoints(page).first().click();
    await page.getByText('Kept for', { exact: true }).waitFor();
    const name = new URL(page.url()).pathname.split('/').at(-1);

    await page.reload();
    await page.getByRole('heading', { name }).waitFor();
    await page.getByText('payments-backups').first().waitFor();
    await page.getByRole('link', { name: 'All restore points' }).click();
    await restorePoints(page).first().waitFor();
  });

  test('fits into a narrow window', async context => {
    const page = await openAs({
      portal,
      context,
      user: 'payments-owner',
      path: tabOf('payments-api'),
    });
    await page.getByRole('group', { name: /last 30 days/ }).waitFor();
    await page.setViewportSize({ width: 420, height: 900 });
    await eventually(async () =>
      assert.equal(
        await page.evaluate(() => document.documentElement.scrollWidth),
        420,
      ),
    );
  });

  test('has no accessibility violations', async context => {
    const page = await openAs({
      portal,
      context,
      user: 'payments-owner',
      path: tabOf('payments-api'),
    });
    await restorePoints(page).first().waitFor();
    await expectAccessible(page);
  });

  test('tells who owns nothing only how ownership is proven', async context => {
    const page = await openAs({
      portal,
      context,
      user: 'visitor',
      path: tabOf('payments-api'),
    });
    await page
      .getByText(/kubectl .*annotate namespace payments-db/)
      .first()
      .waitFor();
    assert.equal(await restorePoints(page).count(), 0);
    await expectAccessible(page);
  });

  test('refuses a claim that the cluster does not confirm', async context => {
    const page = await openAs({
      portal,
      context,
      user: 'shop-owner',
      path: tabOf('copycat'),
    });
    await page
      .getByText(/kubectl .*annotate namespace payments /)
      .first()
      .waitFor();
    assert.equal(await restorePoints(page).count(), 0);
  });

  test('tells the owner of an entity without annotations which one to add', async context => {
    const page = await openAs({
      portal,
      context,
      user: 'shop-owner',
      path: tabOf('mail-relay'),
    });
    await page.getByText('velero.io/namespaces').first().waitFor();
    assert.equal(await restorePoints(page).count(), 0);
  });

  test('shows a new backup from its beginning to its end without a reload', async context => {
    const page = await openAs({
      portal,
      context,
      user: 'shop-owner',
      path: tabOf('shop-frontend'),
    });
    await restorePoints(page).first().waitFor();
    await createBackup(portal, 'eu-west', {
      metadata: { name: 'before-the-sale' },
      spec: { includedNamespaces: ['shop'], storageLocation: 'shop' },
    });

    const row = page
      .getByRole('table', { name: /^Restore points/ })
      .getByRole('row')
      .filter({ hasText: 'before-the-sale' });
    await eventually(async () =>
      assert.match(await row.innerText(), /InProgress/),
    );
    await eventually(async () =>
      assert.match(await row.innerText(), /Completed/),
    );
  });

  test('says that a cluster does not answer, keeps what is known, and recovers', async context => {
    const page = await openAs({
      portal,
      context,
      user: 'platform-engineer',
      path: tabOf('analytics-jobs'),
    });
    const freshness = page.getByRole('region', { name: 'Clusters' });
    await freshness.getByText(/^Live/).waitFor();
    const count = await restorePoints(page).count();
    assert.ok(count > 0);

    await setFaults(portal, 'edge-lab', { down: true });
    context.after(() => setFaults(portal, 'edge-lab', { down: false }));
    await eventually(async () =>
      assert.match(await freshness.innerText(), /(Stale|Unreachable)[^]*as of/),
    );
    assert.equal(await restorePoints(page).count(), count);

    await setFaults(portal, 'edge-lab', { down: false });
    await eventually(async () =>
      assert.match(await freshness.innerText(), /Live/),
    );
  });
});
