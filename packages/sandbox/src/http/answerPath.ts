import { ServerResponse } from 'node:http';
import { coreVersions, group, groupList, resourceList } from '../api/discovery';
import { RESOURCE_TYPES } from '../api/ResourceType';
import { sendJson, sendText } from './respond';

interface PathQuestion {
  response: ServerResponse;
  url: URL;
  kubernetesVersion: string;
  notInstalled?: boolean;
}

/** Answers what is no object: version, health and discovery. */
export function answerPath(question: PathQuestion) {
  const { response, url, kubernetesVersion } = question;
  const path = url.pathname.replace(/\/$/, '');
  if (path === '/version') {
    sendJson(response, 200, versionDocument(kubernetesVersion));
  } else if (/^\/(readyz|livez|healthz)$/.test(path)) {
    sendText(response, 200, 'ok');
  } else {
    const document = discoveryDocument(path, question);
    if (document) {
      sendJson(response, 200, document);
    } else {
      sendText(response, 404, '404 page not found\n');
    }
  }
}

function discoveryDocument(path: string, question: PathQuestion) {
  const groups = servedGroups(question.notInstalled);
  const [root, name, version] = path.split('/').slice(1);
  if (path === '/api') {
    return coreVersions(question.url.host);
  }
  if (path === '/api/v1') {
    return resourceListOf('', 'v1');
  }
  if (path === '/apis') {
    return groupList(groups);
  }
  if (root !== 'apis' || !groups.includes(name)) {
    return undefined;
  }
  return version ? resourceListOf(name, version) : group(name);
}

function servedGroups(notInstalled = false): string[] {
  const types = RESOURCE_TYPES.filter(
    ({ custom }) => !(custom && notInstalled),
  );
  const names = types
    .map(({ group: name }) => name)
    .filter(name => name !== '');
  return [...new Set(names)];
}

function resourceListOf(groupName: string, version: string) {
  const types = RESOURCE_TYPES.filter(
    type => type.group === groupName && type.version === version,
  );
  const groupVersion = groupName ? `${groupName}/${version}` : version;
  return types.length > 0 ? resourceList(groupVersion, types) : undefined;
}

function versionDocument(gitVersion: string) {
  const [, major, minor] = /^v(\d+)\.(\d+)/.exec(gitVersion) ?? [];
  return {
    major,
    minor,
    gitVersion,
    gitCommit: '',
    gitTreeState: 'clean',
    buildDate: '1970-01-01T00:00:00Z',
    goVersion: '',
    compiler: 'gc',
    platform: 'linux/amd64',
  };
}
