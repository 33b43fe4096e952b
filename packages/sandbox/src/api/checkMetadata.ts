import { FieldError } from './ApiError';
import { isRecord, KubernetesObject } from './KubernetesObject';

const SUBDOMAIN =
  /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/;
const LABEL_VALUE = /^(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?$/;
const NAME_RULE =
  "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character (e.g. 'example.com', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')";
const LABEL_RULE =
  "a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyValue',  or 'my_value',  or '12345', regex used for validation is '(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?')";

function refusal(field: string, value: string, rule: string): FieldError {
  return {
    field,
    reason: 'FieldValueInvalid',
    message: `Invalid value: "${value}": ${rule}`,
  };
}

/** Finds what an API server would refuse in the metadata of any kind. */
export function checkMetadata({ metadata }: KubernetesObject): FieldError[] {
  return [
    ...checkName(metadata.name),
    ...checkLabels(metadata.labels),
    ...checkAnnotations(metadata.annotations),
  ];
}

function checkName(name: string): FieldError[] {
  if (name.length > 253) {
    return [
      refusal('metadata.name', name, 'must be no more than 253 characters'),
    ];
  }
  return SUBDOMAIN.test(name)
    ? []
    : [refusal('metadata.name', name, NAME_RULE)];
}

function checkLabels(labels: unknown): FieldError[] {
  return Object.values(isRecord(labels) ? labels : {}).flatMap(item => {
    const value = String(item);
    if (value.length > 63) {
      const rule = 'must be no more than 63 characters';
      return [refusal('metadata.labels', value, rule)];
    }
    return LABEL_VALUE.test(value)
      ? []
      : [refusal('metadata.labels', value, LABEL_RULE)];
  });
}

const ANNOTATIONS_LIMIT = 256 * 1024;

function checkAnnotations(annotations: unknown): FieldError[] {
  const texts = Object.entries(isRecord(annotations) ? annotations : {}).flat();
  const bytes = texts.reduce<number>(
    (sum, value) => sum + Buffer.byteLength(String(value)),
    0,
  );
  return bytes <= ANNOTATIONS_LIMIT
    ? []
    : [
        {
          field: 'metadata.annotations',
          reason: 'FieldValueInvalid',
          message: `Too long: may not be more than ${ANNOTATIONS_LIMIT} bytes`,
        },
      ];
}
