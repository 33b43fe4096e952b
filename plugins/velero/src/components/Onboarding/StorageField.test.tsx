import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { storageProviders } from 'backstage-plugin-velero-common';
import { axe, toHaveNoViolations } from 'jest-axe';
import { FakeBackend } from '../../__testUtils__/FakeBackend';
import {
  refusedPlan,
  tenantForm,
} from '../../__testUtils__/onboardingFixtures';
import { renderField } from './__testUtils__/renderField';
import { StorageField } from './StorageField';

expect.extend(toHaveNoViolations);

const backend = FakeBackend.forTests();
const form = tenantForm({ storage: undefined });

const choose = async (provider: string) =>
  userEvent.selectOptions(
    await screen.findByRole('combobox', { name: 'Provider' }),
    provider,
  );

describe('StorageField', () => {
  it('collects what the provider asks for, and says that the place is free', async () => {
    const around = renderField(StorageField, { form });
    await choose('AWS S3');
    const region = screen.getByRole('textbox', { name: /^Region/ });
    await userEvent.type(region, 'eu-central-1');
    const bucket = screen.getByRole('textbox', { name: 'Bucket' });
    expect(bucket).toHaveAccessibleDescription(/^payments-backups when/);
    await userEvent.type(bucket, 'own-bucket');
    expect(around.value).toEqual({
      provider: 'aws-s3',
      values: { region: 'eu-central-1' },
      bucket: 'own-bucket',
    });
    const check = screen.getByRole('region', { name: 'Is this place free?' });
    expect(
      await within(check).findByText(
        'payments-backups/eu-west is free for the backups of eu-west',
      ),
    ).toBeInTheDocument();
    const { request } = backend.bodiesOf('tenant-plan').at(-1) as {
      request: object;
    };
    expect(request).toMatchObject({
      tenant: 'payments',
      storage: { bucket: 'own-bucket', credential: { given: {} } },
    });
    expect(await axe(document.body)).toHaveNoViolations();
  });

  it('says who has the place already, and what to do', async () => {
    backend.answer(
      'tenant-plan',
      refusedPlan(
        {
          code: 'place-taken',
          field: 'clusters[0].prefix',
          message: 'us-east writes to payments-backups/eu-west',
          remedy: 'Choose another prefix',
        },
        {
          code: 'cron-invalid',
          field: 'schedules.all.cron',
          message: 'no cron',
          remedy: 'Write one',
        },
      ),
    );
    renderField(StorageField, { form });
    await choose('AWS S3');
    const check = await screen.findByRole('region', {
      name: 'Is this place free?',
    });
    expect(
      await within(check).findByText(
        'us-east writes to payments-backups/eu-west. Choose another prefix.',
      ),
    ).toBeInTheDocument();
    expect(check).not.toHaveTextContent('no cron');
  });

  it.each(Object.values(storageProviders).map(({ title }) => title))(
    'shows what %s asks for, takes and limits',
    async title => {
      renderField(StorageField, { form });
      await choose(title);
      const provider = Object.values(storageProviders).find(
        known => known.title === title,
      )!;
      for (const field of provider.fields) {
        expect(
          screen.getByLabelText(new RegExp(`^${field.title}`)),
        ).toBeVisible();
      }
      for (const { text } of provider.limits) {
        expect(screen.getByText(new RegExp(escaped(text)))).toBeVisible();
      }
      const prices = screen.queryByRole('link', { name: /^List prices of/ });
      expect(prices !== null).toBe(provider.id !== 'other-s3');
    },
  );

  it('forgets what only another provider asks for', async () => {
    const around = renderField(StorageField, { form });
    await choose('AWS S3');
    await userEvent.type(screen.getByRole('textbox', { name: /^Region/ }), 'x');
    expect(
      await screen.findByText('Region looks like eu-central-1'),
    ).toBeInTheDocument();
    await choose('Google Cloud Storage');
    expect(around.value).toEqual({ provider: 'google-gcs' });
    await choose('Choose a provider');
    expect(around.value).toBeUndefined();
  });
});

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
