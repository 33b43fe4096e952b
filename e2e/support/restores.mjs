import { eventually } from './eventually.mjs';
import { openAs, tabOf } from './pages.mjs';

/** The steps of the wizard, by their titles. */
export const STEPS = ['What', 'Where', 'How', 'Checks', 'Why', 'Review'];

/** Where somebody asks for a restore of a service, as they go through it. */
export class RestoreWizard {
  constructor(page) {
    this.page = page;
  }

  static async open({
    user = 'payments-owner',
    component = 'payments-api',
    ...options
  }) {
    const path = tabOf(component);
    const page = await openAs({ ...options, user, path });
    await page.getByRole('button', { name: 'Request restore' }).click();
    await page.getByRole('navigation', { name: 'Steps' }).waitFor();
    return new RestoreWizard(page);
  }

  async goTo(title) {
    const { page } = this;
    await page
      .getByRole('navigation', { name: 'Steps' })
      .getByRole('button', { name: title })
      .click();
    await page.getByRole('group', { name: title, exact: true }).waitFor();
  }

  async takeOnly(namespace, others) {
    for (const other of others) {
      await this.page
        .getByRole('checkbox', { name: other, exact: true })
        .uncheck();
    }
    await this.page
      .getByRole('checkbox', { name: namespace, exact: true })
      .check();
  }

  async leaveOutVolumes() {
    await this.goTo('How');
    await this.page.getByRole('radio', { name: 'Leave them out' }).check();
  }

  /** Into the namespace that the backup was made of. */
  async restoreInPlace() {
    await this.goTo('Where');
    await this.page.getByRole('radio', { name: 'The same namespace' }).check();
  }

  /** Into a new namespace. @returns the name that it gets */
  async newNamespaceFor(namespace) {
    await this.goTo('Where');
    const { page } = this;
    const label = `Name for what is in ${namespace}`;
    const field = page.getByRole('textbox', { name: label });
    // It gives way to names that other requests have taken, as soon as it knows of them.
    return eventually(async () => {
      const name = await field.inputValue();
      const sentence = `Namespace '${name}' will be new`;
      await page.getByText(sentence).waitFor({ timeout: 2_000 });
      return name;
    });
  }

  async sayWhy(reason) {
    await this.goTo('Why');
    await this.page
      .getByRole('textbox', { name: 'Why is it needed?' })
      .fill(reason);
  }

  /** @returns the address of the request */
  async send() {
    await this.goTo('Review');
    const { page } = this;
    await page.getByRole('button', { name: 'Request the restore' }).click();
    await page.waitForURL(/restore-requests\/[0-9a-f-]+$/);
    return new URL(page.url()).pathname;
  }
}

/** Agrees to a request, as somebody else than whoever asked. */
export async function approve({ path, ...options }) {
  const page = await openAs({ ...options, user: 'platform-engineer', path });
  await page.getByRole('button', { name: 'Approve', exact: true }).click();
  return page;
}

/** Waits until the page of a request says this of its state. */
export async function stateOf(page, title) {
  await page
    .getByRole('article')
    .getByText(title, { exact: true })
    .first()
    .waitFor({ timeout: 90_000 });
}
