import { fieldChanges } from './fieldChanges';

describe('fieldChanges', () => {
  it('tells a key that is called like a member of all objects from such a member', () => {
    const content = { labels: { constructor: 'x' }, annotations: {}, spec: {} };
    const live = { metadata: { labels: {} }, spec: {} };
    expect(fieldChanges(live, { resource: 'schedules', content })).toEqual([
      { path: 'labels.constructor', after: '"x"' },
    ]);
  });
});
