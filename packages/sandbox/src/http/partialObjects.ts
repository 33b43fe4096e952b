import { listMetadata, partialObject, Representation } from './Representation';

const META = { apiVersion: 'meta.k8s.io/v1' };

/** The metadata of objects without the rest. */
export const partialObjects: Representation = {
  contentType: 'application/json',
  single: stored => JSON.stringify(partialObject(stored.object)),
  item: stored => JSON.stringify(partialObject(stored.object)),
  event: stored => JSON.stringify(partialObject(stored.object)),
  bookmark: metadata =>
    JSON.stringify({ kind: 'PartialObjectMetadata', ...META, metadata }),
  frame: page => [
    `{"kind":"PartialObjectMetadataList","apiVersion":"${
      META.apiVersion
    }","metadata":${JSON.stringify(listMetadata(page))},"items":[`,
    ']}',
  ],
};
