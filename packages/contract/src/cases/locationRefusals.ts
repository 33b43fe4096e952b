import { equal, match } from 'node:assert/strict';
import { ContractCase } from '../ContractCase';
import { refusal } from '../kubernetes/ApiFailure';

const REFUSED = [
  {
    id: 'access-mode',
    spec: { accessMode: 'WriteOnly' },
    says: /spec\.accessMode: Unsupported value: "WriteOnly": supported values: "ReadOnly", "ReadWrite"/,
  },
  {
    id: 'no-bucket',
    spec: { objectStorage: { prefix: 'shop' } },
    says: /spec\.objectStorage\.bucket: Required value/,
  },
  {
    id: 'boolean-value',
    spec: { config: { s3ForcePathStyle: true } },
    says: /spec\.config\.s3ForcePathStyle: Invalid value: "boolean": spec\.config\.s3ForcePathStyle in body must be of type string: "boolean"/,
  },
  {
    id: 'no-provider',
    spec: { provider: undefined },
    says: /spec\.provider: Required value/,
  },
  {
    id: 'credential-without-key',
    spec: { credential: { name: 'archive-credentials' } },
    says: /spec\.credential\.key: Required value/,
  },
  {
    id: 'no-base64',
    spec: { objectStorage: { bucket: 'shop', caCert: '-----BEGIN' } },
    says: /spec\.objectStorage\.caCert: Invalid value: "-----BEGIN": spec\.objectStorage\.caCert in body must be of type byte/,
  },
];

export const locationRefusals = REFUSED.map(
  ({ id, spec, says }): ContractCase => ({
    id: `location/refused-${id}`,
    title: `The API server refuses a location with ${JSON.stringify(
      spec,
    )} and names the field`,
    needs: ['objectStore'],
    async run({ a }) {
      const failure = await refusal(a.location(spec));
      equal(failure.code, 422);
      equal(failure.status.reason, 'Invalid');
      match(failure.message, says);
    },
  }),
);
