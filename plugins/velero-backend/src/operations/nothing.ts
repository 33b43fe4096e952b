/** That nothing was done, in words: how every refusal begins. */
export const NO_BACKUP = 'No backup was made';
export const NO_SCHEDULE = 'No schedule was made';
