import { refused, warned } from '../__testUtils__/found';
import { fleet, request } from '../__testUtils__/onboardingFleet';
import { planTenant } from '../planTenant';
import { TenantRequest, TenantScheduleRequest } from '../TenantRequest';

function planRefusal(schedules: TenantRequest['schedules']) {
  return planTenant(request({ schedules }), fleet()).refusals[0];
}

const ADMINISTRATOR = fleet({ mayOnboardPlatform: true });

describe('checkSchedules', () => {
  it.each<[TenantScheduleRequest, string[]]>([
    [{ cron: '0 4 * * *' }, []],
    [{ cron: '@daily' }, []],
    [{ cron: '@every 6h' }, []],
    [{ cron: 'CRON_TZ=Europe/Berlin 0 4 * * *' }, []],
    [{ cron: '' }, ['cron-invalid schedules.all.cron']],
    [{ cron: '* * * * * *' }, ['cron-invalid schedules.all.cron']],
    [{ cron: '60 * * * *' }, ['cron-invalid schedules.all.cron']],
    [{ cron: '@every 1d' }, ['cron-invalid schedules.all.cron']],
    [
      { cron: 'CRON_TZ=Mars/Base 0 4 * * *' },
      ['cron-invalid schedules.all.cron'],
    ],
    [{ cron: '0 4 * *\u00a0*' }, ['cron-invalid schedules.all.cron']],
    [{ cron: '0 0 31 2 *' }, ['cron-never schedules.all.cron']],
    [{ cron: '*/15 * * * *' }, []],
    [{ cron: '@every 15m' }, []],
    [{ cron: '* * * * *' }, ['cron-too-often schedules.all.cron']],
    [{ cron: '0,10 2 * * *' }, ['cron-too-often schedules.all.cron']],
    [{ cron: '@every 1s' }, ['cron-too-often schedules.all.cron']],
    [{ keepFor: '48h' }, []],
    [{ keepFor: '30d' }, ['duration-invalid schedules.all.keepFor']],
    [{ keepFor: '' }, ['duration-invalid schedules.all.keepFor']],
    [{ keepFor: '-720h' }, ['duration-invalid schedules.all.keepFor']],
    [{ keepFor: '720' }, ['duration-invalid schedules.all.keepFor']],
    [{ keepFor: '1s' }, ['duration-invalid schedules.all.keepFor']],
    [{ enabled: false, cron: 'nonsense' }, []],
    [{ selector: { matchLabels: { app: 'x' } } }, []],
    [{ selector: {} }, ['selector-invalid schedules.all.selector']],
    [
      { selector: { matchLabels: { 'a b': 'x' } } },
      ['selector-invalid schedules.all.selector.matchLabels'],
    ],
    [
      { selector: { matchLabels: { 'a..b/x': 'y' } } },
      ['selector-invalid schedules.all.selector.matchLabels'],
    ],
    [
      { selector: { matchLabels: { app: 'x y' } } },
      ['selector-invalid schedules.all.selector.matchLabels.app'],
    ],
    [
      { selector: { matchExpressions: [{ key: 'app', operator: 'Is' }] } },
      ['selector-invalid schedules.all.selector.matchExpressions[0].operator'],
    ],
    [
      { selector: { matchExpressions: [{ key: 'app', operator: 'In' }] } },
      ['selector-invalid schedules.all.selector.matchExpressions[0].values'],
    ],
    [
      {
        selector: {
          matchExpressions: [{ key: 'app', operator: 'Exists', values: ['a'] }],
        },
      },
      ['selector-invalid schedules.all.selector.matchExpressions[0].values'],
    ],
    [
      {
        selector: {
          matchExpressions: [{ key: 'app', operator: 'In', values: ['a'] }],
        },
      },
      [],
    ],
  ])('of %j', (all, expected) => {
    expect(refused({ schedules: { all } })).toEqual(expected);
  });

  it('holds each schedule of a tenant against the limit, for administrators, too', () => {
    const schedules = { databases: { cron: '@every 1s' } };
    const codes = ['cron-too-often schedules.databases.cron'];
    expect(refused({ schedules })).toEqual(codes);
    expect(refused({ schedules }, ADMINISTRATOR)).toEqual(codes);
  });

  it('warns only where an administrator has whole clusters backed up often', () => {
    const often = {
      ...{ scope: 'platform' as const, clusters: [{ cluster: 'eu-west' }] },
      schedules: { all: { cron: '*/5 * * * *' } },
    };
    expect(refused(often, ADMINISTRATOR)).toEqual([]);
    expect(warned(often, ADMINISTRATOR)).toContain('schedule-often');
  });

  it('says what was probably meant', () => {
    const { remedy } = planRefusal({ all: { keepFor: '30d' } });
    expect(remedy).toContain('720h');
  });

  it.each([
    [{ all: { cron: '*/5 * * * *' } }, 'schedule-often'],
    [{ all: { cron: '0 0 1 * *', keepFor: '48h' } }, 'schedule-gap'],
    [{ databases: {} }, 'selector-may-miss'],
  ])('warns of %j', (schedules, code) => {
    expect(warned({ schedules })).toContain(code);
  });

  it('warns when nothing is scheduled', () => {
    const off = { enabled: false };
    expect(
      warned({
        schedules: { all: off, databases: off, secrets: off, volumes: off },
      }),
    ).toEqual(['nothing-scheduled']);
  });
});
