import assert from 'node:assert/strict';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { cacheDir } from '../scripts/lib/paths.mjs';
import { eventually } from './support/eventually.mjs';
import { expectAccessible } from './support/expectAccessible.mjs';
import { openAs, restorePoints, tabOf } from './support/pages.mjs';
import { startPortalAndBrowser } from './support/portal.mjs';
import { setFaults } from './support/sandbox.mjs';

/** Pictures of each state, to be looked at after a change. */
const PICTURES = path.join(cacheDir, 'screenshots');

const LOOKS = ['light', 'dark'];

const MOST_CLICKS = 10;
const CLICK_MILLIS = 3_000;

describe('the states of the tab', () => {
  let portal;

  before(async () => {
    await mkdir(PICTURES, { recursive: true });
    portal = await startPortalAndBrowser();
  });

  after(() => portal?.stop());

  /** Opens the tab once in each look, waits until the page says what it must, and takes a picture. */
  async function expectState(context, options) {
    const { state, user, component, says, prepare } = options;
    for (const look of LOOKS) {
      const page = await openAs({
        portal,
        context,
        user,
        path: tabOf(component),
        colorScheme: look,
        prepare,
      });
      await eventually(async () => {
        const text = await page.getByRole('main').innerText();
        for (const sentence of says) {
          assert.match(text, sentence);
        }
      });
      assert.equal(
        await page.evaluate(
          () => globalThis.document.body.dataset.themeMode ?? '',
        ),
        look,
      );
      await expectAccessible(page);
      await page.screenshot({
        path: path.join(PICTURES, `${state}-${look}.png`),
        animations: 'disabled',
        fullPage: true,
      });
    }
  }

  /** Breaks a cluster for the time of one test. */
  async function breakCluster(context, cluster, faults) {
    await setFaults(portal, cluster, faults);
    const mended = Object.fromEntries(
      Object.keys(faults).map(fault => [fault, null]),
    );
    context.after(() => setFaults(portal, cluster, mended));
  }

  const analytics = { user: 'platform-engineer', component: 'analytics-jobs' };
  const payments = { user: 'payments-owner', component: 'payments-api' };

  test('all is well', context =>
    expectState(context, {
      ...payments,
      state: 'live',
      says: [/^Protected\./m, /us-east\)\s+Live/, /\d+ restore points/],
    }));

  test('loading', context =>
    expectState(context, {
      ...payments,
      state: 'loading',
      says: [/Protection/, /Restore points/],
      // Nothing is ever answered.
      prepare: page => page.route(/\/api\/velero\//, () => undefined),
    }));

  test('empty, with the next step', context =>
    expectState(context, {
      user: 'shop-owner',
      component: 'docs-site',
      state: 'empty',
      says: [/Not protected\./, /no .*restore points/i],
    }));

  test('partial: one of two clusters does not answer', async context => {
    await breakCluster(context, 'us-east', { down: true });
    await expectState(context, {
      ...payments,
      state: 'partial',
      says: [/us-east\)\s+Stale/, /Only 1 of 2 clusters are live/],
    });
  });

  test('stale', async context => {
    await breakCluster(context, 'edge-lab', { down: true });
    await expectState(context, {
      ...analytics,
      state: 'stale',
      says: [/Stale/, /as of/, /No cluster is live at the moment/],
    });
  });

  test('forbidden, with the right that is missing', async context => {
    await breakCluster(context, 'edge-lab', { forbidden: ['backups'] });
    await expectState(context, {
      ...analytics,
      state: 'forbidden',
      says: [/Right missing/, /may not (list|watch) backups\.velero\.io/],
    });
  });

  test('not installed', async context => {
    await breakCluster(context, 'edge-lab', { notInstalled: true });
    await expectState(context, {
      ...analytics,
      state: 'not-installed',
      says: [/Velero not installed/],
    });
  });

  test('unreachable from the beginning', context =>
    expectState(context, {
      ...analytics,
      state: 'unreachable',
      says: [/Unreachable/, /connect ECONNREFUSED/],
      prepare: neverReached,
    }));

  test('an error', context =>
    expectState(context, {
      ...payments,
      state: 'error',
      says: [/The database is away/, /try again/i],
      prepare: page =>
        page.route(/\/api\/velero\//, route => route.fulfill(databaseAway())),
    }));

  test('an error is over when trying again succeeds', async context => {
    const isVelero = /\/api\/velero\//;
    const page = await openAs({
      portal,
      context,
      user: payments.user,
      path: tabOf(payments.component),
      prepare: prepared =>
        prepared.route(isVelero, route => route.fulfill(databaseAway())),
    });
    // Each part of the tab asks for itself, and it is left to the browser which one fails first.
    const again = page
      .getByRole('region', { name: 'Restore points' })
      .getByRole('button', { name: 'Try again' });
    await again.waitFor();
    await page.unroute(isVelero);
    await clickUntil(again, restorePoints(page).first());
  });
});

/** Each part of the tab that failed has a button of its own, and some fail a moment later than others. */
async function clickUntil(button, wanted) {
  for (let attempt = 1; !(await wanted.isVisible()); attempt++) {
    assert.ok(attempt <= MOST_CLICKS, 'Trying again does not help');
    if (await button.isVisible()) {
      await button.click();
    }
    await wanted.waitFor({ timeout: CLICK_MILLIS }).catch(() => undefined);
  }
}

function databaseAway() {
  return {
    status: 503,
    json: {
      error: {
        name: 'ServiceUnavailableError',
        message: 'The database is away',
      },
      response: { statusCode: 503 },
    },
  };
}

/** A cluster that was down since the portal's first start cannot be had from a portal that is running. */
function neverReached(page) {
  const reason = 'connect ECONNREFUSED 192.0.2.7:6443';
  const clusters = [{ name: 'edge-lab', state: 'unreachable', reason }];
  const namespaces = [
    { cluster: 'edge-lab', namespace: 'analytics', proven: false },
  ];
  const list = {
    items: [],
    totalItems: 0,
    pageInfo: {},
    clusters,
    namespaces,
  };
  const protection = {
    state: 'unknown',
    sentence: 'Unknown. Cluster edge-lab has not been read so far.',
    namespaces: [],
    clusters,
  };
  return page.route(/\/api\/velero\/entities\//, route =>
    route.fulfill({
      json: route.request().url().endsWith('/protection') ? protection : list,
    }),
  );
}
