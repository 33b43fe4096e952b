import { explain } from './explain';

const answer = (error: object) =>
  Object.assign(new Error('Request failed with 400'), {
    body: { error, response: { statusCode: 400 } },
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
    [answer({ message: 'odd', refusals: 'none' }), 'odd'],
  ])('says of %s what matters', (error, expected) => {
    expect(explain(error)).toBe(expected);
  });
});
