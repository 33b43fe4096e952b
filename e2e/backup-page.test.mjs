import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, describe, test } from 'node:test';
import { eventually } from './support/eventually.mjs';
import { expectAccessible } from './support/expectAccessible.mjs';
import { openAs, restorePoints, tabOf } from './support/pages.mjs';
import { startPortalAndBrowser } from './support/portal.mjs';

const TAB = tabOf('payments-api');

describe('the page of a restore point', () => {
  let portal;

  before(async () => {
    portal = await startPortalAndBrowser();
  });

  after(() => portal?.stop());

  async function openFirst(context, search) {
    const page = await openAs({
      portal,
      context,
      user: 'payments-owner',
      path: `${TAB}${search}`,
    });
    const link = restorePoints(page).first();
    await link.focus();
    await page.keyboard.press('Enter');
    const tabs = page.getByRole('navigation', { name: 'Parts of this page' });
    await tabs.waitFor();
    const name = new URL(page.url()).pathname.split('/').at(-1);
    await page.getByRole('heading', { name }).waitFor();
    return { page, tabs, name };
  }

  test('opens from the list, and its parts open by keyboard', async context => {
    const { page, tabs, name } = await openFirst(context, '?phase=Completed');
    await page.getByText('Kept for', { exact: true }).waitFor();
    await expectAccessible(page);

    const parts = await tabs.getByRole('link').allInnerTexts();
    await tabs.getByRole('link', { name: 'Overview' }).focus();
    for (const part of parts.slice(1)) {
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await eventually(async () =>
        assert.equal(
          await tabs
            .getByRole('link', { name: part, exact: true })
            .getAttribute('aria-current'),
          'page',
        ),
      );
      await page.getByRole('heading', { level: 3 }).first().waitFor();
      await expectAccessible(page);
    }

    await page.reload();
    await page.getByRole('region', { name: `YAML of ${name}` }).waitFor();
    await page.getByRole('link', { name: 'All restore points' }).click();
    await restorePoints(page).first().waitFor();
    assert.match(page.url(), /backups\?phase=Completed$/);
  });

  test('searches what is in it', async context => {
    const { page, tabs } = await openFirst(
      context,
      '?phase=Completed&schedule=payments-eu-west-all',
    );
    await tabs.getByRole('link', { name: 'Contents' }).click();
    const rows = page
      .getByRole('table', { name: /^Objects/ })
      .getByRole('row')
      .filter({ has: page.getByRole('cell') });
    await rows.first().waitFor();
    const all = await rows.count();

    await page.getByRole('searchbox').fill('v1/Secret');
    await eventually(async () => {
      const texts = await rows.allInnerTexts();
      assert.ok(texts.length > 0 && texts.length < all);
      assert.ok(texts.every(text => text.includes('v1/Secret')));
    });
    assert.match(page.url(), /contents\?q=v1%2FSecret$/);
  });

  test('gives its log: narrowed, and as a file', async context => {
    const { page, tabs, name } = await openFirst(
      context,
      '?phase=PartiallyFailed',
    );
    await tabs.getByRole('link', { name: 'Log', exact: true }).click();
    const lines = page
      .getByRole('region', { name: `Log of ${name}` })
      .getByRole('listitem');
    await lines.filter({ hasText: 'Setting up plugin manager' }).waitFor();

    await page.getByRole('combobox', { name: 'Level' }).selectOption('error');
    await eventually(async () => {
      const texts = await lines.allInnerTexts();
      assert.ok(texts.length > 0);
      assert.ok(texts.every(text => text.includes('error')));
    });
    await page.getByRole('searchbox').fill('nowhere to be found');
    await page.getByText(/^0 of \d+ lines\./).waitFor();

    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Download the log' }).click(),
    ]);
    assert.equal(download.suggestedFilename(), `${name}.log`);
    const log = await readFile(await download.path(), 'utf8');
    assert.match(log, /level=info msg="Setting up plugin manager"/);
  });

  test('groups what went wrong', async context => {
    const { page, tabs } = await openFirst(context, '?phase=PartiallyFailed');
    await tabs.getByRole('link', { name: 'Errors and warnings' }).click();

    const groups = page.getByRole('heading', { level: 4 });
    await groups.first().waitFor();
    assert.match(await groups.first().innerText(), /^\d+ errors?: /);
    await page
      .getByRole('table', { name: /^\d+ errors?: / })
      .first()
      .getByText(/^×\d+$/)
      .first()
      .waitFor();
  });

  test('opens by the address that it had before it was a page', async context => {
    const { page } = await openFirst(context, '?phase=Completed');
    const [cluster, namespace, name] = new URL(page.url()).pathname
      .split('/backups/backups/')[1]
      .split('/');
    await page.goto(
      `${TAB}?phase=Failed&backup=${cluster}/${namespace}/${name}`,
    );

    await page.getByRole('heading', { level: 2, name }).waitFor();
    await page.getByText('Kept for', { exact: true }).waitFor();
    assert.ok(page.url().endsWith(`/${cluster}/${namespace}/${name}`));
  });
});
