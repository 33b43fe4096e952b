import { fireEvent, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe, toHaveNoViolations } from 'jest-axe';
import { renderField } from './__testUtils__/renderField';
import { readLabels } from '../../format/labelsText';
import { SchedulesField } from './SchedulesField';

expect.extend(toHaveNoViolations);

const cronOf = (kind: string) =>
  screen.findByRole('textbox', {
    name: `When to back up ${kind}, as a cron expression`,
  });

describe('SchedulesField', () => {
  it('says of an expression when it runs, and when next', async () => {
    const around = renderField(SchedulesField);
    const cron = await cronOf('Everything');
    expect(cron).toHaveAccessibleDescription(/^By m 2 \* \* \* when nothing/);
    fireEvent.change(cron, { target: { value: '15 3 * * *' } });
    expect(cron).toHaveAccessibleDescription(
      /^Each day at 03:15 \(UTC\)\. Next: .+, .+, .+/,
    );
    expect(around.value).toEqual({ all: { cron: '15 3 * * *' } });
    expect(await axe(document.body)).toHaveNoViolations();
  });

  it('says what Velero refuses', async () => {
    renderField(SchedulesField);
    const cron = await cronOf('Databases');
    fireEvent.change(cron, { target: { value: 'noon' } });
    expect(cron).toBeInvalid();
    const keepFor = screen.getByRole('textbox', {
      name: 'How long to keep Databases, as 720h',
    });
    fireEvent.change(keepFor, { target: { value: '7d' } });
    expect(keepFor).toHaveAccessibleDescription(/write it in hours, as 168h/);
  });

  it('leaves out what is switched off', async () => {
    const around = renderField(SchedulesField);
    const secrets = await screen.findByRole('checkbox', { name: 'Secrets' });
    expect(secrets).toBeChecked();
    await userEvent.click(secrets);
    expect(around.value).toEqual({ secrets: { enabled: false } });
    expect(
      screen.queryByRole('textbox', { name: /back up Secrets/ }),
    ).not.toBeInTheDocument();
    await userEvent.click(secrets);
    expect(around.value).toEqual({ secrets: { enabled: true } });
  });

  it('finds databases by labels', async () => {
    const around = renderField(SchedulesField);
    const labels = await screen.findByRole('textbox', {
      name: 'Labels of databases',
    });
    fireEvent.change(labels, { target: { value: 'tier' } });
    expect(labels).toBeInvalid();
    fireEvent.change(labels, { target: { value: 'tier=database' } });
    expect(labels).toBeValid();
    expect(around.value).toEqual({
      databases: { selector: { matchLabels: { tier: 'database' } } },
    });
  });

  it.each([
    ['app=postgres', { app: 'postgres' }],
    ['app=postgres, tier=db', { app: 'postgres', tier: 'db' }],
    ['', undefined],
    ['app', undefined],
    ['=x', undefined],
    ['a=b=c', undefined],
  ])('reads %j as %j', (text, labels) => {
    expect(readLabels(text)).toEqual(labels);
  });
});
