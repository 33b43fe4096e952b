import { screen } from '@testing-library/react';
import { FakeBackend } from '../../__testUtils__/FakeBackend';
import { backupDetails } from '../../__testUtils__/fixtures';
import { renderForEntity } from '../../__testUtils__/renderForEntity';
import { EntityBackupsContent } from '../EntityBackups/EntityBackupsContent';

const backend = FakeBackend.forTests();
const PATH = '/backups/eu-west/velero/payments-daily-20261123020000';

function renderTab(options: { path: string }) {
  return renderForEntity(<EntityBackupsContent />, options);
}

describe('the YAML of a backup', () => {
  it('is cut where it is huge', async () => {
    backend.answer(
      'details',
      backupDetails({ labels: { huge: 'x'.repeat(300_000) } }),
    );
    renderTab({ path: `${PATH}/yaml` });

    const text = await screen.findByRole('region', { name: /^YAML of/ });
    expect(text.textContent!.length).toBeLessThan(101_000);
    expect(screen.getByText(/Only the beginning is shown/)).toBeInTheDocument();
  });

  it('can be copied', async () => {
    renderTab({ path: `${PATH}/yaml` });

    expect(
      await screen.findByRole('button', { name: 'Copy the YAML' }),
    ).toBeEnabled();
  });
});
