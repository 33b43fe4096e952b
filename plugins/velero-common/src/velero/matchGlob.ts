/** Matches one character of a name. */
type Token = '*' | ((character: string) => boolean);

/**
 * Matches a name against a pattern with `*`, `?` and `[…]`, as Velero understands them.
 *
 * It takes time proportional to the product of both lengths, whatever the pattern is: patterns come from whoever may
 * write a Backup, and a regular expression made of one can keep the event loop busy for minutes.
 */
export function matchGlob(pattern: string, name: string): boolean {
  const tokens = tokensOf(pattern);
  if (!tokens) {
    return false;
  }
  let [token, character] = [0, 0];
  let retry: { token: number; character: number } | undefined;
  while (character < name.length) {
    const current = tokens[token];
    if (current === '*') {
      token += 1;
      retry = { token, character };
    } else if (current?.(name[character])) {
      token += 1;
      character += 1;
    } else if (retry) {
      // The last star takes one character more; what earlier stars took stays.
      retry.character += 1;
      ({ token, character } = retry);
    } else {
      return false;
    }
  }
  return tokens.slice(token).every(rest => rest === '*');
}

/** Velero refuses a bracket that is not closed, so such a pattern has no tokens and matches nothing. */
function tokensOf(pattern: string): Token[] | undefined {
  const tokens: Token[] = [];
  for (let i = 0; i < pattern.length; i++) {
    const character = pattern[i];
    if (character === '[') {
      const end = pattern.indexOf(']', i + 1);
      if (end < 0) {
        return undefined;
      }
      tokens.push(bracketOf(pattern.slice(i + 1, end)));
      i = end;
    } else if (character === '*') {
      tokens.push('*');
    } else {
      tokens.push(
        character === '?' ? () => true : other => other === character,
      );
    }
  }
  return tokens;
}

function bracketOf(text: string): (character: string) => boolean {
  const isNegated = /^[!^]/.test(text);
  const ranges = (isNegated ? text.slice(1) : text).match(/.-.|./gs) ?? [];
  const includes = (character: string) =>
    ranges.some(range => {
      const [from, to] =
        range.length === 3 ? [range[0], range[2]] : [range, range];
      return from <= character && character <= to;
    });
  return character => includes(character) !== isNegated;
}
