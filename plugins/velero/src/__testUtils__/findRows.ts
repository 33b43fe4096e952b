import { screen, within } from '@testing-library/react';

/** Waits for a table, and gives its rows without the header. */
export async function findRows(table: RegExp): Promise<HTMLElement[]> {
  const rows = within(await screen.findByRole('table', { name: table }));
  return rows.getAllByRole('row').slice(1);
}

export function findBackups(): Promise<HTMLElement[]> {
  return findRows(/^restore points/i);
}
