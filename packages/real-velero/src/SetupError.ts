/** Something that is wrong with this machine or its tools; the message says what, and what to do. */
export class SetupError extends Error {
  name = 'SetupError';
}
