import { ServerResponse } from 'node:http';
import {
  ApiError,
  ApiStatus,
  badRequest,
  methodNotAllowed,
} from '../api/ApiError';
import { ClusterApi } from '../api/ClusterApi';
import { KubernetesObject } from '../api/KubernetesObject';
import { parseListParameters } from '../api/ListParameters';
import { mergePatch } from '../api/mergePatch';
import { ObjectReference } from '../api/ObjectReference';
import { jsonPatch, PatchMismatch } from '../api/patch/jsonPatch';
import { strategicMerge } from '../api/patch/strategicMerge';
import { ResourceType } from '../api/ResourceType';
import { schemaOf } from '../api/schema/schemaOf';
import { selectPage } from '../api/selectPage';
import { StoredObject } from '../api/StoredObject';
import { WriteOptions } from '../api/WriteOptions';
import { Exchange } from './Exchange';
import { Patch, readDeleteOptions, readObject, readPatch } from './readObject';
import {
  checkPatchOptions,
  deleteOptions,
  writeOptions,
} from './requestOptions';
import { sendJson, sendText } from './respond';
import { sendList } from './sendList';

export async function create(api: ClusterApi, exchange: Exchange) {
  const { request, url, resource } = exchange;
  const { type, namespace } = resource;
  if (resource.name && !type.custom) {
    throw methodNotAllowed();
  }
  const options = {
    ...writeOptions('CreateOptions', request, url),
    ...warningsTo(exchange.response),
  };
  const body = await readObject(request, type);
  send(exchange, 201, api.create(type, namespace, body, options));
}

export async function update(api: ClusterApi, exchange: Exchange) {
  const { request, url, resource } = exchange;
  const reference = referenceOf(exchange);
  const options = {
    ...writeOptions('UpdateOptions', request, url),
    ...moreOptions(exchange),
  };
  const body = await readObject(request, resource.type);
  send(exchange, 200, api.update(reference, body, options));
}

export async function patch(api: ClusterApi, exchange: Exchange) {
  const { request, url, resource } = exchange;
  const reference = referenceOf(exchange);
  const options = {
    ...writeOptions('PatchOptions', request, url),
    ...moreOptions(exchange),
  };
  const change = await readPatch(request, resource.type);
  checkPatchOptions(change.kind === 'apply', url);
  if (change.kind === 'apply') {
    const existed = api.find(reference) !== undefined;
    const force = url.searchParams.get('force') === 'true';
    const write = { ...options, force };
    const stored = api.apply(reference, change.changes, write);
    send(exchange, existed ? 200 : 201, stored);
  } else {
    const patched = api.modify(
      reference,
      object => patchedObject(resource.type, object, change),
      options,
    );
    send(exchange, 200, patched);
  }
}

function patchedObject(
  type: ResourceType,
  object: KubernetesObject,
  change: Patch,
): unknown {
  if (change.kind === 'json') {
    return jsonPatched(object, change.operations);
  }
  return change.kind === 'strategic'
    ? strategicMerge(object, change.changes, schemaOf(type))
    : mergePatch(object, change.changes);
}

function jsonPatched(object: KubernetesObject, operations: unknown[]) {
  try {
    return jsonPatch(object, operations);
  } catch (error) {
    if (error instanceof PatchMismatch) {
      throw new ApiError({
        code: 422,
        reason: 'Invalid',
        message:
          'the server rejected our request due to an error in our request',
        details: {},
      });
    }
    throw error;
  }
}

/** Built-in kinds whose deletion is answered with the object instead of a Status. */
const RETURNED = [
  'namespaces',
  'persistentvolumeclaims',
  'persistentvolumes',
  'pods',
  'serviceaccounts',
  'services',
];

export async function remove(api: ClusterApi, exchange: Exchange) {
  const { request, response, url, resource } = exchange;
  const options = deleteOptions(await readDeleteOptions(request), url);
  const reference = referenceOf(exchange);
  const last = api.delete(reference, options);
  const waits = last.object.metadata.finalizers?.length;
  if (waits || RETURNED.includes(resource.type.plural)) {
    send(exchange, 200, last);
  } else {
    sendJson(response, 200, deletedStatus(reference, last));
  }
}

export async function removeCollection(api: ClusterApi, exchange: Exchange) {
  const { request, response, url, resource, representation } = exchange;
  const { type, namespace } = resource;
  const options = deleteOptions(await readDeleteOptions(request), url);
  const parameters = parseListParameters(type, url.searchParams);
  const { store } = api;
  const page = selectPage({ store, type, namespace, parameters });
  for (const { object } of page.items) {
    const { name, namespace: home } = object.metadata;
    api.delete({ type, name, namespace: home }, options);
  }
  await sendList(response, representation, page);
}

/** What only a request over HTTP says: the subresource, and who hears of warnings. */
function moreOptions({
  resource,
  response,
}: Exchange): Pick<WriteOptions, 'subresource' | 'warn'> {
  return {
    ...warningsTo(response),
    ...(resource.subresource === 'status' && { subresource: 'status' }),
  };
}

function warningsTo(response: ServerResponse): Pick<WriteOptions, 'warn'> {
  const warnings: string[] = [];
  return {
    warn: text => {
      warnings.push(`299 - ${JSON.stringify(text)}`);
      response.setHeader('Warning', warnings);
    },
  };
}

export function referenceOf({ resource }: Exchange): ObjectReference {
  const { type, namespace, name } = resource;
  if (!name) {
    throw type.custom
      ? badRequest('name must be provided')
      : methodNotAllowed();
  }
  return { type, namespace, name };
}

export function send(
  { response, representation }: Exchange,
  code: number,
  stored: StoredObject,
) {
  const { contentType } = representation;
  sendText(response, code, `${representation.single(stored)}\n`, contentType);
}

function deletedStatus(
  { type, name }: ObjectReference,
  { object }: StoredObject,
): ApiStatus {
  return {
    kind: 'Status',
    apiVersion: 'v1',
    metadata: {},
    status: 'Success',
    details: {
      name,
      ...(type.group && { group: type.group }),
      kind: type.plural,
      uid: object.metadata.uid,
    },
  };
}
