import { VELERO_OPERATION_ANNOTATION } from 'backstage-plugin-velero-common';

/** What somebody wants an object to be, without what servers write. */
export function contentOf(object: object): string {
  const { metadata, spec, data } = object as {
    metadata: { name: string; labels?: object; annotations?: object };
    spec?: object;
    data?: object;
  };
  const { name, labels } = metadata;
  // Of which operation a Secret is differs from run to run.
  const annotations = Object.entries(metadata.annotations ?? {}).filter(
    ([key]) => key !== VELERO_OPERATION_ANNOTATION,
  );
  return JSON.stringify({ name, labels, annotations, spec, data });
}
