import { mockApis, renderTestApp } from '@backstage/frontend-test-utils';
import catalogPlugin from '@backstage/plugin-catalog/alpha';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import veleroPlugin from './index';
import { FakeBackend } from './__testUtils__/FakeBackend';
import { entity } from './__testUtils__/fixtures';

FakeBackend.forTests();

describe('the plugin in an app on the new frontend system', () => {
  it('adds a card to the overview of an entity, which leads to its tab', async () => {
    renderTestApp({
      features: [catalogPlugin, veleroPlugin],
      apis: [catalogApiMock({ entities: [entity] }), mockApis.permission()],
      initialRouteEntries: ['/catalog/default/component/payments-api'],
    });

    expect(await screen.findByText(/^Protected\./)).toBeInTheDocument();
    await userEvent.click(
      screen.getByRole('link', { name: 'View all backups' }),
    );

    expect(
      await screen.findByRole('table', { name: /^restore points/i }),
    ).toBeInTheDocument();

    await userEvent.click(
      screen.getByRole('link', { name: /^Details of payments-daily/ }),
    );
    expect(
      await screen.findByRole('heading', { name: 'What it takes' }),
    ).toBeInTheDocument();
    await userEvent.click(screen.getByRole('link', { name: 'YAML' }));
    expect(
      await screen.findByRole('region', { name: /^YAML of/ }),
    ).toHaveTextContent('kind: Backup');
  });

  it('has pages where restores are asked for and decided on', async () => {
    renderTestApp({
      features: [catalogPlugin, veleroPlugin],
      apis: [catalogApiMock({ entities: [entity] }), mockApis.permission()],
      initialRouteEntries: ['/velero'],
    });

    expect(
      await screen.findByText('You have not asked for a restore'),
    ).toBeInTheDocument();
    expect(screen.getByRole('main')).toBeInTheDocument();
  });

  it('leads from the tab of an entity to where a restore is asked for', async () => {
    renderTestApp({
      features: [catalogPlugin, veleroPlugin],
      apis: [catalogApiMock({ entities: [entity] }), mockApis.permission()],
      initialRouteEntries: ['/catalog/default/component/payments-api/backups'],
    });

    await userEvent.click(
      await screen.findByRole('button', { name: 'Request restore' }),
    );
    expect(
      await screen.findByRole('navigation', { name: 'Steps' }),
    ).toBeInTheDocument();
  });
});
