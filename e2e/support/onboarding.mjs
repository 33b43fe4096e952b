import { openAs } from './pages.mjs';

const TEMPLATES = '/create/templates/default';

/** Where the tenant is, and where its backups go, in the demo. */
const DEMO = {
  clusters: ['edge-lab'],
  provider: 'AWS S3',
  values: { Region: 'eu-central-1' },
  accessKey: 'sandbox',
  secretKey: 'sandbox',
};

/** The template that gives a tenant its backups, as the owner of a namespace that nothing backs up goes through it. */
export class OnboardingForm {
  constructor(page, tenancy) {
    this.page = page;
    this.tenancy = tenancy;
  }

  static async open({
    template = 'onboard-tenant',
    tenancy = DEMO,
    ...options
  }) {
    const page = await openAs({
      ...options,
      user: 'shop-owner',
      path: `${TEMPLATES}/${template}`,
    });
    return new OnboardingForm(page, tenancy);
  }

  async chooseTenant() {
    const { page } = this;
    await page.getByRole('textbox', { name: /^Tenant/ }).fill('docs');
    await page.getByRole('textbox', { name: /^Owner/ }).fill('Shop');
    await page.getByRole('option', { name: /shop/i }).first().click();
    for (const cluster of this.tenancy.clusters) {
      await page
        .getByRole('group', { name: new RegExp(`\\(${cluster}\\)$`) })
        .getByRole('checkbox', { name: 'docs', exact: true })
        .check();
    }
  }

  async choosePlace() {
    const { page } = this;
    const { clusters, provider, values } = this.tenancy;
    await page
      .getByRole('combobox', { name: 'Provider' })
      .selectOption(provider);
    for (const [name, value] of Object.entries(values)) {
      const field = { name: new RegExp(`^${name}`) };
      await page.getByRole('textbox', field).fill(value);
    }
    for (const cluster of clusters) {
      await page
        .getByText(
          `docs-backups/${cluster} is free for the backups of ${cluster}`,
        )
        .waitFor();
    }
  }

  async chooseStorage({ secret = this.tenancy.secretKey } = {}) {
    const { page } = this;
    await this.choosePlace();
    await page.getByLabel(/^Access key/).fill(this.tenancy.accessKey);
    await page.getByLabel(/^Secret (access )?key/).fill(secret);
  }

  async chooseSchedules({ firstBackup = false } = {}) {
    const { page } = this;
    await page
      .getByRole('textbox', { name: /^When to back up Everything/ })
      .fill('15 3 * * *');
    await page.getByText(/^Each day at 03:15 \(UTC\)\. Next: /).waitFor();
    await page
      .getByRole('checkbox', { name: 'Make a backup at once' })
      .setChecked(firstBackup);
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
  async fillIn({ secret, firstBackup, onStep = async () => {} } = {}) {
    await this.chooseTenant();
    await onStep('tenant');
    await this.next();
    await this.chooseStorage({ secret });
    await onStep('storage');
    await this.next();
    await this.chooseSchedules({ firstBackup });
    await onStep('schedules');
    await this.next();
    await this.lookAtPlan();
    await onStep('plan');
    await this.review();
  }
}
