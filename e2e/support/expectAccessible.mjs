import AxeBuilder from '@axe-core/playwright';
import assert from 'node:assert/strict';

/** Fails with what axe finds on a page. */
export async function expectAccessible(page) {
  // The frame's hidden title stands outside of any landmark, in every page of Backstage.
  const { violations } = await new AxeBuilder({ page })
    .exclude('.bui-VisuallyHidden')
    // The item of the notifications plugin is named without the number of unread ones that it shows.
    .exclude('a[href="/notifications"]')
    .analyze();
  const found = violations.map(
    ({ id, impact, nodes }) => `${impact} ${id}: ${nodes[0].html}`,
  );
  assert.deepEqual(found, []);
}
