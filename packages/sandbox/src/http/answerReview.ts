import { IncomingMessage, ServerResponse } from 'node:http';
import { Authorizer } from '../api/access/Authorizer';
import { REVIEWS } from '../api/access/reviews';
import { ServiceAccountTokens } from '../api/access/ServiceAccountTokens';
import { Subject } from '../api/access/Subject';
import { badRequest, methodNotAllowed } from '../api/ApiError';
import { ClusterApi } from '../api/ClusterApi';
import { isRecord } from '../api/KubernetesObject';
import { apiVersionOf, resourceTypeOf } from '../api/ResourceType';
import { Clock, formatTime } from '../clock/Clock';
import { readBody } from './readBody';
import { KnownRequest } from './RequestInfo';
import { sendJson } from './respond';

const DEFAULT_TOKEN_SECONDS = 3600;

interface Question {
  request: IncomingMessage;
  response: ServerResponse;
  resource: KnownRequest;
  subject: Subject;
}

/** Answers an access review and the like with what was asked and its status. */
export async function answerReview(question: Question, authorizer: Authorizer) {
  const { response, resource, subject } = question;
  const { type, verb } = resource;
  const answer = REVIEWS[type.plural];
  if (verb !== 'create' || !answer) {
    throw methodNotAllowed();
  }
  const review = await readRecord(question.request);
  sendJson(response, 201, {
    kind: type.kind,
    apiVersion: apiVersionOf(type),
    metadata: {},
    ...(isRecord(review.spec) && { spec: review.spec }),
    status: answer({ authorizer, subject, review }),
  });
}

/** Answers the `token` subresource of a service account. */
export async function answerTokenRequest(
  { request, response, resource }: Question,
  options: {
    api: ClusterApi;
    clock: Clock;
    serviceAccounts: ServiceAccountTokens;
  },
) {
  const { name = '', namespace = '' } = resource;
  options.api.get({ type: resourceTypeOf('serviceaccounts'), name, namespace });
  const { spec } = await readRecord(request);
  const wanted = isRecord(spec) ? spec : {};
  const seconds = Number(wanted.expirationSeconds ?? DEFAULT_TOKEN_SECONDS);
  const expires = new Date(options.clock.now().getTime() + seconds * 1000);
  sendJson(response, 201, {
    kind: 'TokenRequest',
    apiVersion: 'authentication.k8s.io/v1',
    metadata: { name, namespace },
    spec: { ...wanted, expirationSeconds: seconds },
    status: {
      token: options.serviceAccounts.issue(namespace, name, expires),
      expirationTimestamp: formatTime(expires),
    },
  });
}

async function readRecord(
  request: IncomingMessage,
): Promise<Record<string, unknown>> {
  const body = await readBody(request, why => badRequest(why));
  return isRecord(body) ? body : {};
}
