import { apiVersionOf, ResourceType } from '../ResourceType';
import { customResourceDefinitions } from '../schema/customResourceDefinitions';
import { JsonSchema } from '../schema/JsonSchema';
import kubernetes from '../schema/kubernetesSchemas.json';

const COMPONENTS = '#/components/schemas/';
const META = 'io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta';

const API_VERSION =
  'APIVersion defines the versioned schema of this representation of an object. Servers should convert recognized schemas to the latest internal value, and may reject unrecognized values. More info: https://git.k8s.io/community/contributors/devel/sig-architecture/api-conventions.md#resources';
const KIND =
  'Kind is a string value representing the REST resource this object represents. Servers may infer this from the endpoint the client submits requests to. Cannot be updated. In CamelCase. More info: https://git.k8s.io/community/contributors/devel/sig-architecture/api-conventions.md#types-kinds';

/** kubectl looks here for what it may ask of the server. */
const PARAMETERS = ['dryRun', 'fieldManager', 'fieldValidation', 'force'].map(
  name => ({
    name,
    in: 'query',
    schema: {
      type: name === 'force' ? 'boolean' : 'string',
      uniqueItems: true,
    },
  }),
);

/** The OpenAPI document of one group's version. */
export function openApiDocument(types: ResourceType[]) {
  return {
    openapi: '3.0.0',
    info: { title: 'Kubernetes', version: 'unversioned' },
    paths: Object.fromEntries(types.flatMap(pathsOf)),
    components: {
      schemas: {
        ...kubernetes.schemas,
        ...Object.fromEntries(types.filter(isCustom).map(customComponent)),
      },
    },
  };
}

function isCustom({ custom }: ResourceType): boolean {
  return custom;
}

function kindOf({ group, version, kind }: ResourceType) {
  return { group, version, kind };
}

function pathsOf(type: ResourceType) {
  const { group, plural, namespaced } = type;
  const root = `/${group ? 'apis' : 'api'}/${apiVersionOf(type)}`;
  const scope = namespaced ? `${root}/namespaces/{namespace}` : root;
  const gvk = { 'x-kubernetes-group-version-kind': kindOf(type) };
  const read = { ...gvk, responses: {} };
  const write = { ...read, parameters: PARAMETERS };
  return [
    [`${scope}/${plural}`, { get: read, post: write }],
    [`${scope}/${plural}/{name}`, { get: read, put: write, patch: write }],
  ];
}

function customComponent(type: ResourceType): [string, JsonSchema] {
  const crd = customResourceDefinitions.find(
    ({ spec }) =>
      spec.group === type.group && spec.names.plural === type.plural,
  );
  const version = crd?.spec.versions.find(({ name }) => name === type.version);
  const schema = version?.schema.openAPIV3Schema ?? {};
  const owner = type.group.split('.').reverse().join('.');
  const component = {
    ...schema,
    properties: {
      ...schema.properties,
      apiVersion: { type: 'string', description: API_VERSION },
      kind: { type: 'string', description: KIND },
      metadata: {
        description:
          "Standard object's metadata. More info: https://git.k8s.io/community/contributors/devel/sig-architecture/api-conventions.md#metadata",
        allOf: [{ $ref: `${COMPONENTS}${META}` }],
      },
    },
    'x-kubernetes-group-version-kind': [kindOf(type)],
  };
  return [`${owner}.${type.version}.${type.kind}`, component];
}
