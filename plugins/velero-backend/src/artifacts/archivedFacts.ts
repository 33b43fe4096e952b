import {
  ProspectClaim,
  ProspectHosts,
  ProspectNodeSelector,
} from 'backstage-plugin-velero-common';
import { isJsonObject, JsonObject } from '../clusters/http/json';
import { ArchivedObject } from './ArchivedObject';

/** Names, hosts and labels are no longer; of others nobody knows what they are. */
const NAME = /^[\w.*/-]{1,317}$/;

const QUANTITY = /^[\w.+-]{1,32}$/;

/** More of one object nobody reads. */
const MAXIMUM = 20;

/** The storage class that a claim names, and what it asks for. Without the field the cluster's default is taken. */
export function claimFrom(
  { namespace, name }: ArchivedObject,
  content: JsonObject,
): ProspectClaim {
  const spec = objectAt(content, 'spec');
  const { storageClassName } = spec;
  const { storage } = objectAt(objectAt(spec, 'resources'), 'requests');
  const isClass = storageClassName === '' || isText(storageClassName, NAME);
  return {
    namespace,
    name,
    ...(isClass && { storageClass: storageClassName as string }),
    ...(isText(storage, QUANTITY) && { request: storage }),
  };
}

/** The hosts of an Ingress, of a route of the Gateway API or of a Route. */
export function hostsFrom(
  { resource, namespace, name }: ArchivedObject,
  content: JsonObject,
): ProspectHosts | undefined {
  const spec = objectAt(content, 'spec');
  const hosts = [
    spec.host,
    ...listAt(spec, 'hostnames'),
    ...listAt(spec, 'rules').map(rule => isJsonObject(rule) && rule.host),
    ...listAt(spec, 'tls').flatMap(entry =>
      isJsonObject(entry) ? listAt(entry, 'hosts') : [],
    ),
  ].filter(host => isText(host, NAME));
  const unique = [...new Set(hosts)].slice(0, MAXIMUM);
  return unique.length > 0
    ? { namespace, resource, name, hosts: unique }
    : undefined;
}

/** The labels that a pod wants of its node. */
export function nodeSelectorFrom(
  { namespace, name: pod }: ArchivedObject,
  content: JsonObject,
): ProspectNodeSelector | undefined {
  const selector = objectAt(objectAt(content, 'spec'), 'nodeSelector');
  const labels = Object.entries(selector).filter(
    (entry): entry is [string, string] =>
      isText(entry[0], NAME) && (entry[1] === '' || isText(entry[1], NAME)),
  );
  return labels.length > 0
    ? { namespace, pod, labels: Object.fromEntries(labels.slice(0, MAXIMUM)) }
    : undefined;
}

function isText(value: unknown, pattern: RegExp): value is string {
  return typeof value === 'string' && pattern.test(value);
}

function objectAt(object: JsonObject, key: string): JsonObject {
  const { [key]: value } = object;
  return isJsonObject(value) ? value : {};
}

function listAt(object: JsonObject, key: string): unknown[] {
  const { [key]: value } = object;
  return Array.isArray(value) ? value : [];
}
