import {
  ClusterTransport,
  TransportResponse,
} from 'backstage-plugin-velero-node';
import { ClusterRequest, WholeRequest } from './ClusterRequest';
import { ConnectionLimits } from './ConnectionLimits';
import { Deadline } from './Deadline';
import { isExpectedStatus } from './isExpectedStatus';
import { toClusterError } from './networkError';
import { readBody } from './readBody';
import { readResponseError } from './responseError';

/** Sends requests to one cluster, and reads their answers within limits. */
export class ClusterRequests {
  readonly #transport: ClusterTransport;
  readonly #limits: ConnectionLimits;

  constructor(options: {
    transport: ClusterTransport;
    limits: ConnectionLimits;
  }) {
    this.#transport = options.transport;
    this.#limits = options.limits;
  }

  /** Gives the whole of an answer. @throws ClusterError */
  async answer(request: WholeRequest): Promise<Buffer> {
    const {
      milliseconds = this.#limits.requestTimeout,
      maxBytes = this.#limits.pageBytes,
      ...rest
    } = request;
    const deadline = new Deadline({ signal: request.signal, milliseconds });
    try {
      const { body } = await this.send({
        ...rest,
        bodyTimeout: this.#limits.bodyTimeout,
        signal: deadline.signal,
      });
      return await readBody(body, maxBytes);
    } catch (error) {
      throw toClusterError(error);
    } finally {
      deadline.end();
    }
  }

  /** The same about a single object, which somebody waits for. @throws ClusterError */
  answerAboutObject(
    request: Omit<WholeRequest, 'milliseconds' | 'maxBytes'>,
  ): Promise<Buffer> {
    return this.answer({
      ...request,
      milliseconds: this.#limits.objectTimeout,
      maxBytes: this.#limits.eventBytes,
    });
  }

  /** Gives an answer whose body is still to be read. */
  async send(request: ClusterRequest): Promise<TransportResponse> {
    const { right, ...transportRequest } = request;
    const response = await this.#transport.request({
      ...transportRequest,
      headersTimeout: this.#limits.headersTimeout,
    });
    // Reading the body reports its errors; without a listener one that comes earlier would end the process.
    response.body.on('error', () => undefined);
    if (!isExpectedStatus(response.status, request.method)) {
      throw await readResponseError(response, right);
    }
    return response;
  }
}
