import { placesOverlap } from '../../storage/placesOverlap';
import { FleetObject } from '../FleetSnapshot';
import { Finding, refusal, warning } from '../../input/Finding';
import {
  DraftCluster,
  DraftLocation,
  locationsOf,
  TenantDraft,
} from '../TenantDraft';
import { MAXIMUM_NAME, scheduleNameOf, STAMP_LENGTH } from '../tenantNames';
import { enabledKindsOf } from '../tenantSchedules';
import { isIn, isOwn } from './objectIdentity';

/** Nobody else has an object of these names, and they fit. */
export function checkNames(draft: TenantDraft): Finding[] {
  return draft.clusters.flatMap(cluster => [
    ...checkLocations(draft, cluster),
    ...checkScheduleNames(draft, cluster),
  ]);
}

function checkLocations(draft: TenantDraft, cluster: DraftCluster): Finding[] {
  const there = draft.fleet.locations.filter(isIn(cluster));
  return locationsOf(cluster).flatMap(location => [
    ...lengthProblem(cluster, location.name, MAXIMUM_NAME),
    ...there
      .filter(({ name }) => name === location.name)
      .flatMap(other => [
        ...takenName(draft, cluster, 'storage location', other),
        ...(isOwn(draft, other.owner) || takesOver(draft)
          ? moved(cluster, location, placesOverlap(location.place, other))
          : []),
      ]),
  ]);
}

function checkScheduleNames(
  draft: TenantDraft,
  cluster: DraftCluster,
): Finding[] {
  const there = draft.fleet.schedules.filter(isIn(cluster));
  return enabledKindsOf(draft.request).flatMap(kind => {
    const wanted = scheduleNameOf(draft.request.tenant, cluster.name, kind);
    return [
      ...lengthProblem(cluster, wanted, MAXIMUM_NAME - STAMP_LENGTH),
      ...there
        .filter(({ name }) => name === wanted)
        .flatMap(other => takenName(draft, cluster, 'schedule', other)),
    ];
  });
}

/** Names are made to fit; a longer one would never make a backup, and nobody would be told. */
function lengthProblem(
  { path }: DraftCluster,
  name: string,
  maximum: number,
): Finding[] {
  return name.length > maximum
    ? [
        refusal(
          'name-too-long',
          `${path}.cluster`,
          `'${name}' has ${name.length} characters, and Velero can use ${maximum}`,
          'Use a shorter name for the tenant',
        ),
      ]
    : [];
}

function takenName(
  draft: TenantDraft,
  { path, name: cluster }: DraftCluster,
  kind: string,
  { owner, name, veleroNamespace }: FleetObject,
): Finding[] {
  const title = `The ${kind} ${veleroNamespace}/${name} of cluster ${cluster}`;
  if (isOwn(draft, owner)) {
    return [];
  }
  return takesOver(draft)
    ? [
        warning(
          'name-taken-over',
          `${path}.cluster`,
          `${title} was made by somebody else and is taken over`,
        ),
      ]
    : [
        refusal(
          'name-taken',
          `${path}.cluster`,
          `${title} was made by somebody else`,
          'Choose another name for the tenant; an administrator of the portal may take it over, by takeOver: true',
        ),
      ];
}

function takesOver({ request, fleet }: TenantDraft): boolean {
  return Boolean(request.takeOver) && fleet.mayOnboardPlatform;
}

/** Told to whom the location is, or will be: where it leads is nobody else's business. */
function moved(
  { path, name }: DraftCluster,
  location: DraftLocation,
  overlap: ReturnType<typeof placesOverlap>,
): Finding[] {
  return overlap === 'equal'
    ? []
    : [
        warning(
          'place-moves',
          `${path}.cluster`,
          `Storage location ${location.name} of cluster ${name} leads to another place from now on: Velero forgets the backups of the old one within a minute, though their files stay there`,
        ),
      ];
}
