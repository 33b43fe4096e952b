import { RESOURCE_TYPES, ResourceType } from './ResourceType';

interface GroupVersion {
  groupVersion: string;
  version: string;
}

function groupVersions(name: string): GroupVersion[] {
  const versions = RESOURCE_TYPES.filter(type => type.group === name).map(
    type => type.version,
  );
  return [...new Set(versions)].map(version => ({
    groupVersion: `${name}/${version}`,
    version,
  }));
}

/** The document of `/api`. */
export function coreVersions(address: string) {
  return {
    kind: 'APIVersions',
    versions: ['v1'],
    serverAddressByClientCIDRs: [
      { clientCIDR: '0.0.0.0/0', serverAddress: address },
    ],
  };
}

function groupDocument(name: string) {
  const versions = groupVersions(name);
  return { name, versions, preferredVersion: versions[0] };
}

/** The document of `/apis`. */
export function groupList(groups: string[]) {
  return {
    kind: 'APIGroupList',
    apiVersion: 'v1',
    groups: groups.map(groupDocument),
  };
}

/** The document of `/apis/<group>`. */
export function group(name: string) {
  return { kind: 'APIGroup', apiVersion: 'v1', ...groupDocument(name) };
}

/** The document of `/api/v1` and `/apis/<group>/<version>`. */
export function resourceList(groupVersion: string, types: ResourceType[]) {
  return {
    kind: 'APIResourceList',
    apiVersion: 'v1',
    groupVersion,
    resources: types.flatMap(resourceEntries),
  };
}

function resourceEntries(type: ResourceType) {
  const { plural, kind, namespaced, verbs, shortNames, categories } = type;
  const entry = { namespaced, kind };
  return [
    {
      name: plural,
      singularName: kind.toLowerCase(),
      ...entry,
      verbs,
      ...(shortNames && { shortNames }),
      ...(categories && { categories }),
    },
    ...(type.statusApart
      ? [
          {
            name: `${plural}/status`,
            singularName: '',
            ...entry,
            verbs: ['get', 'patch', 'update'],
          },
        ]
      : []),
  ];
}
