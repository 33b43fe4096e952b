import { useEffect, useState } from 'react';
import useDebounce from 'react-use/esm/useDebounce';
import { useLocation, useSearchParams } from 'react-router-dom';

const DEBOUNCE_MS = 300;

interface SearchText {
  /** What is in the field. */
  text: string;
  /** What is searched for: the text, as soon as the reader has stopped to type. */
  wanted: string;
  setText(text: string): void;
}

/**
 * A text to search for, kept in the address.
 *
 * @param reset - further parameters that a new text makes void
 */
export function useSearchText(name: string, reset: string[] = []): SearchText {
  const [params, setParams] = useSearchParams();
  const { state } = useLocation();
  const wanted = params.get(name) ?? '';
  const [text, setText] = useState(wanted);

  // Back and forward change the address without the field.
  useEffect(() => setText(wanted), [wanted]);
  useDebounce(
    () => {
      if (text !== wanted) {
        setParams(before => withText(before, [name, text], reset), {
          replace: true,
          state,
        });
      }
    },
    DEBOUNCE_MS,
    [text],
  );
  return { text, wanted, setText };
}

function withText(
  before: URLSearchParams,
  [name, text]: [string, string],
  reset: string[],
): URLSearchParams {
  const after = new URLSearchParams(before);
  for (const each of [name, ...reset]) {
    after.delete(each);
  }
  if (text) {
    after.set(name, text);
  }
  return after;
}
