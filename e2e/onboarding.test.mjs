import AxeBuilder from '@axe-core/playwright';
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { eventually } from './support/eventually.mjs';
import { OnboardingForm } from './support/onboarding.mjs';
import { openAs, tabOf } from './support/pages.mjs';
import { startPortalAndBrowser } from './support/portal.mjs';
import { listObjects } from './support/sandbox.mjs';

const NAMES = ['all', 'databases', 'secrets', 'volumes'].map(
  kind => `docs--edge-lab--${kind}`,
);

describe('onboarding a tenant by a template', () => {
  let portal;

  before(async () => {
    portal = await startPortalAndBrowser();
  });

  after(() => portal?.stop());

  const namesOf = async resource =>
    (await listObjects(portal, 'edge-lab', resource))
      .map(({ metadata }) => metadata.name)
      .filter(name => name.startsWith('docs--'))
      .sort();

  /** The page around the form is the scaffolder's. */
  const expectFormAccessible = async page => {
    const { violations } = await new AxeBuilder({ page })
      .include('form')
      .disableRules('region')
      .analyze();
    assert.deepEqual(violations, []);
  };

  test('shows the plan as files, with the credential as a reference', async context => {
    const template = 'onboard-tenant-manifests';
    const form = await OnboardingForm.open({ portal, context, template });
    const { page } = form;
    await form.chooseTenant();
    await form.next();
    await form.choosePlace();
    await form.next();
    await form.next();
    await form.lookAtPlan();
    await form.review();
    await form.create();
    const files = ['base', 'overlays/edge-lab'].map(
      folder => `${folder}/kustomization.yaml`,
    );
    for (const file of files) {
      await page.getByRole('heading', { name: file }).waitFor();
    }
    await page.getByText('kind: BackupStorageLocation').first().waitFor();
  });

  test('shows disabled what cannot be chosen, with what proves it', async context => {
    const form = await OnboardingForm.open({ portal, context });
    const { page } = form;
    await form.chooseTenant();
    // The entity 'copycat' of the shop claims it.
    const claimed = page
      .getByRole('group', { name: 'Europe West (eu-west)' })
      .getByRole('checkbox', { name: 'payments', exact: true });
    assert.ok(await claimed.isDisabled());
    const description = await claimed.getAttribute('aria-describedby');
    const words = await page.locator(`[id="${description}"]`).textContent();
    assert.match(
      words,
      /kubectl --context eu-west annotate namespace payments backstage\.io\/owner=group:default\/shop$/,
    );
    await expectFormAccessible(page);
  });

  test('takes everything back with a wrong key, and says what Velero says', async context => {
    const form = await OnboardingForm.open({ portal, context });
    await form.fillIn({ secret: 'canary-key' });
    assert.ok(!(await form.page.content()).includes('canary-key'));
    await form.create();
    await form.page
      .getByText(/Onboarding tenant 'docs' has failed/)
      .first()
      .waitFor({ timeout: 120_000 });
    await form.page
      .getByText(/edge-lab is undone: Velero cannot use/)
      .first()
      .waitFor();
    assert.ok(!(await form.page.content()).includes('canary-key'));
    assert.deepEqual(await namesOf('backupstoragelocations'), []);
    assert.deepEqual(await namesOf('schedules'), []);
  });

  test('leads to a location that Velero calls Available, and to its schedules', async context => {
    const form = await OnboardingForm.open({ portal, context });
    const { page } = form;
    await form.fillIn({ onStep: () => expectFormAccessible(page) });
    assert.deepEqual(await namesOf('schedules'), []);
    await form.create();
    await page.getByText('edge-lab is applied').waitFor({ timeout: 120_000 });

    assert.deepEqual(await namesOf('schedules'), NAMES);
    const [location] = (
      await listObjects(portal, 'edge-lab', 'backupstoragelocations')
    ).filter(({ metadata }) => metadata.name === 'docs--edge-lab');
    assert.equal(location.status.phase, 'Available');
    assert.deepEqual(location.spec.objectStorage, {
      bucket: 'docs-backups',
      prefix: 'edge-lab',
    });

    const tab = await openAs({
      portal,
      context,
      user: 'shop-owner',
      path: tabOf('docs-site'),
    });
    for (const name of NAMES) {
      await tab.getByText(name).first().waitFor();
    }

    // The catalog reads it on a schedule, so that the link leads nowhere in the first moments.
    const link = page.getByRole('link', { name: /^The tenant in the catalog/ });
    const path = await link.getAttribute('href');
    const entity = await eventually(async () => {
      const opened = await openAs({
        portal,
        context,
        user: 'shop-owner',
        path: `${path}/backups`,
      });
      await opened.getByText(NAMES[0]).first().waitFor({ timeout: 10_000 });
      return opened;
    });
    await entity.getByText('docs').first().waitFor();
  });

  test('shows what would change the next time, and waits for it to be looked at', async context => {
    const form = await OnboardingForm.open({ portal, context });
    const { page } = form;
    await form.chooseTenant();
    await form.next();
    await form.chooseStorage();
    await form.next();
    await page
      .getByRole('textbox', { name: /^When to back up Everything/ })
      .fill('45 4 * * *');
    await form.next();
    await page
      .getByText('spec.schedule: "15 3 * * *" → "45 4 * * *"')
      .waitFor();
    await form.review();
    await page
      .getByText(/There is no plan yet that can be applied/)
      .first()
      .waitFor();
    const accept = page.getByRole('checkbox', { name: /^I have looked at/ });
    await accept.check();
    await form.review();
    await page.getByRole('button', { name: 'Create', exact: true }).waitFor();
  });
});
