import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { root } from '../../scripts/lib/paths.mjs';
import { startPortalAndBrowser } from './portal.mjs';
import { RealRegion } from './RealRegion.mjs';

/** What the portal may do, by the folders of `deploy/rbac`. */
const BUNDLES = ['read-only', 'logs', 'restore', 'onboard', 'credentials'];

/** Its TypeScript is transformed while it loads, of which import() knows nothing. */
const load = createRequire(import.meta.url);

/**
 * Starts two real clusters, a portal that has the rights of `deploy/rbac` in them, and a browser.
 *
 * Besides what `startPortalAndBrowser` answers with there are the `regions` a and b, and the `store` that both write to.
 */
export async function startRealPortalAndBrowser() {
  const { startRealVelero } = load('real-velero');
  const real = await startRealVelero({ regions: 2 });
  const folder = await mkdtemp(path.join(tmpdir(), 'velero-portal-real-'));
  const stopRegions = async () => {
    await real.stop();
    await rm(folder, { recursive: true });
  };
  try {
    if (real.missingRegion) {
      throw new Error(`Two regions are needed: ${real.missingRegion}`);
    }
    const regions = real.clusters.map(
      cluster => new RealRegion(cluster, real.tools),
    );
    const config = path.join(folder, 'app-config.real.yaml');
    await writeFile(config, await configFor(real, regions), { mode: 0o600 });
    const portal = await startPortalAndBrowser({ configs: [config] });
    return {
      ...portal,
      regions,
      store: storeOf(real),
      async stop() {
        await portal.stop();
        await stopRegions();
      },
    };
  } catch (error) {
    await stopRegions();
    throw error;
  }
}

async function configFor({ clusters, objectStore }, regions) {
  const folders = BUNDLES.map(name => path.join(root, 'deploy/rbac', name));
  const tokens = await Promise.all(
    regions.map(region => region.grant(folders)),
  );
  const targets = ['e2e/real/catalog.yaml', 'examples/onboard-tenant.yaml'];
  // JSON is YAML.
  return JSON.stringify({
    velero: {
      clusters: clusters.map(({ name, url, caData }, index) => ({
        name,
        title: `Region ${name}`,
        url,
        caData: Buffer.from(caData).toString('base64'),
        serviceAccountToken: tokens[index],
      })),
      onboarding: {
        plainHttpHosts: [new URL(objectStore.outsideUrl).hostname],
      },
    },
    catalog: {
      locations: targets.map(target => ({
        type: 'file',
        target: path.join(root, target),
      })),
    },
  });
}

/** The S3 server, as a tenant is told of it. */
function storeOf({ objectStore }) {
  const { accessKey, secretKey, folder, region, outsideUrl } = objectStore;
  return {
    accessKey,
    secretKey,
    region,
    endpoint: outsideUrl,
    createBucket: name => mkdir(path.join(folder, name)),
  };
}
