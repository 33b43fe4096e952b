import { once } from 'node:events';
import http, { IncomingMessage } from 'node:http';
import https from 'node:https';
import { text } from 'node:stream/consumers';

const LIMIT_MILLIS = 10_000;

export interface HttpRequest {
  url: string;
  signal: AbortSignal;
  method?: string;
  /** PEM of the only authority that is trusted; `fetch` takes none. */
  ca?: string;
  headers?: Record<string, string>;
  body?: string;
}

export interface HttpAnswer {
  status: number;
  body: string;
}

export async function httpRequest(request: HttpRequest): Promise<HttpAnswer> {
  const { url, method, ca, headers, body } = request;
  const signal = AbortSignal.any([
    request.signal,
    AbortSignal.timeout(LIMIT_MILLIS),
  ]);
  const { request: send } = url.startsWith('https:') ? https : http;
  // Without an agent no connection stays open that a fault or a restart could have broken.
  const options = { method, headers, ca, signal, agent: false };
  const outgoing = send(url, options).end(body);
  const [answer] = (await once(outgoing, 'response')) as [IncomingMessage];
  return { status: answer.statusCode ?? 0, body: await text(answer) };
}
