import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe, toHaveNoViolations } from 'jest-axe';
import { FakeBackend } from '../../__testUtils__/FakeBackend';
import {
  refusedPlan,
  tenantForm,
  tenantPlan,
} from '../../__testUtils__/onboardingFixtures';
import { renderField } from './__testUtils__/renderField';
import { PlanReview } from './PlanReview';

expect.extend(toHaveNoViolations);

const backend = FakeBackend.forTests();
const form = tenantForm();

describe('PlanReview', () => {
  it('shows what happens, when backups are made, what to know and the objects', async () => {
    const around = renderField(PlanReview, { form });
    const changes = await screen.findByRole('table', { name: 'What happens' });
    expect(
      within(changes).getByRole('row', {
        name: 'BackupStorageLocation payments--eu-west eu-west is made',
      }),
    ).toBeInTheDocument();
    const schedules = screen.getByRole('region', { name: 'When, and what' });
    expect(within(schedules).getAllByRole('listitem')).toHaveLength(4);
    expect(schedules).toHaveTextContent(
      /Each day at 02:\d\d \(UTC\), kept for/,
    );
    expect(
      screen.getByRole('region', { name: 'To know before' }),
    ).toHaveTextContent('velero.io/aws is not known');
    expect(around.value).toEqual({ digest: '' });

    await userEvent.click(screen.getByText('The objects as YAML'));
    const yaml = await screen.findByRole('region', {
      name: 'Objects in eu-west',
    });
    expect(yaml).toHaveTextContent('kind: BackupStorageLocation');
    expect(await axe(document.body)).toHaveNoViolations();
  });

  it('lists what stands in the way, and does not go on', async () => {
    backend.answer(
      'tenant-plan',
      refusedPlan({
        code: 'namespace-unproven',
        field: 'clusters[0].namespaces[0]',
        message: "Namespace 'payments' is not proven to be of payments",
        remedy: 'Have an administrator mark it',
      }),
    );
    const around = renderField(PlanReview, { form, value: { digest: '' } });
    expect(
      await screen.findByText(
        "Namespace 'payments' is not proven to be of payments. Have an administrator mark it.",
      ),
    ).toBeInTheDocument();
    expect(around.value).toBeUndefined();
  });

  it('wants changes of what is there to be looked at', async () => {
    backend.answer(
      'tenant-plan',
      tenantPlan({
        digest: 'abc',
        changes: [
          {
            cluster: 'eu-west',
            kind: 'Schedule',
            name: 'payments--eu-west--all',
            change: 'change',
            fields: [
              {
                path: 'spec.schedule',
                before: '"1 2 * * *"',
                after: '"5 5 * * *"',
              },
            ],
          },
        ],
      }),
    );
    const around = renderField(PlanReview, { form });
    const accept = await screen.findByRole('checkbox', {
      name: /^I have looked at the changes/,
    });
    expect(
      screen.getByText('spec.schedule: "1 2 * * *" → "5 5 * * *"'),
    ).toBeInTheDocument();
    expect(around.value).toBeUndefined();
    await userEvent.click(accept);
    expect(around.value).toEqual({ digest: 'abc' });
    await userEvent.click(accept);
    expect(around.value).toBeUndefined();
  });

  it('does not go on with what was looked at before until the portal has answered again', async () => {
    backend.refuse('tenant-plan', 503, { name: 'Error', message: 'away' });
    const around = renderField(PlanReview, { form, value: { digest: 'old' } });
    expect(await screen.findByText(/away/)).toBeInTheDocument();
    await waitFor(() => expect(around.value).toBeUndefined());
  });

  it('says when the steps before are not complete', async () => {
    renderField(PlanReview);
    expect(
      await screen.findByText('The steps before are not complete.'),
    ).toBeInTheDocument();
    expect(backend.requests).toEqual([]);
  });
});
