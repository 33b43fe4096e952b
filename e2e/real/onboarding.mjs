import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { eventually } from '../support/eventually.mjs';
import { configMap, namespaceOf } from '../support/objects.mjs';
import { OnboardingForm } from '../support/onboarding.mjs';
import { cellsOf, openAs, restorePoints, tabOf } from '../support/pages.mjs';

const LOCATION = 'docs--a';
const SCHEDULES = ['all', 'databases', 'secrets', 'volumes'].map(
  kind => `Schedule ${LOCATION}--${kind}`,
);

/** One after the other: each begins where the one before has left the tenant. */
export function onboarding(portalOf) {
  // One after the other, whatever stands around: all are about one tenant.
  const inOrder = { concurrency: false };
  describe('onboarding a tenant in two regions by a template', inOrder, () => {
    let portal;
    let tenancy;

    before(async () => {
      portal = portalOf();
      const { accessKey, secretKey, endpoint, region } = portal.store;
      tenancy = {
        clusters: ['a', 'b'],
        provider: 'Other S3 storage',
        values: { Endpoint: endpoint, Region: region },
        accessKey,
        secretKey,
      };
      await portal.store.createBucket('docs-backups');
      for (const cluster of portal.regions) {
        await cluster.apply(
          namespaceOf('shop', 'docs'),
          configMap('docs', 'pages', { first: 'Hello' }),
        );
      }
    });

    const open = context => OnboardingForm.open({ portal, context, tenancy });

    /** What the tenant has in a region, each object by its kind and name, with what it was made to be. */
    const madeIn = async region => {
      const kinds = 'backupstoragelocations,schedules,secrets';
      const made = (await region.list(kinds)).filter(({ metadata }) =>
        metadata.name.startsWith('docs--'),
      );
      return new Map(
        made.map(({ kind, metadata: { name, uid }, spec, data }) => [
          `${kind} ${name}`,
          { uid, spec, data },
        ]),
      );
    };

    const allMade = () => Promise.all(portal.regions.map(madeIn));

    /** @returns the page of the task, when it says so of both regions */
    const run = async (form, outcome) => {
      await form.create();
      await form.page
        .getByText(new RegExp(`^a is ${outcome}\\s*b is ${outcome}$`))
        .waitFor({ timeout: 240_000 });
    };

    test('takes everything back with a wrong key, and says what Velero says', async context => {
      const form = await open(context);
      await form.fillIn({ secret: 'canary-key' });
      await form.create();
      const { page } = form;
      await page
        .getByText(/Onboarding tenant 'docs' has failed/)
        .first()
        .waitFor({ timeout: 240_000 });
      for (const cluster of tenancy.clusters) {
        await page
          .getByText(
            new RegExp(
              `${cluster} is undone: Velero cannot use[^]*SignatureDoesNotMatch`,
            ),
          )
          .first()
          .waitFor();
      }
      assert.ok(!(await page.content()).includes('canary-key'));
      for (const made of await allMade()) {
        assert.deepEqual([...made.keys()], []);
      }
    });

    test('leads to Available locations, four schedules, and a first backup that the other region lists', async context => {
      const [a, b] = portal.regions;
      const form = await open(context);
      await form.fillIn({ firstBackup: true });
      await run(form, 'applied');

      const made = [...(await madeIn(a)).keys()];
      assert.deepEqual(
        made.filter(name => name.startsWith('Schedule ')).sort(),
        SCHEDULES,
      );
      for (const region of [a, b]) {
        const { status } = await region.get(
          `backupstoragelocation/${LOCATION}`,
        );
        assert.equal(status.phase, 'Available', region.name);
      }
      const [{ metadata, status }] = (await a.list('backups')).filter(backup =>
        backup.metadata.name.startsWith(`${LOCATION}--all-first-`),
      );
      assert.equal(status.phase, 'Completed');

      await b.waitFor(`backup/${metadata.name}`);
      const tab = await openAs({
        portal,
        context,
        user: 'shop-owner',
        path: `${tabOf('docs-site')}?cluster=b`,
      });
      await eventually(async () => {
        const clusters = await cellsOf(tab, 'Cluster');
        assert.ok(clusters.some(text => /^b\s*made by a$/.test(text)));
      });
      assert.ok((await restorePoints(tab).count()) > 0);
    });

    test('changes nothing the second time, and says so', async context => {
      const before = await allMade();
      const form = await open(context);
      await form.fillIn();
      await run(form, 'unchanged');
      assert.deepEqual(await allMade(), before);
    });
  });
}
