import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { RestoreOptionsResponse } from 'backstage-plugin-velero-common';
import { FakeBackend } from '../../../__testUtils__/FakeBackend';
import { renderRestorePages } from '../../../__testUtils__/renderRestorePages';
import { restoreOptions } from '../../../__testUtils__/restoreFixtures';
import {
  askedOf,
  FOR_ENTITY,
  goTo,
  sentTo,
  submit,
} from './__testUtils__/wizardScreen';

const backend = FakeBackend.forTests();

const BACKUP = 'payments-daily-20261123020000';

const all = { name: /^All that is in it/ };

describe('all of a backup', () => {
  beforeEach(() => sessionStorage.clear());

  const open = async (options: Partial<RestoreOptionsResponse>) => {
    backend.answer('restore-options', restoreOptions(options));
    renderRestorePages(`${FOR_ENTITY}&step=why`);
    await userEvent.type(
      await screen.findByRole('textbox', { name: 'Why is it needed?' }),
      'x',
    );
    await goTo(/What/);
    await screen.findByRole('checkbox', { name: 'payments' });
    await waitFor(() =>
      expect(backend.urlsOf('restore-options')).toHaveLength(1),
    );
  };

  const openReview = async () => {
    await open({ administrator: true, wholeBackup: true });
    await userEvent.click(await screen.findByRole('checkbox', all));
    await goTo(/Review/);
    await screen.findByRole('region', { name: 'YAML of the spec' });
    await waitFor(() =>
      expect(askedOf(backend).at(-1)?.wish).toMatchObject({ namespaces: [] }),
    );
    return screen.findByRole('textbox', {
      name: `Type ${BACKUP} to confirm that all of it is meant`,
    });
  };

  it('is asked for by an administrator who types its name', async () => {
    const name = await openReview();
    expect(submit()).toBeDisabled();
    await userEvent.type(name, BACKUP);
    await waitFor(() => expect(submit()).toBeEnabled());
    await userEvent.click(submit());
    await screen.findByText('What happened');
    expect(sentTo(backend)[0].wish).toMatchObject({
      wholeBackup: BACKUP,
      namespaces: [],
    });
  });

  it.each(['payments-daily', `${BACKUP} `, BACKUP.toUpperCase()])(
    'is not asked for with %j in place of its name',
    async typed => {
      await userEvent.type(await openReview(), typed);
      expect(
        screen.getByText(/^The name of the backup has to be typed/),
      ).toBeInTheDocument();
      expect(submit()).toBeDisabled();
      expect(sentTo(backend)).toEqual([]);
    },
  );

  it.each<[string, Partial<RestoreOptionsResponse>]>([
    ['who is no administrator', {}],
    ['whom no policy lets', { administrator: true }],
  ])('is not offered to somebody %s', async (_name, options) => {
    await open(options);
    await screen.findByRole('table', { name: /^Kinds in/ });
    expect(screen.queryByRole('checkbox', all)).not.toBeInTheDocument();
  });
});
