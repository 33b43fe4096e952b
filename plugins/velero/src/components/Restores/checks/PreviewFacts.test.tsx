import { screen } from '@testing-library/react';
import { RestoreFact } from 'backstage-plugin-velero-common';
import { FakeBackend } from '../../../__testUtils__/FakeBackend';
import { renderRestorePages } from '../../../__testUtils__/renderRestorePages';
import {
  preview,
  REQUEST_ID,
  requestChecks,
  requestDetails,
} from '../../../__testUtils__/restoreFixtures';

const backend = FakeBackend.forTests();

const facts: RestoreFact[] = [
  { id: 'age', known: true, words: 'From 3 hours ago' },
  { id: 'size', known: true, words: '1.5 GiB in 2 volumes' },
  {
    id: 'duration',
    known: false,
    words: 'Not known: no restore has ended in the cluster yet',
  },
  {
    id: 'cost',
    known: true,
    words: 'About 0.14 USD',
    source: 'https://prices.example.com/',
  },
];

/** What stands beside a name, as soon as it is there. */
async function fact(name: string): Promise<HTMLElement> {
  const term = await screen.findByText(name);
  return term.nextElementSibling as HTMLElement;
}

describe('what to expect of a restore', () => {
  beforeEach(() => sessionStorage.clear());

  it('stands above the checks of the wizard', async () => {
    backend.answer('restore-preview', preview({ facts }));
    renderRestorePages(
      '/restore?entity=component:default/payments-api&step=checks',
    );
    expect(await fact('How long it takes')).toHaveTextContent(
      'Not known: no restore has ended in the cluster yet',
    );
    expect(await fact('Data of volumes')).toHaveTextContent(
      '1.5 GiB in 2 volumes',
    );
    expect(await fact('What reading it costs')).toHaveTextContent(
      'About 0.14 USD',
    );
    expect(screen.getByRole('link', { name: 'Price list' })).toHaveAttribute(
      'href',
      'https://prices.example.com/',
    );
  });

  it('is shown to whoever decides', async () => {
    backend.answer('restore-checks', requestChecks({ facts }));
    backend.answer('restore-request', requestDetails({ mayApprove: true }));
    renderRestorePages(`/restore-requests/${REQUEST_ID}`);
    const age = await fact('Age of the data');
    expect(age).toHaveTextContent('From 3 hours ago');
    expect(
      screen.getByRole('region', { name: 'Checks at this moment' }),
    ).toContainElement(age);
  });

  it('is left out where nothing is told', async () => {
    backend.answer('restore-preview', preview({ facts: undefined }));
    renderRestorePages(
      '/restore?entity=component:default/payments-api&step=checks',
    );
    await screen.findByText('Claims keep their data');
    expect(screen.queryByText('Age of the data')).toBeNull();
  });
});
