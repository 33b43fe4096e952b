import { Lifecycle, Outcome } from 'backstage-plugin-velero-common';
import { Tone } from '../ui/StatusLabel';

const tones: Record<Outcome, Tone> = {
  ok: 'ok',
  partial: 'warning',
  failed: 'error',
  invalid: 'error',
};

export function toneOfBackup(backup: {
  lifecycle: Lifecycle;
  outcome?: Outcome;
}): Tone {
  switch (backup.lifecycle) {
    case 'finished':
      return backup.outcome ? tones[backup.outcome] : 'neutral';
    case 'deleting':
      return 'neutral';
    default:
      return backup.lifecycle;
  }
}
