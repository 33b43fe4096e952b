import { NotificationSendOptions } from '@backstage/plugin-notifications-node';
import { RestoreRequestFixture } from '../restores/__testUtils__/RestoreRequestFixture';

jest.setTimeout(60_000);

describe('people are told of a restore', () => {
  let fixture: RestoreRequestFixture;

  afterEach(() => fixture?.stop());

  const titles = () =>
    fixture.notifications.map(({ payload }) => payload.title);

  const until = (count: number) =>
    fixture.portal.eventually('/restore-requests', 'engineer', () =>
      expect(fixture.notifications).toHaveLength(count),
    );

  it('when they may decide, and when somebody decided', async () => {
    fixture = await RestoreRequestFixture.start({ single: true });
    const { body } = await fixture.request(fixture.inPlace());
    await until(1);
    expect(fixture.notifications[0]).toEqual<NotificationSendOptions>({
      recipients: {
        type: 'entity',
        entityRef: ['group:default/payments', 'group:default/platform'],
        excludeEntityRef: 'user:default/payments-owner',
      },
      payload: {
        title: 'Restore of payments waits for your decision',
        description: 'The prices are gone',
        link: `/velero/restore-requests/${body.id}`,
        severity: 'normal',
        topic: 'velero-restore',
        scope: `velero-restore-${body.id}-decide`,
      },
    });
    await fixture.decide(body.id, 'reject', 'engineer', { text: 'Not now' });
    await until(2);
    expect(fixture.notifications[1]).toMatchObject({
      recipients: { entityRef: ['user:default/payments-owner'] },
      payload: {
        title: 'Restore of payments was rejected',
        description: 'Not now',
        scope: `velero-restore-${body.id}-state`,
      },
    });
  });

  it('when it has ended, and not of what they did themselves', async () => {
    fixture = await RestoreRequestFixture.start({ single: true });
    const cancelled = await fixture.request(fixture.inPlace());
    await fixture.decide(cancelled.body.id, 'cancel', 'payments-owner');
    const { body } = await fixture.request(fixture.wish());
    await fixture.until(body.id, 'succeeded');
    await fixture.portal.eventually('/restore-requests', 'engineer', () =>
      expect(titles()).toContain('Restore of payments has succeeded'),
    );
    expect(titles()).not.toContain('Restore of payments was cancelled');
  });

  it('later, when they cannot be told at first', async () => {
    fixture = await RestoreRequestFixture.start({ single: true });
    fixture.failNotifications(1);
    await fixture.request(fixture.inPlace());
    await until(1);
    expect(titles()).toEqual(['Restore of payments waits for your decision']);
  });
});
