import { ProspectArchive } from 'backstage-plugin-velero-common';
import { ArtifactSource } from '../../artifacts/Artifact';
import { Artifacts } from '../../artifacts/Artifacts';
import { isWished } from '../snapshot/isWished';
import { ProspectQuestion } from './ProspectQuestion';

/** Kinds that an archive is searched for; going through it takes its time. */
const SEARCHED = [
  'pods',
  'persistentvolumeclaims',
  'ingresses.networking.k8s.io',
  'httproutes.gateway.networking.k8s.io',
  'routes.route.openshift.io',
];

const NOTHING: ProspectArchive = {
  claims: [],
  hosts: [],
  nodeSelectors: [],
  isWhole: true,
};

/** Reads what the archive tells of the namespaces that are wished; of what others have nothing is told. */
export async function readArchive(
  artifacts: Artifacts,
  source: ArtifactSource,
  { wish, verdict, signal }: ProspectQuestion,
): Promise<ProspectArchive> {
  const isSearched = verdict.kinds.some(
    ({ resource = '', left }) => !left && SEARCHED.includes(resource),
  );
  if (!isSearched) {
    return NOTHING;
  }
  const archive = await artifacts.archive({ source, signal });
  const { claims, hosts, nodeSelectors, isWhole } = archive;
  const wished = ({ namespace }: { namespace: string }) =>
    isWished(wish, namespace);
  return {
    claims: claims.filter(wished),
    hosts: hosts.filter(wished),
    nodeSelectors: nodeSelectors.filter(wished),
    isWhole,
  };
}
