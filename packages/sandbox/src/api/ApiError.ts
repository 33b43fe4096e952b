import { qualifiedName, ResourceType } from './ResourceType';

/** One reason why an object was refused. */
export interface FieldError {
  field: string;
  reason:
    | 'FieldValueInvalid'
    | 'FieldValueRequired'
    | 'FieldValueNotSupported'
    | 'FieldValueForbidden'
    | 'FieldValueTooLong'
    | 'FieldValueTypeInvalid';
  /** Without the field's name. */
  message: string;
}

interface StatusDetails {
  name?: string;
  group?: string;
  kind?: string;
  uid?: string;
  causes?: { reason: string; message: string; field?: string }[];
  retryAfterSeconds?: number;
}

/** What an API server answers instead of an object. */
export interface ApiStatus {
  kind: 'Status';
  apiVersion: 'v1';
  metadata: { continue?: string };
  status: 'Success' | 'Failure';
  message?: string;
  reason?: string;
  details?: StatusDetails;
  code?: number;
}

interface ApiErrorOptions {
  code: number;
  reason?: string;
  message: string;
  details?: StatusDetails;
  continueToken?: string;
}

/** A refused request, in the words of a real API server. */
export class ApiError extends Error {
  readonly name = 'ApiError';
  readonly status: ApiStatus;

  constructor(options: ApiErrorOptions) {
    super(options.message);
    this.status = {
      kind: 'Status',
      apiVersion: 'v1',
      metadata: options.continueToken
        ? { continue: options.continueToken }
        : {},
      status: 'Failure',
      message: options.message,
      ...(options.reason && { reason: options.reason }),
      ...(options.details && { details: options.details }),
      code: options.code,
    };
  }

  get code(): number {
    return this.status.code ?? 500;
  }
}

function detailsOf(type: ResourceType, name?: string): StatusDetails {
  return {
    ...(name && { name }),
    ...(type.group && { group: type.group }),
    kind: type.plural,
  };
}

export function badRequest(message: string): ApiError {
  return new ApiError({ code: 400, reason: 'BadRequest', message });
}

export function unauthorized(): ApiError {
  return new ApiError({
    code: 401,
    reason: 'Unauthorized',
    message: 'Unauthorized',
  });
}

export function notFound(type: ResourceType, name: string): ApiError {
  return new ApiError({
    code: 404,
    reason: 'NotFound',
    message: `${qualifiedName(type)} "${name}" not found`,
    details: detailsOf(type, name),
  });
}

/** A path of a built-in group that leads to no resource. */
export function noSuchResource(): ApiError {
  return new ApiError({
    code: 404,
    reason: 'NotFound',
    message: 'the server could not find the requested resource',
    details: {},
  });
}

export function methodNotAllowed(): ApiError {
  return new ApiError({
    code: 405,
    reason: 'MethodNotAllowed',
    message: 'the server does not allow this method on the requested resource',
    details: {},
  });
}

export function alreadyExists(type: ResourceType, name: string): ApiError {
  return new ApiError({
    code: 409,
    reason: 'AlreadyExists',
    message: `${qualifiedName(type)} "${name}" already exists`,
    details: detailsOf(type, name),
  });
}

/** A namespace that is being deleted takes nothing new. */
export function namespaceTerminating(
  type: ResourceType,
  name: string,
  namespace: string,
): ApiError {
  return new ApiError({
    code: 403,
    reason: 'Forbidden',
    message: `${qualifiedName(
      type,
    )} "${name}" is forbidden: unable to create new content in namespace ${namespace} because it is being terminated`,
    details: {
      ...detailsOf(type, name),
      causes: [
        {
          reason: 'NamespaceTerminating',
          message: `namespace ${namespace} is being terminated`,
          field: 'metadata.namespace',
        },
      ],
    },
  });
}

export function conflict(
  type: ResourceType,
  name: string,
  why = 'the object has been modified; please apply your changes to the latest version and try again',
): ApiError {
  return new ApiError({
    code: 409,
    reason: 'Conflict',
    message: `Operation cannot be fulfilled on ${qualifiedName(
      type,
    )} "${name}": ${why}`,
    details: detailsOf(type, name),
  });
}

/** The object is not the one that was meant; here the kind is named, not the resource. */
export function failedPrecondition(
  type: ResourceType,
  name: string,
  why: string,
): ApiError {
  return conflict({ ...type, plural: type.kind }, name, why);
}

/** Nothing but a random name stood in the way. */
export function nameTaken(type: ResourceType, name: string): ApiError {
  return new ApiError({
    code: 409,
    reason: 'AlreadyExists',
    message: `${qualifiedName(
      type,
    )} "${name}" already exists, the server was not able to generate a unique name for the object`,
    details: { ...detailsOf(type, name), retryAfterSeconds: 1 },
  });
}

/** A mistake of the client that API servers answer as their own. */
export function serverError(message: string): ApiError {
  return new ApiError({ code: 500, message });
}

export function unsupportedMediaType(accepted: string[]): ApiError {
  return new ApiError({
    code: 415,
    reason: 'UnsupportedMediaType',
    message: `the body of the request was in an unknown format - accepted media types include: ${accepted.join(
      ', ',
    )}`,
  });
}

/** Refuses an object; `kind` is qualified, such as `Backup.velero.io`. */
export function invalid(
  subject: { group: string; kind: string },
  name: string,
  errors: FieldError[],
): ApiError {
  const { group, kind } = subject;
  const texts = errors.map(error => `${error.field}: ${error.message}`);
  const why = texts.length === 1 ? texts[0] : `[${texts.join(', ')}]`;
  return new ApiError({
    code: 422,
    reason: 'Invalid',
    message: `${
      group ? `${kind}.${group}` : kind
    } "${name}" is invalid: ${why}`,
    details: {
      ...(name && { name }),
      ...(group && { group }),
      ...(kind && { kind }),
      causes: errors.map(({ reason, message, field }) => ({
        reason,
        message,
        field,
      })),
    },
  });
}

/** The position asked for is no longer in the history. */
export function expired(message: string, continueToken?: string): ApiError {
  return new ApiError({
    code: 410,
    reason: 'Expired',
    message,
    continueToken,
  });
}

export function resourceVersionTooLarge(
  asked: number,
  current: number,
): ApiError {
  return new ApiError({
    code: 504,
    reason: 'Timeout',
    message: `Timeout: Too large resource version: ${asked}, current: ${current}`,
    details: {
      causes: [
        {
          reason: 'ResourceVersionTooLarge',
          message: 'Too large resource version',
        },
      ],
      retryAfterSeconds: 1,
    },
  });
}
