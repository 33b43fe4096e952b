/** Something that the user can mend; its message says what and how, in one sentence. */
export class UserError extends Error {
  name = 'UserError';
}
