import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe, toHaveNoViolations } from 'jest-axe';
import { FakeBackend } from '../../__testUtils__/FakeBackend';
import { tenantForm } from '../../__testUtils__/onboardingFixtures';
import { renderField } from './__testUtils__/renderField';
import { CredentialField } from './CredentialField';

expect.extend(toHaveNoViolations);

const backend = FakeBackend.forTests();
const form = tenantForm({ credential: undefined });

describe('CredentialField', () => {
  it('keeps what is typed in the secrets of the task, and not in the form', async () => {
    const around = renderField(CredentialField, { form });
    const id = await screen.findByLabelText(/^Access key ID/);
    const key = screen.getByLabelText(/^Secret access key/);
    for (const field of [id, key]) {
      expect(field).toHaveAttribute('type', 'password');
    }
    await userEvent.type(id, 'AKIA');
    expect(around.value).toBeUndefined();
    await userEvent.type(key, 'canary');
    expect(around.value).toEqual({ given: {} });
    expect(around.secrets).toEqual({
      VELERO_CREDENTIALS_ACCESS_KEY_ID: 'AKIA',
      VELERO_CREDENTIALS_SECRET_ACCESS_KEY: 'canary',
    });
    expect(JSON.stringify(backend.requests)).not.toContain('canary');
    expect(await axe(document.body)).toHaveNoViolations();

    await userEvent.clear(key);
    expect(around.value).toBeUndefined();
  });

  it('has a key replace the one in use by its version', async () => {
    const around = renderField(CredentialField, { form });
    const version = await screen.findByRole('textbox', {
      name: /^Replace the key in use/,
    });
    await userEvent.type(version, '0x2');
    expect(around.value).toBeUndefined();
    await userEvent.type(screen.getByLabelText(/^Access key ID/), 'AKIA');
    await userEvent.type(screen.getByLabelText(/^Secret access key/), 'new');
    expect(around.value).toEqual({ given: { version: 2 } });
    await userEvent.clear(version);
    expect(around.value).toEqual({ given: {} });
  });

  it('says what is wrong with a key, without the key', async () => {
    const around = renderField(CredentialField, { form });
    const key = await screen.findByLabelText(/^Secret access key/);
    await userEvent.type(screen.getByLabelText(/^Access key ID/), 'AKIA');
    await userEvent.type(key, 'two words');
    expect(key).toHaveAccessibleDescription(/holds a space/);
    expect(key).not.toHaveAccessibleDescription(/two words/);
    expect(around.value).toBeUndefined();
  });

  it('takes a Secret that is there', async () => {
    const around = renderField(CredentialField, { form });
    await userEvent.click(
      await screen.findByRole('radio', {
        name: 'A Secret that is there already',
      }),
    );
    expect(around.value).toBeUndefined();
    await userEvent.type(
      screen.getByRole('textbox', { name: /^Name of the Secret/ }),
      'payments--own--v1',
    );
    expect(around.value).toEqual({
      existingSecret: { name: 'payments--own--v1', key: 'cloud' },
    });
    await userEvent.clear(
      screen.getByRole('textbox', { name: /^Key in the Secret/ }),
    );
    expect(around.value).toBeUndefined();
  });

  it('waits for the provider, whose form it is', async () => {
    renderField(CredentialField);
    expect(await screen.findByText(/^Choose the provider/)).toBeVisible();
  });
});
