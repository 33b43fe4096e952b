import { isCertificates } from './isCertificates';

const ONE = '-----BEGIN CERTIFICATE-----\nMIIE+/w=\n-----END CERTIFICATE-----';

const KEY = '-----BEGIN PRIVATE KEY-----\nMIIE\n-----END PRIVATE KEY-----';

describe('isCertificates', () => {
  it.each<[string, string]>([
    ['one', ONE],
    ['one with line breaks around it', `\n${ONE}\n\n`],
    ['one with the line breaks of Windows', ONE.replace(/\n/g, '\r\n')],
    ['several', `${ONE}\n${ONE}\n \t${ONE}\n`],
    ['several that follow at once', `${ONE}${ONE}`],
  ])('takes %s', (_title, text) => {
    expect(isCertificates(text)).toBe(true);
  });

  it.each<[string, string]>([
    ['nothing', ''],
    ['line breaks', '\n\n'],
    ['a private key', KEY],
    ['a private key beside it', `${ONE}\n${KEY}\n`],
    ['words before it', `subject=x\n${ONE}`],
    ['words between two', `${ONE}\nx\n${ONE}`],
    ['words after it', `${ONE}\nx`],
    ['no end', ONE.slice(0, -1)],
    ['two ends', `${ONE}\n-----END CERTIFICATE-----`],
    ['two beginnings', `-----BEGIN CERTIFICATE-----\n${ONE}`],
    ['an end alone', '-----END CERTIFICATE-----'],
    ['nothing between the markers', ONE.replace(/\n.*\n/, '')],
    ['a header between the markers', ONE.replace('MIIE', 'Proc-Type: 4')],
    // The text goes into a storage location as base64, which these do not fit into.
    ['a space of another kind', `${ONE}\u2003`],
    ['one of them within', ONE.replace('MIIE', 'MI\u2003IE')],
  ])('refuses %s', (_title, text) => {
    expect(isCertificates(text)).toBe(false);
  });

  it.each<[string, string]>([
    [
      'many certificates and a letter',
      `${'-----BEGIN CERTIFICATE-----A-----END CERTIFICATE-----\n'.repeat(
        1_000,
      )}x`,
    ],
    ['many line breaks and a letter', `${ONE}${'\n'.repeat(60_000)}x`],
    ['many line breaks and no end', ONE.replace('=', '\n'.repeat(60_000))],
  ])('looks once at %s', (_title, text) => {
    const start = Date.now();
    isCertificates(text);
    expect(Date.now() - start).toBeLessThan(1_000);
  });
});
