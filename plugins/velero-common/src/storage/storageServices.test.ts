import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { StoragePrice, storageServices } from './storageServices';

const PAGE = resolve(__dirname, '../../../../docs/storage.md');
const TABLE =
  /(?<=<!-- prettier-ignore-start -->\n)[^]*(?=<!-- prettier-ignore-end -->)/;

function priceText(price: StoragePrice | undefined): string {
  if (!price) {
    return 'by region';
  }
  const amount = price.amount ? `${price.amount} ${price.currency}` : 'free';
  return price.note ? `${amount} (${price.note})` : amount;
}

function table(): string {
  const rows = Object.values(storageServices).map(
    ({ title, egress, storage, source, asOf }) =>
      `| ${title} | ${priceText(egress)} | ${priceText(
        storage,
      )} | [${asOf}](${source}) |`,
  );
  return [
    '',
    '| Service | Egress, a GB | Storage, a GB and month | Price list |',
    '|---|---|---|---|',
    ...rows,
    '',
    '',
  ].join('\n');
}

describe('storageServices', () => {
  it.each(Object.entries(storageServices))(
    'says of %s where its prices stand and when they were read',
    (id, service) => {
      expect(service.id).toBe(id);
      expect(service.source).toMatch(/^https:\/\//);
      expect(service.asOf).toMatch(/^20\d\d-\d\d$/);
    },
  );

  it('is what docs/storage.md shows; UPDATE_DOCS=1 writes it anew', () => {
    const page = readFileSync(PAGE, 'utf8');
    if (process.env.UPDATE_DOCS) {
      writeFileSync(PAGE, page.replace(TABLE, table()));
    }
    expect(TABLE.exec(readFileSync(PAGE, 'utf8'))?.[0]).toBe(table());
  });
});
