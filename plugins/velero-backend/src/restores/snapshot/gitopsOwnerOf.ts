import { KubernetesMetadata } from '../../clusters/ClusterConnection';

/** Tells what puts a namespace, and what is in it, there from a repository, by the marks that it leaves. */
export function gitopsOwnerOf({
  labels = {},
  annotations = {},
}: KubernetesMetadata): string | undefined {
  const tracking = annotations['argocd.argoproj.io/tracking-id'];
  if (tracking) {
    return `Argo CD application ${tracking.split(':')[0]}`;
  }
  const instance = labels['argocd.argoproj.io/instance'];
  if (instance) {
    return `Argo CD application ${instance}`;
  }
  const kustomization = labels['kustomize.toolkit.fluxcd.io/name'];
  return kustomization ? `Flux Kustomization ${kustomization}` : undefined;
}
