import { equal } from 'node:assert/strict';
import { ContractCase } from '../ContractCase';
import { CaseContext } from '../fixture/CaseContext';
import { checkedLocation, problemOf } from '../fixture/locationChecks';
import { normalise } from '../fixture/normalise';
import { STRANGER } from '../fixture/strangersCertificate';

interface Trust {
  caCert?: string;
  caCertRef?: { name: string; key: string };
  config?: Record<string, string>;
}

/** A location that reaches its store over TLS, after its check. */
function secureLocation(
  { a, objectStore, names }: CaseContext,
  { config, ...trust }: Trust,
) {
  const { bucket, secure } = objectStore;
  return checkedLocation(a, {
    config: { ...objectStore.config, s3Url: secure.url, ...config },
    objectStorage: { bucket, prefix: names.next('place'), ...trust },
  });
}

function encoded(pem: string): string {
  return Buffer.from(pem).toString('base64');
}

const UNKNOWN =
  'rpc error: code = Unknown desc = operation error S3: ListObjectsV2, exceeded maximum number of attempts, 3, https response error StatusCode: 0, RequestID: …, HostID: …, request send failed, Get "https://host/BUCKET?delimiter=%2F&list-type=2&prefix=PLACE": tls: failed to verify certificate: x509: certificate signed by unknown authority';

/** What the message says of the place is not the point. */
function reason(message: string): string {
  return normalise(message).replace(
    /host\/[^?]+(.*prefix=)[^"]+"/,
    'host/BUCKET$1PLACE"',
  );
}

export const locationAuthorities: ContractCase[] = [
  {
    id: 'location/no-authority',
    title:
      'A location whose store has a certificate of an unknown authority is Unavailable and says so',
    needs: ['objectStore'],
    async run(context) {
      const location = await secureLocation(context, {});
      equal(reason(problemOf(location)), UNKNOWN);
    },
  },
  {
    id: 'location/wrong-authority',
    title:
      'A location with the certificate of another authority is Unavailable and says no more',
    needs: ['objectStore'],
    async run(context) {
      const caCert = encoded(STRANGER);
      const location = await secureLocation(context, { caCert });
      equal(reason(problemOf(location)), UNKNOWN);
    },
  },
  {
    id: 'location/right-authority',
    title:
      'A location with the certificate of its store’s authority is Available',
    needs: ['objectStore'],
    async run(context) {
      const { caData } = context.objectStore.secure;
      const location = await secureLocation(context, {
        caCert: encoded(caData),
      });
      equal(location.status?.phase, 'Available');
    },
  },
  {
    id: 'location/authority-in-secret',
    title: 'The certificate of the authority may be in a Secret',
    needs: ['objectStore'],
    async run(context) {
      const { a, names, objectStore } = context;
      const name = names.of('authority');
      const { caData } = objectStore.secure;
      await a.make(
        'secrets',
        { metadata: { name }, stringData: { 'ca.crt': caData } },
        a.region.veleroNamespace,
      );
      const location = await secureLocation(context, {
        caCertRef: { name, key: 'ca.crt' },
      });
      equal(location.status?.phase, 'Available');
    },
  },
  {
    id: 'location/unverified',
    title:
      'A location that skips verification is Available whoever vouches for its store',
    needs: ['objectStore'],
    async run(context) {
      const location = await secureLocation(context, {
        config: { insecureSkipTLSVerify: 'true' },
      });
      equal(location.status?.phase, 'Available');
    },
  },
];
