import path from 'node:path';
import { root } from '../scripts/lib/paths.mjs';
import { OnboardingForm } from './support/onboarding.mjs';
import { openAs, restorePoints, tabOf } from './support/pages.mjs';
import { RestoreWizard } from './support/restores.mjs';
import { startPortalAndBrowser } from './support/portal.mjs';

const portal = await startPortalAndBrowser();
try {
  await takeTab();
  await takeOnboarding();
  await takeRestore();
} finally {
  await portal.stop();
}

async function takeTab() {
  const page = await openAs({
    portal,
    user: 'payments-owner',
    path: tabOf('payments-api'),
  });
  await restorePoints(page).first().waitFor();
  await page.getByRole('group', { name: 'The last 30 days' }).waitFor();
  await take(page, 'backups-tab');
}

async function takeOnboarding() {
  const form = await OnboardingForm.open({ portal });
  const { page } = form;
  await form.fillIn({
    onStep: step => take(page, `onboarding-${step}`, { fullPage: true }),
  });
  await form.create();
  await page.getByText('edge-lab is applied').waitFor({ timeout: 120_000 });
  await take(page, 'onboarding-done');
}

async function takeRestore() {
  const wizard = await RestoreWizard.open({ portal });
  const { page } = wizard;
  await wizard.takeOnly('payments', ['payments-db']);
  await page.getByRole('table', { name: /^Kinds in/ }).waitFor();
  await take(page, 'restore-what');
  await wizard.restoreInPlace();
  await wizard.leaveOutVolumes();
  await wizard.goTo('Checks');
  await page.getByText('It can be restored like this').waitFor();
  await take(page, 'restore-checks');
  await wizard.sayWhy('The ConfigMap with the prices was deleted');
  const path = await wizard.send();
  const request = await openAs({ portal, user: 'platform-engineer', path });
  await request.getByText(/^Objects that are there stay as they/).waitFor();
  await take(request, 'restore-request');
}

async function take(page, name, options) {
  const target = path.join(root, 'docs/images', `${name}.png`);
  await page.screenshot({ path: target, animations: 'disabled', ...options });
}
