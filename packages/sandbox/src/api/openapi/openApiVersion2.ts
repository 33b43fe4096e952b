const LENGTH_DELIMITED = 2;

/** What kubectl asks for in its Accept header, and how it is answered. */
export const PROTOBUF = {
  asked: 'application/com.github.proto-openapi.spec.v2@v1.0+protobuf',
  answered: 'application/com.github.proto-openapi.spec.v2.v1.0+protobuf',
};

/**
 * Here kubectl looks for a kind that it finds in no document of version 3. Nothing is described in this version, which is
 * all it wants to know of a kind that does not exist.
 */
export const openApiVersion2 = {
  swagger: '2.0',
  info: { title: 'Kubernetes', version: 'unversioned' },
  paths: {},
};

/** The same in protobuf. */
export function openApiVersion2Bytes(): Buffer {
  const { swagger, info } = openApiVersion2;
  return Buffer.concat([
    field(1, swagger),
    field(2, Buffer.concat([field(1, info.title), field(2, info.version)])),
    field(8, ''),
  ]);
}

/** Shorter than 128 bytes, so that its length is one byte. */
function field(number: number, content: string | Buffer): Buffer {
  const bytes = Buffer.from(content);
  const key = number * 8 + LENGTH_DELIMITED;
  return Buffer.concat([Buffer.from([key, bytes.length]), bytes]);
}
