/** A resource as Velero names it: `configmaps`, `deployments.apps`. */
export function resourceName(resource: {
  group: string;
  resource: string;
}): string {
  return resource.group
    ? `${resource.resource}.${resource.group}`
    : resource.resource;
}

/**
 * Whether one of the names keeps the resource out: one without a group does so in all groups, as whoever writes
 * `rolebindings` means every sort of them, and `*.example.com` in groups below that one, too.
 */
export function excludesResource(
  names: string[],
  resource: { group: string; resource: string },
): boolean {
  return (
    namesResource(names, resource) ||
    names.some(
      name =>
        name === resource.resource ||
        (name.startsWith('*.') && resource.group.endsWith(name.slice(1))),
    )
  );
}

/** Whether one of the names stands for the resource; `*.example.com` stands for all of that group. */
export function namesResource(
  names: string[],
  resource: { group: string; resource: string },
): boolean {
  return (
    names.includes(resourceName(resource)) ||
    names.includes(`*.${resource.group}`)
  );
}
