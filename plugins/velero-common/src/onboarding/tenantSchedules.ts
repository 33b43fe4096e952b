import { digestNumber } from './digestOf';
import { OnboardingSettings } from './FleetSnapshot';
import {
  TenantRequest,
  TenantScheduleKind,
  TenantScheduleRequest,
  TenantSelector,
  TENANT_SCHEDULE_KINDS,
} from './TenantRequest';

/** What a kind of schedule is like when nothing else is said. @public */
export interface ScheduleDefaults {
  /** The expression, for a minute of the hour. */
  cronAt: (minute: number) => string;
  /** Go duration. */
  keepFor: string;
  /** What it takes, in words. */
  takes: string;
  includedResources?: string[];
  excludedResources?: string[];
  /** Whether the data of volumes belongs to it. */
  volumes: boolean;
}

/** They are no part of a state that anybody wants back, and there are many of them. */
const EVENTS = ['events', 'events.events.k8s.io'];

/** The four schedules. @public */
export const tenantSchedules: Record<TenantScheduleKind, ScheduleDefaults> = {
  all: {
    cronAt: minute => `${minute} 2 * * *`,
    keepFor: '720h',
    takes: 'everything but events',
    excludedResources: EVENTS,
    volumes: true,
  },
  databases: {
    cronAt: minute => `${minute} * * * *`,
    keepFor: '168h',
    takes: 'databases, by their labels',
    excludedResources: EVENTS,
    volumes: true,
  },
  secrets: {
    cronAt: minute => `${minute} 2 * * *`,
    keepFor: '2160h',
    takes: 'Secrets',
    includedResources: ['secrets'],
    volumes: false,
  },
  volumes: {
    cronAt: minute => `${minute} 2 * * *`,
    keepFor: '336h',
    takes: 'volumes and their claims',
    includedResources: ['persistentvolumeclaims', 'persistentvolumes'],
    volumes: true,
  },
};

/** The label that Kubernetes recommends for what a part of an application is. */
const DATABASES: TenantSelector = {
  matchLabels: { 'app.kubernetes.io/component': 'database' },
};

export function enabledKindsOf({
  schedules = {},
  volumes,
}: TenantRequest): TenantScheduleKind[] {
  return TENANT_SCHEDULE_KINDS.filter(kind => {
    const isOn = schedules[kind]?.enabled ?? true;
    return isOn && !(kind === 'volumes' && volumes === 'none');
  });
}

export function scheduleRequestOf(
  { schedules = {} }: TenantRequest,
  kind: TenantScheduleKind,
): TenantScheduleRequest {
  return schedules[kind] ?? {};
}

/**
 * The cron expression: the one that was asked for, or one whose minute follows from tenant, cluster and kind. A fleet
 * would ask all stores for everything in the same second otherwise.
 */
export function cronOf(
  request: TenantRequest,
  cluster: string,
  kind: TenantScheduleKind,
): string {
  const seed = JSON.stringify([request.tenant, cluster, kind]);
  return (
    scheduleRequestOf(request, kind).cron ??
    tenantSchedules[kind].cronAt(digestNumber(seed) % 60)
  );
}

export function keepForOf(
  request: TenantRequest,
  kind: TenantScheduleKind,
): string {
  return (
    scheduleRequestOf(request, kind).keepFor ?? tenantSchedules[kind].keepFor
  );
}

/** Only databases are found by label when nothing is asked for. */
export function selectorOf(
  request: TenantRequest,
  kind: TenantScheduleKind,
  settings: OnboardingSettings,
): TenantSelector | undefined {
  const { selector } = scheduleRequestOf(request, kind);
  return kind === 'databases'
    ? selector ?? settings.databaseSelector ?? DATABASES
    : selector;
}
