import { StoredRestoreEvent } from '../store/RestoreRequestStore';
import { EXPORT_FORMATS } from './restoreExport';

function rowOf(actor: string): string {
  const event: StoredRestoreEvent = {
    seq: 3,
    request: 'first',
    at: Date.parse('2026-11-29T12:00:00Z'),
    type: 'rejected',
    actor,
    body: { text: '=1+1' },
    hash: 'abc',
  };
  return EXPORT_FORMATS.csv.write([event]).split('\r\n')[1];
}

describe('the history as a table', () => {
  it.each([
    ['user:default/ann', 'user:default/ann'],
    ['=1+1', "'=1+1"],
    ['+1', "'+1"],
    ['-1', "'-1"],
    ['@sum', "'@sum"],
    ['\t=1', "'\t=1"],
    ['=a,"b"', `"'=a,""b"""`],
  ])('holds %j in a cell that is no formula', (actor, cell) => {
    expect(rowOf(actor)).toBe(
      `3,2026-11-29T12:00:00.000Z,first,rejected,${cell},"{""text"":""=1+1""}",abc`,
    );
  });
});
