/** What the names of all scratch namespaces end with: an admission policy lets the portal delete no others. */
const DRILL_NAMESPACE = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?-drill-[0-9a-f]{8}$/;

/** The same as a pattern with `*` and `[…]`. */
export const DRILL_NAMES = `*-drill-${'[0-9a-f]'.repeat(8)}`;

/** The longest name that Kubernetes takes. */
const MAXIMUM = 63;

/** True for a namespace that a drill may be restored to, by its name. @public */
export function isDrillNamespace(name: string): boolean {
  return name.length <= MAXIMUM && DRILL_NAMESPACE.test(name);
}

/**
 * Names the scratch namespace of a drill.
 *
 * @param options - `digest` are 8 hexadecimal digits that belong to this one drill
 * @public
 */
export function drillNamespaceOf(options: {
  source: string;
  digest: string;
}): string {
  const ending = `-drill-${options.digest}`;
  const beginning = options.source.slice(0, MAXIMUM - ending.length);
  return `${beginning.replace(/-+$/, '')}${ending}`;
}
