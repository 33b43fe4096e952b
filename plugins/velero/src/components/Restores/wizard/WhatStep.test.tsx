import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FakeBackend } from '../../../__testUtils__/FakeBackend';
import { answer, backup, cluster } from '../../../__testUtils__/fixtures';
import { renderRestorePages } from '../../../__testUtils__/renderRestorePages';
import { askedOf, FOR_ENTITY } from './__testUtils__/wizardScreen';

const backend = FakeBackend.forTests();

describe('what is to be restored', () => {
  beforeEach(() => sessionStorage.clear());

  it('begins with the newest restore point that is complete, and says what is in it', async () => {
    backend.answer(
      'backups',
      answer([
        backup({ name: 'newest', outcome: 'partial' }),
        backup({ name: 'payments-daily-20261123020000' }),
        backup({ name: 'broken', outcome: 'failed' }),
      ]),
    );
    renderRestorePages(FOR_ENTITY);
    const best = await screen.findByRole('radio', { name: /^payments-daily/ });
    await waitFor(() => expect(best).toBeChecked());
    expect(screen.queryByRole('radio', { name: 'broken' })).toBeNull();
    const table = await screen.findByRole('table', { name: /^Kinds in/ });
    expect(table).toHaveTextContent('configmaps42restored');
    expect(table).toHaveTextContent(
      'pods15left out: the policy allows no hooks',
    );
  });

  it('says what to do when there is nothing to restore from', async () => {
    backend.answer('backups', answer([]));
    renderRestorePages(FOR_ENTITY);
    expect(
      await screen.findByText('There is nothing to restore from'),
    ).toBeInTheDocument();
  });

  it('does not say that there is nothing while no cluster answers', async () => {
    const clusters = [cluster({ state: 'unreachable' })];
    backend.answer('backups', answer([], { clusters }));
    renderRestorePages(FOR_ENTITY);
    expect(
      await screen.findByText('No cluster can be asked at the moment'),
    ).toBeInTheDocument();
    expect(screen.queryByText('There is nothing to restore from')).toBeNull();
  });

  it('says that a cluster is not live beside what it had', async () => {
    const clusters = [cluster(), cluster({ name: 'us', state: 'stale' })];
    backend.answer('backups', answer([backup()], { clusters }));
    renderRestorePages(FOR_ENTITY);
    expect(
      await screen.findByText(/^Only 1 of 2 clusters are live/),
    ).toBeInTheDocument();
  });

  const pages = () =>
    backend.answer('backups', url => {
      const name = url.searchParams.get('name');
      if (name) {
        return answer([backup({ name })]);
      }
      const page = Number(url.searchParams.get('cursor') ?? 0);
      const items = Array.from({ length: 3 }, (_, i) =>
        backup({ name: `point-${page}-${i}` }),
      );
      const nextCursor = page < 2 ? String(page + 1) : undefined;
      return { ...answer(items), pageInfo: { nextCursor } };
    });
  const points = () => screen.getAllByLabelText(/^point-/);
  const showOlder = async () =>
    userEvent.click(await screen.findByText('Show older ones'));

  it('goes back page by page to the oldest restore point', async () => {
    pages();
    renderRestorePages(FOR_ENTITY);
    await showOlder();
    await screen.findByLabelText('point-1-2');
    const message = 'The database is away';
    backend.refuse('backups', 503, { name: 'Error', message });
    await showOlder();
    await screen.findByText(message);
    expect(points()).toHaveLength(6);
    pages();
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    await userEvent.click(await screen.findByLabelText('point-2-2'));
    expect(points()).toHaveLength(9);
    expect(screen.queryByText('Show older ones')).not.toBeInTheDocument();
    await waitFor(() =>
      expect(askedOf(backend).at(-1)?.wish).toMatchObject({
        backup: { name: 'point-2-2' },
      }),
    );
  });

  it('has another restore point chosen when the chosen one is gone', async () => {
    renderRestorePages(
      `${FOR_ENTITY}&cluster=eu-west&namespace=velero&backup=gone`,
    );
    expect(
      await screen.findByText('The chosen restore point is not there any more'),
    ).toBeInTheDocument();
    await userEvent.click(
      await screen.findByRole('radio', { name: /^payments-daily/ }),
    );
    expect(
      await screen.findByRole('table', { name: /^Kinds in/ }),
    ).toBeInTheDocument();
  });

  it('asks again for restore points when there was no answer', async () => {
    backend.answerWith('backups', () => Response.error());
    renderRestorePages(FOR_ENTITY);
    await screen.findByText('The portal could not get an answer');
    backend.answer('backups', answer([backup()]));
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(
      await screen.findByRole('radio', { name: /^payments-daily/ }),
    ).toBeInTheDocument();
  });

  it('says when it is refused to speak of the service', async () => {
    const message = 'No namespace of it is proven to be yours';
    backend.refuse('backups', 403, { name: 'NotAllowedError', message });
    renderRestorePages(FOR_ENTITY);
    expect(await screen.findByText(new RegExp(message))).toBeInTheDocument();
  });
});
