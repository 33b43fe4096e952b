import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { eventually } from './support/eventually.mjs';
import { expectAccessible } from './support/expectAccessible.mjs';
import { openAs, restorePoints, tabOf } from './support/pages.mjs';
import { startPortalAndBrowser } from './support/portal.mjs';
import { RestoreWizard, stateOf, STEPS } from './support/restores.mjs';
import { listObjects } from './support/sandbox.mjs';

/** Which one has the newest backup of payments depends on the minute. */
const CLUSTERS = ['eu-west', 'us-east'];

describe('restores by request', () => {
  let portal;

  before(async () => {
    portal = await startPortalAndBrowser();
  });

  after(() => portal?.stop());

  const restoresOf = async path => {
    const id = path.split('/').at(-1);
    const restores = await Promise.all(
      CLUSTERS.map(cluster => listObjects(portal, cluster, 'restores')),
    );
    return restores
      .flat()
      .filter(({ metadata }) => metadata.name === `rst-${id}`);
  };

  test('restore into a new namespace, without asking anybody', async context => {
    const wizard = await RestoreWizard.open({ portal, context });
    const { page } = wizard;
    await wizard.takeOnly('payments', ['payments-db']);
    await page.getByRole('table', { name: /^Kinds in/ }).waitFor();
    await wizard.goTo('Where');
    const name = page.getByRole('textbox', { name: /^Name for what is in/ });
    assert.equal(await name.inputValue(), 'payments-restore-1');
    await page
      .getByText("Namespace 'payments-restore-1' will be new")
      .waitFor();
    await wizard.leaveOutVolumes();
    await wizard.sayWhy('To compare with yesterday');
    await page.reload();
    await wizard.goTo('Review');
    await page.getByText(/^Restore payments → payments-restore-1/).waitFor();
    await page.getByText('Nobody has to agree.').waitFor();

    const path = await wizard.send();
    await stateOf(page, 'Succeeded');
    await page.getByText('The restore has ended').waitFor();
    const [restore, ...others] = await restoresOf(path);
    assert.deepEqual(others, []);
    assert.deepEqual(restore.spec.namespaceMapping, {
      payments: 'payments-restore-1',
    });
    await expectAccessible(page);
  });

  test('restore in place what somebody else agrees to', async context => {
    const wizard = await RestoreWizard.open({ portal, context });
    await wizard.takeOnly('payments', ['payments-db']);
    await wizard.restoreInPlace();
    await wizard.leaveOutVolumes();
    await wizard.sayWhy('A ConfigMap is gone');
    const path = await wizard.send();
    await stateOf(wizard.page, 'Waiting for a decision');
    const approve = { name: 'Approve', exact: true };
    assert.equal(await wizard.page.getByRole('button', approve).count(), 0);
    assert.deepEqual(await restoresOf(path), []);

    const page = await openAs({
      portal,
      context,
      user: 'platform-engineer',
      path: '/velero/restore-requests?view=waiting',
    });
    await page.getByRole('link', { name: 'Waiting for me (1)' }).waitFor();
    await expectAccessible(page);
    await page.getByRole('link', { name: /^payments, in place/ }).click();
    await page.getByText(/^Objects that are there stay as they are/).waitFor();
    await expectAccessible(page);
    await page.getByRole('button', approve).click();
    await stateOf(page, 'Succeeded');
    await stateOf(wizard.page, 'Succeeded');
    assert.equal((await restoresOf(path)).length, 1);
  });

  test('restore nothing that was rejected, and say why', async context => {
    const wizard = await RestoreWizard.open({ portal, context });
    await wizard.restoreInPlace();
    await wizard.leaveOutVolumes();
    await wizard.sayWhy('Just to see');
    const path = await wizard.send();

    const page = await openAs({
      portal,
      context,
      user: 'platform-engineer',
      path,
    });
    const reject = page.getByRole('button', { name: 'Reject' });
    await reject.waitFor();
    assert.ok(await reject.isDisabled());
    await page
      .getByRole('textbox', { name: 'Reason or comment' })
      .fill('Not during the <b>sale</b>');
    await reject.click();
    await stateOf(page, 'Rejected');
    await stateOf(wizard.page, 'Rejected');
    await wizard.page.getByText('Not during the <b>sale</b>').first().waitFor();
    assert.deepEqual(await restoresOf(path), []);

    await wizard.page.getByRole('button', { name: 'Restore again' }).click();
    await wizard.goTo('Why');
    const reason = wizard.page.getByRole('textbox', { name: /^Why is it/ });
    assert.equal(await reason.inputValue(), 'Just to see');
  });

  test('let administrators ask for all of a backup, by its name', async context => {
    const owner = await RestoreWizard.open({ portal, context });
    const everything = { name: /^All that is in it/ };
    await owner.page.getByRole('table', { name: /^Kinds in/ }).waitFor();
    assert.equal(await owner.page.getByRole('checkbox', everything).count(), 0);

    const user = 'platform-engineer';
    const wizard = await RestoreWizard.open({ portal, context, user });
    const { page } = wizard;
    await page.getByRole('checkbox', everything).check();
    await wizard.leaveOutVolumes();
    await wizard.sayWhy('All of it is gone');
    await wizard.goTo('Review');
    const submit = page.getByRole('button', { name: 'Request the restore' });
    const confirmation = page.getByRole('textbox', { name: /^Type / });
    await confirmation.fill('something else');
    await page.getByText(/^The name of the backup has to be typed/).waitFor();
    assert.ok(await submit.isDisabled());
    const label = await page.getByText(/^Type .* to confirm/).textContent();
    await confirmation.fill(label.split(' ')[1]);
    const path = await wizard.send();
    await stateOf(page, 'Waiting for a decision');
    assert.deepEqual(await restoresOf(path), []);
  });

  test('are shown in the tab of the service, and begin at a restore point', async context => {
    const wizard = await RestoreWizard.open({ portal, context });
    await wizard.leaveOutVolumes();
    await wizard.sayWhy('To have one');
    await wizard.send();
    const page = await openAs({
      portal,
      context,
      user: 'payments-owner',
      path: tabOf('payments-api'),
    });
    await page.getByRole('table', { name: /^Restore requests/ }).waitFor();
    await restorePoints(page).first().waitFor();
    await page
      .getByRole('link', { name: /^Restore from / })
      .nth(1)
      .click();
    await page.getByRole('navigation', { name: 'Steps' }).waitFor();
    const name = new URL(page.url()).searchParams.get('backup');
    await page
      .getByRole('radio', { name, exact: true, checked: true })
      .waitFor();
  });

  test('can be asked for by keyboard, in accessible steps', async context => {
    const wizard = await RestoreWizard.open({ portal, context });
    const { page } = wizard;
    for (const step of STEPS) {
      const button = page
        .getByRole('navigation', { name: 'Steps' })
        .getByRole('button', { name: step });
      await button.press('Enter');
      await page.getByRole('group', { name: step, exact: true }).waitFor();
      await eventually(async () =>
        assert.equal(await page.getByLabel(/^Loading/).count(), 0),
      );
      await expectAccessible(page);
    }
  });
});
