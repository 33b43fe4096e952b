import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  NewRestoreRequestBody,
  RestorePreviewQuery,
} from 'backstage-plugin-velero-common';
import { FakeBackend } from '../../../../__testUtils__/FakeBackend';

/** Address of the wizard for a service. */
export const FOR_ENTITY = '/restore?entity=component:default/payments-api';

/** What was asked for so far. */
export function sentTo(backend: FakeBackend): NewRestoreRequestBody[] {
  return backend.bodiesOf('request-restore') as NewRestoreRequestBody[];
}

/** What the checks were asked about so far. */
export function askedOf(backend: FakeBackend): RestorePreviewQuery[] {
  return backend.bodiesOf('restore-preview') as RestorePreviewQuery[];
}

export function goTo(step: RegExp): Promise<void> {
  const steps = screen.getByRole('navigation', { name: 'Steps' });
  return userEvent.click(within(steps).getByRole('button', { name: step }));
}

/** The button that asks for the restore. */
export function submit(): HTMLElement {
  return screen.getByRole('button', { name: 'Request the restore' });
}
