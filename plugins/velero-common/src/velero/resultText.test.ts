import { readResultText, ResultText } from './resultText';

describe('readResultText', () => {
  it.each<[string, ResultText]>([
    ['plain words', { message: 'plain words' }],
    ['', { message: '' }],
    [
      ' resource: /namespaces message: /fail to get the namespace nowhere',
      {
        resource: 'namespaces',
        message: 'fail to get the namespace nowhere',
      },
    ],
    [
      'resource: /pods name: /db message: /Skip pod volume data error: /pod is not running',
      {
        resource: 'pods',
        name: 'db',
        message: 'Skip pod volume data: pod is not running',
      },
    ],
    [' message: /no space left', { message: 'no space left' }],
    [
      ' name: /pvc-1 message: /two\nlines error: /a\nb',
      { name: 'pvc-1', message: 'two\nlines: a\nb' },
    ],
    [
      'could not restore, ConfigMap:kube-root-ca.crt already exists. Warning: the in-cluster version is different than the backed-up version',
      {
        resource: 'ConfigMap',
        name: 'kube-root-ca.crt',
        message:
          'already exists. Warning: the in-cluster version is different than the backed-up version',
      },
    ],
    [
      'zero items to be restored: directory does not exist',
      { message: 'zero items to be restored: directory does not exist' },
    ],
  ])('reads %j', (text, expected) => {
    expect(readResultText(text)).toEqual(expected);
  });
});
