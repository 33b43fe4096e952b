import {
  qualifiedName,
  RESOURCE_TYPES,
  ResourceType,
} from '../../api/ResourceType';

/** What specs call a resource: its plural, singular or short name, with or without its group. */
const TYPES_BY_NAME = new Map(
  RESOURCE_TYPES.flatMap(type =>
    namesOf(type).map((name): [string, ResourceType] => [name, type]),
  ),
);

/**
 * The resource that a spec's list means; undefined when the cluster does not know it. A group that is not there stands for one
 * that begins so, and after a dot alone any group does.
 */
export function resourceNamed(name: string): ResourceType | undefined {
  const spelt = name.toLowerCase();
  const [word, ...group] = spelt.split('.');
  if (group.join('.') === '') {
    return TYPES_BY_NAME.get(word);
  }
  return TYPES_BY_NAME.get(spelt) ?? typeBeginning(spelt);
}

function typeBeginning(start: string): ResourceType | undefined {
  const found = [...TYPES_BY_NAME].find(([name]) => name.startsWith(start));
  return found?.[1];
}

/** A spec's list with the full names of resources; unknown ones stay, so that a list of them does not mean all. */
export function resolveResources(names: string[] = []): string[] {
  return names.map(name => {
    const type = resourceNamed(name);
    return type ? qualifiedName(type) : name;
  });
}

/** As `resolveResources`, without those of the other scope. */
export function resolveScoped(
  names: string[] = [],
  scope: { namespaced: boolean },
): string[] {
  const fitting = names.filter(name => {
    const type = resourceNamed(name);
    return !type || type.namespaced === scope.namespaced;
  });
  return resolveResources(fitting);
}

function namesOf(type: ResourceType): string[] {
  const { plural, kind, shortNames = [], group } = type;
  const names = [plural, kind.toLowerCase(), ...shortNames];
  return group ? [...names, ...names.map(name => `${name}.${group}`)] : names;
}
