import { codeBlock } from './codeBlock';
import { codeSpan, plainOrCode } from './codeSpan';

describe('codeSpan', () => {
  it.each([
    ['vault', '`vault`'],
    ['a`b', '``a`b``'],
    ['a``b', '```a``b```'],
    ['`', '`` ` ``'],
    ['`a', '`` `a ``'],
    ['a`', '`` a` ``'],
    [' a', '`  a `'],
    ['a\n\n<!--', '`a??<!--`'],
    ['a\u202eb\u2028c', '`a?b?c`'],
  ])('of %j', (text, expected) => {
    expect(codeSpan(text)).toBe(expected);
  });
});

describe('plainOrCode', () => {
  it.each([
    ['eu-west', 'eu-west'],
    [
      'arn:aws:eks:eu-west-1:1:cluster/shop',
      'arn:aws:eks:eu-west-1:1:cluster/shop',
    ],
    ['<!-- eu', '`<!-- eu`'],
    ['**eu**', '`**eu**`'],
    ['- eu', '`- eu`'],
    ['@everybody', '`@everybody`'],
    ['', '``'],
  ])('of %j', (name, expected) => {
    expect(plainOrCode(name)).toBe(expected);
  });
});

describe('codeBlock', () => {
  it.each([
    ['kubectl get pods', '```bash\nkubectl get pods\n```'],
    ["echo '\n```\n# x'", "````bash\necho '\n```\n# x'\n````"],
  ])('of %j', (code, expected) => {
    expect(codeBlock('bash', code)).toBe(expected);
  });
});
