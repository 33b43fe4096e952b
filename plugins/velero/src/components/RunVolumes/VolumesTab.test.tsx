import { screen } from '@testing-library/react';
import { ArtifactVolume } from 'backstage-plugin-velero-common';
import { FakeBackend } from '../../__testUtils__/FakeBackend';
import { findRows } from '../../__testUtils__/findRows';
import { renderForEntity } from '../../__testUtils__/renderForEntity';
import { EntityBackupsContent } from '../EntityBackups/EntityBackupsContent';

const backend = FakeBackend.forTests();
const NAME = 'payments-daily-20261123020000';

function renderTab(path = `/backups/eu-west/velero/${NAME}/volumes`) {
  return renderForEntity(<EntityBackupsContent />, { path });
}

function answerVolumes(...volumes: Array<Partial<ArtifactVolume>>) {
  backend.answer('volumes', {
    items: volumes.map(volume => ({
      dataMoved: false,
      skipped: false,
      ...volume,
    })),
    totalItems: volumes.length,
    truncated: false,
  });
}

describe('the volumes of a backup', () => {
  it('say how each was taken, how large it is and what of it was new', async () => {
    answerVolumes(
      {
        namespace: 'payments',
        claim: 'data',
        persistentVolume: 'pv-1',
        method: 'PodVolumeBackup',
        result: 'succeeded',
        uploader: 'kopia',
        pod: 'db-0',
        podVolume: 'data',
        bytes: 512 * 1024 ** 2,
        incrementalBytes: 1024 ** 2,
        startedAt: '2026-11-22T02:00:00Z',
        completedAt: '2026-11-22T02:00:42Z',
      },
      {
        namespace: 'payments',
        claim: 'moved',
        method: 'CSISnapshot',
        result: 'failed',
        dataMoved: true,
        driver: 'ebs.csi.aws.com',
      },
      {
        persistentVolume: 'pv-3',
        skipped: true,
        skippedReason: 'no snapshotter found',
      },
      { claim: 'new', method: 'FutureMethod', result: 'pondering' },
    );
    renderTab();

    const rows = await findRows(/^volumes/i);
    expect(rows[0]).toHaveTextContent(
      /payments\/data.*pv-1.*Copy of the files.*kopia · volume data of pod db-0.*Succeeded.*512 MiB.*1 MiB.*42 s/,
    );
    expect(rows[1]).toHaveTextContent(
      /CSI snapshot moved into the store by velero.*ebs\.csi\.aws\.com.*Failed/,
    );
    expect(rows[2]).toHaveTextContent(/pv-3.*Left out.*no snapshotter found/);
    expect(rows[3]).toHaveTextContent(/FutureMethod.*pondering/);
    expect(screen.getByText('4 volumes, 512 MiB')).toBeInTheDocument();
  });

  it('say that there are none', async () => {
    renderTab();
    expect(
      await screen.findByText('No volume was met by this backup.'),
    ).toBeInTheDocument();
  });

  it('of a restore say that there are none', async () => {
    renderTab('/restores/eu-west/velero/payments-again/volumes');
    expect(
      await screen.findByText('No volume was met by this restore.'),
    ).toBeInTheDocument();
  });
});
