import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { PACKAGE_FOLDER } from '../files/packageFolder';

/** A Go module of ours that pins one tool and all that it is built from. */
export interface ToolModule {
  /** The folder below `tools`. */
  name: string;
  /** The module whose version is the tool's. */
  source: string;
  /** The packages of the programs, by the programs' names. */
  programs: Record<string, string>;
  /** Linker flags that tell a version to the programs. */
  ldflags?(version: string): string;
}

export const TOOLS_FOLDER = path.join(PACKAGE_FOLDER, 'tools');

const KUBERNETES_VERSION = 'k8s.io/component-base/version';
const VELERO_VERSION = 'github.com/vmware-tanzu/velero/pkg/buildinfo';

export const ETCD: ToolModule = {
  name: 'etcd',
  source: 'go.etcd.io/etcd/server/v3',
  programs: { etcd: 'go.etcd.io/etcd/server/v3' },
};

export const KUBERNETES: ToolModule = {
  name: 'kubernetes',
  source: 'k8s.io/kubernetes',
  programs: {
    'kube-apiserver': 'k8s.io/kubernetes/cmd/kube-apiserver',
    'kube-controller-manager': 'k8s.io/kubernetes/cmd/kube-controller-manager',
    kubectl: 'k8s.io/kubernetes/cmd/kubectl',
  },
  // Velero and kubectl refuse an API server whose version they cannot parse.
  ldflags: version => {
    const [, major, minor] = /^v(\d+)\.(\d+)/.exec(version) ?? [];
    const flags = { gitVersion: version, gitMajor: major, gitMinor: minor };
    return Object.entries(flags)
      .map(([key, value]) => `-X ${KUBERNETES_VERSION}.${key}=${value}`)
      .join(' ');
  },
};

export const S3: ToolModule = {
  name: 's3',
  source: 'github.com/versity/versitygw',
  programs: { versitygw: 'github.com/versity/versitygw/cmd/versitygw' },
};

export const VELERO_PLUGIN: ToolModule = {
  name: 'velero-plugin-for-aws',
  source: 'github.com/vmware-tanzu/velero-plugin-for-aws',
  programs: {
    'velero-plugin-for-aws':
      'github.com/vmware-tanzu/velero-plugin-for-aws/velero-plugin-for-aws',
  },
};

export const VELERO: ToolModule = {
  name: 'velero',
  source: 'github.com/vmware-tanzu/velero',
  programs: { velero: 'github.com/vmware-tanzu/velero/cmd/velero' },
  ldflags: version => `-X ${VELERO_VERSION}.Version=${version}`,
};

/** The version that a tool is pinned at. */
export async function pinnedVersion({ name, source }: ToolModule) {
  const file = path.join(TOOLS_FOLDER, name, 'go.mod');
  const lines = (await readFile(file, 'utf8')).split('\n');
  const words = lines.map(line => line.trim().split(' '));
  const version = words.find(([module]) => module === source)?.[1];
  if (!version) {
    throw new Error(`tools/${name}/go.mod does not pin ${source}.`);
  }
  return version;
}
