import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderBackupNow } from './renderBackupNow';

/** Opens the dialog, and gives what is in it, its main button, and a way to say that something changed. */
export async function openBackupNow() {
  const change = renderBackupNow();
  await userEvent.click(
    await screen.findByRole('button', { name: 'Back up now' }),
  );
  const dialog = within(
    await screen.findByRole('dialog', { name: 'Back up now' }),
  );
  const submit = () => dialog.getByRole('button', { name: 'Make the backup' });
  return { ...dialog, submit, change };
}
