import { SandboxCluster } from '../SandboxCluster';
import { SandboxOptions } from '../SandboxOptions';
import { stableNumber } from '../velero/stableNumber';
import { addCopies, addHistory } from './demoHistory';
import {
  addLocation,
  addNamespace,
  addSecret,
  DemoSchedule,
  scheduleObject,
} from './demoObjects';
import {
  DEMO_PLANS,
  DEMO_TENANTS,
  DemoPlace,
  DemoTenant,
  LIVE_TTL,
} from './demoTenants';
import { grantPreview } from './grantPreview';
import { addWorkload, nodeAgent } from './workloads';

const PLATFORM_BUCKET = 'platform-backups';

/** Empty, for the tenant that is still to be onboarded. */
const DOCS_BUCKET = 'docs-backups';

/**
 * The fleet of the demo: `eu-west` and `us-east` share the bucket of one tenant, `edge-lab` is the one to switch off.
 * The past is the same for the same `now`; from then on the schedules run by themselves.
 */
export function demoFleet(now: Date): SandboxOptions {
  const populate = (cluster: SandboxCluster) => addTenants(cluster, now);
  return {
    clusters: [
      {
        name: 'eu-west',
        populate: cluster => {
          populate(cluster);
          addPlatform(cluster, now);
        },
      },
      { name: 'us-east', populate },
      {
        name: 'edge-lab',
        populate: cluster => {
          populate(cluster);
          addLostLocation(cluster, now);
          // Nothing backs this one up.
          addNamespace(cluster, 'docs', 'group:default/shop');
          addWorkload(cluster, 'docs');
        },
      },
    ],
    buckets: [
      PLATFORM_BUCKET,
      DOCS_BUCKET,
      ...DEMO_TENANTS.map(({ bucket }) => bucket),
    ],
    timing: { backup: [20_000, 40_000] },
  };
}

function addTenants(cluster: SandboxCluster, now: Date) {
  grantPreview(cluster);
  cluster.objects.put('pods', nodeAgent(cluster.veleroNamespace));
  addNamespace(cluster, 'unclaimed');
  addWorkload(cluster, 'unclaimed');
  for (const tenant of DEMO_TENANTS) {
    const own = tenant.places.find(place => place.cluster === cluster.name);
    if (own) {
      addTenant(cluster, { tenant, own, now });
    }
  }
}

function addTenant(
  cluster: SandboxCluster,
  options: { tenant: DemoTenant; own: DemoPlace; now: Date },
) {
  const { tenant, own, now } = options;
  for (const namespace of own.namespaces) {
    addNamespace(cluster, namespace, `group:default/${tenant.name}`);
    addWorkload(cluster, namespace);
  }
  addSecret(cluster, `${tenant.name}-backups`);
  for (const place of tenant.places) {
    addTenantLocation(cluster, { tenant, place, now });
    addTenantBackups(cluster, { tenant, place, now });
  }
}

/** The cluster's own prefix is written, those of other regions are read. */
function addTenantLocation(
  cluster: SandboxCluster,
  options: { tenant: DemoTenant; place: DemoPlace; now: Date },
) {
  const { tenant, place, now } = options;
  const own = place.cluster === cluster.name;
  addLocation(cluster, {
    ...tenant.storage,
    name: own ? tenant.name : `${tenant.name}-${place.cluster}`,
    bucket: tenant.bucket,
    prefix: place.cluster,
    credential: `${tenant.name}-backups`,
    accessMode: own ? 'ReadWrite' : 'ReadOnly',
    now,
  });
}

function addTenantBackups(
  cluster: SandboxCluster,
  options: { tenant: DemoTenant; place: DemoPlace; now: Date },
) {
  const { tenant, place, now } = options;
  const { namespaces } = place;
  for (const demo of schedulesOf(tenant, place)) {
    const schedule = scheduleObject(demo, {
      namespace: cluster.veleroNamespace,
      now,
    });
    const history = { schedule, namespaces, now };
    if (place.cluster === cluster.name) {
      addHistory(cluster, history);
    } else {
      addCopies(cluster, `${tenant.name}-${place.cluster}`, history);
    }
  }
}

/** The names carry the cluster: two clusters would otherwise make the same backup name in the same second. */
function schedulesOf(tenant: DemoTenant, place: DemoPlace): DemoSchedule[] {
  const target = {
    includedNamespaces: place.namespaces,
    storageLocation: tenant.name,
  };
  const nameOf = (what: string) => `${tenant.name}-${place.cluster}-${what}`;
  const plans = DEMO_PLANS.map(({ what, cron, template }) => ({
    name: nameOf(what),
    schedule: cron(stableNumber(nameOf(what), 60)),
    template: { ...target, ...template },
    paused: nameOf(what) === 'shop-eu-west-volumes',
  }));
  const live = place.live && {
    name: nameOf(place.live.what),
    schedule: place.live.schedule,
    template: { ...target, ttl: LIVE_TTL },
  };
  return live ? [...plans, live] : plans;
}

/** A backup of everything that belongs to no tenant, so that it contains what others own. */
function addPlatform(cluster: SandboxCluster, now: Date) {
  addLocation(cluster, {
    name: 'platform',
    provider: 'aws',
    config: { region: 'eu-central-1' },
    bucket: PLATFORM_BUCKET,
    prefix: cluster.name,
    accessMode: 'ReadWrite',
    default: true,
    now,
  });
  const name = `platform-${cluster.name}-everything`;
  const schedule = scheduleObject(
    {
      name,
      schedule: '30 1 * * *',
      template: {
        includedNamespaces: ['*'],
        storageLocation: 'platform',
        ttl: '720h0m0s',
      },
    },
    { namespace: cluster.veleroNamespace, now },
  );
  const namespaces = cluster.objects
    .list('namespaces')
    .map(({ metadata }) => metadata.name);
  addHistory(cluster, { schedule, namespaces, now });
}

/** Its bucket does not exist, so that Velero finds it Unavailable. */
function addLostLocation(cluster: SandboxCluster, now: Date) {
  addLocation(cluster, {
    name: 'analytics-archive',
    provider: 'gcp',
    bucket: 'analytics-archive-2019',
    prefix: cluster.name,
    accessMode: 'ReadWrite',
    now,
  });
}
