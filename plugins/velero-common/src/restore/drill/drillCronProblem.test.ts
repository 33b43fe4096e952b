import { drillCronProblem, nextDrillAfter } from './drillCronProblem';

const FIVE = 'Write five fields, as 0 3 * * 1; the times are in UTC';
const GAP = 'Leave a day between drills at least: name one minute and one hour';

describe('drillCronProblem', () => {
  it.each([
    '0 3 * * *',
    '0 3 * * 1',
    '30 3 1 * *',
    '0 3 * * 1-5',
    ' 0 3 1 1 * ',
  ])('takes %s', cron => {
    expect(drillCronProblem(cron.trim())).toBeUndefined();
  });

  it.each([
    ['', FIVE],
    ['@weekly', FIVE],
    ['@every 48h', FIVE],
    ['CRON_TZ=Europe/Berlin 0 3 * * 1', FIVE],
    ['0 0 3 * * 1', FIVE],
    ['* * * * *', GAP],
    ['0 * * * *', GAP],
    ['0 3,15 * * *', GAP],
    ['0,30 3 * * 1', GAP],
    ['0 3 30 2 *', 'It would never run: there is no such day'],
  ])('refuses %s', (cron, problem) => {
    expect(drillCronProblem(cron)).toBe(problem);
  });

  it('says what Velero’s parser says of what is no cron', () => {
    expect(drillCronProblem('0 25 * * *')).toContain('invalid schedule');
  });

  it('counts in UTC', () => {
    expect(
      nextDrillAfter('0 3 * * 1', new Date('2026-11-29T12:00:00Z')),
    ).toEqual(new Date('2026-11-30T03:00:00Z'));
  });
});
