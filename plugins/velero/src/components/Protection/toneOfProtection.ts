import { ProtectionState } from 'backstage-plugin-velero-common';
import { Tone } from '../ui/StatusLabel';

const tones: Record<ProtectionState, Tone> = {
  protected: 'ok',
  late: 'warning',
  failing: 'error',
  partial: 'warning',
  unprotected: 'error',
  unknown: 'neutral',
};

/** Green is for what is protected, and for nothing else. */
export function toneOfProtection(state: ProtectionState): Tone {
  return tones[state];
}
