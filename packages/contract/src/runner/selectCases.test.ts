import { ContractCase } from '../ContractCase';
import { selectCases } from './selectCases';

const cases = ['lists/order', 'lists/pages', 'watches/resume'].map(
  (id): ContractCase => ({ id, title: id, run: async () => {} }),
);

function selected(only: string[]) {
  return selectCases(cases, only).map(({ id }) => id);
}

describe('selectCases', () => {
  it('takes all cases when none are named', () => {
    expect(selected([])).toEqual(cases.map(({ id }) => id));
  });

  it('takes the cases that begin with any of the names, each once', () => {
    expect(selected(['lists/pages', 'lists', 'watches'])).toEqual([
      'lists/order',
      'lists/pages',
      'watches/resume',
    ]);
    expect(selected(['lists/p'])).toEqual(['lists/pages']);
  });

  it('says when a name leads to no case, rather than to run too few', () => {
    expect(() => selected(['lists', 'watch/resume'])).toThrow(
      "No case begins with 'watch/resume'",
    );
  });
});
