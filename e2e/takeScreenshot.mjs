import path from 'node:path';
import { root } from '../scripts/lib/paths.mjs';
import { openAs, restorePoints, tabOf } from './support/pages.mjs';
import { startPortalAndBrowser } from './support/portal.mjs';

const TARGET = path.join(root, 'docs/images/backups-tab.png');

const portal = await startPortalAndBrowser();
try {
  const page = await openAs({
    portal,
    user: 'payments-owner',
    path: tabOf('payments-api'),
  });
  await restorePoints(page).first().waitFor();
  await page.getByRole('group', { name: 'The last 30 days' }).waitFor();
  await page.screenshot({ path: TARGET, animations: 'disabled' });
} finally {
  await portal.stop();
}
