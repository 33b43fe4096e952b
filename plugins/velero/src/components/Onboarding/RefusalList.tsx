import { Refusal } from 'backstage-plugin-velero-common';
import { StatusLabel } from '../ui/StatusLabel';

/** What stands in the way, and what to do about it. */
export function RefusalList(props: { refusals: Refusal[] }) {
  return (
    <ul>
      {props.refusals.map(({ field, message, remedy }) => (
        <li key={`${field} ${message}`}>
          <StatusLabel tone="error">
            {message}. {remedy}.
          </StatusLabel>
        </li>
      ))}
    </ul>
  );
}
