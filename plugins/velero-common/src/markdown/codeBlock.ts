import { fenceFor } from './fenceFor';

/**
 * A block of code in Markdown, which nothing in it can end.
 *
 * @public
 */
export function codeBlock(language: string, code: string): string {
  const fence = fenceFor(code, 3);
  return `${fence}${language}\n${code}\n${fence}`;
}
