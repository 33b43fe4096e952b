import { IncomingMessage, ServerResponse } from 'node:http';
import { Subject } from '../api/access/Subject';
import { Representation } from './Representation';
import { KnownRequest } from './RequestInfo';

/** A request for objects with its answer. */
export interface Exchange {
  request: IncomingMessage;
  response: ServerResponse;
  url: URL;
  resource: KnownRequest;
  subject: Subject;
  representation: Representation;
}
