import { openAs } from './pages.mjs';

const TEMPLATES = '/create/templates/default';

/** The template that gives a tenant its backups, as the owner of a namespace that nothing backs up goes through it. */
export class OnboardingForm {
  constructor(page) {
    this.page = page;
  }

  static async open({ template = 'onboard-tenant', ...options }) {
    const page = await openAs({
      ...options,
      user: 'shop-owner',
      path: `${TEMPLATES}/${template}`,
    });
    return new OnboardingForm(page);
  }

  async chooseTenant() {
    const { page } = this;
    await page.getByRole('textbox', { name: /^Tenant/ }).fill('docs');
    await page.getByRole('textbox', { name: /^Owner/ }).fill('Shop');
    await page.getByRole('option', { name: /shop/i }).first().click();
    await page.getByRole('checkbox', { name: 'docs', exact: true }).check();
  }

  async choosePlace() {
    const { page } = this;
    const provider = page.getByRole('combobox', { name: 'Provider' });
    await provider.selectOption('AWS S3');
    await page.getByRole('textbox', { name: /^Region/ }).fill('eu-central-1');
    await page
      .getByText('docs-backups/edge-lab is free for the backups of edge-lab')
      .waitFor();
  }

  async chooseStorage({ secret = 'sandbox' } = {}) {
    const { page } = this;
    await this.choosePlace();
    await page.getByLabel(/^Access key ID/).fill('sandbox');
    await page.getByLabel(/^Secret access key/).fill(secret);
  }

  async chooseSchedules() {
    const { page } = this;
    await page
      .getByRole('textbox', { name: /^When to back up Everything/ })
      .fill('15 3 * * *');
    await page.getByText(/^Each day at 03:15 \(UTC\)\. Next: /).waitFor();
    await page
      .getByRole('checkbox', { name: 'Make a backup at once' })
      .uncheck();
  }

  async lookAtPlan() {
    await this.page.getByText('This can be done').waitFor();
  }

  async next() {
    await this.page.getByRole('button', { name: 'Next' }).click();
  }

  async review() {
    await this.page.getByRole('button', { name: 'Review' }).click();
  }

  async create() {
    await this.page
      .getByRole('button', { name: 'Create', exact: true })
      .click();
  }

  /** Goes through all steps, and calls back at each of them. */
  async fillIn({ secret, onStep = async () => {} } = {}) {
    await this.chooseTenant();
    await onStep('tenant');
    await this.next();
    await this.chooseStorage({ secret });
    await onStep('storage');
    await this.next();
    await this.chooseSchedules();
    await onStep('schedules');
    await this.next();
    await this.lookAtPlan();
    await onStep('plan');
    await this.review();
  }
}
