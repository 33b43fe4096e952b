import { KeyboardEvent, useRef, useState } from 'react';

const STEPS: Record<string, (index: number, last: number) => number> = {
  ArrowLeft: index => index - 1,
  ArrowRight: index => index + 1,
  Home: () => 0,
  End: (_, last) => last,
};

/** Makes a row of elements one stop of the Tab key, within which the arrow keys walk. It begins at the last one. */
export function useRovingFocus(options: {
  count: number;
  onMove(index: number): void;
}) {
  const { count, onMove } = options;
  const elements = useRef<Array<HTMLElement | null>>([]);
  const [moved, setMoved] = useState<number>();
  const last = count - 1;
  const current = Math.min(moved ?? last, last);
  const onKeyDown = (event: KeyboardEvent) => {
    const target = STEPS[event.key]?.(current, last);
    if (target !== undefined) {
      event.preventDefault();
      elements.current[Math.min(Math.max(target, 0), last)]?.focus();
    }
  };
  return (index: number) => ({
    buttonRef: (element: HTMLElement | null) => {
      elements.current[index] = element;
    },
    tabIndex: index === current ? 0 : -1,
    onKeyDown,
    onFocus() {
      setMoved(index);
      onMove(index);
    },
  });
}
