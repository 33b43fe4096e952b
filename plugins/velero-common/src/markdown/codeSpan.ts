import { fenceFor } from './fenceFor';

/** Text that Markdown shows as it is and never reads: code, on one line. */
export function codeSpan(text: string): string {
  const line = text.replace(/[\p{C}\u2028\u2029]/gu, '?');
  const fence = fenceFor(line, 1);
  // A backtick at an end would count as one of the fence, and spaces at both ends would be taken away.
  const room = /^[` ]|[` ]$/.test(line) ? ' ' : '';
  return `${fence}${room}${line}${room}${fence}`;
}

/** A name in a sentence: as it is, or as code where Markdown might make something else of it. */
export function plainOrCode(name: string): string {
  return /^[A-Za-z0-9][A-Za-z0-9.:/-]*$/.test(name) ? name : codeSpan(name);
}
