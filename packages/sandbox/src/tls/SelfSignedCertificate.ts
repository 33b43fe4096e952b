import { generateKeyPairSync, KeyObject, randomBytes, sign } from 'node:crypto';
import {
  bitString,
  context,
  integer,
  objectId,
  octetString,
  raw,
  sequence,
  set,
  TRUE,
  utcTime,
  utf8,
} from './der';

/** A certificate for the loopback interface that vouches for itself, and its private key; both as PEM. */
export interface Certificate {
  certificate: string;
  key: string;
}

const DAY = 24 * 3_600_000;
const ECDSA_WITH_SHA256 = sequence(objectId('1.2.840.10045.4.3.2'));
const COMMON_NAME = '2.5.4.3';
const BASIC_CONSTRAINTS = '2.5.29.19';
const SUBJECT_ALTERNATIVE_NAMES = '2.5.29.17';

/** Makes a certificate that is valid from yesterday for a year. */
export function selfSignedCertificate(): Certificate {
  const { publicKey, privateKey } = generateKeyPairSync('ec', {
    namedCurve: 'P-256',
  });
  const content = contentOf(publicKey);
  const signature = sign('sha256', content, privateKey);
  const der = sequence(content, ECDSA_WITH_SHA256, bitString(signature));
  const lines = der.toString('base64').match(/.{1,64}/g) ?? [];
  return {
    certificate: [
      '-----BEGIN CERTIFICATE-----',
      ...lines,
      '-----END CERTIFICATE-----',
      '',
    ].join('\n'),
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  };
}

function contentOf(publicKey: KeyObject): Buffer {
  const name = sequence(
    set(sequence(objectId(COMMON_NAME), utf8('velero-sandbox'))),
  );
  const now = Date.now();
  const validity = sequence(
    utcTime(new Date(now - DAY)),
    utcTime(new Date(now + 365 * DAY)),
  );
  return sequence(
    context(0, integer(Buffer.from([2]))),
    integer(Buffer.concat([Buffer.from([1]), randomBytes(8)])),
    ECDSA_WITH_SHA256,
    name,
    validity,
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
    context(3, extensions()),
  );
}

function extensions(): Buffer {
  const names = sequence(
    raw(0x82, Buffer.from('localhost')),
    raw(0x87, Buffer.from([127, 0, 0, 1])),
  );
  return sequence(
    sequence(objectId(BASIC_CONSTRAINTS), TRUE, octetString(sequence(TRUE))),
    sequence(objectId(SUBJECT_ALTERNATIVE_NAMES), octetString(names)),
  );
}
