import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FakeBackend } from '../../__testUtils__/FakeBackend';
import { answer, backup } from '../../__testUtils__/fixtures';
import { renderForEntity } from '../../__testUtils__/renderForEntity';
import { EntityBackupsContent } from './EntityBackupsContent';

const backend = FakeBackend.forTests();

function renderTab(search = '') {
  return renderForEntity(<EntityBackupsContent />, { search });
}

/** Three pages, each with one backup that is named after its cursor. */
function answerThreePages() {
  const next = new Map([
    ['', 'two'],
    ['two', 'three'],
  ]);
  backend.answer('backups', url => {
    const cursor = url.searchParams.get('cursor') ?? '';
    return answer([backup({ name: `backup-of-page-${cursor || 'one'}` })], {
      totalItems: 3,
      pageInfo: { nextCursor: next.get(cursor) },
    });
  });
}

function address() {
  return screen.getByRole('status', { name: 'address' }).textContent;
}

function page(name: 'First' | 'Previous' | 'Next') {
  return screen.getByRole('button', { name: `${name} page` });
}

async function expectPage(name: string) {
  expect(await screen.findByText(`backup-of-page-${name}`)).toBeInTheDocument();
}

function lastQuery() {
  const urls = backend.urlsOf('backups');
  return Object.fromEntries(urls[urls.length - 1].searchParams);
}

describe('the address of the tab', () => {
  it('leads through the pages of the server, forwards and back', async () => {
    answerThreePages();
    renderTab();
    await expectPage('one');
    expect(screen.getByText('3 restore points · Page 1')).toBeInTheDocument();
    expect(page('Previous')).toBeDisabled();
    expect(page('First')).toBeDisabled();

    await userEvent.click(page('Next'));
    await expectPage('two');
    expect(address()).toBe('?cursor=two');
    await userEvent.click(page('Next'));
    await expectPage('three');
    expect(page('Next')).toBeDisabled();
    expect(screen.getByText('3 restore points · Page 3')).toBeInTheDocument();

    await userEvent.click(page('Previous'));
    await expectPage('two');
    await userEvent.click(page('Previous'));
    await expectPage('one');
    expect(address()).toBe('');
  });

  it('can be given to others on a later page, from where it leads to the first', async () => {
    answerThreePages();
    renderTab('?cursor=three');
    await expectPage('three');
    expect(page('Previous')).toBeDisabled();
    expect(screen.getByText('3 restore points')).toBeInTheDocument();

    await userEvent.click(page('First'));
    await expectPage('one');
  });

  it('holds the filters, and a change of one leads to the first page', async () => {
    answerThreePages();
    renderTab('?cursor=two&phase=Completed&unrelated=kept');
    await expectPage('two');
    expect(lastQuery()).toEqual({
      cursor: 'two',
      limit: '25',
      phase: 'Completed',
    });

    const schedules = screen.getByRole('combobox', { name: 'Schedule' });
    await userEvent.selectOptions(schedules, 'payments-daily');
    await expectPage('one');

    expect(address()).toBe(
      '?phase=Completed&unrelated=kept&schedule=payments-daily',
    );
    expect(lastQuery()).toEqual({
      limit: '25',
      phase: 'Completed',
      schedule: 'payments-daily',
    });
  });

  it('holds the size of a page, and takes no other than is offered', async () => {
    renderTab('?size=5000');
    const size = await screen.findByRole('combobox', { name: 'Rows a page' });
    expect(lastQuery()).toEqual({ limit: '25' });

    await userEvent.selectOptions(size, '50');

    await waitFor(() => expect(lastQuery()).toEqual({ limit: '50' }));
    expect(address()).toBe('?size=50');
  });

  it('offers every filter that the backend knows', async () => {
    renderTab('?location=elsewhere');
    await screen.findByText('payments-daily-20261123020000');

    const choicesOf = (name: string) =>
      within(screen.getByRole('combobox', { name }))
        .getAllByRole('option')
        .map(option => option.textContent);
    expect(choicesOf('Cluster')).toEqual(['Any', 'eu-west']);
    expect(choicesOf('Status')).toContain('PartiallyFailed');
    expect(choicesOf('Schedule')).toEqual(['Any', 'payments-daily']);
    expect(choicesOf('Location')).toEqual(['Any', 'default', 'elsewhere']);
  });

  it('leads out of filters that match nothing', async () => {
    backend.answer('backups', url =>
      answer(url.searchParams.has('phase') ? [] : [backup()]),
    );
    renderTab('?phase=Failed');
    expect(
      await screen.findByText('No restore point matches these filters'),
    ).toBeInTheDocument();

    await userEvent.click(
      screen.getByRole('button', { name: 'Clear the filters' }),
    );

    expect(
      await screen.findByText('payments-daily-20261123020000'),
    ).toBeInTheDocument();
    expect(address()).toBe('');
  });

  it('leads out of a page that has become empty', async () => {
    backend.answer('backups', url =>
      answer(url.searchParams.has('cursor') ? [] : [backup()]),
    );
    renderTab('?cursor=late');

    await userEvent.click(
      await screen.findByRole('button', { name: 'To the first page' }),
    );

    expect(
      await screen.findByText('payments-daily-20261123020000'),
    ).toBeInTheDocument();
  });

  it('leads out of a cursor that the backend refuses', async () => {
    backend.refuse('backups', 400, {
      name: 'InputError',
      message: 'The cursor is malformed',
    });
    renderTab('?cursor=broken');
    expect(
      await screen.findByText('The cursor is malformed'),
    ).toBeInTheDocument();

    backend.answer('backups', answer([backup()]));
    await userEvent.click(
      screen.getByRole('button', { name: 'Clear the filters' }),
    );

    expect(
      await screen.findByText('payments-daily-20261123020000'),
    ).toBeInTheDocument();
  });
});
