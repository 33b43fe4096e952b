/** Opens a page of the portal as a demo user, in a session of its own that ends with the test, if there is one. */
export async function openAs(options) {
  const { portal, context, user, path = '/', prepare, ...look } = options;
  const session = await portal.browser.newContext({
    ...look,
    baseURL: portal.url,
    viewport: { width: 1440, height: 1000 },
  });
  context?.after(() => session.close());
  const page = await session.newPage();
  await prepare?.(page);
  await page.goto(path);
  await page.getByRole('button', { name: `user:default/${user}` }).click();
  return page;
}

/** The address of the tab of a component. */
export function tabOf(component) {
  return `/catalog/default/component/${component}/backups`;
}

/** The links of the restore points that are shown, one in each row. */
export function restorePoints(page) {
  return page
    .getByRole('table', { name: /^Restore points/ })
    .getByRole('link', { name: /^Details of / });
}

/** What the rows of restore points say in one column. */
export async function cellsOf(page, column) {
  const table = page.getByRole('table', { name: /^Restore points/ });
  const titles = await table.getByRole('columnheader').allInnerTexts();
  const index = titles.indexOf(column);
  const rows = table.getByRole('row').filter({ has: page.getByRole('cell') });
  return rows.evaluateAll(
    (elements, at) => elements.map(row => row.cells[at].innerText),
    index,
  );
}
