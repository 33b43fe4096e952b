/**
 * The fields of a message by their numbers: `name`, `name: type` or `name[]: type`. A type is another message, or one
 * of `bytes`, `bool`, `int`, `map`, `bytesMap` and `time`; a field without one is text.
 */
export type Message = Record<number, string>;

const REVIEW_ATTRIBUTES: Message = {
  1: 'resourceAttributes: ResourceAttributes',
  2: 'nonResourceAttributes: NonResourceAttributes',
};

const ROLE: Message = { 1: 'metadata: ObjectMeta', 2: 'rules[]: PolicyRule' };

const ROLE_BINDING: Message = {
  1: 'metadata: ObjectMeta',
  2: 'subjects[]: Subject',
  3: 'roleRef: RoleRef',
};

/** What kubectl sends in protobuf, by the numbers of Kubernetes' published `generated.proto` files. */
export const MESSAGES: Record<string, Message | undefined> = {
  Unknown: { 1: 'typeMeta: TypeMeta', 2: 'raw: raw' },
  TypeMeta: { 1: 'apiVersion', 2: 'kind' },
  ObjectMeta: {
    1: 'name',
    2: 'generateName',
    3: 'namespace',
    5: 'uid',
    6: 'resourceVersion',
    7: 'generation: int',
    8: 'creationTimestamp: time',
    11: 'labels: map',
    12: 'annotations: map',
    13: 'ownerReferences[]: OwnerReference',
    14: 'finalizers[]',
  },
  OwnerReference: {
    1: 'kind',
    3: 'name',
    4: 'uid',
    5: 'apiVersion',
    6: 'controller: bool',
    7: 'blockOwnerDeletion: bool',
  },
  Namespace: { 1: 'metadata: ObjectMeta' },
  ConfigMap: {
    1: 'metadata: ObjectMeta',
    2: 'data: map',
    3: 'binaryData: bytesMap',
    4: 'immutable: bool',
  },
  Secret: {
    1: 'metadata: ObjectMeta',
    2: 'data: bytesMap',
    3: 'type',
    4: 'stringData: map',
    5: 'immutable: bool',
  },
  ServiceAccount: {
    1: 'metadata: ObjectMeta',
    4: 'automountServiceAccountToken: bool',
  },
  Role: ROLE,
  ClusterRole: ROLE,
  RoleBinding: ROLE_BINDING,
  ClusterRoleBinding: ROLE_BINDING,
  PolicyRule: {
    1: 'verbs[]',
    2: 'apiGroups[]',
    3: 'resources[]',
    4: 'resourceNames[]',
    5: 'nonResourceURLs[]',
  },
  Subject: { 1: 'kind', 2: 'apiGroup', 3: 'name', 4: 'namespace' },
  RoleRef: { 1: 'apiGroup', 2: 'kind', 3: 'name' },
  SelfSubjectAccessReview: { 2: 'spec: SelfSubjectAccessReviewSpec' },
  SelfSubjectAccessReviewSpec: REVIEW_ATTRIBUTES,
  SubjectAccessReview: { 2: 'spec: SubjectAccessReviewSpec' },
  SubjectAccessReviewSpec: { ...REVIEW_ATTRIBUTES, 3: 'user', 4: 'groups[]' },
  SelfSubjectRulesReview: { 2: 'spec: SelfSubjectRulesReviewSpec' },
  SelfSubjectRulesReviewSpec: { 1: 'namespace' },
  SelfSubjectReview: {},
  ResourceAttributes: {
    1: 'namespace',
    2: 'verb',
    3: 'group',
    4: 'version',
    5: 'resource',
    6: 'subresource',
    7: 'name',
  },
  NonResourceAttributes: { 1: 'path', 2: 'verb' },
  TokenRequest: { 2: 'spec: TokenRequestSpec' },
  TokenRequestSpec: { 1: 'audiences[]', 4: 'expirationSeconds: int' },
  DeleteOptions: {
    1: 'gracePeriodSeconds: int',
    2: 'preconditions: Preconditions',
    4: 'propagationPolicy',
    5: 'dryRun[]',
  },
  Preconditions: { 1: 'uid', 2: 'resourceVersion' },
};
