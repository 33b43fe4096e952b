import { generateKeyPairSync, sign } from 'node:crypto';

const DAY = 24 * 60 * 60 * 1000;

export interface TestCertificate {
  key: string;
  cert: string;
}

/** Makes a self-signed certificate, which Node.js itself cannot do; nothing here has to be kept in a file. */
export function createCertificate(
  options: { hostName?: string; expires?: Date } = {},
): TestCertificate {
  const { hostName = 'localhost', expires = new Date(Date.now() + DAY) } =
    options;
  const { privateKey, publicKey } = generateKeyPairSync('ec', {
    namedCurve: 'prime256v1',
  });
  const signatureAlgorithm = sequence(oid('2a8648ce3d040302'));
  const name = sequence(set(sequence(oid('550403'), utf8('test'))));
  const body = sequence(
    der(0xa0, der(0x02, Buffer.from([2]))),
    der(0x02, Buffer.from([1])),
    signatureAlgorithm,
    name,
    sequence(time(new Date(expires.getTime() - 2 * DAY)), time(expires)),
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
    der(0xa3, sequence(authority(), alternativeName(hostName))),
  );
  const signature = sign('sha256', body, privateKey);
  const certificate = sequence(
    body,
    signatureAlgorithm,
    der(0x03, Buffer.from([0]), signature),
  );
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    cert: pem(certificate),
  };
}

function authority(): Buffer {
  const isAuthority = sequence(der(0x01, Buffer.from([0xff])));
  return sequence(oid('551d13'), der(0x04, isAuthority));
}

function alternativeName(hostName: string): Buffer {
  const names = sequence(der(0x82, Buffer.from(hostName)));
  return sequence(oid('551d11'), der(0x04, names));
}

function der(tag: number, ...parts: Buffer[]): Buffer {
  const content = Buffer.concat(parts);
  return Buffer.concat([Buffer.from([tag]), lengthOf(content.length), content]);
}

function lengthOf(length: number): Buffer {
  return length < 0x80
    ? Buffer.from([length])
    : Buffer.from([0x82, Math.floor(length / 256), length % 256]);
}

function sequence(...parts: Buffer[]): Buffer {
  return der(0x30, ...parts);
}

function set(...parts: Buffer[]): Buffer {
  return der(0x31, ...parts);
}

function oid(hex: string): Buffer {
  return der(0x06, Buffer.from(hex, 'hex'));
}

function utf8(text: string): Buffer {
  return der(0x0c, Buffer.from(text));
}

function time(date: Date): Buffer {
  const text = date.toISOString().replace(/[-:T]|\.\d+/g, '');
  return der(0x18, Buffer.from(text));
}

function pem(content: Buffer): string {
  const lines = content.toString('base64').match(/.{1,64}/g) ?? [];
  return `-----BEGIN CERTIFICATE-----\n${lines.join(
    '\n',
  )}\n-----END CERTIFICATE-----\n`;
}
