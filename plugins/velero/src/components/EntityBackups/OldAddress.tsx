import { ReactNode } from 'react';
import { Navigate, useSearchParams } from 'react-router-dom';
import { backupKeyFromText } from '../../format/backupKey';
import { useRunPath } from '../../hooks/useRunPath';

const PARAMETER = 'backup';

/** Leads from the address that a backup had before it had a page of its own; links to it are in many a message. */
export function OldAddress(props: { children: ReactNode }) {
  const [params] = useSearchParams();
  const pathOf = useRunPath('backup');
  const backup = backupKeyFromText(params.get(PARAMETER));
  if (!backup) {
    return <>{props.children}</>;
  }
  const rest = new URLSearchParams(params);
  rest.delete(PARAMETER);
  const search = rest.size > 0 ? `?${rest}` : '';
  return (
    <Navigate
      to={pathOf(backup)}
      state={{ veleroList: { search, state: null } }}
      replace
    />
  );
}
