import { KubernetesPage, NamesPage } from '../ClusterConnection';

/** Takes the names out of a page; an object without one is none. */
export function parseNames({
  items,
  continueToken,
}: KubernetesPage): NamesPage {
  return {
    names: items.flatMap(({ metadata }) => metadata.name ?? []),
    ...(continueToken && { continueToken }),
  };
}
