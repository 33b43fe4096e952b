import { useEffect, useState } from 'react';

/** False while the reader looks at another browser tab. */
export function useDocumentVisible(): boolean {
  const [visible, setVisible] = useState(isVisible);
  useEffect(() => {
    const update = () => setVisible(isVisible());
    document.addEventListener('visibilitychange', update);
    return () => document.removeEventListener('visibilitychange', update);
  }, []);
  return visible;
}

function isVisible(): boolean {
  return document.visibilityState !== 'hidden';
}
