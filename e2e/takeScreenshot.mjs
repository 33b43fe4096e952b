import path from 'node:path';
import { root } from '../scripts/lib/paths.mjs';
import { OnboardingForm } from './support/onboarding.mjs';
import { openAs, restorePoints, tabOf } from './support/pages.mjs';
import { startPortalAndBrowser } from './support/portal.mjs';

const portal = await startPortalAndBrowser();
try {
  await takeTab();
  await takeOnboarding();
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

async function take(page, name, options) {
  const target = path.join(root, 'docs/images', `${name}.png`);
  await page.screenshot({ path: target, animations: 'disabled', ...options });
}
