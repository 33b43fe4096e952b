import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FakeBackend } from '../../__testUtils__/FakeBackend';
import { renderForEntity } from '../../__testUtils__/renderForEntity';
import { EntityBackupsContent } from '../EntityBackups/EntityBackupsContent';

const backend = FakeBackend.forTests();
const PAGE = '/backups/eu-west/velero/payments-daily-20261123020000';

describe('a file that cannot be had', () => {
  it.each([
    ['cluster-unreachable', 503, 'The cluster cannot be asked now'],
    ['cluster-refuses', 502, 'The cluster refused'],
    ['right-missing', 502, 'The portal lacks a right in the cluster'],
    ['kind-missing', 502, 'Velero is not whole in the cluster'],
    ['not-answered', 504, 'Velero does not answer'],
    ['no-link', 502, 'Velero gave no link to the file'],
    ['address-refused', 502, 'The portal does not follow the link'],
    ['store-unreachable', 502, 'The object store cannot be reached'],
    [
      'certificate-unknown',
      502,
      'The certificate of the object store is not known',
    ],
    ['store-refuses', 502, 'The object store refused'],
    ['missing', 404, 'The file is not in the object store'],
    ['not-gzip', 502, 'The file is not what Velero writes'],
    ['malformed', 502, 'The file is damaged'],
    ['cut', 502, 'The file broke off'],
    ['too-large', 502, 'The file is too large for the portal'],
    ['too-slow', 504, 'It took too long'],
    ['too-many', 429, 'You read too many files at the same time'],
    ['busy', 503, 'The portal fetches too many files at the moment'],
  ])(
    'because of %s has a sentence and a way to try again',
    async (reason, status, title) => {
      backend.refuse('results', status, {
        name: 'ArtifactError',
        message: `Do this about ${reason}`,
        reason,
      });
      renderForEntity(<EntityBackupsContent />, { path: `${PAGE}/results` });

      expect(await screen.findByText(title)).toBeInTheDocument();
      expect(screen.getByText(`Do this about ${reason}.`)).toBeInTheDocument();

      backend.answer('results', { items: [], truncated: false });
      await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
      expect(
        await screen.findByText('No errors and no warnings.'),
      ).toBeInTheDocument();
    },
  );

  it.each(['contents', 'volumes', 'log'])(
    'is told of in the tab %s, too',
    async tab => {
      for (const file of ['resources', 'volumes', 'logs'] as const) {
        backend.refuse(file, 502, {
          name: 'ArtifactError',
          message: 'Look at the store',
          reason: 'store-unreachable',
        });
      }
      renderForEntity(<EntityBackupsContent />, { path: `${PAGE}/${tab}` });

      expect(
        await screen.findByText('The object store cannot be reached'),
      ).toBeInTheDocument();
      expect(
        screen.getByRole('button', { name: 'Try again' }),
      ).toBeInTheDocument();
    },
  );

  it('because of a permission names it', async () => {
    backend.refuse('results', 403, {
      name: 'NotAllowedError',
      message: 'You lack the permission velero.backup.contents.read',
    });
    renderForEntity(<EntityBackupsContent />, { path: `${PAGE}/results` });

    expect(
      await screen.findByText('You are not allowed to see this'),
    ).toBeInTheDocument();
    expect(
      screen.getByText(/velero\.backup\.contents\.read/),
    ).toBeInTheDocument();
  });

  it('because there never was one is no error', async () => {
    backend.refuse('results', 404, {
      name: 'NotFoundError',
      message: 'Backup was refused, its validation errors say why',
    });
    renderForEntity(<EntityBackupsContent />, { path: `${PAGE}/results` });

    expect(await screen.findByText('There is none')).toBeInTheDocument();
  });
});
