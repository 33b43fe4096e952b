import { FieldError } from './ApiError';
import { isRecord, KubernetesObject, OwnerReference } from './KubernetesObject';
import { ResourceType } from './ResourceType';

const LABEL = '[a-z0-9]([-a-z0-9]*[a-z0-9])?';
const SUBDOMAIN = `${LABEL}(\\.${LABEL})*`;
const KEY_NAME = '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]';
const LABEL_VALUE = `(${KEY_NAME})?`;

const SUBDOMAIN_RULE = `a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character (e.g. 'example.com', regex used for validation is '${SUBDOMAIN}')`;
const LABEL_RULE = `a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must start and end with an alphanumeric character (e.g. 'my-name',  or '123-abc', regex used for validation is '${LABEL}')`;
const LABEL_VALUE_RULE = `a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyValue',  or 'my_value',  or '12345', regex used for validation is '${LABEL_VALUE}')`;
const KEY_RULE = `name part must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for validation is '${KEY_NAME}')`;

const ANNOTATIONS_LIMIT = 256 * 1024;

/** Finds what an API server would refuse in the metadata of an object. */
export function checkMetadata(
  type: ResourceType,
  { metadata }: KubernetesObject,
): FieldError[] {
  return [
    ...checkName(type, metadata.name),
    ...checkLabels(metadata.labels),
    ...checkAnnotations(metadata.annotations),
    ...checkOwners(metadata.ownerReferences ?? []),
    ...checkKeys('metadata.finalizers', metadata.finalizers ?? []),
  ];
}

function matches(pattern: string, text: string): boolean {
  return new RegExp(`^${pattern}$`).test(text);
}

function refusal(field: string, value: string, rule: string): FieldError {
  return {
    field,
    reason: 'FieldValueInvalid',
    message: `Invalid value: "${value}": ${rule}`,
  };
}

function checkName({ group, plural }: ResourceType, name: string) {
  const field = 'metadata.name';
  if (group === 'rbac.authorization.k8s.io') {
    return /[/%]/.test(name)
      ? [refusal(field, name, "may not contain '/'")]
      : [];
  }
  const isNamespace = plural === 'namespaces';
  const limit = isNamespace ? 63 : 253;
  if (name.length > limit) {
    const rule = `must be no more than ${limit} ${
      isNamespace ? 'bytes' : 'characters'
    }`;
    return [refusal(field, name, rule)];
  }
  return isNamespace
    ? checkNamespaceName(name)
    : checkPattern(field, name, SUBDOMAIN, SUBDOMAIN_RULE);
}

function checkNamespaceName(name: string): FieldError[] {
  const field = 'metadata.name';
  return name.includes('.')
    ? [refusal(field, name, 'must not contain dots')]
    : checkPattern(field, name, LABEL, LABEL_RULE);
}

function checkPattern(
  field: string,
  value: string,
  pattern: string,
  rule: string,
): FieldError[] {
  return matches(pattern, value) ? [] : [refusal(field, value, rule)];
}

function checkOwners(owners: Partial<OwnerReference>[]): FieldError[] {
  return owners.flatMap(owner =>
    (['apiVersion', 'kind', 'name', 'uid'] as const)
      .filter(key => !owner[key])
      .map(key =>
        refusal(
          `metadata.ownerReferences.${key}`,
          '',
          `${key === 'apiVersion' ? 'version ' : ''}must not be empty`,
        ),
      ),
  );
}

function checkLabels(labels: unknown): FieldError[] {
  const field = 'metadata.labels';
  const known = isRecord(labels) ? labels : {};
  const wrong = Object.values(known).flatMap(item => {
    const value = String(item);
    return value.length > 63
      ? [refusal(field, value, 'must be no more than 63 characters')]
      : checkPattern(field, value, LABEL_VALUE, LABEL_VALUE_RULE);
  });
  return [...wrong, ...checkKeys(field, Object.keys(known))];
}

/** Keys such as `example.com/name`, of which the prefix may be missing. */
function checkKeys(field: string, keys: string[]): FieldError[] {
  return keys.flatMap(key => {
    const parts = key.split('/');
    const name = parts.pop() ?? '';
    const prefix = parts.join('/');
    return [
      ...(parts.length > 0 && !matches(SUBDOMAIN, prefix)
        ? [refusal(field, key, `prefix part ${SUBDOMAIN_RULE}`)]
        : []),
      ...(matches(KEY_NAME, name) ? [] : [refusal(field, key, KEY_RULE)]),
      ...(name.length > 63
        ? [refusal(field, key, 'name part must be no more than 63 characters')]
        : []),
    ];
  });
}

function checkAnnotations(annotations: unknown): FieldError[] {
  const field = 'metadata.annotations';
  const known = isRecord(annotations) ? annotations : {};
  const bytes = Object.entries(known)
    .flat()
    .reduce<number>((sum, text) => sum + Buffer.byteLength(String(text)), 0);
  const tooLong: FieldError = {
    field,
    reason: 'FieldValueTooLong',
    message: `Too long: may not be more than ${ANNOTATIONS_LIMIT} bytes`,
  };
  return [
    ...checkKeys(field, Object.keys(known)),
    ...(bytes > ANNOTATIONS_LIMIT ? [tooLong] : []),
  ];
}
