import { ServerResponse } from 'node:http';
import { ApiError } from '../api/ApiError';

export function sendJson(
  response: ServerResponse,
  code: number,
  body: unknown,
) {
  const text = `${JSON.stringify(body)}\n`;
  sendText(response, code, text, 'application/json');
}

export function sendText(
  response: ServerResponse,
  code: number,
  text: string,
  contentType = 'text/plain; charset=utf-8',
) {
  response.writeHead(code, { 'content-type': contentType });
  response.end(text);
}

/** Answers with the Status object of an error; whatever is no ApiError is an internal error. */
export function sendError(response: ServerResponse, error: unknown) {
  if (response.headersSent) {
    response.socket?.destroy();
    return;
  }
  const { status, code } =
    error instanceof ApiError ? error : internalError(error);
  sendJson(response, code, status);
}

function internalError(error: unknown): ApiError {
  return new ApiError({
    code: 500,
    reason: 'InternalError',
    message: `Internal error occurred: ${String(error)}`,
  });
}
