import { TransportRequest } from 'backstage-plugin-velero-node';

type Method = NonNullable<TransportRequest['method']>;

const EXPECTED: Record<Method, number[]> = {
  GET: [200],
  POST: [201],
  PATCH: [200],
  DELETE: [200, 202],
};

/** Whether an answer says that the request was carried out: what answers a POST as a GET has not created anything. */
export function isExpectedStatus(
  status: number,
  method: Method = 'GET',
): boolean {
  return EXPECTED[method].includes(status);
}
