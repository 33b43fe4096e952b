import { X509Certificate } from 'node:crypto';
import { VeleroClusterDefinition } from 'backstage-plugin-velero-node';
import { TlsTrust } from '../transport/createConnector';
import { DirectTransport } from '../transport/DirectTransport';
import { readSettingFile } from './readSettingFile';

export interface DirectClusterSettings {
  name: string;
  title?: string;
  veleroNamespaces?: string[];
  url: string;
  token?: string;
  tokenFile?: string;
  caData?: string;
  caFile?: string;
  skipTLSVerify?: boolean;
  /** Where the cluster stands in the configuration, for messages. */
  configKey: string;
}

/** A cluster that is reached without a go-between. Settings that cannot work become its problem, not that of others. */
export function directCluster(
  settings: DirectClusterSettings,
): VeleroClusterDefinition {
  const { name, title, veleroNamespaces } = settings;
  const problem = problemOf(settings);
  return {
    name,
    title,
    veleroNamespaces,
    access: problem
      ? { problem }
      : {
          revision: 'configuration',
          openTransport: () => openTransport(settings),
        },
  };
}

function problemOf(settings: DirectClusterSettings): string | undefined {
  const { url, caData, configKey } = settings;
  if (!isApiServerUrl(url)) {
    return `${configKey}.url is not an http or https URL without user, query and fragment`;
  }
  if (caData !== undefined && !isCertificate(decodeBase64(caData))) {
    return `${configKey}.caData is not a PEM certificate in base64`;
  }
  return undefined;
}

function isApiServerUrl(text: string): boolean {
  if (!URL.canParse(text)) {
    return false;
  }
  const { protocol, username, password, search, hash } = new URL(text);
  return (
    ['http:', 'https:'].includes(protocol) &&
    !(username || password || search || hash)
  );
}

function isCertificate(pem: string): boolean {
  try {
    return Boolean(new X509Certificate(pem).subject);
  } catch {
    return false;
  }
}

function decodeBase64(text: string): string {
  return Buffer.from(text, 'base64').toString('utf8');
}

function openTransport(settings: DirectClusterSettings): DirectTransport {
  const { url, token, tokenFile, configKey } = settings;
  return new DirectTransport({
    url: new URL(url),
    readToken: async () =>
      tokenFile
        ? (
            await readSettingFile(tokenFile, `token file of ${configKey}`)
          ).trim()
        : token,
    trust: trustOf(settings),
    configKey,
  });
}

function trustOf(settings: DirectClusterSettings): TlsTrust {
  const { caData, caFile, skipTLSVerify, configKey } = settings;
  return {
    readCa: async () =>
      caFile
        ? readSettingFile(caFile, `CA file of ${configKey}`)
        : caData && decodeBase64(caData),
    skipVerify: Boolean(skipTLSVerify),
  };
}
