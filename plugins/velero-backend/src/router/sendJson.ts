import { Response } from 'express';

/**
 * Answers with what has an interface of its own, which the types of the OpenAPI document do not take for a JSON object.
 * Tests hold the answer against the document.
 */
export function sendJson(response: Pick<Response, 'json'>, body: object): void {
  response.json(body);
}
