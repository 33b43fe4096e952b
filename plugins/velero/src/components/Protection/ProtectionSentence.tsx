import Typography from '@material-ui/core/Typography';
import { ProtectionResponse } from 'backstage-plugin-velero-common';
import { StatusLabel } from '../ui/StatusLabel';
import { toneOfProtection } from './toneOfProtection';

/** The answer to "am I protected?" in one sentence, with icon and colour. */
export function ProtectionSentence(props: {
  protection: Pick<ProtectionResponse, 'state' | 'sentence'>;
  large?: boolean;
}) {
  const { protection, large } = props;
  return (
    <Typography component="p" variant={large ? 'h6' : 'body1'} role="status">
      <StatusLabel tone={toneOfProtection(protection.state)}>
        {protection.sentence}
      </StatusLabel>
    </Typography>
  );
}
