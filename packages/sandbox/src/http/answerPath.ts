import { ServerResponse } from 'node:http';
import { coreVersions, group, groupList, resourceList } from '../api/discovery';
import { openApiDocument } from '../api/openapi/openApiDocument';
import { openApiIndex, typesAt } from '../api/openapi/openApiIndex';
import {
  openApiVersion2,
  openApiVersion2Bytes,
  PROTOBUF,
} from '../api/openapi/openApiVersion2';
import { RESOURCE_TYPES, ResourceType } from '../api/ResourceType';
import { sendJson, sendText } from './respond';

interface PathQuestion {
  response: ServerResponse;
  url: URL;
  accept?: string;
  /** The cluster's own path, as clients see it. */
  basePath: string;
  kubernetesVersion: string;
  notInstalled?: boolean;
}

const OPENAPI_2 = '/openapi/v2';
const OPENAPI = '/openapi/v3/';

/** Answers what is no object: version, health, discovery and OpenAPI. */
export function answerPath(question: PathQuestion) {
  const { response, url } = question;
  const path = url.pathname.replace(/\/$/, '');
  if (/^\/(readyz|livez|healthz)(\/ping)?$/.test(path)) {
    sendText(response, 200, 'ok');
    return;
  }
  if (path === OPENAPI_2 && question.accept?.includes(PROTOBUF.asked)) {
    response.writeHead(200, { 'content-type': PROTOBUF.answered });
    response.end(openApiVersion2Bytes());
    return;
  }
  const document = documentAt(path, question);
  if (document) {
    sendJson(response, 200, document);
  } else {
    sendText(response, 404, '404 page not found\n');
  }
}

function documentAt(path: string, question: PathQuestion): unknown {
  const { basePath, notInstalled = false } = question;
  const serves = ({ custom }: ResourceType) => !(custom && notInstalled);
  if (path === '/version') {
    return versionDocument(question.kubernetesVersion);
  }
  if (path === OPENAPI_2) {
    return openApiVersion2;
  }
  if (path === '/openapi/v3') {
    return openApiIndex(basePath, serves);
  }
  if (path.startsWith(OPENAPI)) {
    const types = typesAt(path.slice(OPENAPI.length)).filter(serves);
    return types.length > 0 ? openApiDocument(types) : undefined;
  }
  return discoveryDocument(path, question, RESOURCE_TYPES.filter(serves));
}

function discoveryDocument(
  path: string,
  question: PathQuestion,
  types: ResourceType[],
): unknown {
  const groups = groupNames(types);
  const [root, name, version] = path.split('/').slice(1);
  if (path === '/api') {
    return coreVersions(question.url.host);
  }
  if (path === '/api/v1') {
    return resourceListOf(types, '', 'v1');
  }
  if (path === '/apis') {
    return groupList(groups);
  }
  if (root !== 'apis' || !groups.includes(name)) {
    return undefined;
  }
  return version ? resourceListOf(types, name, version) : group(name);
}

function groupNames(types: ResourceType[]): string[] {
  const names = types.map(({ group: name }) => name);
  return [...new Set(names)].filter(name => name !== '');
}

function resourceListOf(
  types: ResourceType[],
  groupName: string,
  version: string,
) {
  const served = types.filter(
    type => type.group === groupName && type.version === version,
  );
  const groupVersion = groupName ? `${groupName}/${version}` : version;
  return served.length > 0 ? resourceList(groupVersion, served) : undefined;
}

function versionDocument(gitVersion: string) {
  const [, major, minor] = /^v(\d+)\.(\d+)/.exec(gitVersion) ?? [];
  return {
    major,
    minor,
    emulationMajor: major,
    emulationMinor: minor,
    minCompatibilityMajor: major,
    minCompatibilityMinor: String(Number(minor) - 1),
    gitVersion,
    gitCommit: '',
    gitTreeState: 'clean',
    buildDate: '1970-01-01T00:00:00Z',
    goVersion: '',
    compiler: 'gc',
    platform: 'linux/amd64',
  };
}
