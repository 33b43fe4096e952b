import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { eventually } from '../support/eventually.mjs';
import { configMap, namespaceOf, veleroObject } from '../support/objects.mjs';
import { approve, RestoreWizard, stateOf } from '../support/restores.mjs';

const PRICES = { apple: '1', pear: '2' };

/** All at once: what they wait for is Velero. */
export function restores(portalOf) {
  describe('restores by request', { concurrency: true }, () => {
    let portal;
    let a;
    let b;

    before(async () => {
      portal = portalOf();
      [a, b] = portal.regions;
      await b.apply(namespaceOf('payments', 'payments'), await readingOf(b));
      await backUp('payments');
      await backUp('ledger');
    });

    /** What region a has written, for a region that may only read it. */
    const readingOf = async region => {
      const { spec } = await region.get('backupstoragelocation/archive');
      const { provider, config, objectStorage } = spec;
      return veleroObject('BackupStorageLocation', 'archive-of-a', {
        provider,
        config,
        objectStorage: { ...objectStorage, prefix: 'a' },
        accessMode: 'ReadOnly',
      });
    };

    const backUp = async name => {
      await a.apply(
        namespaceOf('payments', name),
        configMap(name, 'prices', PRICES),
        configMap(name, 'settings', { colour: 'blue' }),
      );
      const spec = { includedNamespaces: [name] };
      await a.apply(veleroObject('Backup', `${name}-first`, spec));
      await a.waitForPhase(`backup/${name}-first`, 'Completed');
    };

    const open = (context, component) =>
      RestoreWizard.open({ portal, context, component });

    const restoreOf = path => `rst-${path.split('/').at(-1)}`;

    /** Whether Velero was asked. */
    const wasAsked = async (region, path) =>
      (await region.list('restores')).some(
        ({ metadata }) => metadata.name === restoreOf(path),
      );

    const expectPrices = async (region, namespace) => {
      const { data } = await region.get('configmap/prices', namespace);
      assert.deepEqual(data, PRICES);
    };

    test('bring a deleted ConfigMap back when somebody else agrees', async context => {
      await a.remove('configmap/prices', 'payments');
      const wizard = await open(context);
      await wizard.restoreInPlace();
      await wizard.sayWhy('The prices were deleted');
      const path = await wizard.send();
      await stateOf(wizard.page, 'Waiting for a decision');
      assert.ok(!(await wasAsked(a, path)));

      const page = await approve({ portal, context, path });
      await stateOf(page, 'Succeeded');
      await stateOf(wizard.page, 'Succeeded');
      await expectPrices(a, 'payments');
    });

    test('make a new namespace without asking anybody', async context => {
      const wizard = await open(context);
      const target = await wizard.newNamespaceFor('payments');
      await wizard.sayWhy('To compare');
      await wizard.goTo('Review');
      await wizard.page.getByText('Nobody has to agree.').waitFor();
      await wizard.send();
      await stateOf(wizard.page, 'Succeeded');
      await expectPrices(a, target);
    });

    test('bring to one region what another one has backed up', async context => {
      await b.waitFor('backup/payments-first');
      const wizard = await open(context);
      await wizard.goTo('Where');
      const { page } = wizard;
      await page.getByRole('radio', { name: 'b', exact: true }).check();
      const target = await wizard.newNamespaceFor('payments');
      await wizard.sayWhy('Region a is down');
      const path = await wizard.send();
      await stateOf(page, 'Waiting for a decision');

      await approve({ portal, context, path });
      await stateOf(page, 'Succeeded');
      await expectPrices(b, target);
      assert.ok(!(await wasAsked(a, path)));
    });

    test('cannot be asked for where the policy refuses them', async context => {
      const wizard = await open(context);
      const { page } = wizard;
      await wizard.restoreInPlace();
      await wizard.goTo('How');
      await page
        .getByRole('radio', { name: 'are changed to what the backup has' })
        .check();
      await wizard.goTo('Checks');
      await page.getByText('It cannot be restored like this').waitFor();
      await page
        .getByText('The policy does not let objects be changed that are there')
        .waitFor();
      await wizard.sayWhy('Everything as it was');
      await wizard.goTo('Review');
      await page.getByText('The checks refuse it.').waitFor();
      const submit = { name: 'Request the restore' };
      assert.ok(await page.getByRole('button', submit).isDisabled());
    });

    test('are out of date when their namespace was made anew', async context => {
      const wizard = await open(context, 'ledger');
      await wizard.restoreInPlace();
      await wizard.sayWhy('Something is missing');
      const path = await wizard.send();
      await stateOf(wizard.page, 'Waiting for a decision');

      await a.remove('namespace/ledger');
      await a.apply(namespaceOf('payments', 'ledger'));
      const page = await approve({ portal, context, path });
      await stateOf(page, 'Out of date');
      await stateOf(wizard.page, 'Out of date');
      assert.ok(!(await wasAsked(a, path)));
      await eventually(async () => {
        const there = await a.list('configmaps', 'ledger');
        assert.deepEqual(
          there.map(({ metadata }) => metadata.name),
          ['kube-root-ca.crt'],
        );
      });
    });
  });
}
