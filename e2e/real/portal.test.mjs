import { after, before, describe } from 'node:test';
import { startRealPortalAndBrowser } from '../support/realPortal.mjs';
import { onboarding } from './onboarding.mjs';
import { restores } from './restores.mjs';

/** Both at once, in one pair of regions: Velero looks at much once a minute only, and that is waited for. */
describe('the portal with real servers', { concurrency: true }, () => {
  let portal;

  before(async () => {
    portal = await startRealPortalAndBrowser();
  });

  after(() => portal?.stop());

  onboarding(() => portal);
  restores(() => portal);
});
