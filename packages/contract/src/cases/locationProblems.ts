import { equal } from 'node:assert/strict';
import { ContractCase } from '../ContractCase';
import { CaseContext } from '../fixture/CaseContext';
import {
  checkedLocation,
  checkNow,
  problemOf,
} from '../fixture/locationChecks';
import { normalise } from '../fixture/normalise';

const VALID_KEYS =
  'region s3Url publicUrl kmsKeyId customerKeyEncryptionFile customerKeyEncryptionSecret s3ForcePathStyle signatureVersion credentialsFile profile serverSideEncryption insecureSkipTLSVerify enableSharedConfig tagging checksumAlgorithm bucket prefix caCert';

const PEM = Buffer.from(
  '-----BEGIN CERTIFICATE-----\nbm9uZQ==\n-----END CERTIFICATE-----\n',
).toString('base64');

interface Problem {
  id: string;
  title: string;
  spec(context: CaseContext): Record<string, unknown>;
  says(context: CaseContext): string;
}

function storage({ objectStore, names }: CaseContext, more: object) {
  const { bucket } = objectStore;
  return { objectStorage: { bucket, prefix: names.of('place'), ...more } };
}

function config({ objectStore }: CaseContext, more: Record<string, string>) {
  return { config: { ...objectStore.config, ...more } };
}

const PROBLEMS: Problem[] = [
  {
    id: 'missing-bucket',
    title: 'whose bucket does not exist',
    spec: context => storage(context, { bucket: context.names.of('bucket') }),
    says: () =>
      'rpc error: code = Unknown desc = operation error S3: ListObjectsV2, https response error StatusCode: 404, RequestID: …, HostID: …, NoSuchBucket: The specified bucket does not exist.',
  },
  {
    id: 'slash-in-bucket',
    title: 'that names a prefix in its bucket',
    spec: context => storage(context, { bucket: 'shop/backups' }),
    says: () =>
      "backup storage location's bucket name \"shop/backups\" must not contain a '/' (if using a prefix, put it in the 'Prefix' field instead)",
  },
  {
    id: 'missing-secret',
    title: 'whose Secret does not exist',
    spec: ({ names }) => ({
      credential: { name: names.of('nowhere'), key: 'cloud' },
    }),
    says: ({ names }) =>
      `unable to get credentials: unable to get key for secret: Secret "${names.of(
        'nowhere',
      )}" not found`,
  },
  {
    id: 'missing-secret-key',
    title: 'whose Secret has no such key',
    spec: ({ objectStore }) => ({
      credential: { ...objectStore.credential, key: 'clouds' },
    }),
    says: ({ objectStore }) =>
      `unable to get credentials: unable to get key for secret: "${objectStore.credential.name}" secret is missing data for key "clouds"`,
  },
  {
    id: 'unknown-key',
    title: 'that has a configuration key its plugin does not know',
    spec: context => config(context, { createSignedURLTTL: '1h' }),
    says: () =>
      `rpc error: code = Unknown desc = config has invalid keys [createSignedURLTTL]; valid keys are [${VALID_KEYS}]`,
  },
  {
    id: 'no-boolean',
    title: 'with a configuration value that should be a boolean',
    spec: context => config(context, { s3ForcePathStyle: 'yes please' }),
    says: () =>
      'rpc error: code = Unknown desc = could not parse s3ForcePathStyle (expected bool): strconv.ParseBool: parsing "yes please": invalid syntax',
  },
  {
    id: 'unknown-checksum',
    title: 'with a checksum algorithm that nobody knows',
    spec: context => config(context, { checksumAlgorithm: 'CRC13' }),
    says: () =>
      'rpc error: code = Unknown desc = invalid checksum algorithm: CRC13',
  },
  {
    id: 'url-without-scheme',
    title: 'whose address lacks a scheme',
    spec: context => config(context, { s3Url: 'objects.example.com' }),
    says: () =>
      'rpc error: code = Unknown desc = Invalid s3 url objects.example.com, URL must be valid according to https://host/pkg/net/url/#Parse and start with http:// or https://',
  },
  {
    id: 'unknown-provider',
    title: 'of a provider whose plugin is not installed',
    spec: () => ({ provider: 'elsewhere' }),
    says: () => 'unable to locate ObjectStore plugin named velero.io/elsewhere',
  },
  {
    id: 'two-authorities',
    title: 'with two sources of a certificate authority',
    spec: context =>
      storage(context, {
        caCert: PEM,
        caCertRef: { name: 'authority', key: 'ca.crt' },
      }),
    says: () => 'cannot specify both caCert and caCertRef in objectStorage',
  },
  {
    id: 'missing-authority',
    title: 'whose certificate authority is in a Secret that does not exist',
    spec: context =>
      storage(context, {
        caCertRef: { name: context.names.of('nowhere'), key: 'ca.crt' },
      }),
    says: ({ names }) =>
      `error getting CA certificate from secret: unable to get key for secret: Secret "${names.of(
        'nowhere',
      )}" not found`,
  },
];

const problems = PROBLEMS.map(
  ({ id, title, spec, says }): ContractCase => ({
    id: `location/${id}`,
    title: `A location ${title} is Unavailable and says so`,
    needs: ['objectStore'],
    async run(context) {
      const location = await checkedLocation(context.a, spec(context));
      equal(normalise(problemOf(location)), says(context));
    },
  }),
);

export const locationProblems: ContractCase[] = [
  ...problems,
  {
    id: 'location/no-spec',
    title: 'A location without a spec is accepted, and Unavailable',
    async run({ a, names }) {
      const name = names.of('empty');
      await a.make(
        'backupstoragelocations',
        { metadata: { name } },
        a.region.veleroNamespace,
      );
      const location = await a.phase(
        'backupstoragelocations',
        name,
        'Unavailable',
      );
      equal(
        problemOf(location),
        'backup storage location does not use object storage',
      );
    },
  },
  {
    id: 'location/wrong-credential',
    title: 'A location whose secret key is wrong is Unavailable and says so',
    needs: ['objectStore'],
    async run({ a, objectStore, names }) {
      const { name, key } = objectStore.credential;
      const namespace = a.region.veleroNamespace;
      const right = await a.kube.get({ resource: 'secrets', namespace, name });
      const text = Buffer.from(right.data?.[key] ?? '', 'base64').toString();
      const wrong = text.replace(
        /(aws_secret_access_key *=).*/,
        '$1 guessed-by-a-stranger',
      );
      const secret = names.of('guessed');
      await a.make(
        'secrets',
        { metadata: { name: secret }, stringData: { [key]: wrong } },
        namespace,
      );
      const location = await checkedLocation(a, {
        credential: { name: secret, key },
      });
      equal(
        normalise(problemOf(location)),
        'rpc error: code = Unknown desc = operation error S3: ListObjectsV2, https response error StatusCode: 403, RequestID: …, HostID: …, api error SignatureDoesNotMatch: The request signature we calculated does not match the signature you provided. Check your key and signing method.',
      );
    },
  },
  {
    id: 'location/foreign-folder',
    title:
      'A location that has folders of others beside its own is Unavailable and names them, until they are gone',
    needs: ['objectStore'],
    async run({ a, objectStore }) {
      const { metadata } = await a.availableLocation();
      const { name } = metadata;
      const { bucket } = objectStore;
      await objectStore.write(bucket, `${name}/films/film`, Buffer.from('!'));
      await objectStore.write(bucket, `${name}/backups/x/y`, Buffer.from('!'));
      equal(
        problemOf(await checkNow(a, name)),
        'Backup store contains invalid top-level directories: [films]',
      );
      await objectStore.remove(bucket, `${name}/films`);
      equal((await checkNow(a, name)).status?.phase, 'Available');
    },
  },
  {
    id: 'location/many-foreign-folders',
    title: 'Of more than three foreign folders a location names three',
    needs: ['objectStore'],
    async run({ a, objectStore }) {
      const { metadata } = await a.availableLocation();
      for (const folder of ['ale', 'bread', 'cheese', 'dates']) {
        await objectStore.write(
          objectStore.bucket,
          `${metadata.name}/${folder}/x`,
          Buffer.from('!'),
        );
      }
      equal(
        problemOf(await checkNow(a, metadata.name)),
        'Backup store contains 4 invalid top-level directories: [ale bread cheese ...]',
      );
    },
  },
  {
    id: 'location/bucket-root',
    title:
      'A location at the root of a bucket is Unavailable beside locations with a prefix there',
    needs: ['objectStore'],
    async run({ a, objectStore, names }) {
      const bucket = names.of('shared');
      await objectStore.createBucket(bucket);
      const root = await a.location({ objectStorage: { bucket } });
      await a.phase('backupstoragelocations', root.metadata.name, 'Available');
      await objectStore.write(bucket, 'shop/backups/x/y', Buffer.from('!'));
      equal(
        problemOf(await checkNow(a, root.metadata.name)),
        'Backup store contains invalid top-level directories: [shop]',
      );
    },
  },
  {
    id: 'location/unreadable-authority',
    title: 'A certificate authority that is no certificate is not noticed',
    needs: ['objectStore'],
    async run(context) {
      const { a } = context;
      await a.availableLocation(storage(context, { caCert: PEM }));
    },
  },
];
