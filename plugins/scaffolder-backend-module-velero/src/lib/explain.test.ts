import { explain } from './explain';

const answer = (error: object, statusCode = 400) =>
  Object.assign(new Error(`Request failed with ${statusCode}`), {
    statusCode,
    body: { error, response: { statusCode } },
  });

describe('explain', () => {
  it.each([
    [new Error('fetch failed'), 'fetch failed'],
    [
      new DOMException('The operation timed out', 'TimeoutError'),
      'The Velero backend did not answer in time',
    ],
    [answer({ name: 'NotAllowedError', message: 'not yours' }), 'not yours'],
    [
      answer({
        message: 'all in one',
        refusals: [
          { field: 'tenant', message: 'It is empty', remedy: 'Name it' },
        ],
      }),
      'Refused, and nothing was written:\n- tenant: It is empty. Name it',
    ],
    [
      answer({ message: 'Illegal token' }, 401),
      'The sign-in that the task asks with is not accepted any more, as when it has expired. Retry the task to give it a new one: it goes on with what it has begun (Illegal token)',
    ],
    [answer({ message: 'odd', refusals: 'none' }), 'odd'],
  ])('says of %s what matters', (error, expected) => {
    expect(explain(error)).toBe(expected);
  });
});
