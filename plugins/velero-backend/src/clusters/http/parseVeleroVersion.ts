import { isJsonObject, JsonObject, parseJsonObject } from './json';

/** Reads the image tag of Velero's own container: the Deployment holds no other sure sign of the version. */
export function parseVeleroVersion(deployment: Buffer): string | undefined {
  const { spec } = parseJsonObject(deployment, "Velero's Deployment");
  const container = containersOf(spec).find(({ name }) => name === 'velero');
  return typeof container?.image === 'string'
    ? imageTag(container.image)
    : undefined;
}

function containersOf(deploymentSpec: unknown): JsonObject[] {
  const template = isJsonObject(deploymentSpec) && deploymentSpec.template;
  const podSpec = isJsonObject(template) && template.spec;
  const containers = isJsonObject(podSpec) && podSpec.containers;
  return Array.isArray(containers) ? containers.filter(isJsonObject) : [];
}

/** A registry may have a port and an image may have a digest, so neither the first nor the last colon will do. */
function imageTag(image: string): string | undefined {
  const [withoutDigest] = image.split('@');
  const lastSegment = withoutDigest.slice(withoutDigest.lastIndexOf('/') + 1);
  return lastSegment.split(':')[1];
}
