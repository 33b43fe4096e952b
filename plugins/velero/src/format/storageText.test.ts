import { storageText } from './storageText';

describe('storageText', () => {
  it.each([
    [{ provider: 'aws', bucket: 'b', prefix: 'eu/' }, 'aws b/eu'],
    [{ provider: 'gcp', bucket: 'b' }, 'gcp b'],
    [{ bucket: 'b', prefix: '' }, 'b'],
    [{ provider: 'aws' }, undefined],
  ])('says %p as %p', (location, text) => {
    expect(storageText({ name: 'default', ...location })).toBe(text);
  });
});
