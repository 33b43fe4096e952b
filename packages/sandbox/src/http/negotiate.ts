import { ApiError } from '../api/ApiError';

/** What a client wants to read. */
export interface MediaType {
  yaml: boolean;
  /** Another shape of the same objects, such as `Table`. */
  as?: string;
}

const SHAPES = ['Table', 'PartialObjectMetadata', 'PartialObjectMetadataList'];

/** Takes the first of the accepted media types that the server can write. */
export function negotiate(accept = '*/*'): MediaType {
  for (const range of accept.split(',')) {
    const [name, ...parameters] = range.split(';').map(part => part.trim());
    const as = parameters.find(item => item.startsWith('as='))?.slice(3);
    const known = as === undefined || SHAPES.includes(as);
    const yaml = name === 'application/yaml';
    const json = ['application/json', 'application/*', '*/*'].includes(name);
    if (known && (json || yaml)) {
      return { yaml, as };
    }
  }
  throw new ApiError({
    code: 406,
    reason: 'NotAcceptable',
    message:
      'only the following media types are accepted: application/json, application/yaml, application/vnd.kubernetes.protobuf',
  });
}
