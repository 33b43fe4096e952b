import { backupKeyFromText, backupKeyToText } from './backupKey';

describe('backup keys in the address', () => {
  it('come back as they went', () => {
    const key = {
      cluster: 'eu-west',
      veleroNamespace: 'velero',
      name: 'a.b-1',
    };

    expect(backupKeyFromText(backupKeyToText(key))).toEqual(key);
  });

  it.each([undefined, null, '', 'a', 'a/b', 'a//c', 'a/b/c/d'])(
    'are none when the text is %p',
    text => {
      expect(backupKeyFromText(text)).toBeUndefined();
    },
  );
});
