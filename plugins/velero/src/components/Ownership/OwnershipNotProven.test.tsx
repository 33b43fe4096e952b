import { renderInTestApp } from '@backstage/frontend-test-utils';
import { screen } from '@testing-library/react';
import { unprovenNamespace } from '../../__testUtils__/fixtures';
import { OwnershipNotProven } from './OwnershipNotProven';

const command = unprovenNamespace.howToProve!;

describe('OwnershipNotProven', () => {
  it('gives the command that proves a claim', async () => {
    renderInTestApp(<OwnershipNotProven namespaces={[unprovenNamespace]} />);

    expect(await screen.findByText(command)).toBeInTheDocument();
  });

  it('says why a claim cannot be proven, in place of a command that would not help', async () => {
    const problem = "No cluster 'us-east' is registered";
    renderInTestApp(
      <OwnershipNotProven namespaces={[{ ...unprovenNamespace, problem }]} />,
    );

    expect(await screen.findByText(problem)).toBeInTheDocument();
    expect(screen.getByText('payments in us-east')).toBeInTheDocument();
    expect(screen.queryByText(command)).not.toBeInTheDocument();
    expect(
      screen.queryByRole('button', { name: 'Copy the command' }),
    ).not.toBeInTheDocument();
  });
});
