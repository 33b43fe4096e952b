import {
  TransportRequest,
  TransportResponse,
} from 'backstage-plugin-velero-node';
import { Agent } from 'undici';

/** Sends a request below a base URL. undici follows no redirects by itself. */
export async function sendRequest(options: {
  agent: Agent;
  baseUrl: URL;
  request: TransportRequest;
  headers: Record<string, string>;
}): Promise<TransportResponse> {
  const { agent, baseUrl, request } = options;
  const query = new URLSearchParams(request.query).toString();
  const path = baseUrl.pathname.replace(/\/+$/, '') + request.path;
  const response = await agent.request({
    origin: baseUrl.origin,
    method: request.method ?? 'GET',
    path: query ? `${path}?${query}` : path,
    headers: {
      accept: request.accept ?? 'application/json',
      // A compressed stream is held back by proxies until a block of it is full.
      'accept-encoding': 'identity',
      'user-agent': 'backstage-plugin-velero-backend',
      ...(request.body && { 'content-type': contentType(request) }),
      ...options.headers,
    },
    body: request.body,
    signal: request.signal,
    headersTimeout: request.headersTimeout,
    bodyTimeout: request.bodyTimeout,
  });
  const { statusCode, headers, body } = response;
  return { status: statusCode, headers, body };
}

function contentType({ method }: TransportRequest): string {
  return method === 'PATCH'
    ? 'application/merge-patch+json'
    : 'application/json';
}
