import { mergePatch } from './mergePatch';

describe('mergePatch', () => {
  it.each([
    [{}, {}, {}],
    [{ a: 1 }, { a: 1 }, {}],
    [{ a: 1 }, { a: 2 }, { a: 2 }],
    [{ a: 1 }, {}, { a: null }],
    [{}, { a: { b: 1 } }, { a: { b: 1 } }],
    [{ a: { b: 1, c: 2 } }, { a: { b: 1, d: 3 } }, { a: { c: null, d: 3 } }],
    [{ a: { b: 1 } }, { a: { b: 1 } }, {}],
    [{ a: [1, 2] }, { a: [2] }, { a: [2] }],
    [{ a: [{ b: 1 }] }, { a: [{ b: 1 }] }, {}],
    [{ a: { b: 1 } }, { a: 'text' }, { a: 'text' }],
    [{ a: 'text' }, { a: { b: 1 } }, { a: { b: 1 } }],
    [{ constructor: 'x' }, {}, { constructor: null }],
    [{}, { toString: 'x' }, { toString: 'x' }],
    [{ a: { valueOf: 'x' } }, { a: {} }, { a: { valueOf: null } }],
  ])('%j to %j is %j', (from, to, patch) => {
    expect(mergePatch(from, to)).toEqual(patch);
  });
});
