import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  TenantNamespaces,
  UnavailableNamespace,
} from 'backstage-plugin-velero-common';
import { axe, toHaveNoViolations } from 'jest-axe';
import { FakeBackend } from '../../__testUtils__/FakeBackend';
import { renderField } from './__testUtils__/renderField';
import { ClusterNamespacesPicker } from './ClusterNamespacesPicker';

expect.extend(toHaveNoViolations);

const backend = FakeBackend.forTests();
const form = { owner: 'group:default/payments' };

const answer = (...items: TenantNamespaces[]) =>
  backend.answer('tenant-namespaces', { items });

const west: TenantNamespaces = {
  name: 'eu-west',
  title: 'Europe West',
  state: 'live',
  namespaces: ['payments', 'payments-db'],
  unavailable: [],
  isCut: false,
  others: 7,
};

describe('ClusterNamespacesPicker', () => {
  it('offers what is proven to be of the owner, and counts the others', async () => {
    answer(west, { ...west, name: 'us-east', title: undefined, others: 1 });
    const around = renderField(ClusterNamespacesPicker, { form });
    const group = await screen.findByRole('group', {
      name: 'Europe West (eu-west)',
    });
    expect(group).toHaveTextContent(
      '7 other namespaces are not proven to be of group:default/payments.',
    );
    const [first, , third] = screen.getAllByRole('checkbox');
    await userEvent.click(third);
    await userEvent.click(first);
    expect(around.value).toEqual([
      { cluster: 'eu-west', namespaces: ['payments'] },
      { cluster: 'us-east', namespaces: ['payments'] },
    ]);
    expect(await axe(document.body)).toHaveNoViolations();
    await userEvent.click(first);
    await userEvent.click(third);
    expect(around.value).toBeUndefined();
    const [url] = backend.urlsOf('tenant-namespaces');
    expect(url.searchParams.get('owner')).toBe('group:default/payments');
  });

  const command =
    'kubectl --context eu-west annotate namespace checkout backstage.io/owner=group:default/payments';

  it.each<
    Omit<UnavailableNamespace, 'namespace' | 'message'> & { words: string }
  >([
    {
      reason: 'not-allowed',
      words:
        'It is proven to be of group:default/payments, but you lack the permission velero.tenant.onboard here.',
    },
    {
      reason: 'not-member',
      words:
        'It is claimed for group:default/payments, and you are not of that owner.',
    },
    {
      reason: 'not-proven',
      howToProve: command,
      words: `The cluster does not confirm that it is of group:default/payments. An administrator of the cluster proves it: ${command}`,
    },
    {
      reason: 'other-owner',
      owners: ['group:default/shop', 'group:default/ops'],
      words: 'It is proven to be of group:default/shop, group:default/ops.',
    },
  ])('shows disabled what is $reason, and why', async ({ words, ...rest }) => {
    const unavailable = { namespace: 'checkout', message: '', ...rest };
    answer({ ...west, unavailable: [unavailable], isCut: true });
    const around = renderField(ClusterNamespacesPicker, { form });
    const box = await screen.findByRole('checkbox', { name: 'checkout' });
    expect(box).toBeDisabled();
    expect(box).toHaveAccessibleDescription(words);
    expect(screen.getByRole('checkbox', { name: 'payments' })).toBeEnabled();
    expect(
      screen.getByText('More cannot be chosen than is shown here.'),
    ).toBeVisible();
    expect(around.value).toBeUndefined();
    expect(await axe(document.body)).toHaveNoViolations();
  });

  it('takes a prefix for a cluster that is chosen', async () => {
    answer(west);
    const around = renderField(ClusterNamespacesPicker, { form });
    const [first] = await screen.findAllByRole('checkbox');
    expect(screen.queryByRole('textbox')).not.toBeInTheDocument();
    await userEvent.click(first);
    const prefix = screen.getByRole('textbox', {
      name: 'Prefix in the bucket for eu-west',
    });
    await userEvent.type(prefix, 'eu');
    expect(around.value).toEqual([
      { cluster: 'eu-west', namespaces: ['payments'], prefix: 'eu' },
    ]);
  });

  it('says how a namespace is proven where none is', async () => {
    answer({ ...west, namespaces: [] });
    renderField(ClusterNamespacesPicker, { form });
    expect(
      await screen.findByText(
        /backstage\.io\/owner: group:default\/payments on the namespace/,
      ),
    ).toBeInTheDocument();
  });

  it('offers nothing of a cluster that does not answer, and says why', async () => {
    answer({ ...west, state: 'unreachable', reason: 'no route' });
    renderField(ClusterNamespacesPicker, { form });
    expect(
      await screen.findByText('Cannot be asked at the moment: no route'),
    ).toBeInTheDocument();
    for (const box of screen.getAllByRole('checkbox')) {
      expect(box).toBeDisabled();
    }
  });

  it('waits for the owner', async () => {
    renderField(ClusterNamespacesPicker);
    expect(await screen.findByText(/^Choose the owner first/)).toBeVisible();
    expect(backend.requests).toEqual([]);
  });

  it('says why the portal refuses', async () => {
    const message = 'You lack the permission velero.tenant.onboard';
    backend.refuse('tenant-namespaces', 403, {
      name: 'NotAllowedError',
      message,
    });
    renderField(ClusterNamespacesPicker, { form });
    expect(await screen.findByText(new RegExp(message))).toBeInTheDocument();
  });
});
