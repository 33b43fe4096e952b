import { DrillSchedule } from 'backstage-plugin-velero-common';

/** What can be chosen without writing cron. */
export const USUAL_TIMES = {
  weekly: '0 3 * * 1',
  monthly: '0 3 1 * *',
} as const;

export const TIME_CHOICES = ['off', 'weekly', 'monthly', 'custom'] as const;
export type TimeChoice = (typeof TIME_CHOICES)[number];

/** What stands for the times that a schedule has. */
export function choiceOf(schedule: DrillSchedule | undefined): TimeChoice {
  if (!schedule) {
    return 'off';
  }
  const { weekly, monthly } = USUAL_TIMES;
  if (schedule.cron === weekly) {
    return 'weekly';
  }
  return schedule.cron === monthly ? 'monthly' : 'custom';
}

/** The times that are chosen; nothing for none. */
export function cronOf(choice: TimeChoice, custom: string): string | undefined {
  if (choice === 'off') {
    return undefined;
  }
  return choice === 'custom' ? custom.trim() : USUAL_TIMES[choice];
}
