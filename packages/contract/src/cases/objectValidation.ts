import { deepEqual, equal } from 'node:assert/strict';
import { ContractCase } from '../ContractCase';
import { IdleBackups } from '../fixture/IdleBackups';
import { refusal } from '../kubernetes/ApiFailure';
import { kindOf } from '../kubernetes/resources';

interface Refused {
  what: string;
  title: string;
  resource: 'backups' | 'backupstoragelocations' | 'deletebackuprequests';
  object: Record<string, unknown>;
  field: string;
  reason: string;
  message: string;
}

const objectStorage = { bucket: 'tenants' };

const REFUSED: Refused[] = [
  {
    what: 'access-mode',
    title: 'A location has one of the two access modes',
    resource: 'backupstoragelocations',
    object: {
      spec: { provider: 'aws', objectStorage, accessMode: 'WriteOnly' },
    },
    field: 'spec.accessMode',
    reason: 'FieldValueNotSupported',
    message:
      'Unsupported value: "WriteOnly": supported values: "ReadOnly", "ReadWrite"',
  },
  {
    what: 'no-bucket',
    title: 'A location on an object store has a bucket',
    resource: 'backupstoragelocations',
    object: { spec: { provider: 'aws', objectStorage: { prefix: 'x' } } },
    field: 'spec.objectStorage.bucket',
    reason: 'FieldValueRequired',
    message: 'Required value',
  },
  {
    what: 'config-boolean',
    title: 'The configuration of a location consists of strings',
    resource: 'backupstoragelocations',
    object: {
      spec: {
        provider: 'aws',
        objectStorage,
        config: { s3ForcePathStyle: true },
      },
    },
    field: 'spec.config.s3ForcePathStyle',
    reason: 'FieldValueTypeInvalid',
    message:
      'Invalid value: "boolean": spec.config.s3ForcePathStyle in body must be of type string: "boolean"',
  },
  {
    what: 'no-backup-name',
    title: 'A DeleteBackupRequest names a backup',
    resource: 'deletebackuprequests',
    object: { spec: {} },
    field: 'spec.backupName',
    reason: 'FieldValueRequired',
    message: 'Required value',
  },
  {
    what: 'time',
    title: 'Times are written as in RFC 3339',
    resource: 'backups',
    object: { status: { startTimestamp: 'yesterday' } },
    field: 'status.startTimestamp',
    reason: 'FieldValueTypeInvalid',
    message:
      'Invalid value: "yesterday": status.startTimestamp in body must be of type date-time: "yesterday"',
  },
  {
    what: 'namespaces-no-list',
    title: 'The namespaces of a backup are a list',
    resource: 'backups',
    object: { spec: { includedNamespaces: 'team-a' } },
    field: 'spec.includedNamespaces',
    reason: 'FieldValueTypeInvalid',
    message:
      'Invalid value: "string": spec.includedNamespaces in body must be of type array: "string"',
  },
  {
    what: 'long-label',
    title: 'The value of a label has at most 63 characters',
    resource: 'backups',
    object: { metadata: { labels: { team: 'x'.repeat(64) } } },
    field: 'metadata.labels',
    reason: 'FieldValueInvalid',
    message: `Invalid value: "${'x'.repeat(
      64,
    )}": must be no more than 63 characters`,
  },
  {
    what: 'long-name',
    title: 'A name has at most 253 characters',
    resource: 'backups',
    object: { metadata: { name: 'x'.repeat(254) } },
    field: 'metadata.name',
    reason: 'FieldValueInvalid',
    message: `Invalid value: "${'x'.repeat(
      254,
    )}": must be no more than 253 characters`,
  },
  {
    what: 'name',
    title: 'A name is a lowercase subdomain',
    resource: 'backups',
    object: { metadata: { name: 'Nightly_1' } },
    field: 'metadata.name',
    reason: 'FieldValueInvalid',
    message:
      "Invalid value: \"Nightly_1\": a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character (e.g. 'example.com', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')",
  },
];

function refuses(refused: Refused): ContractCase {
  const { what, title, resource, object, field, reason, message } = refused;
  return {
    id: `objects/invalid-${what}`,
    title: `${title}; what is not so is refused with the field`,
    async run({ a }) {
      const { namespace } = await IdleBackups.create(a);
      const metadata = { name: 'first', ...(object.metadata as object) };
      const { name } = metadata;
      const { code, status } = await refusal(
        a.make(resource, { ...object, metadata }, namespace),
      );
      const kind = kindOf(resource);
      equal(code, 422);
      equal(
        status.message,
        `${kind}.velero.io "${name}" is invalid: ${field}: ${message}`,
      );
      deepEqual(status.details, {
        name,
        group: 'velero.io',
        kind,
        causes: [{ reason, message, field }],
      });
    },
  };
}

const UNKNOWN = { spec: { ttl: '1h0m0s', bucket: 'x', region: { name: 'y' } } };

export const objectValidation: ContractCase[] = [
  ...REFUSED.map(refuses),
  {
    id: 'objects/longest-name',
    title: 'A Velero object may have a name of 253 characters',
    async run({ a }) {
      const backups = await IdleBackups.create(a);
      const name = 'x'.repeat(253);
      await backups.make(name);
      equal((await a.kube.get(backups.one(name))).metadata.name, name);
    },
  },
  {
    id: 'objects/unknown-field-strict',
    title:
      'With `fieldValidation=Strict` unknown fields are named and refused, such as the `spec.bucket` of many guides',
    async run({ a }) {
      const { namespace } = await IdleBackups.create(a);
      const { status } = await refusal(
        a.kube.create(
          { resource: 'backupstoragelocations', namespace },
          {
            metadata: { name: 'first' },
            spec: { provider: 'aws', bucket: 'tenants', prefix: 'x' },
          },
          { fieldValidation: 'Strict' },
        ),
      );
      deepEqual(status, {
        kind: 'Status',
        apiVersion: 'v1',
        metadata: {},
        status: 'Failure',
        message:
          'BackupStorageLocation in version "v1" cannot be handled as a BackupStorageLocation: strict decoding error: unknown field "spec.bucket", unknown field "spec.prefix"',
        reason: 'BadRequest',
        code: 400,
      });
    },
  },
  {
    id: 'objects/unknown-field-dropped',
    title: 'Otherwise unknown fields are dropped, and a header warns of them',
    async run({ a }) {
      const backups = await IdleBackups.create(a);
      const { code, headers } = await a.kube.ask({
        method: 'POST',
        path: backups.path(),
        body: {
          apiVersion: 'velero.io/v1',
          kind: 'Backup',
          metadata: { name: 'first' },
          ...UNKNOWN,
        },
      });
      equal(code, 201);
      equal(
        [headers.warning].flat().join(', '),
        ['bucket', 'region']
          .map(name => `299 - "unknown field \\"spec.${name}\\""`)
          .join(', '),
      );
      const { spec } = await a.kube.get(backups.one('first'));
      deepEqual(spec, { ttl: '1h0m0s' });
    },
  },
  {
    id: 'objects/bad-duration-taken',
    title: 'A duration that Velero cannot read is taken by the API server',
    async run({ a }) {
      const backups = await IdleBackups.create(a);
      const { spec } = await backups.make('first', { spec: { ttl: '30d' } });
      equal(spec?.ttl, '30d');
    },
  },
  {
    id: 'objects/null-dropped',
    title: 'A field set to null is dropped unless it may be null',
    async run({ a }) {
      const backups = await IdleBackups.create(a);
      const { spec } = await backups.make('first', {
        spec: { ttl: null, includedNamespaces: null },
      });
      deepEqual(spec, { includedNamespaces: null });
    },
  },
  {
    id: 'objects/wrong-namespace',
    title: 'The namespace of an object is that of the path',
    async run({ a }) {
      const backups = await IdleBackups.create(a);
      const { code, status } = await refusal(
        backups.make('first', { metadata: { namespace: 'default' } }),
      );
      equal(code, 400);
      equal(
        status.message,
        'the namespace of the provided object does not match the namespace sent on the request',
      );
    },
  },
  {
    id: 'objects/new-with-version',
    title: 'What is created has no version yet',
    async run({ a }) {
      const backups = await IdleBackups.create(a);
      const { code, status } = await refusal(
        backups.make('first', { metadata: { resourceVersion: '1' } }),
      );
      // As it is: the API server takes this for a fault of its own.
      equal(code, 500);
      equal(
        status.message,
        'resourceVersion should not be set on objects to be created',
      );
    },
  },
];
